/**
 * Added signers: an officer asks a colleague to sign, too: before them, after them, or whenever. The task is left only
 * when all of them have chosen the same outcome; one's own choice can be changed until then.
 */

import { refuse } from '../act.ts';
import type { SignerPosition } from '../types.ts';
import { fail, type Operation, textOf } from './operation.ts';
import { heldTask, openTasks } from './place.ts';
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
    const record = draft.steps[detail?.step ?? ''];
    if (!record || !detail?.officer || !detail.position) return;
    record.added = [...(record.added ?? []), { ...detail.officer, position: detail.position, by: by.id }];
  },
};

export const removeSigner: Operation = {
  reasons: 'optional',
  may(asked) {
    const { programme, state } = asked;
    const title = operationTitle('remove-signer', programme.definition.language);
    const step = openTasks(programme, state).find(({ id }) => state.steps[id]?.added?.length);
    if (!step) return refuse('operation/no-task', { operation: title });
    return heldTask({ ...asked, data: { step: step.id } }, title);
  },
  record({ programme, state, data }) {
    const id = textOf(data, 'officer');
    const step = openTasks(programme, state).find((one) =>
      state.steps[one.id]?.added?.some((added) => added.id === id),
    );
    const record = state.steps[step?.id ?? ''];
    if (!step || record?.signatures.some(({ by }) => by.id === id)) {
      return fail('operation/no-signer', { officer: id }, { pointer: '/data/officer' });
    }
    const name = record?.added?.find((added) => added.id === id)?.name ?? id;
    return { detail: { step: step.id, officer: { id, name } } };
  },
  book(draft, { detail }) {
    const record = draft.steps[detail?.step ?? ''];
    if (record) record.added = (record.added ?? []).filter(({ id }) => id !== detail?.officer?.id);
  },
};
