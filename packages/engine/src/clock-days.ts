/** A clock day by day, for whoever asks why it ends when it ends. */
import { clockDue, clockOf, pausesOf, spanOf } from './clocks.ts';
import { addDays, localDate } from './days.ts';
import { type Programme, procedureOf } from './programme.ts';
import { known } from './timers.ts';
import type { Calendar, CaseState, ClockPause, DayReason } from './types.ts';

/** One day of a clock. */
export interface ClockDay {
  date: string;
  /** Which day of the limit it is; absent where it does not count. */
  number?: number;
  /**
   * `start`: the day of the event is not counted. `counted`. `day-off`: no working day. `paused`: the clock stood.
   * `moved`: the limit was used up before, and ends on the next working day. `over`: past the last day.
   */
  why: 'start' | 'counted' | 'day-off' | 'paused' | 'moved' | 'over';
  /** It is the last day in time. */
  due?: true;
  /** What the calendar says of it, where it can. */
  day?: DayReason;
  pause?: ClockPause;
}

/** A longer list is nobody's to read (some ten years). */
const LONGEST = 4_000;

/**
 * The days of a clock from the one on which it started to the last one that matters: the day on which it was stopped, or
 * the later of its last day and the day of the instant `now`. Empty when the case has no such clock. Where the calendar
 * does not know a year, the list ends before it; `clocks` says so. Throws `clock/unknown` when the programme has none.
 */
export function clockDays(
  whole: Programme,
  state: CaseState,
  clock: string,
  calendar: Calendar,
  now: string,
): ClockDay[] {
  const programme = procedureOf(whole, state);
  clockOf(programme, clock);
  const record = state.clocks[clock];
  if (!record) return [];
  const { days: limit, unit } = spanOf(programme, clock, record);
  const pauses = pausesOf(programme, state, record);
  const due = known(() => clockDue(programme, clock, record, calendar));
  const today = localDate(now, programme.timezone);
  const last = record.stopped ?? (due !== undefined && due > today ? due : today);

  let number = 0;
  const why = (date: string): Pick<ClockDay, 'why' | 'number' | 'pause'> => {
    const pause = pauses.find(({ from, to }) => date > from && (to === undefined || date <= to));
    if (pause) return { why: 'paused', pause };
    if (due !== undefined && date > due) return { why: 'over' };
    const works = calendar.isWorkingDay(date);
    if (number >= limit) return { why: 'moved' };
    return works || unit === 'calendar-day' ? { why: 'counted', number: ++number } : { why: 'day-off' };
  };
  const entry = (date: string, found: ReturnType<typeof why>): ClockDay => {
    const day = known(() => calendar.reason?.(date));
    return { date, ...found, ...(date === due ? { due: true } : {}), ...(day === undefined ? {} : { day }) };
  };

  const days = [entry(record.started, { why: 'start' })];
  for (
    let date = addDays(record.started, 1);
    date <= last && days.length < LONGEST;
    date = addDays(date, 1)
  ) {
    const found = known(() => why(date));
    if (found === undefined) break;
    days.push(entry(date, found));
  }
  return days;
}
