/** The headers by which a client says which version it saw and that a request is a repetition. */
import { type Problem, problem } from '@aidflow/definition';
import type { Conditions } from '@aidflow/service';

const KEY = /^[A-Za-z0-9_-]{8,128}$/;

export const etag = (version: number): string => `"${version}"`;

/** The conditions of a request. `If-Match` is optional, a key is not. */
export function conditionsOf(
  headers: Headers,
): { ok: true; conditions: Conditions } | { ok: false; problem: Problem } {
  const key = headers.get('idempotency-key') ?? '';
  if (!KEY.test(key)) return { ok: false, problem: problem('http/key-required') };
  const match = headers.get('if-match');
  if (match === null || match === '*') return { ok: true, conditions: { key } };
  const version = /^"([1-9][0-9]{0,8})"$/.exec(match)?.[1];
  if (version === undefined) {
    const reason = `If-Match is "${match}", not a version such as "3" in quotes`;
    return { ok: false, problem: problem('http/malformed', { reason }) };
  }
  return { ok: true, conditions: { key, expected: Number(version) } };
}
