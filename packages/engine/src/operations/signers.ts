/**
 * Added signers: an officer asks a colleague to sign, too: before them, after them, or whenever. The task is left only
 * when all of them have chosen the same outcome; one's own choice can be changed until then.
 */

import { refuse } from '../act.ts';
import { own, ownEntry } from '../own.ts';
import type { SignerPosition } from '../types.ts';
import { type Asked, fail, type Operation, type Task, textOf } from './operation.ts';
import { heldTask, openTasks, type Placed } from './place.ts';
import { operationTitle } from './titles.ts';
import { refuseBarred } from './transfer.ts';

const POSITIONS: readonly SignerPosition[] = ['before', 'after', 'beside'];

/** A task with more signers than this is a meeting. */
const MOST = 20;

export const addSigner: Operation = {
  reasons: 'optional',
  may: (asked) => heldTask(asked, operationTitle('add-signer', asked.programme.definition.language)),
  record(asked) {
    const { state, actor, data, programme } = asked;
    const placed = heldTask(asked, operationTitle('add-signer', programme.definition.language));
    const step = placed.ok ? placed.step : undefined;
    const record = state.steps[step?.id ?? ''];
    const id = textOf(data, 'officer');
    const position = POSITIONS.find((one) => one === data.position);
    if (!position) fail('operation/position', { positions: POSITIONS }, { pointer: '/data/position' });
    const known = record?.added ?? [];
    const signed = record?.signatures.some(({ by }) => by.id === id);
    if (id === actor.id || signed || known.some((one) => one.id === id)) {
      fail('operation/same-officer', { name: id }, { pointer: '/data/officer' });
    }
    if (known.length >= MOST)
      fail('operation/too-often', { operation: operationTitle('add-signer', 'zh'), max: MOST });
    refuseBarred(asked, id, step, '/data/officer');
    return { detail: { step: step?.id ?? '', officer: { id, name: textOf(data, 'name') }, position } };
  },
  book(draft, { detail, by }) {
    const record = ownEntry(own(draft, 'steps'), detail?.step ?? '');
    if (!record || !detail?.officer || !detail.position) return;
    record.added = [...(record.added ?? []), { ...detail.officer, position: detail.position, by: by.id }];
  },
};

export const removeSigner: Operation = {
  reasons: 'optional',
  may: (asked) => askedTask(asked, operationTitle('remove-signer', asked.programme.definition.language)),
  record(asked) {
    const { programme, state, data } = asked;
    const id = textOf(data, 'officer');
    const placed = askedTask(asked, operationTitle('remove-signer', programme.definition.language));
    const step = placed.ok ? placed.step.id : '';
    const record = state.steps[step];
    const added = record?.added?.find((one) => one.id === id);
    if (!added || record?.signatures.some(({ by }) => by.id === id)) {
      return fail('operation/no-signer', { officer: id }, { pointer: '/data/officer' });
    }
    return { detail: { step, officer: { id, name: added.name } } };
  },
  book(draft, { detail }) {
    const record = ownEntry(own(draft, 'steps'), detail?.step ?? '');
    if (record) record.added = (record.added ?? []).filter(({ id }) => id !== detail?.officer?.id);
  },
};

/** The task that the actor holds of those in which somebody, or the one who is named, was asked to sign, too. */
function askedTask(asked: Asked, title: string): Placed {
  const { programme, state, data } = asked;
  const added = ({ id }: Task) => state.steps[id]?.added ?? [];
  const all = openTasks(programme, state).filter((step) => added(step).length > 0);
  const theirs = all.filter((step) => added(step).some(({ id }) => id === data.officer));
  const places = (theirs.length > 0 ? theirs : all).map(({ id }) =>
    heldTask({ ...asked, data: { step: id } }, title),
  );
  return places.find(({ ok }) => ok) ?? places[0] ?? refuse('operation/no-task', { operation: title });
}
