import type { Schedule } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, worldAt } from './fixtures/relief.ts';
import { small, task } from './fixtures/small.ts';
import { decide, nationalCalendar, type ScheduledRecord, scheduledRuns } from './index.ts';

const facility = (change: Partial<ScheduledRecord> = {}): ScheduledRecord => ({
  type: 'facility',
  key: 'F1',
  state: 'active',
  data: { risk: 'high' },
  created: '2025-03-17',
  division: '620821100201',
  ...change,
});

const programme = (schedule: object) =>
  small([task('look', { ok: 'approved' })], (definition) => {
    definition.schedules = [{ id: 'round', title: 'round', ...schedule } as Schedule];
    definition.records = {
      facility: { title: 'f', states: { active: { title: 'a' }, closed: { title: 'c', closed: true } } },
    };
  });

const runs = (schedule: object, records: ScheduledRecord[], after: string, until: string) =>
  scheduledRuns(programme(schedule), records, { after, until, division: '620821100201' }, nationalCalendar());
const days = (...given: Parameters<typeof runs>) => runs(...given).map(({ due }) => due);

describe('a schedule', () => {
  it.each([
    [
      '20 working days after filing (4 April is a holiday)',
      { 'for-each': 'facility', after: { days: 20, unit: 'working-day' } },
      '2025-03-17',
      '2025-12-31',
      ['2025-04-15'],
    ],
    [
      'every seven days',
      { 'for-each': 'facility', every: { days: 7, unit: 'calendar-day' } },
      '2025-03-17',
      '2025-04-07',
      ['2025-03-24', '2025-03-31', '2025-04-07'],
    ],
    [
      'monthly on the 31st',
      { monthly: { day: 31 } },
      '2026-01-01',
      '2026-04-30',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    ['yearly', { yearly: { month: 5, day: 31 } }, '2024-05-31', '2026-06-01', ['2025-05-31', '2026-05-31']],
    [
      'on the dates of a table',
      { dates: '["2026-06-19", "2026-09-25"]' },
      '2026-06-18',
      '2026-09-24',
      ['2026-06-19'],
    ],
  ])('%s', (_, schedule, after, until, found) => {
    expect(days(schedule, [facility()], after, until)).toEqual(found);
  });

  it('looks only at records in force that fit', () => {
    const records = [
      facility(),
      facility({ key: 'F2', state: 'closed' }),
      facility({ key: 'F3', data: { risk: 'low' } }),
      facility({ key: 'F4', validTo: '2025-12-31' }),
      facility({ key: 'F5', type: 'other' }),
    ];
    const schedule = { 'for-each': 'facility', where: 'record.data.risk = "high"', monthly: { day: 1 } };
    expect(runs(schedule, records, '2026-01-31', '2026-02-01').map(({ record }) => record)).toEqual(['F1']);
  });

  it('makes a missed run late, with the same id', () => {
    const schedule = { monthly: { day: 5 } };
    const [onTime] = runs(schedule, [], '2026-03-04', '2026-03-05');
    const [missed] = runs(schedule, [], '2026-03-04', '2026-03-09');
    expect(onTime).toMatchObject({ late: false, due: '2026-03-05' });
    expect(missed).toMatchObject({ late: true, due: '2026-03-05', id: onTime?.id });
  });

  it('makes a missed run for a record that was in force on its day, and has expired since', () => {
    const schedule = { 'for-each': 'facility', monthly: { day: 5 } };
    const expired = facility({ validTo: '2026-03-06' });
    expect(days(schedule, [expired], '2026-02-28', '2026-04-30')).toEqual(['2026-03-05']);
  });

  it.each([
    // 25 years and some 9,100 days before: every seventh day from Saturday 1 January 2000 is a Saturday.
    ['calendar-day', 7, '2000-01-01', ['2025-03-01', '2025-03-08']],
    [
      'calendar-day',
      1,
      '1900-01-01',
      Array.from({ length: 10 }, (_, n) => `2025-03-0${n + 1}`.replace('010', '10')),
    ],
    // Spring Festival was off from 28 January to 4 February 2025, 26 January and 8 February were worked for it: working
    // days 10, 20, 30 and 40 after New Year are 15 January, 5 February, 18 February and 4 March.
    ['working-day', 10, '2025-01-01', ['2025-03-04']],
  ] as const)('counts %ss by %d from however long ago', (unit, every, since, found) => {
    const schedule = { 'for-each': 'facility', since: `"${since}"`, every: { days: every, unit } };
    const old = facility({ created: since });
    expect(days(schedule, [old], '2025-02-28', '2025-03-10')).toEqual(found);
  });

  it('reaches into a year whose days off are not known without a word, until it is there', () => {
    // The days off of 2027 are published at the end of 2026.
    const schedule = {
      'for-each': 'facility',
      since: '"2026-11-30"',
      every: { days: 15, unit: 'working-day' },
    };
    expect(days(schedule, [facility()], '2026-12-01', '2026-12-31')).toEqual(['2026-12-21']);
    expect(() => days(schedule, [facility()], '2026-12-31', '2027-01-31')).toThrow('clock/unknown-year');
    const later = { ...schedule, since: '"2028-03-01"' };
    expect(days(later, [facility()], '2026-12-01', '2026-12-31')).toEqual([]);
  });

  it('says what is wrong with one record, and makes the runs of the others', () => {
    const schedule = {
      'for-each': 'facility',
      since: 'record.data.since',
      every: { days: 'record.data.days', unit: 'calendar-day' },
    };
    const of = (key: string, data: ScheduledRecord['data']) => facility({ key, data });
    const records = [
      of('soon', { since: 'soon', days: 7 }),
      of('never', { since: '2026-03-01', days: 0 }),
      of('good', { since: '2026-03-01', days: 7 }),
    ];
    const told: string[] = [];
    const found = scheduledRuns(
      programme(schedule),
      records,
      { after: '2026-03-01', until: '2026-03-08', division: '620821100201' },
      nationalCalendar(),
      ({ code }, { schedule: id, record }) => told.push(`${id} ${record} ${code}`),
    );
    expect(told).toEqual(['round soon clock/invalid-date', 'round never clock/no-period']);
    expect(found.map(({ record, due }) => `${record} ${due}`)).toEqual(['good 2026-03-08']);
  });

  it('takes each date of a table once, and none that no year has', () => {
    const twice = { dates: '["2026-03-01", "2026-03-01", null, 5]' };
    expect(days(twice, [], '2026-02-01', '2026-03-31')).toEqual(['2026-03-01']);
    const odd = { dates: '["2026-02-30"]' };
    expect(() => days(odd, [], '2026-02-01', '2026-03-31')).toThrow('clock/invalid-date');
  });

  it('opens a case that stands at its first step and knows its record', () => {
    const schedule = { 'for-each': 'facility', monthly: { day: 1 }, item: { risk: 'record.data.risk' } };
    const [run] = runs(schedule, [facility()], '2026-02-28', '2026-03-01');
    const opened = decide(
      programme(schedule),
      undefined,
      run?.command ?? { do: '', actor: people.system },
      worldAt('2026-03-01'),
    );
    expect(opened).toMatchObject({
      ok: true,
      state: { value: 'begin', item: { record: 'F1', risk: 'high' }, schedule: { id: 'round', late: false } },
    });
  });
});
