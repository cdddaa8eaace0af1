/** Declare a relation: an officer stands back from a relative's case, which goes on the register of relatives. */
import { covers } from '@aidflow/definition';
import { anyOfficer } from '../authority.ts';
import { own, ownEntry } from '../own.ts';
import type { StepRecord } from '../types.ts';
import { fail, type Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const declareRelative: Operation = {
  suspended: true,
  may({ programme, state, actor, world }) {
    const answer = anyOfficer(
      state,
      actor,
      operationTitle('declare-relative', programme.definition.language),
    );
    if (answer.ok) return answer;
    // Who stands in for an officer of the case has reason to declare, wherever they come from.
    const lent = world.standIns.find(
      ({ substitute, grants }) =>
        substitute === actor.id && grants.some(({ division }) => covers(division, state.division)),
    );
    const grant = lent?.grants.find(({ division }) => covers(division, state.division));
    return lent && grant
      ? { ok: true, authority: { basis: 'stand-in', ...grant, for: lent.absent } }
      : answer;
  },
  record({ actor, data }) {
    const { relation } = data;
    if (typeof relation !== 'string' || relation.trim() === '') {
      return fail('form/required', { field: '关系' }, { pointer: '/data/relation' });
    }
    const entry = { officer: actor.id, name: actor.name, relation };
    return { data: { relation }, detail: { register: 'relatives', entries: [entry] } };
  },
  book(draft, { by, data }) {
    draft.barred = { ...draft.barred, [by.id]: String(data?.relation ?? '') };
    // What a relative has signed in an open step, or voted, does not count; somebody else signs it.
    own(draft, 'tallies');
    for (const [id, { leftAt }] of Object.entries(own(draft, 'steps'))) {
      if (leftAt !== undefined) continue;
      const record = own(draft.steps, id) as StepRecord;
      const vote = ownEntry(draft.tallies ?? {}, id);
      if (vote) vote.ballots = vote.ballots.filter(({ by: voted }) => voted.id !== by.id);
      record.signatures = record.signatures.filter(
        ({ by: signed, authority }) => signed.id !== by.id && authority?.for !== by.id,
      );
      if (record.added) record.added = record.added.filter(({ id }) => id !== by.id);
      if (record.assignee?.id === by.id) delete record.assignee;
    }
  },
};
