/** What can be done in a programme, by the ids that a scenario uses. */
import { isOperation, type JsonObject, operationIds, type Programme, type Step } from '@aidflow/engine';

/** Whether every case has it: `withdraw`, `return`, `extend.CLOCK`. */
export function isStanding(id: string): boolean {
  return isOperation(id);
}

/** Operations that every case has, as far as they have no part. */
export const STANDING_OPERATIONS: readonly string[] = operationIds.filter(isOperation);

/** Outcomes by which a step can be left, with the form each takes. */
export function outcomesOf(step: Step): Record<string, { form: string | undefined }> {
  switch (step.kind) {
    case 'task':
      return Object.fromEntries(
        Object.entries(step.outcomes).map(([id, { form }]) => [id, { form: form ?? step.form }]),
      );
    case 'wait':
      return Object.fromEntries(Object.entries(step.events ?? {}).map(([id, { form }]) => [id, { form }]));
    case 'check':
      return step.connector === undefined ? {} : { answer: { form: undefined }, fail: { form: undefined } };
    case 'vote': {
      const { form } = step;
      return step.ballots ? { ballot: { form: undefined }, close: { form } } : { record: { form } };
    }
    case 'each':
      return { ...(step.enrol ? { enrol: { form: step.enrol.form } } : {}), retry: { form: undefined } };
    default:
      return {};
  }
}

/** `accept.return` is outcome `return` of step `accept`; a step with one outcome may be named alone. */
export function splitOperation(id: string): { step: string; outcome: string | undefined } {
  const dot = id.indexOf('.');
  return dot < 0 ? { step: id, outcome: undefined } : { step: id.slice(0, dot), outcome: id.slice(dot + 1) };
}

/** The steps with which a case can be opened. */
export function startsOf({ definition: { start, starts = [] } }: Programme): readonly string[] {
  return [start, ...starts];
}

/** The form whose data an operation carries; `undefined` where it carries none. */
export function formOf(programme: Programme, operation: string): string | undefined {
  const { step: id, outcome } = splitOperation(operation);
  const step = programme.steps.get(id);
  if (step === undefined) return undefined;
  const outcomes = Object.entries(outcomesOf(step));
  if (outcome === undefined) return outcomes.length === 1 ? outcomes[0]?.[1].form : undefined;
  return outcomes.find(([name]) => name === outcome)?.[1].form;
}

/** JSON Merge Patch (RFC 7396): objects are merged, null takes away, anything else replaces. */
export function merged(base: JsonObject | undefined, patch: JsonObject | undefined): JsonObject | undefined {
  if (base === undefined || patch === undefined) return patch ?? base;
  const result: JsonObject = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const before = Object.hasOwn(result, key) ? result[key] : undefined;
    if (value === null) delete result[key];
    else if (isObject(value)) result[key] = merged(isObject(before) ? before : {}, value) ?? {};
    else result[key] = value;
  }
  return result;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
