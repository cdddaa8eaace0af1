/** Which events of a case decide something, for whoever wants to know why. */
import { evolve } from '../evolve.ts';
import type { Programme } from '../programme.ts';
import type { CaseEvent, CaseState } from '../types.ts';

/**
 * Numbers of the events in which the case was decided, a vote was counted, or something was drawn or chosen; where there
 * is none, of the last one that a rule judged; of a case without any, of its last event.
 */
export function decisionsOf(whole: Programme, events: readonly CaseEvent[]): number[] {
  const found: number[] = [];
  let state: CaseState | undefined;
  for (const event of events) {
    const before = state?.decided?.at;
    state = evolve(whole, state, event);
    const decided = state.decided !== null && state.decided.at !== before;
    const { draw, selection, tally } = event.detail ?? {};
    if (decided || draw || selection || tally) found.push(event.seq);
  }
  if (found.length > 0) return found;
  const last = events.findLast(({ detail }) => detail?.rule !== undefined) ?? events.at(-1);
  return last ? [last.seq] : [];
}
