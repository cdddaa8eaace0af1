/**
 * Statutory clocks. The day of the event is not counted; a day counts when it is of the clock's unit and the clock did
 * not stand: after the day on which a pause began, up to and including the day on which it ended, nothing counts.
 * Due, left and breached are derived from the record and never stored.
 */
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import { dayNumber, endOfDay, isoDate, localDate } from './days.ts';
import type { Programme } from './programme.ts';
import type { Calendar, CaseState, ClockRecord, ClockView } from './types.ts';

export type DayUnit = 'working-day' | 'calendar-day';

export interface Span {
  days: number;
  unit: DayUnit;
}

/** Past this many days a clock is a mistake in a definition (some fifty years). */
const HORIZON = 20_000;

/**
 * The last day in time of `span` from `start` (ISO dates), with the pauses left out.
 * `undefined` while a pause is open. With `roll`, an end on a day off moves to the next working day
 * (general rule for limits; the period of a public notice does not move).
 * Throws `clock/unknown-year` when the calendar does not know a year that it needs.
 */
export function dueDate(
  start: string,
  span: Span,
  calendar: Calendar,
  options: { pauses?: readonly { from: string; to?: string }[]; roll?: boolean } = {},
): string | undefined {
  const pauses = (options.pauses ?? []).map(({ from, to }) => ({
    from: dayNumber(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
  }));
  let day = dayNumber(start);
  for (let counted = 0; counted < span.days; ) {
    day++;
    if (day - dayNumber(start) > HORIZON) return undefined;
    const pause = pauses.find(({ from, to }) => day > from && day <= to);
    if (pause?.to === Number.POSITIVE_INFINITY) return undefined;
    if (pause === undefined && counts(day, span.unit, calendar)) counted++;
  }
  if (options.roll) while (!calendar.isWorkingDay(isoDate(day))) day++;
  return isoDate(day);
}

function counts(day: number, unit: DayUnit, calendar: Calendar): boolean {
  return unit === 'calendar-day' || calendar.isWorkingDay(isoDate(day));
}

/** Days of `unit` after `from` up to and including `to`; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string, unit: DayUnit, calendar: Calendar): number {
  if (to < from) return -daysBetween(to, from, unit, calendar);
  let days = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day++) {
    if (counts(day, unit, calendar)) days++;
  }
  return days;
}

/** Limit and unit of a clock as it runs in this case, its extension included. */
export function spanOf(programme: Programme, clock: string, record: ClockRecord): Span {
  const definition = programme.clocks[clock];
  if (!definition) throw new ProblemError(problem('clock/unknown', { clock }));
  const extra = record.extended ? (definition.extension?.days ?? 0) : 0;
  return { days: definition.limit.days + extra, unit: definition.limit.unit };
}

/** Last day in time of a running clock; `undefined` while it stands. */
export function clockDue(
  programme: Programme,
  clock: string,
  record: ClockRecord,
  calendar: Calendar,
): string | undefined {
  return dueDate(record.started, spanOf(programme, clock, record), calendar, {
    pauses: record.pauses,
    roll: true,
  });
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
export function clocks(programme: Programme, state: CaseState, calendar: Calendar, now: string): ClockView[] {
  const today = localDate(now, programme.timezone);
  return Object.entries(state.clocks)
    .map(([clock, record]) => view(programme, clock, record, calendar, today))
    .sort((a, b) => Number(a.stopped !== undefined) - Number(b.stopped !== undefined));
}

function view(
  programme: Programme,
  clock: string,
  record: ClockRecord,
  calendar: Calendar,
  today: string,
): ClockView {
  const span = spanOf(programme, clock, record);
  const base = {
    clock,
    title: programme.clocks[clock]?.title ?? clock,
    started: record.started,
    limit: span.days,
    unit: span.unit,
    pauses: record.pauses,
    extended: record.extended !== undefined,
    ...(record.stopped === undefined ? {} : { stopped: record.stopped }),
  };
  try {
    const now = record.stopped ?? today;
    const paused = record.stopped === undefined && record.pauses.some(({ to }) => to === undefined);
    const left = span.days - elapsed(record, span, calendar, now);
    if (paused) return { ...base, state: 'paused', left };
    const closed = record.pauses.map((pause) => ({ ...pause, to: pause.to ?? now }));
    const due = dueDate(record.started, span, calendar, { pauses: closed, roll: true });
    const late = record.breached !== undefined || (due !== undefined && due < now);
    const state = late ? 'breached' : record.stopped === undefined ? 'running' : 'stopped';
    // The roll to a working day may leave an end after the last counted day: nothing is over before `due`.
    return { ...base, state, left: late ? Math.min(left, -1) : Math.max(left, 0), ...(due ? { due } : {}) };
  } catch (error) {
    return {
      ...base,
      state: record.stopped ? 'stopped' : 'running',
      left: span.days,
      problem: asProblem(error),
    };
  }
}

function elapsed(record: ClockRecord, span: Span, calendar: Calendar, now: string): number {
  let days = 0;
  for (let day = dayNumber(record.started) + 1; day <= dayNumber(now); day++) {
    const stood = record.pauses.some(
      ({ from, to }) => day > dayNumber(from) && (to === undefined || day <= dayNumber(to)),
    );
    if (!stood && counts(day, span.unit, calendar)) days++;
  }
  return days;
}

function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}
