/** Draws that anybody can repeat: the fraction is the first 48 bits of SHA-256 over seed and case. */
import { sha256Hex } from './chain.ts';
import type { DrawTrace } from './types.ts';

const ALGORITHM = 'sha256-48/1';

/**
 * Whether a case falls into a sample of `share` (0 to 1). `always` takes it whatever the draw says; the draw is made and
 * recorded all the same. `round` keeps a second draw of the same case apart from its first.
 */
export function draw(seed: string, caseId: string, round: number, share: number, always: boolean): DrawTrace {
  const pool = sha256Hex(`${caseId}#${round}`);
  const fraction = Number.parseInt(sha256Hex(`${seed}\n${pool}`).slice(0, 12), 16) / 2 ** 48;
  return { algorithm: ALGORITHM, seed, pool, share, fraction, always, chosen: always || fraction < share };
}
