/** What happens by itself: ends of waits, deadlines of tasks, clocks running out. Derived, so a restart loses none. */
import { ProblemError } from '@aidflow/definition';
import { clockEnd } from './clocks.ts';
import { addDays, endOfDay, localDate } from './days.ts';
import { dueDate } from './due-date.ts';
import { activeSteps } from './evolve.ts';
import { kindOf, type Waiting } from './kinds/index.ts';
import { isSuspended, suspendedSince } from './operations/suspension.ts';
import { periodIn } from './period.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { Calendar, CaseState, StepRecord, Timer } from './types.ts';

/**
 * The timers of a case, earliest first. A clock or wait that reaches into a year which the calendar does not know has
 * none until it is known; `clocks` shows the problem.
 */
export function timers(programme: Programme, state: CaseState, calendar: Calendar): Timer[] {
  // In a suspended case nothing runs out: its clocks stand, and its waits go on when it is resumed.
  if (state.status === 'ended' || isSuspended(state)) return [];
  const procedure = procedureOf(programme, state);
  const found: Timer[] = [];
  for (const id of activeSteps(procedure, state)) {
    const timer = stepTimer(procedure, state, id, calendar);
    if (timer) found.push(timer);
  }
  for (const [clock, record] of Object.entries(state.clocks)) {
    if (record.stopped !== undefined || record.breached !== undefined) continue;
    const due = known(() => clockEnd(procedure, clock, record, calendar));
    if (due) found.push({ id: `clock:${clock}:${due.slice(0, 10)}`, clock, due });
  }
  return found.sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}

function stepTimer(
  programme: Programme,
  state: CaseState,
  id: string,
  calendar: Calendar,
): Timer | undefined {
  const step = programme.steps.get(id);
  const record = state.steps[id];
  const waiting = step && record && kindOf(step).waiting?.(step as never, state);
  if (!waiting) return undefined;
  const { event } = waiting;
  const ends = [periodEnd(programme, state, record, waiting, calendar), dateEnd(programme, waiting)];
  const [due] = ends.filter((end) => end !== undefined).sort();
  if (due === undefined) return undefined;
  return { id: `step:${id}:${record.rounds}`, step: id, due, ...(event === undefined ? {} : { event }) };
}

/** The first instant after a period is over. */
function periodEnd(
  programme: Programme,
  state: CaseState,
  record: StepRecord,
  { period, roll = false }: Waiting,
  calendar: Calendar,
): string | undefined {
  if (!period) return undefined;
  const span =
    record.days === undefined
      ? periodIn(programme, state, period, record.enteredAt)
      : { days: record.days, unit: period.unit };
  const from = localDate(record.enteredAt, programme.timezone);
  const pauses = suspendedSince(state, from, programme.timezone);
  const last = known(() => dueDate(from, span, calendar, { roll, pauses }));
  return last === undefined ? undefined : endOfDay(last, programme.timezone);
}

/** The instant at which a date begins. */
function dateEnd({ timezone }: Programme, { until }: Waiting): string | undefined {
  return until === undefined ? undefined : known(() => endOfDay(addDays(until, -1), timezone));
}

/** What `find` gives, or nothing where it needs a year that the calendar does not know. */
export function known<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'clock/unknown-year') return undefined;
    throw error;
  }
}
