/** An end: what was not decided before is decided by it, and every clock stops. */
import { localDate } from '../days.ts';
import type { StepKind } from './kind.ts';

export const end: StepKind<'end'> = {
  leaving: () => [],
  enter(programme, draft, _record, step, at) {
    draft.decided ??= { outcome: step.outcome, at, authority: null, reasons: '' };
    const today = localDate(at, programme.timezone);
    for (const clock of Object.values(draft.clocks)) clock.stopped ??= today;
  },
};
