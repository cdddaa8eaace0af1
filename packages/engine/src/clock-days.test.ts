import { describe, expect, it } from 'vitest';
import { people, relief, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { clockDays, clocks, countyCalendar, nationalCalendar, timers } from './index.ts';

const national = nationalCalendar();
const programme = relief((bundle) => {
  const definition = bundle.definition;
  definition.parameters = {
    ...definition.parameters,
    inquiryDays: {
      title: '调查天数',
      unit: 'days',
      certainty: 'local',
      values: [
        { value: 3, 'valid-from': '2025-01-01', 'valid-to': '2026-04-01' },
        { value: 5, 'valid-from': '2026-04-01' },
      ],
    },
  };
  definition.clocks = {
    ...definition.clocks,
    inquiry: {
      title: '启动调查',
      limit: {
        days: 'parameters.inquiryDays + (if application.members > 3 then 2 else 0)',
        unit: 'working-day',
      },
      extension: { days: 'parameters.inquiryDays', unit: 'working-day' },
      starts: ['accept.accept'],
      stops: ['visit.submit', 'confirm.deny'],
    },
    whole: {
      title: '全程',
      limit: { days: 5, unit: 'calendar-day' },
      starts: ['accept.accept'],
      stops: ['confirm.approve'],
    },
  };
  definition.operations = { ask: { pauses: ['handling'] } };
});

const accepted = (date: string) =>
  new Walk(programme).apply(date).do({ do: 'accept.accept', actor: people.clerk }, date);
const view = (walk: Walk, clock: string, date: string) =>
  clocks(programme, walk.now, national, worldAt(date).now).find((one) => one.clock === clock);
const days = (walk: Walk, clock: string, date: string, calendar = national) =>
  clockDays(programme, walk.now, clock, calendar, worldAt(date).now);
const short = (found: ReturnType<typeof days>) =>
  found.map(({ date, why, number }) => `${date.slice(5)} ${number ?? why}`);

describe('a clock day by day', () => {
  it('over the spring festival: a Saturday worked counts, nine days off do not', () => {
    const found = days(accepted('2026-02-12'), 'inquiry', '2026-02-13');
    expect(short(found)).toEqual([
      '02-12 start',
      '02-13 1',
      '02-14 2',
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((day) => `02-${day} day-off`),
      '02-24 3',
    ]);
    expect(found[2]?.day).toEqual({ kind: 'make-up', name: { zh: '春节', en: 'Spring Festival' } });
    expect(found[3]?.day?.kind).toBe('holiday');
    expect(found.at(-1)).toMatchObject({ due: true, day: { kind: 'weekday' } });
  });

  it('in calendar days moves on to the next working day, and is over after it', () => {
    // Five days from 30 April end on 5 May, within the holiday; the 6th is the next working day.
    expect(short(days(accepted('2026-04-30'), 'whole', '2026-05-08'))).toEqual([
      '04-30 start',
      '05-01 1',
      '05-02 2',
      '05-03 3',
      '05-04 4',
      '05-05 5',
      '05-06 moved',
      '05-07 over',
      '05-08 over',
    ]);
    const due = days(accepted('2026-04-30'), 'whole', '2026-05-08').filter((day) => day.due);
    expect(due.map(({ date }) => date)).toEqual(['2026-05-06']);
    expect(view(accepted('2026-04-30'), 'whole', '2026-05-06')?.due).toBe('2026-05-06');
  });

  it('with a day off of the county, and its document', () => {
    const county = countyCalendar(national, { daysOff: ['2026-03-04'], source: '县办〔2026〕2号' });
    const found = days(accepted('2026-03-02'), 'inquiry', '2026-03-02', county);
    expect(short(found)).toEqual(['03-02 start', '03-03 1', '03-04 day-off', '03-05 2', '03-06 3']);
    expect(found[2]?.day).toEqual({ kind: 'local-day-off', source: '县办〔2026〕2号' });
  });

  it('ends on the day on which it was stopped', () => {
    const stopped = accepted('2026-03-02')
      .do({ do: 'visit.submit', actor: people.first }, '2026-03-03')
      .do({ do: 'visit.submit', actor: people.second }, '2026-03-03');
    expect(short(days(stopped, 'inquiry', '2026-03-20'))).toEqual(['03-02 start', '03-03 1']);
  });

  it('ends before a year that the calendar does not know', () => {
    const late = days(accepted('2026-12-30'), 'inquiry', '2027-01-05');
    expect(short(late)).toEqual(['12-30 start', '12-31 1']);
  });

  it('of no clock is nothing, of an unknown one a problem', () => {
    expect(days(new Walk(programme).apply('2026-03-02'), 'handling', '2026-03-02')).toEqual([]);
    expect(() => days(accepted('2026-03-02'), 'none', '2026-03-02')).toThrow('clock/unknown');
  });

  it('agrees with the due date of the clock', () => {
    for (const date of ['2026-01-02', '2026-02-12', '2026-03-06', '2026-04-29', '2026-09-28']) {
      const walk = accepted(date);
      for (const clock of ['handling', 'inquiry', 'whole']) {
        const due = days(walk, clock, date).filter((day) => day.due);
        expect(due.map((day) => day.date)).toEqual([view(walk, clock, date)?.due]);
      }
    }
  });
});

describe('a length that the definition computes', () => {
  it('is that of the day on which the clock starts', () => {
    expect(view(accepted('2026-03-31'), 'inquiry', '2026-04-10')).toMatchObject({
      limit: 3,
      due: '2026-04-03',
    });
    // 4 to 6 April are a holiday.
    expect(view(accepted('2026-04-01'), 'inquiry', '2026-04-01')).toMatchObject({
      limit: 5,
      due: '2026-04-09',
    });
  });

  it('sees the case, and does not move when the case changes', () => {
    const four = new Walk(programme)
      .apply('2026-03-02', 90_000, 4)
      .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
    expect(view(four, 'inquiry', '2026-03-02')).toMatchObject({ limit: 5, due: '2026-03-09' });
    four.state = { ...four.now, data: { application: { income: 1, members: 1 } } };
    expect(view(four, 'inquiry', '2026-03-02')).toMatchObject({ limit: 5, due: '2026-03-09' });
  });

  it('is that of the day of its extension, too', () => {
    const extended = accepted('2026-03-31').do(
      { do: 'extend.inquiry', actor: people.clerk, reasons: '道路中断' },
      '2026-04-02',
    );
    // Three days, and five more as from 1 April: 1, 2, 3, 7, 8, 9, 10, 13 April.
    expect(view(extended, 'inquiry', '2026-04-02')).toMatchObject({ limit: 8, due: '2026-04-13' });
  });
});

describe('the wait of a step', () => {
  it('has the length of the day on which the step was entered, whatever the case holds later', () => {
    const notice = relief((bundle) => {
      const step = bundle.definition.steps.find(({ id }) => id === 'notice');
      Object.assign(step ?? {}, { for: { days: 'application.members + 4', unit: 'calendar-day' } });
    });
    const walk = new Walk(notice).apply('2026-03-02').inquire('2026-03-02');
    const end = () => timers(notice, walk.now, national).find(({ step }) => step === 'notice')?.due;
    // Seven days from 2 March are over when the 9th is.
    expect(end()).toBe('2026-03-09T16:00:00.000Z');
    walk.state = { ...walk.now, data: { application: { income: 1, members: 1 } } };
    expect(end()).toBe('2026-03-09T16:00:00.000Z');
  });

  it('that has no length on that day refuses what would begin it', () => {
    for (const days of ['parameters.none', '0', '2.5', '"three"']) {
      const broken = relief((bundle) => {
        Object.assign(bundle.definition.clocks?.handling ?? {}, { limit: { days, unit: 'working-day' } });
      });
      const walk = new Walk(broken).apply('2026-03-02');
      expect(walk.refused({ do: 'accept.accept', actor: people.clerk }, '2026-03-02')).toBe(
        'clock/no-period',
      );
    }
  });
});

describe('several clocks', () => {
  it('run beside one another, and each is stopped by any of its events', () => {
    const walk = accepted('2026-03-02');
    expect(['handling', 'inquiry', 'whole'].map((clock) => view(walk, clock, '2026-03-03')?.state)).toEqual([
      'running',
      'running',
      'running',
    ]);
    walk
      .do({ do: 'visit.submit', actor: people.first }, '2026-03-04')
      .do({ do: 'visit.submit', actor: people.second }, '2026-03-04');
    expect(view(walk, 'inquiry', '2026-03-05')).toMatchObject({ state: 'stopped', stopped: '2026-03-04' });
    expect(view(walk, 'handling', '2026-03-05')?.state).toBe('running');
  });
});

describe('why a clock stands', () => {
  it('a question: who asked, for which step, and the days that do not count', () => {
    const asked = accepted('2026-03-02').do(
      { do: 'ask', actor: people.first, data: { question: '收入来源？' } },
      '2026-03-04',
    );
    expect(view(asked, 'handling', '2026-03-06')).toMatchObject({
      state: 'paused',
      left: 28,
      pauses: [{ from: '2026-03-04', step: 'visit', cause: 'ask', by: { id: 'first' } }],
    });
    expect(view(asked, 'inquiry', '2026-03-05')).toMatchObject({ state: 'running', pauses: [] });
    asked.do({ do: 'reply', actor: people.applicant, data: { answer: '打工' } }, '2026-03-09');
    // Thirty days end on 14 April; 5, 6 and 9 March stood.
    expect(view(asked, 'handling', '2026-03-09')).toMatchObject({ state: 'running', due: '2026-04-17' });
    const stood = days(asked, 'handling', '2026-03-09').filter(({ why }) => why === 'paused');
    expect(stood.map(({ date }) => date.slice(8))).toEqual(['05', '06', '07', '08', '09']);
    expect(stood[0]?.pause).toMatchObject({ cause: 'ask', to: '2026-03-09' });
  });

  it('a suspension: every clock, and who suspended the case', () => {
    const suspended = accepted('2026-03-02').do(
      { do: 'suspend', actor: people.clerk, reasons: '司法鉴定' },
      '2026-03-03',
    );
    for (const clock of ['handling', 'inquiry', 'whole']) {
      expect(view(suspended, clock, '2026-03-05')).toMatchObject({
        state: 'paused',
        pauses: [{ from: '2026-03-03', cause: 'suspend', by: { id: 'clerk' } }],
      });
    }
    expect(view(suspended, 'handling', '2026-03-05')?.pauses[0]).not.toHaveProperty('step');
    const resumed = suspended.do({ do: 'resume', actor: people.clerk }, '2026-03-05');
    // One of three days was used on the 3rd; the 6th and 9th follow.
    expect(view(resumed, 'inquiry', '2026-03-05')?.due).toBe('2026-03-09');
  });

  it('a step', () => {
    const asked = new Walk(programme)
      .apply('2026-03-02', 150_000)
      .inquire('2026-03-02')
      .do({ do: 'confirm.ask', actor: people.officer, reasons: '补材料' }, '2026-03-04');
    expect(view(asked, 'handling', '2026-03-06')?.pauses).toEqual([
      { from: '2026-03-04', step: 'clarify', cause: 'step' },
    ]);
  });
});
