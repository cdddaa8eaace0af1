/** Report a change: the household, or an officer who learns of it, says that something is no longer as it was. */
import { anyOfficer, applicant } from '../authority.ts';
import type { Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const reportChange: Operation = {
  reasons: 'required',
  suspended: true,
  ended: true,
  may({ programme, state, actor }) {
    const title = operationTitle('report-change', programme.definition.language);
    return actor.kind === 'officer' ? anyOfficer(state, actor, title) : applicant(state, actor, title);
  },
  book(draft, { at, by, reasons }) {
    draft.changes = [...(draft.changes ?? []), { at, by, text: reasons ?? '' }];
  },
};
