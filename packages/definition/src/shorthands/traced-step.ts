/** A step that was written out, with where its parts were written. */
import { innerLists } from '../procedure/steps.ts';
import { setAt } from '../procedure/ways.ts';
import type { SourceStep } from '../types.ts';
import { type Trace, traceAt, withTrace } from './trace.ts';

export interface TracedStep {
  step: SourceStep;
  trace: Trace;
}

/** The steps directly inside a step. */
export const stepsInside = ({ step, trace }: TracedStep): TracedStep[] =>
  innerLists(step).flatMap(({ steps, key }) =>
    steps.map((one, index) => ({ step: one, trace: traceAt(trace, `${key}/${index}`) })),
  );

/** Sets a part of the step, in place. */
export function put(one: TracedStep, pointer: string, value: unknown, trace: Trace): void {
  setAt(one.step, pointer, value);
  one.trace = withTrace(one.trace, pointer, trace);
}

/** Gives the step, and what is inside it, a legal basis where it has none of its own. */
export function withBasis(one: TracedStep, basis: string, trace: Trace): void {
  if (one.step.kind !== 'end' && one.step.basis === undefined) put(one, '/basis', basis, trace);
  for (const { steps, key } of innerLists(one.step)) {
    for (const [index, step] of steps.entries()) {
      const pointer = `${key}/${index}`;
      const inner: TracedStep = { step, trace: traceAt(one.trace, pointer) };
      withBasis(inner, basis, trace);
      one.trace = withTrace(one.trace, pointer, inner.trace);
    }
  }
}
