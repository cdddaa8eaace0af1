/** Where a step may lead, as written. */
import { pointerKey, pointerKeys } from '../schema-walk.ts';
import type { SourceStep } from '../types.ts';

/** A target of a step. */
export interface Way {
  target: string;
  /** JSON Pointer below the step to where the target is written. */
  key: string;
  /** The name of the event by which it is taken; absent where none is: a step is skipped, branches are joined. */
  event?: string;
}

/** The targets of a step. Those of steps inside it, of branches and of items, are theirs. */
export function waysOf(step: SourceStep): Way[] {
  const skip = step.kind === 'end' ? undefined : step.otherwise;
  return [...optional(skip, '/otherwise'), ...leaving(step)];
}

/** The step with its targets changed; the step itself is left alone. */
export function withTargets<T extends SourceStep>(
  step: T,
  change: (target: string, key: string) => string,
): T {
  const copy = structuredClone(step);
  for (const { target, key } of waysOf(step)) setAt(copy, key, change(target, key));
  return copy;
}

/** Puts a value where a JSON Pointer leads to, in place. Everything above it is there. */
export function setAt(root: object, pointer: string, value: unknown): void {
  const keys = pointerKeys(pointer);
  const last = keys.pop() ?? '';
  const parent = keys.reduce<object>((here, key) => Reflect.get(here, key) as object, root);
  Reflect.set(parent, last, value);
}

function leaving(step: SourceStep): Way[] {
  switch (step.kind) {
    case 'task':
      return [...outcomes(step.outcomes, '/outcomes'), ...overdue(step.within, '/within')];
    case 'check':
      return [
        way(step.pass, '/pass', 'pass'),
        way(step.fail, '/fail', 'fail'),
        way(step.unknown, '/unknown', 'unknown'),
      ];
    case 'wait':
      return [
        ...outcomes(step.events ?? {}, '/events'),
        // Without a time only an event ends the waiting.
        way(step.next, '/next', (step.for ?? step.until) ? 'elapsed' : undefined),
      ];
    case 'draw':
      return [way(step.chosen, '/chosen', 'chosen'), way(step.rest, '/rest', 'rest')];
    case 'select':
      return [way(step.next, '/next', 'selected'), ...optional(step.empty, '/empty', 'empty')];
    case 'vote':
      return [
        way(step.passed, '/passed', 'passed'),
        way(step.failed, '/failed', 'failed'),
        ...optional(step['no-quorum'], '/no-quorum', 'no-quorum'),
      ];
    case 'each':
      return [way(step.next, '/next', 'done'), ...overdue(step.within, '/within')];
    case 'parallel':
      return [way(step.next, '/next'), ...optional(step['on-veto'], '/on-veto')];
    case 'effect':
      return [way(step.next, '/next', 'done')];
    case 'notice':
      return [
        ...outcomes(step.verify.outcomes, '/verify/outcomes'),
        ...overdue(step.verify.within, '/verify/within'),
        way(step.next, '/next', 'elapsed'),
      ];
    case 'supplement':
      return [way(step['back-to'], '/back-to', 'supply'), way(step.lapsed, '/lapsed', 'elapsed')];
    case 'oversight-sample':
      return [way(step.next, '/next'), way(step['correct-to'], '/correct-to')];
    case 'use':
    case 'end':
      return [];
  }
}

const way = (target: string, key: string, event?: string): Way => ({
  target,
  key,
  ...(event === undefined ? {} : { event }),
});

const optional = (target: string | undefined, key: string, event?: string): Way[] =>
  target === undefined ? [] : [way(target, key, event)];

const overdue = (within: { 'on-overdue'?: string } | undefined, key: string): Way[] =>
  optional(within?.['on-overdue'], `${key}/on-overdue`, 'elapsed');

const outcomes = (ways: Record<string, { to: string }>, key: string): Way[] =>
  Object.entries(ways).map(([id, { to }]) => way(to, `${key}${pointerKey(id)}/to`, id));
