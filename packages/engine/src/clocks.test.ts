import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { people, relief, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { clocks, dueDate, localDate, nationalCalendar, timers } from './index.ts';

const calendar = nationalCalendar();
const working = (days: number) => ({ days, unit: 'working-day' }) as const;

describe('due dates by the calendar of 2026', () => {
  // From the open policy cases; the day of the event is not counted.
  const rows: [id: string, start: string, days: number, due: string][] = [
    ['OA-04 investigation', '2026-03-02', 3, '2026-03-05'],
    ['OA-04 handling', '2026-03-02', 30, '2026-04-14'],
    ['OA-04 extended', '2026-03-02', 45, '2026-05-08'],
    ['OA-05 spring festival', '2026-02-12', 3, '2026-02-24'],
    ['OA-15 destitute support', '2026-04-29', 15, '2026-05-22'],
    ['OA-16 papers', '2026-04-20', 10, '2026-05-07'],
    ['OA-24 denial', '2026-04-30', 3, '2026-05-08'],
  ];
  it.each(rows)('%s', (_, start, days, due) => {
    expect(dueDate(start, working(days), calendar)).toBe(due);
  });

  it('a limit in calendar days that ends on a holiday moves to the next working day, a period does not', () => {
    const span = { days: 3, unit: 'calendar-day' } as const;
    expect(dueDate('2026-04-01', span, calendar, { roll: true })).toBe('2026-04-07');
    expect(dueDate('2026-04-01', span, calendar)).toBe('2026-04-04');
  });

  it('a county may have days of its own', () => {
    const local = nationalCalendar({ holidays: ['2026-03-04'], workingDays: ['2026-03-07'] });
    expect(dueDate('2026-03-02', working(3), local)).toBe('2026-03-06');
    expect(dueDate('2026-03-06', working(1), local)).toBe('2026-03-07');
  });

  it('a year whose holidays are not published is a problem and not a guess', () => {
    expect(() => dueDate('2026-12-15', working(15), calendar)).toThrow('clock/unknown-year');
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow', '', '2026-3-2'])('%j is not a date', (date) => {
    expect(() => dueDate(date, working(3), calendar)).toThrow('clock/invalid-date');
  });
});

describe('pauses', () => {
  it('days after the pause began up to the day it ended do not count', () => {
    // Monday 2 March, five working days: 3, 4, then a pause from the 4th to the 10th, 11, 12, 13.
    const pauses = [{ from: '2026-03-04', to: '2026-03-10' }];
    expect(dueDate('2026-03-02', working(5), calendar, { pauses })).toBe('2026-03-13');
  });

  it('a clock that stands has no due date', () => {
    expect(dueDate('2026-03-02', working(5), calendar, { pauses: [{ from: '2026-03-04' }] })).toBeUndefined();
  });

  it('equals a count day by day, written differently', () => {
    const day = (offset: number) => new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
    const offset = fc.integer({ min: 0, max: 150 });
    fc.assert(
      fc.property(
        offset,
        fc.integer({ min: 1, max: 60 }),
        offset,
        offset,
        fc.boolean(),
        (start, days, a, b, w) => {
          const [from, to] = a <= b ? [a, b] : [b, a];
          const counted: string[] = [];
          for (let at = start + 1; counted.length < days; at++) {
            const stands = at > from && at <= to;
            if (!stands && (!w || calendar.isWorkingDay(day(at)))) counted.push(day(at));
          }
          const unit = w ? 'working-day' : 'calendar-day';
          const pauses = [{ from: day(from), to: day(to) }];
          expect(dueDate(day(start), { days, unit }, calendar, { pauses })).toBe(counted.at(-1));
        },
      ),
    );
  });
});

describe('the clock of a case', () => {
  const programme = relief();
  const accepted = () =>
    new Walk(programme).apply('2026-03-02').do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
  const view = (walk: Walk, day: string) => clocks(programme, walk.now, calendar, worldAt(day).now)[0];

  it('runs, and says how many days are left', () => {
    expect(view(accepted(), '2026-03-05')).toMatchObject({ state: 'running', due: '2026-04-14', left: 27 });
  });

  it('is extended once, with reasons', () => {
    const extend = { do: 'extend.handling', actor: people.officer, reasons: 'mountain road closed' };
    const extended = accepted().do(extend, '2026-04-01');
    expect(view(extended, '2026-04-01')).toMatchObject({ due: '2026-05-08', limit: 45, extended: true });
    expect(extended.refused(extend, '2026-04-02')).toBe('clock/already-extended');
    expect(accepted().refused({ ...extend, reasons: '' }, '2026-04-01')).toBe('step/reasons-required');
  });

  it('runs out by itself on the first moment after its last day, once', () => {
    const open = accepted();
    const [timer] = timers(programme, open.now, calendar).filter(({ clock }) => clock === 'handling');
    expect(timer?.due).toBe('2026-04-14T16:00:00.000Z');
    const elapse = { do: 'elapse', timer: timer?.id ?? '', actor: people.system };
    expect(open.refused(elapse, worldAt('2026-04-14'))).toBe('timer/not-due');
    const late = open.do(elapse, worldAt(timer?.due ?? ''));
    expect(view(late, '2026-04-15')).toMatchObject({ state: 'breached', left: -1 });
    expect(timers(programme, late.now, calendar).some(({ clock }) => clock === 'handling')).toBe(false);
    expect(late.now.status).toBe('active');
  });

  it('stands while the applicant has the case, and names the step that stopped it', () => {
    const asked = new Walk(programme)
      .apply('2026-03-02', 150_000)
      .inquire('2026-03-02')
      .do({ do: 'confirm.ask', actor: people.officer, reasons: 'papers' }, '2026-03-04');
    expect(view(asked, '2026-03-09')).toMatchObject({
      state: 'paused',
      left: 28,
      pauses: [{ from: '2026-03-04', step: 'clarify' }],
    });
    const back = asked.do({ do: 'clarify', actor: people.applicant }, '2026-03-09');
    // Thirty working days end on 14 April; three (5, 6 and 9 March) stood: 15, 16, 17 April.
    expect(view(back, '2026-03-09')).toMatchObject({ state: 'running', due: '2026-04-17' });
  });

  it('that reaches into an unknown year says so and does not stop the case', () => {
    const late = new Walk(programme)
      .apply('2026-12-01')
      .do({ do: 'accept.accept', actor: people.clerk }, '2026-12-01');
    expect(view(late, '2026-12-02')?.problem?.code).toBe('clock/unknown-year');
    expect(view(late, '2026-12-02')?.due).toBeUndefined();
  });
});

describe('civil dates', () => {
  it.each([
    ['2026-03-01T15:59:59Z', 'Asia/Shanghai', '2026-03-01'],
    ['2026-03-01T16:00:00Z', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-02T00:30:00+08:00', 'Asia/Shanghai', '2026-03-02'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(instant, zone)).toBe(date);
  });
});
