import { describe, expect, it } from 'vitest';
import { countyCalendar, dueDate, nationalCalendar } from './index.ts';

const national = nationalCalendar();
const working = (days: number) => ({ days, unit: 'working-day' }) as const;

describe('the national calendar of 2026', () => {
  it.each([
    ['2026-03-09', true, { kind: 'weekday' }],
    ['2026-03-07', false, { kind: 'weekend' }],
    ['2026-05-01', false, { kind: 'holiday', name: { zh: '劳动节', en: 'Labour Day' } }],
    ['2026-05-09', true, { kind: 'make-up', name: { zh: '劳动节', en: 'Labour Day' } }],
    ['2026-02-14', true, { kind: 'make-up', name: { zh: '春节', en: 'Spring Festival' } }],
  ])('%s: %s, and says why', (date, works, reason) => {
    expect(national.isWorkingDay(date)).toBe(works);
    expect(national.reason?.(date)).toEqual(reason);
  });

  it.each(['isWorkingDay', 'reason'] as const)('%s knows no year that is not published', (ask) => {
    expect(() => national[ask]?.('2027-01-04')).toThrow('clock/unknown-year');
    expect(() => national[ask]?.('soon')).toThrow('clock/invalid-date');
  });
});

describe("a county's own days", () => {
  const county = countyCalendar(national, {
    daysOff: ['2026-03-04', { date: '2026-05-08', name: { zh: '建县日', en: 'County day' } }],
    workingDays: ['2026-03-07'],
    source: '县政办发〔2026〕1号',
  });

  it('come before the national ones, with their document', () => {
    expect(dueDate('2026-03-02', working(3), county)).toBe('2026-03-06');
    expect(dueDate('2026-03-06', working(1), county)).toBe('2026-03-07');
    expect(county.reason?.('2026-05-08')).toEqual({
      kind: 'local-day-off',
      name: { zh: '建县日', en: 'County day' },
      source: '县政办发〔2026〕1号',
    });
    expect(county.reason?.('2026-03-07')).toMatchObject({ kind: 'local-working-day' });
    expect(county.reason?.('2026-03-09')).toEqual({ kind: 'weekday' });
  });

  it('make no year known', () => {
    const early = countyCalendar(national, { workingDays: ['2027-01-04'] });
    expect(() => early.isWorkingDay('2027-01-04')).toThrow('clock/unknown-year');
    expect(() => early.reason?.('2027-01-04')).toThrow('clock/unknown-year');
  });

  it('are dates, and each is one thing', () => {
    expect(() => countyCalendar(national, { daysOff: ['2026-02-30'] })).toThrow('clock/invalid-date');
    const both = { daysOff: ['2026-03-04'], workingDays: ['2026-03-04'] };
    expect(() => countyCalendar(national, both)).toThrow('clock/day-twice');
  });

  it('say why over a calendar that cannot', () => {
    const plain = countyCalendar({ isWorkingDay: (date) => date !== '2026-03-08' }, {});
    expect(plain.reason?.('2026-03-08')).toEqual({ kind: 'weekend' });
    expect(plain.reason?.('2026-03-09')).toEqual({ kind: 'weekday' });
  });
});
