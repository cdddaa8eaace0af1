/** The hash chain over a case's events: SHA-256 over the RFC 8785 form of each event, its predecessor's hash within. */
import { type Problem, problem } from '@aidflow/definition';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { CaseEvent } from './types.ts';

/** `previous` of the first event. */
export const GENESIS = '0'.repeat(64);

export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash of an event; its own `hash` field is not part of it. */
export function hashEvent(event: Omit<CaseEvent, 'hash'>): string {
  const { hash: _, ...rest } = event as CaseEvent;
  return sha256Hex(canonicalize(rest) ?? '');
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
