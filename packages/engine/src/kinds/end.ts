/** An end: what was not decided before is decided by it, every clock stops, and so does a suspension. */
import { localDate } from '../days.ts';
import { endSuspension } from '../operations/suspension.ts';
import { own, ownAll } from '../own.ts';
import type { CaseFacts, Decided } from '../types.ts';
import type { StepKind } from './kind.ts';

export const end: StepKind<'end'> = {
  leaving: () => [],
  enter(programme, draft, _record, step, at) {
    draft.decided ??= { outcome: step.outcome, at, authority: null, reasons: '', ...lastSigned(draft) };
    const today = localDate(at, programme.timezone);
    for (const clock of ownAll(own(draft, 'clocks'))) clock.stopped ??= today;
    endSuspension(draft, at);
  },
};

/** The step that was signed last, and by whom: where the case is decided again when it is reopened. */
function lastSigned({ steps }: CaseFacts): Pick<Decided, 'step' | 'by'> {
  let found: { step: string; by: string; at: string } | undefined;
  for (const [step, { signatures }] of Object.entries(steps)) {
    for (const { by, at, authority } of signatures) {
      if (authority?.basis === 'own-case' || (found && at < found.at)) continue;
      found = { step, by: by.id, at };
    }
  }
  return found ? { step: found.step, by: found.by } : {};
}
