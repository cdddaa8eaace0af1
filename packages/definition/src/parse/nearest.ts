/**
 * The known word that a misspelt one was most likely meant to be; undefined when none is near.
 * Near is: at most a third of its letters (rounded up) inserted, left out, changed or swapped, and not all of them.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.min(Math.ceil(word.length / 3) + 1, Math.max(1, word.length));
  for (const candidate of known) {
    const distance = edits(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Optimal string alignment distance. */
function edits(one: string, other: string): number {
  // Names are short by schema; what is not a name is not worth the quadratic work.
  if (one.length > 64 || other.length > 64) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      row[j] = least;
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
