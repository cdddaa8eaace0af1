/**
 * Stretches of time as a tester writes them: `3wd` working days, `7d` calendar days, `2h` hours, `90m` minutes.
 * Days keep the time of day in the programme's zone; hours and minutes are exact.
 */
import type { Calendar } from '@aidflow/engine';
import { Temporal } from 'temporal-polyfill';

export interface Span {
  count: number;
  unit: 'wd' | 'd' | 'h' | 'm';
}

const SPAN = /^([1-9]\d{0,4})(wd|d|h|m)$/;

/** Reads `3wd`, `7d`, `2h` or `90m`; `undefined` where the text is none of them. */
export function parseSpan(text: string): Span | undefined {
  const found = SPAN.exec(text);
  return found ? { count: Number(found[1]), unit: found[2] as Span['unit'] } : undefined;
}

/**
 * The instant that lies `span` after `instant` (both in milliseconds since 1970).
 * Throws `clock/unknown-year` when working days reach into a year that the calendar does not know.
 */
export function after(instant: number, span: Span, calendar: Calendar, timezone: string): number {
  if (span.unit === 'h') return instant + span.count * 3_600_000;
  if (span.unit === 'm') return instant + span.count * 60_000;
  let day = at(instant, timezone);
  if (span.unit === 'd') return day.add({ days: span.count }).epochMilliseconds;
  for (let counted = 0; counted < span.count; ) {
    day = day.add({ days: 1 });
    if (calendar.isWorkingDay(day.toPlainDate().toString())) counted++;
  }
  return day.epochMilliseconds;
}

/** Opening time of an office: a date without a time means this moment of it. */
const OPENING = '09:00';

/** Reads an instant with its offset, or a date alone, which means 09:00 on that day; `undefined` for anything else. */
export function parseInstant(text: string, timezone: string): number | undefined {
  try {
    if (!text.includes('T')) {
      return Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: timezone, plainTime: OPENING })
        .epochMilliseconds;
    }
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** `2026-03-02T09:00:00+08:00`: an instant as people of the zone read it. */
export function localTime(instant: number, timezone: string): string {
  return at(instant, timezone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function at(instant: number, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
}
