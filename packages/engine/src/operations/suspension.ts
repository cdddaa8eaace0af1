/** Suspend and resume: nothing is done in a suspended case and every running clock stands; nothing is lost either. */
import { refuse } from '../act.ts';
import { handlingOfficer } from '../authority.ts';
import { endPauses, pauseClock } from '../clock-booking.ts';
import { localDate } from '../days.ts';
import type { CaseFacts, Pause } from '../types.ts';
import type { Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const suspend: Operation = {
  reasons: 'required',
  may: ({ programme, state, actor }) =>
    handlingOfficer(state, actor, operationTitle('suspend', programme.definition.language)),
  book(draft, { at, by, reasons }, programme) {
    draft.suspensions = [...(draft.suspensions ?? []), { from: at, by, reasons: reasons ?? '' }];
    const from = localDate(at, programme.timezone);
    for (const [id, clock] of Object.entries(draft.clocks)) {
      if (clock.stopped === undefined) pauseClock(draft, id, { from, step: '', cause: 'suspend' });
    }
  },
};

export const resume: Operation = {
  reasons: 'optional',
  suspended: true,
  may({ programme, state, actor }) {
    const answer = handlingOfficer(state, actor, operationTitle('resume', programme.definition.language));
    if (!answer.ok) return answer;
    return isSuspended(state) ? answer : refuse('case/not-suspended', { case: state.number });
  },
  book(draft, { at }, programme) {
    endSuspension(draft, at);
    endPauses(draft, localDate(at, programme.timezone), ({ cause }) => cause === 'suspend');
  },
};

export function isSuspended({ suspensions }: Pick<CaseFacts, 'suspensions'>): boolean {
  return suspensions?.some(({ to }) => to === undefined) ?? false;
}

/** What is resumed or has ended is not suspended any more. */
export function endSuspension(draft: CaseFacts, at: string): void {
  const { suspensions } = draft;
  if (suspensions && isSuspended(draft))
    draft.suspensions = suspensions.map((one) => ({ ...one, to: one.to ?? at }));
}

/** The stretches after an ISO date in which the case was suspended: what began on that day stands in them. */
export function suspendedSince(
  { suspensions = [] }: Pick<CaseFacts, 'suspensions'>,
  date: string,
  timezone: string,
): Pause[] {
  return suspensions.flatMap((one) => {
    const from = localDate(one.from, timezone);
    const to = one.to === undefined ? undefined : localDate(one.to, timezone);
    if (to !== undefined && to <= date) return [];
    const begun = from > date ? from : date;
    return [{ from: begun, ...(to === undefined ? {} : { to }), step: '', cause: 'suspend' as const }];
  });
}
