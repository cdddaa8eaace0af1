/** The names that a FEEL expression reads, found by its words: more than it reads is harmless here, less is not. */

/** A string, or a word with what stands around it that says whether it is a name. */
const WORDS = /"(?:[^"\\]|\\.)*"|(?<before>\.\s*)?(?<word>[\p{L}_][\p{L}\p{N}_]*)(?<key>\s*:)?/gu;

/** Names in the order of their first reading. Keys of contexts and what follows a dot are none. */
export function namesIn(expression: string): string[] {
  const found = new Set<string>();
  for (const { groups = {} } of expression.matchAll(WORDS)) {
    if (groups.word !== undefined && groups.before === undefined && groups.key === undefined) found.add(groups.word);
  }
  return [...found];
}

/** The expression with names replaced, strings, keys and paths left alone. */
export function renamed(expression: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return expression;
  return expression.replaceAll(WORDS, (whole: string, before?: string, word?: string, key?: string) => {
    const to = word === undefined || before !== undefined || key !== undefined ? undefined : names.get(word);
    return to ?? whole;
  });
}
