/** The names that a FEEL expression reads, found by its words: more than it reads is harmless here, less is not. */

const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const LETTER = '[\\p{L}\\p{N}_]';
const WORD = '[\\p{L}_][\\p{L}\\p{N}_]*';

/** A string, or a name with what stands around it: what follows a dot is a property, what a colon follows is a key. */
const pattern = (name: string) =>
  new RegExp(`${STRING}|(\\.\\s*)?(?<!${LETTER})(${name})(?!${LETTER})(?=\\s*(:)?)`, 'gu');

/** Names in the order of their first reading. */
export function namesIn(expression: string): string[] {
  const found = new Set<string>();
  for (const [, before, word, key] of expression.matchAll(pattern(WORD))) {
    if (word !== undefined && before === undefined && key === undefined) found.add(word);
  }
  return [...found];
}

/** The expression with names replaced, of several words too; strings, properties and keys are left alone. */
export function renamed(expression: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return expression;
  // The longer of two names that begin alike is meant.
  const alternatives = [...names.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+'));
  return expression.replaceAll(
    pattern(alternatives.join('|')),
    (whole: string, before?: string, word?: string, key?: string) => {
      if (word === undefined || before !== undefined || key !== undefined) return whole;
      return names.get(word.replaceAll(/\s+/g, ' ')) ?? whole;
    },
  );
}
