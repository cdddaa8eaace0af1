/** Where each step of a definition stands. */
import { pointerKey } from '../schema-walk.ts';
import type { Definition, ExpandedStep } from '../types.ts';

export interface StandingStep {
  step: ExpandedStep;
  /** Pointer into the programme. */
  at: string;
  /** `PARALLEL/BRANCH` or the id of an `each` step, from the outermost in; empty at the top. */
  inside: string[];
}

/** Every step by its id, those inside others after them. */
export function standing({ steps }: Definition): Map<string, StandingStep> {
  const found = new Map<string, StandingStep>();
  collect(steps, '/definition/steps', [], found);
  return found;
}

function collect(
  steps: readonly ExpandedStep[],
  pointer: string,
  inside: string[],
  found: Map<string, StandingStep>,
): void {
  for (const [index, step] of steps.entries()) {
    const at = `${pointer}/${index}`;
    found.set(step.id, { step, at, inside });
    if (step.kind === 'each') collect(step.steps, `${at}/steps`, [...inside, step.id], found);
    if (step.kind !== 'parallel') continue;
    for (const [id, branch] of Object.entries(step.branches)) {
      const place = `${at}/branches${pointerKey(id)}/steps`;
      collect(branch.steps, place, [...inside, `${step.id}/${id}`], found);
    }
  }
}

/** The procedure in which a step stands: the innermost `each` around it, or undefined for the programme's own. */
export const procedureAround = ({ inside }: StandingStep): string | undefined =>
  inside.findLast((place) => !place.includes('/'));
