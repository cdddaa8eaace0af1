import { createHash } from 'node:crypto';

/** Hash of a request, to tell a repetition from another request under the same key. */
export function fingerprintOf(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
