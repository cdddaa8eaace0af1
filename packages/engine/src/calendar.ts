/** Working days of the State Council's yearly notices (as published by chinese-days), with a county's own days over them. */
import { ProblemError, problem } from '@aidflow/definition';
import chineseDays from 'chinese-days';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dayNumber } from './days.ts';
import type { Calendar, DayReason } from './types.ts';

// The package answers for a year without published holidays as if it had none, so the years are read from its data.
const knownYears = new Set(Object.keys(published.holidays).map((date) => date.slice(0, 4)));

/**
 * The national calendar. Throws `clock/unknown-year` for a year whose holidays have not been published: guessing would
 * give a wrong statutory date.
 */
export function nationalCalendar(): Calendar {
  const cache = new Map<string, boolean>();
  return {
    isWorkingDay(date) {
      let answer = cache.get(date);
      if (answer === undefined) {
        refuseUnknown(date);
        answer = chineseDays.isWorkday(date);
        cache.set(date, answer);
      }
      return answer;
    },
    reason(date) {
      refuseUnknown(date);
      const { work, name } = chineseDays.getDayDetail(date);
      // A day that a notice names is `English,Chinese,days off`; any other is the English day of the week.
      const [en = '', zh] = name.split(',');
      if (zh !== undefined) return { kind: work ? 'make-up' : 'holiday', name: { zh, en } };
      return { kind: work ? 'weekday' : 'weekend' };
    },
  };
}

function refuseUnknown(date: string): void {
  dayNumber(date);
  const year = date.slice(0, 4);
  if (!knownYears.has(year)) throw new ProblemError(problem('clock/unknown-year', { year }));
}

/** A day on which a county differs: its date, or its date and what it is called. */
export type CountyDay = string | { date: string; name: Readonly<Record<string, string>> };

/** Days on which a county differs from the nation: a local festival off, a make-up day on. */
export interface CountyDays {
  daysOff?: readonly CountyDay[];
  workingDays?: readonly CountyDay[];
  /** The county's notice. */
  source?: string;
}

/**
 * A county's calendar over the national one. It cannot make a year known that the nation has not published.
 * Throws `clock/invalid-date` for a day that is none, and `clock/day-twice` for one that is both on and off.
 */
export function countyCalendar(
  national: Calendar,
  { daysOff = [], workingDays = [], source }: CountyDays,
): Calendar {
  const own = new Map<string, DayReason>();
  const add = (day: CountyDay, kind: DayReason['kind']) => {
    const { date, name } = typeof day === 'string' ? { date: day, name: undefined } : day;
    dayNumber(date);
    if ((own.get(date)?.kind ?? kind) !== kind) throw new ProblemError(problem('clock/day-twice', { date }));
    own.set(date, { kind, ...(name ? { name } : {}), ...(source === undefined ? {} : { source }) });
  };
  for (const day of daysOff) add(day, 'local-day-off');
  for (const day of workingDays) add(day, 'local-working-day');
  return {
    isWorkingDay(date) {
      const works = national.isWorkingDay(date);
      const day = own.get(date);
      return day === undefined ? works : day.kind === 'local-working-day';
    },
    reason(date) {
      const works = national.isWorkingDay(date);
      return own.get(date) ?? national.reason?.(date) ?? { kind: works ? 'weekday' : 'weekend' };
    },
  };
}
