/** Where two plain values first differ. */
import type { Json } from '@aidflow/engine';

/** JSON pointer of the first difference; nothing where there is none. */
export function firstDifference(one: Json, other: Json, pointer = ''): string | undefined {
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) {
    return one === other ? undefined : pointer;
  }
  const [left, right] = [one as Record<string, Json>, other as Record<string, Json>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!Object.hasOwn(left, key) || !Object.hasOwn(right, key)) return place;
    const found = firstDifference(left[key] as Json, right[key] as Json, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isContainer = (value: Json): value is Json[] | { [key: string]: Json } =>
  typeof value === 'object' && value !== null;
