/** One place in which what is differs from what was expected. */
export interface Difference {
  /** Where, in the words of the expectation: `clocks.handling.due`. */
  path: string;
  expected: unknown;
  found: unknown;
}

/**
 * Compares what is with a part of it that is expected: keys that the expectation leaves out are not looked at,
 * lists must be equal entry by entry. Gives the differences, none when all holds.
 */
export function differences(path: string, expected: unknown, found: unknown): Difference[] {
  if (isObject(expected) && isObject(found)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(`${path}.${key}`, value, own(found, key)),
    );
  }
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((value, index) => differences(`${path}.${index}`, value, found[index]));
  }
  return expected === found || (expected === null && found === undefined) ? [] : [{ path, expected, found }];
}

/** A value in one short line, as YAML's flow style would put it: `{ role: clerk }`, `[a, b]`, `nothing`. */
export function inline(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(inline).join(', ')}]`;
  if (isObject(value)) {
    const entries = Object.entries(value).map(([key, entry]) => `${key}: ${inline(entry)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return String(value);
}

const own = (object: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(object, key) ? object[key] : undefined;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
