/** Work items, derived from where the case stands. */
import { divisionAt } from '@aidflow/definition';
import { activeSteps } from './evolve.ts';
import { levelOf, type Programme } from './programme.ts';
import type { CaseState, Task } from './types.ts';

/** The open tasks of a case; who may really act in each is found when it is asked. */
export function tasks(programme: Programme, state: CaseState): Task[] {
  return activeSteps(programme, state).flatMap((id) => {
    const step = programme.steps.get(id);
    const record = state.steps[id];
    if (step?.kind !== 'task' || !record) return [];
    const { delegable } = step;
    return [
      {
        step: id,
        title: step.title,
        level: levelOf(step),
        role: step.role,
        division: divisionAt(state.division, levelOf(step)),
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
      },
    ];
  });
}
