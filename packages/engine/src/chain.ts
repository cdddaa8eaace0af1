/** The hash chain over a case's events: SHA-256 over the RFC 8785 form of each event, its predecessor's hash within. */
import { type Problem, problem } from '@aidflow/definition';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { CaseEvent } from './types.ts';

/** `previous` of the first event. */
export const GENESIS = '0'.repeat(64);

/** The platform's own hash where the runtime lends it (Node), which is some ten times as fast as the portable one. */
const platform = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule?.('node:crypto');

/** SHA-256 of a text in UTF-8, as hex. */
export const sha256Hex: (text: string) => string = platform?.hash
  ? (text) => platform.hash('sha256', text, 'hex')
  : (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** The hash of an event; its own `hash` field is not part of it. */
export function hashEvent(event: Omit<CaseEvent, 'hash'>): string {
  if (!('hash' in event)) return sha256Hex(canonical(event));
  const { hash: _, ...rest } = event as CaseEvent;
  return sha256Hex(canonical(rest));
}

/**
 * Checks that the events of one case are whole: numbered from 1 without a gap, each chained to the one before, none
 * changed. Returns the first fault as `store/chain-broken`, or nothing.
 */
export function verifyChain(events: readonly CaseEvent[]): Problem | undefined {
  let previous = GENESIS;
  for (const [index, event] of events.entries()) {
    const whole = event.seq === index + 1 && event.previous === previous && event.hash === hashEvent(event);
    if (!whole) return problem('store/chain-broken', { case: event.case, seq: index + 1 });
    previous = event.hash;
  }
  return undefined;
}
