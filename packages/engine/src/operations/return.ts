/**
 * Return: an officer sends the case back to a task that it has been through, with reasons; to the applicant's own step it
 * is the return for revision. What was entered stays, signatures there begin anew, the round is counted.
 */
import { refuse } from '../act.ts';
import { activeSteps } from '../evolve.ts';
import { roundsUsed } from '../kinds/task.ts';
import type { Programme } from '../programme.ts';
import type { CaseState } from '../types.ts';
import { fail, type Operation } from './operation.ts';
import { heldTask } from './place.ts';
import { operationTitle } from './titles.ts';

export const returned: Operation = {
  reasons: 'required',
  may(asked) {
    const { programme, state } = asked;
    const title = operationTitle('return', programme.definition.language);
    const placed = heldTask(asked, title);
    if (!placed.ok) return placed;
    if (state.decided) {
      return refuse('case/decided', {
        case: state.number,
        outcome: state.decided.outcome,
        at: state.decided.at,
      });
    }
    if (returnTargets(programme, state, placed.step.id).length === 0) {
      return refuse('operation/no-target', { operation: title });
    }
    return placed;
  },
  record(asked) {
    const { programme, state, data } = asked;
    const placed = heldTask(asked, operationTitle('return', programme.definition.language));
    const step = placed.ok ? placed.step.id : '';
    const targets = returnTargets(programme, state, step);
    const to = programme.definition.operations?.return?.to ?? data.to;
    if (typeof to !== 'string' || !targets.includes(to)) {
      return fail('operation/target', { to: to ?? '', targets }, { pointer: '/data/to' });
    }
    const full = roundsUsed(programme, state, to);
    if (full) fail('step/rounds', { step: programme.steps.get(to)?.title ?? to, ...full });
    return { detail: { step, to } };
  },
};

/** The tasks to which a case can go back from a step: been through, not open now, and not in another branch. */
export function returnTargets(programme: Programme, state: CaseState, from: string): string[] {
  const open = activeSteps(programme, state);
  const place = programme.places.get(from);
  return [...programme.steps.values()].flatMap(({ id, kind }) => {
    const other = programme.places.get(id);
    const within =
      other === undefined || (place?.parallel === other.parallel && place.branch === other.branch);
    return kind === 'task' && within && state.steps[id] && !open.includes(id) ? [id] : [];
  });
}
