/** The task that an operation is about: the one that is named, or the first in which the actor may act. */
import { type Refusal, refuse } from '../act.ts';
import { authorise } from '../authority.ts';
import { activeSteps } from '../evolve.ts';
import type { Programme } from '../programme.ts';
import type { Authority, CaseState } from '../types.ts';
import type { Asked, Task } from './operation.ts';

export type Placed = { ok: true; step: Task; authority: Authority } | Refusal;

/** The open task that `data.step` names or that the actor holds, and by what authority. */
export function heldTask(asked: Asked, title: string): Placed {
  const { programme, state, actor, world, data } = asked;
  const open = openTasks(programme, state).filter(({ id }) => data.step === undefined || id === data.step);
  let first: Refusal | undefined;
  for (const step of open) {
    const answer = authorise(programme, step, state, actor, world);
    if (answer.ok && answer.authority.basis !== 'own-case' && answer.authority.basis !== 'public') {
      return { ok: true, step, authority: answer.authority };
    }
    first ??= answer.ok ? refuse('authority/role', { step: title, role: 'officer' }) : answer;
  }
  return first ?? refuse('operation/no-task', { operation: title });
}

export function openTasks(programme: Programme, state: CaseState): Task[] {
  return activeSteps(programme, state).flatMap((id) => {
    const step = programme.steps.get(id);
    return step?.kind === 'task' ? [step] : [];
  });
}
