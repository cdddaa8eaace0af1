/**
 * Counting days fast. A calendar is asked once about each day of a year; after that, how many working days lie between
 * two days, and which is the n-th, are look-ups. The answers are those of asking day by day.
 */
import { dayNumber, isoDate, yearOf } from './days.ts';
import type { Calendar } from './types.ts';

/** The working days of a year, by day number (days since 1970-01-01). */
interface Year {
  first: number;
  last: number;
  /** How many working days lie before the i-th day of the year. */
  before: Uint16Array;
  working: Int32Array;
}

const tables = new WeakMap<Calendar, Map<number, Year>>();

/** The year of a day; nothing where the calendar does not know every day of it and has to be asked day by day. */
function yearTable(calendar: Calendar, day: number): Year | undefined {
  let years = tables.get(calendar);
  if (!years) {
    years = new Map();
    tables.set(calendar, years);
  }
  const year = yearOf(day);
  let table = years.get(year);
  if (table === undefined) {
    table = readYear(calendar, year);
    // A year may become known: only what is known is kept.
    if (table) years.set(year, table);
  }
  return table;
}

function readYear(calendar: Calendar, year: number): Year | undefined {
  const first = dayNumber(`${String(year).padStart(4, '0')}-01-01`);
  const last = dayNumber(`${String(year).padStart(4, '0')}-12-31`);
  const before = new Uint16Array(last - first + 2);
  const working: number[] = [];
  try {
    for (let day = first; day <= last; day++) {
      if (calendar.isWorkingDay(isoDate(day))) working.push(day);
      before[day - first + 1] = working.length;
    }
  } catch {
    // What is not known is told when it is asked for, on the day that needs it.
    return undefined;
  }
  return { first, last, before, working: Int32Array.from(working) };
}

/** How many working days lie after the day `after` up to and including `through`; 0 when it is not later. */
export function countWorkingDays(calendar: Calendar, after: number, through: number): number {
  let days = 0;
  for (let from = after + 1; from <= through; ) {
    const table = yearTable(calendar, from);
    if (table) {
      const to = Math.min(through, table.last);
      days += at(table.before, to - table.first + 1) - at(table.before, from - table.first);
      from = to + 1;
    } else {
      if (calendar.isWorkingDay(isoDate(from))) days++;
      from++;
    }
  }
  return days;
}

/**
 * The `wanted`-th working day after the day `after` and not later than `through`; where there are fewer, `day` is missing
 * and `found` says how many there are. No day past the one that is found is asked about.
 */
export function workingDayAfter(
  calendar: Calendar,
  after: number,
  through: number,
  wanted: number,
): { found: number; day?: number } {
  let found = 0;
  for (let from = after + 1; from <= through; ) {
    const table = yearTable(calendar, from);
    if (table) {
      const to = Math.min(through, table.last);
      const passed = at(table.before, from - table.first);
      const here = at(table.before, to - table.first + 1) - passed;
      if (found + here >= wanted)
        return { found: wanted, day: at(table.working, passed + wanted - found - 1) };
      found += here;
      from = to + 1;
    } else {
      if (calendar.isWorkingDay(isoDate(from))) found++;
      if (found >= wanted) return { found, day: from };
      from++;
    }
  }
  return { found };
}

function at(list: Uint16Array | Int32Array, index: number): number {
  return list[index] as number;
}
