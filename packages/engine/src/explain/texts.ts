/** The translations that an explanation needs: those of its own texts, so that it can be read without its definition. */
import type { Programme } from '../programme.ts';

/** By language, the translation of each text within `value` that has one. */
export function textsOf(programme: Programme, value: object): Record<string, Record<string, string>> {
  const texts = new Set<string>();
  collect(value, texts);
  return Object.fromEntries(
    Object.entries(programme.locales).map(([language, words]) => [
      language,
      Object.fromEntries(
        [...texts].flatMap((text) => (Object.hasOwn(words, text) ? [[text, words[text] as string]] : [])),
      ),
    ]),
  );
}

function collect(value: unknown, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, texts);
}
