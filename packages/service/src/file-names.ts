/** Which files form data names. */
import type { Json } from '@aidflow/engine';

/** Content hashes, and where: every text under the key `sha256`. */
export function filesIn(value: Json, pointer = ''): { sha256: string; pointer: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return key === 'sha256' && typeof inner === 'string'
      ? [{ sha256: inner, pointer: place }]
      : filesIn(inner, place);
  });
}
