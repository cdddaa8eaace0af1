/** Cursors: the sort key of the last row of a page, so that pages neither skip nor repeat when rows are added. */
import { ProblemError, problem } from '@aidflow/definition';
import type { Page } from './contract.ts';

export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key of `parts` texts in a cursor; nothing for no cursor. Throws `store/cursor` for anything else. */
export function decodeCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string'))
      return key;
  } catch {
    // Refused below with everything else that is no cursor.
  }
  throw new ProblemError(problem('store/cursor'));
}

/** A page from `limit + 1` rows: the one too many tells that there is a next page. */
export function page<R, T>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => string[],
  item: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(item);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(key(last)) } : { items };
}
