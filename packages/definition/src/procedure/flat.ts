/** The procedure after expansion as a graph. */
import type { ExpandedStep } from '../types.ts';
import { waysOf } from './ways.ts';

export interface FlatStep {
  step: ExpandedStep;
  /** The innermost parallel step whose branch it lies in, within its procedure. */
  parallel: string | undefined;
  /** The branch of that step. */
  branch: string | undefined;
  /** The innermost each step whose items' procedure it belongs to. */
  each: string | undefined;
}

type Within = Omit<FlatStep, 'step'>;
const top: Within = { parallel: undefined, branch: undefined, each: undefined };

/** Every step, those of branches and of items included. */
export function flatSteps(steps: readonly ExpandedStep[], within: Within = top): FlatStep[] {
  return steps.flatMap((step) => {
    const here: FlatStep = { step, ...within };
    if (step.kind === 'each') return [here, ...flatSteps(step.steps, { ...top, each: step.id })];
    if (step.kind !== 'parallel') return [here];
    const inner = Object.entries(step.branches).flatMap(([branch, { steps: list }]) =>
      flatSteps(list, { ...within, parallel: step.id, branch }),
    );
    return [here, ...inner];
  });
}

/**
 * From each step the steps it may lead to in the same case. A branch that is done leads on from its parallel step; the
 * steps of items are a procedure of their own, to which no way leads from outside.
 */
export function expandedWays(steps: readonly FlatStep[]): Map<string, string[]> {
  const places = new Map(steps.map((one) => [one.step.id, one]));
  return new Map(
    steps.map(({ step, parallel }) => [
      step.id,
      targetsOf(step).map((target) => joined(target, places.get(parallel ?? ''), places)),
    ]),
  );
}

/** Where a target leads from a branch: its parallel step goes on, which may itself end the branch it lies in. */
function joined(target: string, outer: FlatStep | undefined, places: ReadonlyMap<string, FlatStep>): string {
  if (outer?.step.kind !== 'parallel' || (target !== 'done' && target !== 'veto')) return target;
  const { next, 'on-veto': veto = next } = outer.step;
  return joined(target === 'veto' ? veto : next, places.get(outer.parallel ?? ''), places);
}

function targetsOf(step: ExpandedStep): string[] {
  if (step.kind === 'parallel') {
    const firsts = Object.values(step.branches).map(({ steps }) => steps[0]?.id ?? step.next);
    return [...firsts, ...skipped(step)];
  }
  const taken = waysOf(step).filter(({ event }) => event !== undefined);
  return [...taken.map(({ target }) => target), ...skipped(step)];
}

/** Skipping goes on with next where nothing else is said. */
function skipped(step: ExpandedStep): string[] {
  if (step.kind === 'end' || step.when === undefined) return [];
  const target = step.otherwise ?? ('next' in step ? step.next : undefined);
  return target === undefined ? [] : [target];
}
