/** The translations that an explanation needs: those of its own texts, so that it can be read without its definition. */
import type { Programme } from '../programme.ts';

/**
 * By language, the translation of each text within `value` that has one: as the last of the versions has it that
 * translates it.
 */
export function textsOf(
  versions: readonly Programme[],
  value: object,
): Record<string, Record<string, string>> {
  const texts = new Set<string>();
  collect(value, texts);
  const found: Record<string, Record<string, string>> = {};
  for (const { locales } of versions) {
    for (const [language, words] of Object.entries(locales)) {
      const known = [...texts].filter((text) => Object.hasOwn(words, text));
      const own = Object.fromEntries(known.map((text) => [text, words[text] as string]));
      found[language] = { ...found[language], ...own };
    }
  }
  return found;
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, texts);
}
