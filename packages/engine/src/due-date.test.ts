/** Guards against a wrong statutory date: tables from the law and the policy cases, and a count written another way. */
import { ProblemError, problem } from '@aidflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysCounted } from './due-date.ts';
import { type Calendar, type DayUnit, daysBetween, dueDate, nationalCalendar } from './index.ts';

const calendar = nationalCalendar();
const working = (days: number) => ({ days, unit: 'working-day' }) as const;
const natural = (days: number) => ({ days, unit: 'calendar-day' }) as const;

describe('policy cases', () => {
  // The day of the event is not counted.
  it.each([
    ['OS-01 filing after the first resident', '2025-03-03', 10, '2025-03-17'],
    ['OS-01 first inspection', '2025-03-17', 20, '2025-04-15'],
    ['OA-04 investigation', '2026-03-02', 3, '2026-03-05'],
    ['OA-04 handling', '2026-03-02', 30, '2026-04-14'],
    ['OA-04 extended', '2026-03-02', 45, '2026-05-08'],
    ['OA-05 spring festival', '2026-02-12', 3, '2026-02-24'],
    ['OA-06 begins when all papers are there', '2026-03-20', 30, '2026-05-07'],
    ['OA-15 destitute support', '2026-04-29', 15, '2026-05-22'],
    ['OA-16 papers after an emergency', '2026-04-20', 10, '2026-05-07'],
    ['OA-24 denial', '2026-04-30', 3, '2026-05-08'],
  ])('%s', (_, start, days, due) => {
    expect(dueDate(start, working(days), calendar, { roll: true })).toBe(due);
  });
});

describe('rules that all programmes share', () => {
  // Holidays of 2026: 1-3 Jan, 15-23 Feb, 4-6 Apr, 1-5 May, 19-21 Jun, 25-27 Sep, 1-7 Oct; worked for them: 4 Jan,
  // 14 and 28 Feb, 9 May, 20 Sep, 10 Oct. Counted by hand.
  it.each([
    ['acceptance, 5 working days over the holiday of May', '2026-04-30', working(5), true, '2026-05-11'],
    ['correction, 10 working days with a Sunday worked', '2026-09-14', working(10), true, '2026-09-28'],
    ['licence, 20 working days', '2026-01-05', working(20), true, '2026-02-02'],
    ['licence, extended by 10, ends on a Saturday worked', '2026-01-05', working(30), true, '2026-02-14'],
    ['joint check, 45 days end on a Saturday', '2026-04-01', natural(45), true, '2026-05-18'],
    ['joint check with 15 more, ends on a Sunday', '2026-04-01', natural(60), true, '2026-06-01'],
    ['publicity of a county, 5 working days', '2026-02-13', working(5), false, '2026-02-27'],
    ['publicity in a village, 7 days', '2026-03-23', natural(7), false, '2026-03-30'],
    [
      'objection, 10 working days over the dragon boat festival',
      '2026-06-18',
      working(10),
      true,
      '2026-07-03',
    ],
    ['asking for a hearing, 5 working days', '2026-09-29', working(5), true, '2026-10-12'],
    [
      'service by publication, 30 days, is a period and ends on a holiday',
      '2026-04-01',
      natural(30),
      false,
      '2026-05-01',
    ],
    ['reconsideration, 60 days end on a Saturday worked', '2026-03-10', natural(60), true, '2026-05-09'],
    ['reconsideration, 60 days end on a Sunday', '2026-03-11', natural(60), true, '2026-05-11'],
    ['deciding it, 60 days', '2026-06-01', natural(60), true, '2026-07-31'],
    ['deciding it, 30 more, ends on a Sunday', '2026-06-01', natural(90), true, '2026-08-31'],
    ['court after it, 15 days end on a holiday', '2026-09-10', natural(15), true, '2026-09-28'],
  ])('%s', (_, start, span, roll, due) => {
    expect(dueDate(start, span, calendar, { roll })).toBe(due);
  });
});

