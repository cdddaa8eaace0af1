/**
 * Canonical JSON by RFC 8785. Numbers and texts are written by ECMAScript's own serialisation, on which the standard
 * rests; what is left is the order of keys. Every event's hash goes through here: keys are put in order where they are
 * not, and the platform writes the text at once, which is several times as fast as the library that does all of it by
 * itself. That library is the oracle in the test.
 */
export function canonical(value: unknown): string {
  numbered = false;
  const inOrder = ordered(value);
  return numbered ? written(value) : (JSON.stringify(inOrder) ?? 'null');
}

/** Whether an object was met whose keys no object can have in order: those that are numbers come first, by their size. */
let numbered = false;

/** The value with its keys in order of code units; what is in order already is not copied. */
function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return orderedList(value);
  const source = value as Record<string, unknown>;
  const keys = Object.keys(source);
  if (!areSorted(keys)) return sorted(source, keys.sort());
  let copy: Record<string, unknown> | undefined;
  for (const key of keys) {
    const part = source[key];
    if (typeof part !== 'object') continue;
    const inOrder = ordered(part);
    if (inOrder === part) continue;
    copy ??= { ...source };
    copy[key] = inOrder;
  }
  return copy ?? source;
}

function orderedList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const inOrder = ordered(list[index]);
    if (inOrder === list[index]) continue;
    copy ??= [...list];
    copy[index] = inOrder;
  }
  return copy ?? list;
}

function sorted(source: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of keys) {
    if (key === '__proto__' || /^[0-9]/.test(key)) numbered = true;
    copy[key] = ordered(source[key]);
  }
  return copy;
}

function areSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index] as string) < (keys[index - 1] as string)) return false;
  }
  return true;
}

/** The text key by key, for objects that cannot be put in order. */
function written(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  const source = value as Record<string, unknown>;
  const parts = Object.keys(source)
    .filter((key) => source[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${written(source[key])}`);
  return `{${parts.join(',')}}`;
}
