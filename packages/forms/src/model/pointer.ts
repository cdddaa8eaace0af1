import type { Json, JsonObject } from '../types.ts';

/** The keys of a JSON pointer (RFC 6901): `/a~1b/0` is `['a/b', '0']`. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .replace(/^\//, '')
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** One key as a step of a JSON pointer, slash included. */
export const pointerStep = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is at `path`, undefined where nothing is. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let here: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (isObject(here) && Object.hasOwn(here, key)) here = here[key];
    else return undefined;
  }
  return here;
}

/** `value` with `next` at `path`; undefined takes the place away. Only what is on the way is copied. */
export function withValueAt(
  value: Json | undefined,
  path: readonly string[],
  next: Json | undefined,
): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) {
    const copy = [...value];
    copy[Number(key)] = withValueAt(value[Number(key)], rest, next) ?? null;
    return copy;
  }
  const copy: JsonObject = isObject(value) ? { ...value } : {};
  const inner = withValueAt(Object.hasOwn(copy, key) ? copy[key] : undefined, rest, next);
  if (inner === undefined) delete copy[key];
  else
    Object.defineProperty(copy, key, { value: inner, writable: true, enumerable: true, configurable: true });
  return copy;
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(left[key], right[key]))
  );
}

/** Whether there is anything in a value: an object of nothing is nothing. */
export const hasContent = (value: Json | undefined): boolean =>
  isObject(value)
    ? Object.values(value).some(hasContent)
    : Array.isArray(value)
      ? value.length > 0
      : value !== undefined;
