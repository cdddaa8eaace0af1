/** Walking through the steps of a programme as it was written, with the place of each. */
import { pointerKey } from '../schema-walk.ts';
import type { SourceStep } from '../types.ts';

/** A step with its place in `programme.yaml` and the branches it lies in. */
export interface PlacedStep {
  step: SourceStep;
  pointer: string;
  /** `PARALLEL/BRANCH` from the outermost in. */
  branches: string[];
}

/** Every step, those of branches after the parallel step they belong to. */
export function placedSteps(
  steps: readonly SourceStep[],
  pointer = '/steps',
  branches: string[] = [],
): PlacedStep[] {
  return steps.flatMap((step, index) => {
    const place = `${pointer}/${index}`;
    const here: PlacedStep = { step, pointer: place, branches };
    if (step.kind === 'each') return [here, ...placedSteps(step.steps, `${place}/steps`, branches)];
    if (step.kind !== 'parallel') return [here];
    const inner = Object.entries(step.branches).flatMap(([id, branch]) =>
      placedSteps(branch.steps, `${place}/branches${pointerKey(id)}/steps`, [
        ...branches,
        `${step.id}/${id}`,
      ]),
    );
    return [here, ...inner];
  });
}

/** Where a step may lead: the target, and the key that names it below the step. */
export interface Way {
  target: string;
  key: string;
}

/** The targets of a step as written. */
export function waysOf(step: SourceStep): Way[] {
  const skip = step.kind !== 'end' && step.otherwise !== undefined ? [way(step.otherwise, '/otherwise')] : [];
  return [...skip, ...leaving(step)];
}

const way = (target: string, key: string): Way => ({ target, key });

const optional = (target: string | undefined, key: string): Way[] =>
  target === undefined ? [] : [way(target, key)];

function leaving(step: SourceStep): Way[] {
  switch (step.kind) {
    case 'task': {
      const overdue = step.within?.['on-overdue'];
      return [
        ...ways(step.outcomes, '/outcomes'),
        ...(overdue === undefined ? [] : [way(overdue, '/within/on-overdue')]),
      ];
    }
    case 'check':
      return [way(step.pass, '/pass'), way(step.fail, '/fail'), way(step.unknown, '/unknown')];
    case 'wait':
      return [...ways(step.events ?? {}, '/events'), way(step.next, '/next')];
    case 'draw':
      return [way(step.chosen, '/chosen'), way(step.rest, '/rest')];
    case 'select':
      return [...optional(step.empty, '/empty'), way(step.next, '/next')];
    case 'vote':
      return [
        way(step.passed, '/passed'),
        way(step.failed, '/failed'),
        ...optional(step['no-quorum'], '/no-quorum'),
        ...optional(step.ballots?.within?.['on-overdue'], '/ballots/within/on-overdue'),
      ];
    case 'each':
      return [...optional(step.within?.['on-overdue'], '/within/on-overdue'), way(step.next, '/next')];
    case 'parallel':
      return [...optional(step['on-veto'], '/on-veto'), way(step.next, '/next')];
    case 'effect':
      return [way(step.next, '/next')];
    case 'use':
      return [];
    case 'notice': {
      const overdue = step.verify.within?.['on-overdue'];
      return [
        ...ways(step.verify.outcomes, '/verify/outcomes'),
        ...(overdue === undefined ? [] : [way(overdue, '/verify/within/on-overdue')]),
        way(step.next, '/next'),
      ];
    }
    case 'supplement':
      return [way(step['back-to'], '/back-to'), way(step.lapsed, '/lapsed')];
    case 'oversight-sample':
      return [way(step.next, '/next'), way(step['correct-to'], '/correct-to')];
    case 'end':
      return [];
  }
}

const ways = (outcomes: Record<string, { to: string }>, key: string): Way[] =>
  Object.entries(outcomes).map(([id, { to }]) => way(to, `${key}${pointerKey(id)}/to`));
