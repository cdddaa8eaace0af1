/** Transfer: a task is handed to one officer; only they may act in it then, by an authority of their own. */
import { refuse } from '../act.ts';
import { isOwn } from '../authority.ts';
import { own, ownEntry } from '../own.ts';
import type { Asked, Operation, Permission, Task } from './operation.ts';
import { fail, textOf } from './operation.ts';
import { heldTask } from './place.ts';
import { operationTitle } from './titles.ts';

export const transfer: Operation = {
  reasons: 'optional',
  may(asked): Permission {
    const title = operationTitle('transfer', asked.programme.definition.language);
    const placed = heldTask(asked, title);
    if (!placed.ok) return placed;
    // Several people sign each by themselves: nobody hands over a place among them.
    return (placed.step.by ?? 1) > 1
      ? refuse('operation/several', { operation: title, step: placed.step.title })
      : placed;
  },
  record(asked) {
    const { state, actor, data, programme } = asked;
    const placed = heldTask(asked, operationTitle('transfer', programme.definition.language));
    const step = placed.ok ? placed.step : undefined;
    const to = textOf(data, 'to');
    if (to === (state.steps[step?.id ?? '']?.assignee?.id ?? actor.id)) {
      fail('operation/same-officer', { name: to }, { pointer: '/data/to' });
    }
    refuseBarred(asked, to, step, '/data/to');
    return { detail: { step: step?.id ?? '', officer: { id: to, name: textOf(data, 'name') } } };
  },
  book(draft, { detail }) {
    const record = ownEntry(own(draft, 'steps'), detail?.step ?? '');
    if (record && detail?.officer) record.assignee = detail.officer;
  },
};

/** Refuses an officer who could never act: barred, the applicant, or held apart from the step. */
export function refuseBarred(
  { state }: Asked,
  officer: string,
  step: Task | undefined,
  pointer: string,
): void {
  const apart = step?.['separate-from']?.some((id) => state.steps[id]?.actors.includes(officer));
  const reason =
    state.barred[officer] ?? (isOwn(state, officer) ? 'own-case' : apart ? 'separated' : undefined);
  if (reason !== undefined) fail('operation/barred-officer', { officer, reason }, { pointer });
}
