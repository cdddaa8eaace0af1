/** Walking through the steps of a procedure as it was written, with the place of each. */
import { pointerKey } from '../schema-walk.ts';
import type { Join, SourceStep } from '../types.ts';

/** A list of steps inside a step. */
export interface InnerList {
  steps: SourceStep[];
  /** JSON Pointer below the step. */
  key: string;
  /** Id of the branch of a parallel; absent where each item has a case of its own. */
  branch?: string;
}

/** The lists of steps inside a step: the branches of a parallel, the steps of the items of an each. */
export function innerLists(step: SourceStep): InnerList[] {
  if (step.kind === 'each') return [{ steps: step.steps, key: '/steps' }];
  if (step.kind !== 'parallel') return [];
  return Object.entries(step.branches).map(([branch, { steps }]) => ({
    steps,
    key: `/branches${pointerKey(branch)}/steps`,
    branch,
  }));
}

/** The step with every list of steps inside it changed; the step itself is left alone. */
export function withInner(step: SourceStep, change: (steps: SourceStep[]) => SourceStep[]): SourceStep {
  if (step.kind === 'each') return { ...step, steps: change(step.steps) };
  if (step.kind !== 'parallel') return step;
  const branches = Object.entries(step.branches).map(([id, branch]) => [
    id,
    { ...branch, steps: change(branch.steps) },
  ]);
  return { ...step, branches: Object.fromEntries(branches) };
}

/** A step with its place in `programme.yaml` and what it lies in. */
export interface PlacedStep {
  step: SourceStep;
  /** JSON Pointer into the programme, with its shorthands of kind use unfolded. */
  pointer: string;
  /** Id of the innermost each step whose items' procedure it belongs to; undefined in that of the programme itself. */
  each: string | undefined;
  /** `PARALLEL/BRANCH` from the outermost in, within its procedure. */
  branches: string[];
  /** How the innermost of these branches is joined with the others. */
  join: Join | undefined;
}

type Within = Pick<PlacedStep, 'each' | 'branches' | 'join'>;
const top: Within = { each: undefined, branches: [], join: undefined };

/** Every step, those inside a step after it. */
export function placedSteps(
  steps: readonly SourceStep[],
  pointer = '/steps',
  within: Within = top,
): PlacedStep[] {
  return steps.flatMap((step, index) => {
    const place = `${pointer}/${index}`;
    const inner = innerLists(step).flatMap(({ steps: list, key, branch }) =>
      placedSteps(list, place + key, inside(step, branch, within)),
    );
    return [{ step, pointer: place, ...within }, ...inner];
  });
}

function inside(step: SourceStep, branch: string | undefined, within: Within): Within {
  if (branch === undefined) return { ...top, each: step.id };
  const join = step.kind === 'parallel' ? step.join : undefined;
  return { ...within, branches: [...within.branches, `${step.id}/${branch}`], join };
}
