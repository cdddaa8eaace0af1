/** Urge: the applicant, or an officer above, asks that the case be moved on. How soon again has a limit of its own. */
import { anyOfficer, applicant } from '../authority.ts';
import type { Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const urge: Operation = {
  reasons: 'optional',
  may({ programme, state, actor }) {
    const title = operationTitle('urge', programme.definition.language);
    return actor.kind === 'officer' ? anyOfficer(state, actor, title) : applicant(state, actor, title);
  },
};
