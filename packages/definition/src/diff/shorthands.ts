/**
 * The shorthands behind the steps of a definition, which holds them written out: known again by the ids that
 * `expand` gives and by the way the parts lead to each other.
 */
import type { Definition } from '../types.ts';
import { standing } from './place.ts';
import { type Plain, targetsOf } from './targets.ts';

export interface Shorthand {
  id: string;
  kind: 'notice' | 'supplement' | 'oversight-sample';
}

/** The shorthand that each step is a part of, by the id of the step. */
export function shorthandsOf(definition: Definition): Map<string, Shorthand> {
  const steps = standing(definition);
  const found = new Map<string, Shorthand>();
  const stepAt = (id: string): Plain | undefined => steps.get(id)?.step as unknown as Plain | undefined;
  for (const { step } of steps.values()) {
    const { id } = step;
    const first = stepAt(`${id}-publish`);
    const notice = stepAt(`${id}-notice`);
    if (step.kind === 'wait' && first?.next === id && targetsOf(step).includes(`${id}-verify`)) {
      mark(found, { id, kind: 'notice' }, [`${id}-publish`, id, `${id}-verify`]);
    } else if (step.kind === 'draw' && step.chosen === `${id}-review` && stepAt(`${id}-correct`)) {
      mark(found, { id, kind: 'oversight-sample' }, [id, `${id}-review`, `${id}-correct`]);
    } else if (
      step.kind === 'task' &&
      step.role === 'applicant' &&
      Object.keys(step.outcomes).join() === 'supply'
    ) {
      mark(found, { id, kind: 'supplement' }, notice?.next === id ? [`${id}-notice`, id] : [id]);
    }
  }
  return found;
}

function mark(found: Map<string, Shorthand>, shorthand: Shorthand, ids: readonly string[]): void {
  for (const id of ids) found.set(id, shorthand);
}
