/** Work items, derived from where the case stands. */
import { divisionAt } from '@aidflow/definition';
import { levelOf } from './authority.ts';
import { activeSteps } from './evolve.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { CaseState, Task } from './types.ts';

/** The open tasks of a case; who may really act in each is found when it is asked. */
export function tasks(programme: Programme, state: CaseState): Task[] {
  const procedure = procedureOf(programme, state);
  return activeSteps(procedure, state).flatMap((id) => {
    const step = procedure.steps.get(id);
    const record = state.steps[id];
    if ((step?.kind !== 'task' && step?.kind !== 'vote') || !record) return [];
    // A ballot is everybody's who votes in it; whoever closes it finds it there, too.
    const role = step.kind === 'vote' ? (step.ballots?.role ?? step.role) : step.role;
    const level = levelOf(procedure, { ...step, role });
    const delegable = step.kind === 'task' ? step.delegable : undefined;
    return [
      {
        step: id,
        title: step.title,
        level,
        role,
        division: divisionAt(state.division, level),
        ...(delegable
          ? {
              delegable: {
                level: delegable.level,
                role: delegable.role,
                division: divisionAt(state.division, delegable.level),
              },
            }
          : {}),
        since: record.enteredAt,
        round: record.rounds,
        signed: record.signatures.map(({ by }) => by.id),
        ...(record.assignee ? { assignee: record.assignee.id } : {}),
        ...(record.added?.length ? { added: record.added.map(({ id }) => id) } : {}),
      },
    ];
  });
}
