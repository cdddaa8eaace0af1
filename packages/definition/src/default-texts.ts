/** Words that shorthands bring along, in the languages in which they are ready. */
import { libraryTexts } from './shorthands/library/index.ts';
import { type Spoken, spoken } from './spoken.ts';
import type { ProgrammeSource } from './types.ts';

const texts = {
  object: { zh: '提出异议', en: 'Object' },
  supply: { zh: '提交补充材料', en: 'Supply what is missing' },
  uphold: { zh: '维持', en: 'Uphold' },
  correct: { zh: '纠正', en: 'Correct' },
} as const satisfies Record<string, Record<Spoken, string>>;

export type DefaultText = keyof typeof texts;

/** The words in the language of a programme; English where that language has none ready. */
export const defaultText = (name: DefaultText, language: string): string => texts[name][spoken(language)];

/**
 * Translations of the words, for the locale of another language; none where they are not ready. Of the library only those
 * that a programme has come to hold.
 *
 * @param programme with its shorthands of kind use unfolded
 */
export function defaultTranslations(
  { language: from, steps }: Pick<ProgrammeSource, 'language' | 'steps'>,
  to: string,
): Record<string, string> {
  if (spoken(from) === spoken(to) || !/^(zh|en)/.test(to)) return {};
  const written = JSON.stringify(steps);
  const used = libraryTexts.filter((words) => written.includes(JSON.stringify(words[spoken(from)])));
  return Object.fromEntries(
    [...Object.values(texts), ...used].map((words) => [words[spoken(from)], words[spoken(to)]]),
  );
}
