/** Ids of the steps of a template, and names of steps in it. */
import { waysOf } from '../procedure/ways.ts';
import { pointerKey } from '../schema-walk.ts';
import type { SourceStep } from '../types.ts';
import { type NamedStep, type StepNames, traceAt } from './trace.ts';
import { put, stepsInside, type TracedStep } from './traced-step.ts';

/** The step of a template that takes the id of the use itself. */
const itself = 'self';

/**
 * Gives the steps that a template brings along ids of their own, in place: USE-NAME, and USE for the one called self.
 * Steps that the use gives keep theirs.
 */
export function rename(one: TracedStep, use: string, names: StepNames): void {
  const { step, trace } = one;
  if (traceAt(trace, '/id').names === names) {
    const id = step.id === itself ? use : `${use}-${step.id}`;
    names.set(step.id, { id, first: id });
    step.id = id;
  }
  for (const inner of stepsInside(one)) rename(inner, use, names);
}

/** Lets every name of a step stand for the one that was meant where it was written, in place. */
export function resolveNames(one: TracedStep, root: StepNames): void {
  const { step, trace } = one;
  const meant = (name: string, key: string): NamedStep | undefined =>
    traceAt(trace, key).names.get(name) ?? root.get(name);
  for (const { target, key } of waysOf(step)) {
    const named = meant(target, key);
    if (named !== undefined) put(one, key, named.first, traceAt(trace, key));
  }
  for (const { name, key } of references(step)) {
    const named = meant(name, key);
    if (named !== undefined) put(one, key, named.id, traceAt(trace, key));
  }
  for (const { name, key } of sentTo(step)) {
    const [to = '', event] = name.split('.');
    const named = meant(to, key);
    if (named !== undefined) put(one, key, `${named.id}.${event}`, traceAt(trace, key));
  }
  for (const inner of stepsInside(one)) resolveNames(inner, root);
}

/** A text below a step that names another step. */
interface Naming {
  name: string;
  key: string;
}

/** Steps that a step names without leading to them. */
function references(step: SourceStep): Naming[] {
  const [list, place] =
    step.kind === 'task'
      ? [step['separate-from'], '']
      : step.kind === 'notice'
        ? [step.verify['separate-from'], '/verify']
        : [];
  return (list ?? []).map((name, index) => ({ name, key: `${place}/separate-from${pointerKey(index)}` }));
}

/** Events that a step sends: STEP.EVENT. */
const sentTo = (step: SourceStep): Naming[] =>
  step.kind === 'effect'
    ? step.effects.flatMap((effect, index) =>
        'send' in effect ? [{ name: effect.send.event, key: `/effects/${index}/send/event` }] : [],
      )
    : [];
