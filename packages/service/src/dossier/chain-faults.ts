/** Every place at which the events of a dossier are not what was recorded; `verifyChain` of the engine knows the first. */
import { type Problem, problem } from '@aidflow/definition';
import { type CaseEvent, GENESIS, hashEvent } from '@aidflow/engine';
import { type Manifest, paths } from './layout.ts';

/** `line` of each problem is the line of the events' file. Masked events have the hashes of the true ones. */
export function chainFaults(events: readonly CaseEvent[], { events: count, masked }: Manifest): Problem[] {
  const place = (index: number) => ({ file: paths.events, line: index + 1 });
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const found: Problem[] = [];
  const last = Math.max(count, ...bySeq.keys());
  // A number far beyond what is there is one wrong number and not a million missing events.
  const missing = Array.from({ length: Math.min(last, events.length + count) }, (_, index) => index + 1);
  for (const seq of missing) {
    if (!bySeq.has(seq)) found.push(problem('dossier/event-missing', { seq }, { file: paths.events }));
  }
  for (const [index, event] of events.entries()) {
    const { seq } = event;
    const before = events[index - 1];
    if (before && seq <= before.seq) {
      found.push(problem('dossier/event-order', { seq, before: before.seq }, place(index)));
    }
    if (!masked && event.hash !== hashEvent(event)) {
      found.push(problem('dossier/event-changed', { seq }, place(index)));
    }
    const linked = seq === 1 ? GENESIS : bySeq.get(seq - 1)?.hash;
    if (linked !== undefined && event.previous !== linked) {
      found.push(problem('dossier/event-unlinked', { seq, before: seq - 1 }, place(index)));
    }
  }
  return found;
}
