/** Copy: somebody is told of the case and may read it; they need not act. */
import { handlingOfficer } from '../authority.ts';
import { type Operation, textOf } from './operation.ts';
import { operationTitle } from './titles.ts';

export const copy: Operation = {
  reasons: 'optional',
  suspended: true,
  ended: true,
  may: ({ programme, state, actor }) =>
    handlingOfficer(state, actor, operationTitle('copy', programme.definition.language)),
  record: ({ data }) => ({ detail: { officer: { id: textOf(data, 'to'), name: textOf(data, 'name') } } }),
  book(draft, { at, by, detail }) {
    if (!detail?.officer) return;
    draft.copies = [...(draft.copies ?? []), { to: detail.officer.id, name: detail.officer.name, at, by }];
  },
};
