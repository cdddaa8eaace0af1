/** Equality of JSON and walking through two maps or lists at once. */
import canonicalize from 'canonicalize';

/** JSON as one text whatever the order of its keys; the empty text for `undefined`. */
export const canonical = (json: unknown): string => (json === undefined ? '' : (canonicalize(json) ?? ''));

export const equal = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** Every key of two maps, those of the earlier first, with what stands there in each. */
export function both<T>(
  before: Readonly<Record<string, T>> | undefined,
  after: Readonly<Record<string, T>> | undefined,
): [key: string, before: T | undefined, after: T | undefined][] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...keys].map((key) => [key, own(before, key), own(after, key)]);
}

function own<T>(map: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return map && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** What one list has and the other has not, in the order of the first. */
export const missing = <T>(list: readonly T[] = [], other: readonly T[] = []): T[] =>
  list.filter((entry) => !other.some((one) => equal(one, entry)));
