/**
 * Statutory clocks of a case. A clock stands while the case is in a step that pauses it, while the applicant is asked
 * something, and while the case is suspended. Due, left and breached are derived from the record and never stored.
 */
import { type ClockDefinition, type Problem, ProblemError, problem } from '@aidflow/definition';
import { endOfDay, localDate } from './days.ts';
import { daysCounted, dueDate, type Span } from './due-date.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { Calendar, CaseState, ClockPause, ClockRecord, ClockView, Pause } from './types.ts';

/** The clock of a procedure by its id. Throws `clock/unknown`. */
export function clockOf(programme: Programme, clock: string): ClockDefinition {
  const definition = Object.hasOwn(programme.clocks, clock) ? programme.clocks[clock] : undefined;
  if (definition) return definition;
  throw new ProblemError(problem('clock/unknown', { clock, clocks: Object.keys(programme.clocks) }));
}

/** Limit and unit of a clock as it runs in this case, its extension included. */
export function spanOf(programme: Programme, clock: string, record: ClockRecord): Span {
  const { limit, extension } = clockOf(programme, clock);
  const days = fixed(record.days, limit.days);
  const extra = record.extended && extension ? fixed(record.extended.days, extension.days) : 0;
  return { days: days + extra, unit: limit.unit };
}

/** A length that the definition computes was fixed when it began: what the case holds later does not move it. */
function fixed(recorded: number | undefined, days: number | string): number {
  if (recorded !== undefined) return recorded;
  if (typeof days === 'number') return days;
  throw new ProblemError(problem('clock/no-period', { expression: days }));
}

/** Last day in time of a running clock; `undefined` while it stands. */
export function clockDue(
  programme: Programme,
  clock: string,
  record: ClockRecord,
  calendar: Calendar,
): string | undefined {
  const { pauses } = record;
  return dueDate(record.started, spanOf(programme, clock, record), calendar, { pauses, roll: true });
}

/** First instant at which a running clock is over, in UTC. */
export function clockEnd(
  programme: Programme,
  clock: string,
  record: ClockRecord,
  calendar: Calendar,
): string | undefined {
  const due = clockDue(programme, clock, record, calendar);
  return due && endOfDay(due, programme.timezone);
}

/**
 * How each clock of the case stands at the instant `now`, running ones first.
 * A clock whose end lies in a year that the calendar does not know carries `problem` in place of `due`.
 */
export function clocks(whole: Programme, state: CaseState, calendar: Calendar, now: string): ClockView[] {
  const programme = procedureOf(whole, state);
  const today = localDate(now, programme.timezone);
  return Object.entries(state.clocks)
    .map(([clock, record]) => view(programme, state, clock, record, calendar, today))
    .sort((a, b) => Number(a.stopped !== undefined) - Number(b.stopped !== undefined));
}

function view(
  programme: Programme,
  state: CaseState,
  clock: string,
  record: ClockRecord,
  calendar: Calendar,
  today: string,
): ClockView {
  const span = spanOf(programme, clock, record);
  const base = {
    clock,
    title: clockOf(programme, clock).title,
    started: record.started,
    limit: span.days,
    unit: span.unit,
    pauses: pausesOf(programme, state, record),
    extended: record.extended !== undefined,
    ...(record.stopped === undefined ? {} : { stopped: record.stopped }),
  };
  try {
    const now = record.stopped ?? today;
    const paused = record.stopped === undefined && record.pauses.some(({ to }) => to === undefined);
    const left = span.days - daysCounted(record.started, now, span.unit, calendar, record.pauses);
    if (paused) return { ...base, state: 'paused', left };
    const closed = record.pauses.map((pause) => ({ ...pause, to: pause.to ?? now }));
    const due = dueDate(record.started, span, calendar, { pauses: closed, roll: true });
    const late = record.breached !== undefined || (due !== undefined && due < now);
    const is = late ? 'breached' : record.stopped === undefined ? 'running' : 'stopped';
    // The roll to a working day may leave an end after the last counted day: nothing is over before `due`.
    return {
      ...base,
      state: is,
      left: late ? Math.min(left, -1) : Math.max(left, 0),
      ...(due ? { due } : {}),
    };
  } catch (error) {
    const is = record.stopped === undefined ? 'running' : 'stopped';
    return { ...base, state: is, left: span.days, problem: asProblem(error) };
  }
}

/** The stretches in which a clock stood, with what stopped it and, where somebody did, who. */
export function pausesOf(programme: Programme, state: CaseState, { pauses }: ClockRecord): ClockPause[] {
  return pauses.map((pause) => {
    const { from, to, step, cause = 'step' } = pause;
    const by = causedBy(programme, state, pause);
    return {
      from,
      ...(to === undefined ? {} : { to }),
      ...(step === '' ? {} : { step }),
      cause,
      ...(by === undefined ? {} : { by }),
    };
  });
}

function causedBy({ timezone }: Programme, state: CaseState, { from, step, cause }: Pause) {
  if (cause === 'suspend') {
    // A clock that began while the case was suspended stands from its own beginning on.
    return state.suspensions?.findLast((one) => localDate(one.from, timezone) <= from)?.by;
  }
  if (cause !== 'ask') return undefined;
  return state.questions?.find((one) => one.step === step && localDate(one.at, timezone) === from)?.by;
}

function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}
