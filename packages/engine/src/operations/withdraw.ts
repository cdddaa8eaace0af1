/** Withdraw: the applicant ends the case before it is decided. */
import { refuse } from '../act.ts';
import { applicant } from '../authority.ts';
import type { Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const withdraw: Operation = {
  reasons: 'optional',
  suspended: true,
  may({ programme, state, actor }) {
    const answer = applicant(state, actor, operationTitle('withdraw', programme.definition.language));
    if (!answer.ok || !state.decided) return answer;
    const { outcome, at } = state.decided;
    return refuse('case/decided', { case: state.number, outcome, at });
  },
  book(draft, event) {
    draft.decided = {
      outcome: 'withdrawn',
      at: event.at,
      authority: event.authority ?? null,
      reasons: event.reasons ?? '',
      by: event.by.id,
    };
  },
};
