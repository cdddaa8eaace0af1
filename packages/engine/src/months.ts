/**
 * Sums in months and years of civil dates. A month later is the same day of the next month, and its last day where there
 * is no such day (Civil Code, article 202).
 */
import { dayNumber } from './days.ts';

interface Civil {
  /** Months since year 0. */
  month: number;
  /** From 1. */
  day: number;
}

/** The parts of an ISO date. Throws `clock/invalid-date`. */
function civil(date: string): Civil {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return { month: year * 12 + month - 1, day };
}

function iso(month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-${two(day)}`;
}

/** How many days a month has, by `YYYY-MM` or any date in it. */
export function daysInMonth(month: string): number {
  const { month: at } = civil(`${month.slice(0, 7)}-01`);
  return dayNumber(iso(at + 1, 1)) - dayNumber(iso(at, 1));
}

/** `2026-01-31` and 1 is `2026-02-28`; back with a negative number. Throws `clock/invalid-date`. */
export function addMonths(date: string, months: number): string {
  const { month, day } = civil(date);
  const at = month + months;
  return iso(at, Math.min(day, daysInMonth(iso(at, 1))));
}

/** Whole months from one date to another, negative when `to` is earlier. Throws `clock/invalid-date`. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from) + 0;
  const [first, last] = [civil(from), civil(to)];
  const months = last.month - first.month;
  return addMonths(from, months) > to ? months - 1 : months;
}

/** Completed years on a date; a birthday counts, and that of 29 February is the 28th in other years. */
export function ageOn(birth: string, date: string): number {
  const years = Math.floor((civil(date).month - civil(birth).month) / 12);
  return addMonths(birth, years * 12) > date ? years - 1 : years;
}

/**
 * Months of service from the first to the last day, both served. Of a month that is not whole, `part` days or more count
 * as one (default 15), fewer as none.
 */
export function monthsServed(first: string, last: string, part = 15): number {
  if (last < first) return 0;
  const after = nextDay(last);
  const whole = monthsBetween(first, after);
  const rest = dayNumber(after) - dayNumber(addMonths(first, whole));
  return whole + (rest >= part ? 1 : 0);
}

function nextDay(date: string): string {
  const { month, day } = civil(date);
  return day < daysInMonth(date) ? iso(month, day + 1) : iso(month + 1, 1);
}
