/** What the checks look at: the programme as read, expanded, and as graphs, with the places of its steps. */
import { expand } from '../expand.ts';
import { Names } from '../parse/names.ts';
import type { Reading } from '../parse/reading.ts';
import { placedSteps } from '../procedure/steps.ts';
import { pointerKeys } from '../schema-walk.ts';
import { expandStep } from '../shorthands/steps.ts';
import type { Definition, ExpandedStep, ProgrammeSource } from '../types.ts';
import { type Procedure, proceduresOf } from './procedures.ts';
import { type ReadExpression, readsOf } from './reads.ts';

export interface Context {
  reading: Reading;
  programme: ProgrammeSource;
  definition: Definition;
  names: Names;
  procedures: readonly Procedure[];
  /** The procedure that a step belongs to. */
  procedureOf(step: string): Procedure;
  /** Where a part of an expanded step stands: a JSON Pointer into the programme of the reading. */
  place(step: string, key?: string): string;
  /** Every expanded step. */
  steps: readonly ExpandedStep[];
  /** Every expression, with the step at which it is evaluated. */
  reads: readonly ReadExpression[];
}

/** The context of a programme that could be read without problems. */
export function contextOf(reading: Reading): Context {
  const { programme, rules } = reading;
  const definition = expand(programme);
  const procedures = proceduresOf(definition, rules);
  const steps = procedures.flatMap((one) => [...one.steps.values()].map(({ step }) => step));
  const [whole] = procedures;
  const context = {
    reading,
    programme,
    definition,
    names: new Names(reading),
    procedures,
    procedureOf: (step: string) => procedures.find((one) => one.steps.has(step)) ?? (whole as Procedure),
    place: places(programme),
    steps,
  };
  return { ...context, reads: readsOf(context) };
}

function places(programme: ProgrammeSource): Context['place'] {
  const origins = new Map<string, string>();
  for (const { step, pointer } of placedSteps(programme.steps)) {
    for (const { id } of expandStep(step, programme)) if (!origins.has(id)) origins.set(id, pointer);
  }
  return (step, key = '') => {
    const origin = origins.get(step);
    if (origin === undefined) return '/steps';
    // What a shorthand brings along has no place of its own: then it is that of the shorthand.
    const written = writtenAt(key).find((one) => valueAt(programme, origin + one) !== undefined);
    return origin + (written ?? '');
  };
}

/** Where a part of an expanded step may stand in the shorthand that it comes from. */
const writtenAt = (key: string): string[] => [
  key,
  `/verify${key}`,
  key.replace(/^\/effects\/\d+\/publish/, ''),
  key.replace(/^\/effects\/\d+/, ''),
];

/** The value that a JSON Pointer leads to; undefined when there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointerKeys(pointer).reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    root,
  );
}
