/**
 * Civil dates as ISO strings (`2026-03-02`). Inside, a date is its number of days since 1970-01-01, so that adding and
 * comparing are integer sums; time zones are Temporal's business and are asked only at the border between instant and date.
 */
import { ProblemError, problem } from '@aidflow/definition';
import { Temporal } from 'temporal-polyfill';

const DAY = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Days and dates by one another: counting days asks for the same few hundred again and again. */
const KEPT = 50_000;
const numbers = new Map<string, number>();
const dates = new Map<number, string>();

/** Days since 1970-01-01 of an ISO date. Throws `clock/invalid-date` when there is no such day. */
export function dayNumber(date: string): number {
  let day = numbers.get(date);
  if (day === undefined) {
    const ms = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    if (Number.isNaN(ms) || isoDate(ms / DAY) !== date) {
      throw new ProblemError(problem('clock/invalid-date', { date }));
    }
    day = ms / DAY;
    if (numbers.size > KEPT) numbers.clear();
    numbers.set(date, day);
  }
  return day;
}

/** The ISO date of a day number. */
export function isoDate(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, 10);
    if (dates.size > KEPT) dates.clear();
    dates.set(day, date);
  }
  return date;
}

/** The calendar year of a day number. */
export function yearOf(day: number): number {
  return new Date(day * DAY).getUTCFullYear();
}

/** `2026-01-31` plus 1 is `2026-02-01`. */
export function addDays(date: string, days: number): string {
  return isoDate(dayNumber(date) + days);
}

/** The month after a date's month, as `YYYY-MM`. Throws `clock/invalid-date`. */
export function monthAfter(date: string): string {
  dayNumber(date);
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${date.slice(0, 5)}${String(month + 1).padStart(2, '0')}`;
}

/** One zone's offset, kept for the quarter of an hour it was asked for: no zone changes within one. */
const QUARTER = 900_000;
const offsets = new Map<string, Map<number, number>>();

function offsetMs(ms: number, timezone: string): number {
  let known = offsets.get(timezone);
  if (!known || known.size > 50_000) {
    known = new Map();
    offsets.set(timezone, known);
  }
  const quarter = Math.floor(ms / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    offset =
      Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER).toZonedDateTimeISO(timezone)
        .offsetNanoseconds / 1e6;
    known.set(quarter, offset);
  }
  return offset;
}

/** The civil date of an instant in a time zone. */
export function localDate(instant: string, timezone: string): string {
  if (instant === latest?.instant && timezone === latest.timezone) return latest.date;
  const date = civilDate(instant, timezone);
  latest = { instant, timezone, date };
  return date;
}

/** Deciding asks a dozen times for the day of one instant. */
let latest: { instant: string; timezone: string; date: string } | undefined;

function civilDate(instant: string, timezone: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new ProblemError(problem('clock/invalid-date', { date: instant }));
  return isoDate(Math.floor((ms + offsetMs(ms, timezone)) / DAY));
}

/** The first instant after a civil date is over, in UTC. */
export function endOfDay(date: string, timezone: string): string {
  const midnight = (dayNumber(date) + 1) * DAY;
  // Midnight in the zone is found from the offset that holds there, which the first guess may miss on a changing day.
  const guess = midnight - offsetMs(midnight, timezone);
  return new Date(midnight - offsetMs(guess, timezone)).toISOString();
}

const ENGLISH_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' });

/** Dates and months as English has them: a letter says the same one several times. */
const english = new Map<string, string>();

function inEnglish(what: string, date: string, format: Intl.DateTimeFormat): string {
  let text = english.get(what);
  if (text === undefined) {
    text = format.format(dayNumber(date) * DAY);
    if (english.size > KEPT) english.clear();
    english.set(what, text);
  }
  return text;
}

/** `2026-04-10` as `2026年4月10日`, in English `10 April 2026`. */
export function longDate(date: string, language: string): string {
  if (language !== 'zh') return inEnglish(date, date, ENGLISH_DATE);
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** `2026-05` as `2026年5月`, in English `May 2026`. */
export function longMonth(month: string, language: string): string {
  if (language !== 'zh') return inEnglish(month, `${month}-01`, ENGLISH_MONTH);
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}
