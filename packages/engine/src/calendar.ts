/**
 * Working days of the State Council's yearly notices (as published by chinese-days), with a county's own days over them.
 */
import { ProblemError, problem } from '@aidflow/definition';
import chineseDays from 'chinese-days';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Calendar } from './types.ts';

/** Days on which a county differs: a local festival off, a make-up day on. ISO dates. */
export interface CalendarChanges {
  workingDays?: readonly string[];
  holidays?: readonly string[];
}

// The package answers for a year without published holidays as if it had none, so the years are read from its data.
const knownYears = new Set(Object.keys(published.holidays).map((date) => date.slice(0, 4)));

/**
 * The national calendar with a county's changes.
 * `isWorkingDay` throws `clock/unknown-year` for a year whose holidays have not been published: guessing would give
 * a wrong statutory date.
 */
export function nationalCalendar(changes: CalendarChanges = {}): Calendar {
  const working = new Set(changes.workingDays);
  const off = new Set(changes.holidays);
  const cache = new Map<string, boolean>();
  return {
    isWorkingDay(date) {
      let answer = cache.get(date);
      if (answer === undefined) {
        if (!knownYears.has(date.slice(0, 4))) {
          throw new ProblemError(problem('clock/unknown-year', { year: date.slice(0, 4) }));
        }
        answer = working.has(date) || (!off.has(date) && chineseDays.isWorkday(date));
        cache.set(date, answer);
      }
      return answer;
    },
  };
}
