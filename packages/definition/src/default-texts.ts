/** Words that shorthands bring along, in the languages in which they are ready. */
const texts = {
  object: { zh: '提出异议', en: 'Object' },
  supply: { zh: '提交补充材料', en: 'Supply what is missing' },
  uphold: { zh: '维持', en: 'Uphold' },
  correct: { zh: '纠正', en: 'Correct' },
} as const;

export type DefaultText = keyof typeof texts;

const spoken = (language: string): 'zh' | 'en' => (language.startsWith('zh') ? 'zh' : 'en');

/** The words in the language of a programme; English where that language has none ready. */
export const defaultText = (name: DefaultText, language: string): string => texts[name][spoken(language)];

/** Translations of the words, for the locale of another language; none where they are not ready. */
export function defaultTranslations(from: string, to: string): Record<string, string> {
  if (spoken(from) === spoken(to) || !/^(zh|en)/.test(to)) return {};
  return Object.fromEntries(Object.values(texts).map((words) => [words[spoken(from)], words[spoken(to)]]));
}
