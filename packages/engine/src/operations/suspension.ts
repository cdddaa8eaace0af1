/** Suspend and resume: nothing is done in a suspended case and every running clock stands; nothing is lost either. */
import { refuse } from '../act.ts';
import { handlingOfficer } from '../authority.ts';
import { localDate } from '../days.ts';
import type { CaseFacts } from '../types.ts';
import type { Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const suspend: Operation = {
  reasons: 'required',
  may: ({ programme, state, actor }) =>
    handlingOfficer(state, actor, operationTitle('suspend', programme.definition.language)),
  book(draft, { at, by, reasons }, programme) {
    draft.suspensions = [...(draft.suspensions ?? []), { from: at, by, reasons: reasons ?? '' }];
    const from = localDate(at, programme.timezone);
    for (const clock of Object.values(draft.clocks)) {
      if (clock.stopped === undefined) clock.pauses.push({ from, step: '', cause: 'suspend' });
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
    for (const suspension of draft.suspensions ?? []) suspension.to ??= at;
    const to = localDate(at, programme.timezone);
    for (const clock of Object.values(draft.clocks)) {
      for (const pause of clock.pauses) if (pause.cause === 'suspend') pause.to ??= to;
    }
  },
};

export function isSuspended({ suspensions }: Pick<CaseFacts, 'suspensions'>): boolean {
  return suspensions?.some(({ to }) => to === undefined) ?? false;
}
