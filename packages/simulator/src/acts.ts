/** What a scenario does, step by step, with everything that it leaves to be understood written out. */
import { type Calendar, type JsonObject, nationalCalendar, type Programme } from '@aidflow/engine';
import { readCaseName } from './case-names.ts';
import { formOf, isStanding, merged, outcomesOf, splitOperation } from './operations.ts';
import type { Scenario } from './scenario.ts';
import { after, localTime, parseInstant, parseSpan } from './span.ts';

export interface Act {
  /** Instant at which it is done, with the offset of the programme's zone. */
  at: string;
  /** `STEP.OUTCOME`, or an operation that every case has. */
  do: string;
  /** Name of the one who does it, in the scenario. */
  as: string;
  /** The case as the scenario names it; absent for the main one. */
  case?: string;
  /** Data of the form, the scenario's own for it included. */
  data?: JsonObject;
  reasons?: string;
}

/** The acts of a scenario in order, those left out that it expects to be refused, and the instant at which it ends. */
export function actsOf(
  programme: Programme,
  { clock, given, steps }: Scenario,
  calendar: Calendar = nationalCalendar(),
): { acts: Act[]; until: string } {
  const { timezone } = programme;
  let now = parseInstant(clock, timezone) ?? 0;
  const acts: Act[] = [];
  for (const step of steps) {
    if ('until' in step) now = parseInstant(step.until, timezone) ?? now;
    if ('wait' in step) {
      const span = parseSpan(step.wait);
      if (span) now = after(now, span, calendar, timezone);
    }
    if (!('do' in step) || step.refused !== undefined) continue;
    const read = step.case === undefined ? undefined : readCaseName(programme, step.case);
    const procedure = read?.ok ? read.procedure : programme;
    const form = formOf(procedure, step.do);
    // The schema lets any JSON object through, and YAML was read as JSON.
    const data = merged(
      form === undefined ? undefined : (given?.data?.[form] as JsonObject | undefined),
      step.data as JsonObject | undefined,
    );
    acts.push({
      at: localTime(now, timezone),
      do: whole(procedure, step.do),
      as: step.as,
      ...(step.case === undefined ? {} : { case: step.case }),
      ...(data === undefined ? {} : { data }),
      ...(step.reasons === undefined ? {} : { reasons: step.reasons }),
    });
  }
  return { acts, until: localTime(now, timezone) };
}

/** A step with one outcome may be named alone. */
function whole(programme: Programme, operation: string): string {
  const { step: id, outcome } = splitOperation(operation);
  const step = programme.steps.get(id);
  if (outcome !== undefined || isStanding(operation) || step === undefined) return operation;
  const [only] = Object.keys(outcomesOf(step));
  return only === undefined ? operation : `${id}.${only}`;
}
