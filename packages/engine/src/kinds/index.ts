/** Every kind of step. */
import type { Step } from '../programme.ts';
import { check } from './check.ts';
import { draw } from './draw.ts';
import { each } from './each.ts';
import { effect } from './effect.ts';
import { end } from './end.ts';
import type { StepKind } from './kind.ts';
import { parallel } from './parallel.ts';
import { select } from './select.ts';
import { task } from './task.ts';
import { vote } from './vote.ts';
import { wait } from './wait.ts';

export type { Choice, Draft, Leaving, Waiting } from './kind.ts';

const kinds: { [K in Step['kind']]: StepKind<K> } = {
  task,
  check,
  parallel,
  wait,
  draw,
  select,
  vote,
  each,
  effect,
  end,
};

/** The kind of a step. What it is asked is always about a step of that kind, which the type cannot say. */
export function kindOf(step: Step): StepKind<never> {
  return kinds[step.kind] as unknown as StepKind<never>;
}
