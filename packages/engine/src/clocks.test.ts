import { describe, expect, it } from 'vitest';
import { people, relief, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { clocks, localDate, nationalCalendar, timers } from './index.ts';

const calendar = nationalCalendar();

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

  it('counts from a date that the definition names, fixed when it begins; from the event where none is known', () => {
    const since = (expression: string) =>
      relief(({ definition }) => {
        Object.assign(definition.clocks?.handling ?? {}, { since: expression });
      });
    const due = (expression: string) => {
      const walk = new Walk(since(expression)).apply('2026-03-02');
      walk.do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
      return clocks(since(expression), walk.now, calendar, worldAt('2026-03-02').now)[0];
    };
    // From Friday 27 February: Saturday 28 February is worked, so two of thirty are over on 2 March.
    expect(due('"2026-02-27"')).toMatchObject({ started: '2026-02-27', due: '2026-04-10', left: 28 });
    expect(due('application.since')).toMatchObject({ started: '2026-03-02', due: '2026-04-14' });
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
