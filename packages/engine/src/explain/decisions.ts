/** Which events of a case decide something, for whoever wants to know why. */
import { evolve } from '../evolve.ts';
import type { Programme } from '../programme.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import { applying, type Versions } from '../versions.ts';

/**
 * Numbers of the events in which the case was decided or moved to another version, a vote was counted, or something was
 * drawn or chosen; where there is none, of the last one that a rule judged; of a case without any, its last event. Of a
 * case that has moved, every version that it has run on is given by its hash.
 */
export function decisionsOf(programmes: Programme | Versions, events: readonly CaseEvent[]): number[] {
  const programmeOf = applying(programmes);
  const found: number[] = [];
  let state: CaseState | undefined;
  for (const event of events) {
    const before = state?.decided?.at;
    state = evolve(programmeOf(state, event), state, event);
    const decided = state.decided !== null && state.decided.at !== before;
    const { draw, selection, tally, migration } = event.detail ?? {};
    if (decided || draw || selection || tally || migration) found.push(event.seq);
  }
  if (found.length > 0) return found;
  const last = events.findLast(({ detail }) => detail?.rule !== undefined) ?? events.at(-1);
  return last ? [last.seq] : [];
}
