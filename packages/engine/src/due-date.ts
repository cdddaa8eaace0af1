/**
 * Counting days. The day of the event is not counted; a day counts when it is of the unit and nothing stood still on it:
 * after the day on which a pause began, up to and including the day on which it ended, nothing counts.
 */
import { dayNumber, isoDate } from './days.ts';
import type { Calendar } from './types.ts';
import { countWorkingDays, workingDayAfter } from './working-days.ts';

export type DayUnit = 'working-day' | 'calendar-day';

export interface Span {
  days: number;
  unit: DayUnit;
}

/** Past this many days a clock is a mistake in a definition (some fifty years). */
const HORIZON = 20_000;

/** A stretch in which nothing counts: after `from` up to and including `to` (day numbers), for ever when infinite. */
interface Standstill {
  from: number;
  to: number;
}

/** Pauses in order, those that touch made one. */
function standstills(pauses: readonly { from: string; to?: string }[]): Standstill[] {
  const sorted = pauses
    .map(({ from, to }) => ({
      from: dayNumber(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : dayNumber(to),
    }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  const merged: Standstill[] = [];
  for (const pause of sorted) {
    const before = merged.at(-1);
    if (before && pause.from <= before.to) before.to = Math.max(before.to, pause.to);
    else merged.push(pause);
  }
  return merged;
}

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
  const day = lastDay(dayNumber(start), span, calendar, standstills(options.pauses ?? []));
  if (day === undefined) return undefined;
  return isoDate(options.roll ? rolled(day, calendar) : day);
}

function lastDay(
  start: number,
  { days, unit }: Span,
  calendar: Calendar,
  pauses: readonly Standstill[],
): number | undefined {
  let wanted = Math.ceil(days);
  if (!(wanted > 0)) return start;
  let from = start;
  for (const pause of [...pauses, { from: start + HORIZON, to: Number.POSITIVE_INFINITY }]) {
    const { found, day } = dayAfter(unit, calendar, from, Math.min(pause.from, start + HORIZON), wanted);
    if (day !== undefined) return day;
    wanted -= found;
    from = Math.max(from, pause.to);
    if (from >= start + HORIZON) return undefined;
  }
  return undefined;
}

/** The first working day from `day` on. */
function rolled(day: number, calendar: Calendar): number {
  return workingDayAfter(calendar, day - 1, day + HORIZON, 1).day ?? day;
}

function dayAfter(unit: DayUnit, calendar: Calendar, after: number, through: number, wanted: number) {
  if (unit === 'working-day') return workingDayAfter(calendar, after, through, wanted);
  const there = Math.max(0, through - after);
  return there < wanted ? { found: there } : { found: wanted, day: after + wanted };
}

function daysAfter(unit: DayUnit, calendar: Calendar, after: number, through: number): number {
  return unit === 'working-day' ? countWorkingDays(calendar, after, through) : Math.max(0, through - after);
}

/** Days of `unit` after `from` up to and including `to`; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string, unit: DayUnit, calendar: Calendar): number {
  return to < from
    ? -daysAfter(unit, calendar, dayNumber(to), dayNumber(from))
    : daysAfter(unit, calendar, dayNumber(from), dayNumber(to));
}

/** Days of `unit` after `from` up to and including `to` on which nothing stood still. */
export function daysCounted(
  from: string,
  to: string,
  unit: DayUnit,
  calendar: Calendar,
  pauses: readonly { from: string; to?: string }[],
): number {
  const last = dayNumber(to);
  let days = 0;
  let after = dayNumber(from);
  for (const pause of [...standstills(pauses), { from: last, to: last }]) {
    days += daysAfter(unit, calendar, after, Math.min(pause.from, last));
    after = Math.max(after, pause.to);
  }
  return days;
}