describe('edges', () => {
  it('a year whose holidays are not published is a problem and not a guess', () => {
    expect(() => dueDate('2026-12-15', working(15), calendar)).toThrow('clock/unknown-year');
    expect(() => dueDate('2026-12-20', natural(20), calendar, { roll: true })).toThrow('clock/unknown-year');
    expect(dueDate('2026-12-20', natural(20), calendar)).toBe('2027-01-09');
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow', '', '2026-3-2'])('%j is not a date', (date) => {
    expect(() => dueDate(date, working(3), calendar)).toThrow('clock/invalid-date');
    expect(() => dueDate('2026-03-02', working(3), calendar, { pauses: [{ from: date }] })).toThrow(
      'clock/invalid-date',
    );
  });

  it('a pause that is open leaves no date, unless the time was over before', () => {
    expect(dueDate('2026-03-02', working(5), calendar, { pauses: [{ from: '2026-03-04' }] })).toBeUndefined();
    expect(dueDate('2026-03-02', working(5), calendar, { pauses: [{ from: '2026-03-09' }] })).toBe(
      '2026-03-09',
    );
  });

  it('a calendar without working days ends somewhere', () => {
    expect(dueDate('2026-03-02', working(1), { isWorkingDay: () => false })).toBeUndefined();
  });

  it('days between count backwards, too', () => {
    expect(daysBetween('2026-04-30', '2026-05-08', 'working-day', calendar)).toBe(3);
    expect(daysBetween('2026-05-08', '2026-04-30', 'working-day', calendar)).toBe(-3);
    expect(daysBetween('2026-05-08', '2026-04-30', 'calendar-day', calendar)).toBe(-8);
  });
});

/** A count that walks over the days one by one and asks nothing of the code above. */
function countDays(
  start: string,
  days: number,
  unit: DayUnit,
  { isWorkingDay }: Calendar,
  pauses: { from: string; to?: string }[],
  roll: boolean,
): string | undefined {
  const day = new Date(`${start}T00:00:00Z`);
  const text = () => day.toISOString().slice(0, 10);
  const move = () => day.setUTCDate(day.getUTCDate() + 1);
  for (let counted = 0; counted < days; ) {
    move();
    const standing = pauses.filter(({ from, to }) => text() > from && (to === undefined || text() <= to));
    if (standing.some(({ to }) => to === undefined)) return undefined;
    if (standing.length === 0 && (unit === 'calendar-day' || isWorkingDay(text()))) counted++;
  }
  while (roll && !isWorkingDay(text())) move();
  return text();
}

describe('equals a count day by day', () => {
  const day = (offset: number) => new Date(Date.UTC(2025, 10, 1 + offset)).toISOString().slice(0, 10);
  const date = fc.integer({ min: 0, max: 300 }).map(day);
  const pause = fc
    .tuple(date, fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined, freq: 8 }))
    .map(([from, length]) => {
      if (length === undefined) return { from };
      return { from, to: new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10) };
    });
  /** Off on some days of the week and on some dates; past a date it may know nothing. */
  const calendars = fc
    .record({
      week: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 5 }),
      off: fc.uniqueArray(date, { maxLength: 40 }),
      known: fc.option(date, { nil: undefined }),
    })
    .map(({ week, off, known }): Calendar => {
      const closed = new Set(off);
      return {
        isWorkingDay(on) {
          if (known !== undefined && on > known) {
            throw new ProblemError(problem('clock/unknown-year', { year: on.slice(0, 4) }));
          }
          return !week.includes(new Date(on).getUTCDay()) && !closed.has(on);
        },
      };
    });
  const world = fc.record({
    start: date,
    days: fc.integer({ min: 1, max: 60 }),
    extension: fc.integer({ min: 0, max: 30 }),
    unit: fc.constantFrom<DayUnit>('working-day', 'calendar-day'),
    pauses: fc.array(pause, { maxLength: 4 }),
    roll: fc.boolean(),
    calendar: fc.oneof(fc.constant(calendar), calendars),
  });
  const answer = (find: () => unknown) => {
    try {
      return find() ?? 'none';
    } catch (error) {
      return error instanceof ProblemError ? error.problem.code : error;
    }
  };

  it('the last day', () => {
    fc.assert(
      fc.property(world, ({ start, days, extension, unit, pauses, roll, calendar: own }) => {
        const total = days + extension;
        const found = answer(() => dueDate(start, { days: total, unit }, own, { pauses, roll }));
        expect(found).toBe(answer(() => countDays(start, total, unit, own, pauses, roll)));
      }),
      { numRuns: 3_000 },
    );
  });

  it('the days that have gone by', () => {
    fc.assert(
      fc.property(world, date, ({ start, unit, pauses, calendar: own }, to) => {
        const count = () => {
          let days = 0;
          for (let at = Date.parse(start) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
            const on = new Date(at).toISOString().slice(0, 10);
            const stood = pauses.some((one) => on > one.from && (!('to' in one) || on <= (one.to as string)));
            if (!stood && (unit === 'calendar-day' || own.isWorkingDay(on))) days++;
          }
          return days;
        };
        expect(answer(() => daysCounted(start, to, unit, own, pauses))).toBe(answer(count));
      }),
      { numRuns: 1_000 },
    );
  });
});
