import { describe, expect, it } from 'vitest';
import { addMonths, ageOn, daysInMonth, monthsBetween, monthsServed } from './months.ts';

describe('a month later', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-10', 6, '2026-11-10'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  it.each(['2026-02-30', 'soon', '2026-1-1'])('%j is no date', (date) => {
    expect(() => addMonths(date, 1)).toThrow('clock/invalid-date');
    expect(() => monthsBetween('2026-01-01', date)).toThrow('clock/invalid-date');
  });
});

describe('whole months between', () => {
  // OS-12: a shop registered on 15 June 2024 has operated for twelve months on 15 June 2025, not the day before.
  it.each([
    ['2024-06-15', '2025-06-14', 11],
    ['2024-06-15', '2025-06-15', 12],
    ['2024-06-15', '2024-12-15', 6],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-03-02', '2026-03-02', 0],
    ['2025-06-15', '2024-06-15', -12],
    ['2025-06-14', '2024-06-15', -11],
  ])('%s and %s: %i', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months);
  });
});

describe('age', () => {
  it.each([
    ['1966-03-02', '2026-03-01', 59],
    ['1966-03-02', '2026-03-02', 60],
    ['2010-03-02', '2026-03-02', 16],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2024-02-28', 15],
    ['2026-03-02', '2026-03-02', 0],
    ['2026-03-02', '2026-03-01', -1],
  ])('born %s, on %s: %i', (birth, date, age) => {
    expect(ageOn(birth, date)).toBe(age);
  });
});

describe('months served, a month of 15 days or more counting as one', () => {
  it.each([
    ['2026-03-01', '2026-08-31', 6],
    ['2026-03-10', '2026-09-09', 6],
    ['2026-03-10', '2026-03-19', 0],
    ['2026-03-01', '2026-03-14', 0],
    ['2026-03-01', '2026-03-15', 1],
    ['2026-03-01', '2026-04-14', 1],
    ['2026-03-01', '2026-04-15', 2],
    ['2026-12-01', '2026-12-31', 1],
    ['2026-03-02', '2026-03-01', 0],
  ])('%s to %s: %i', (first, last, months) => {
    expect(monthsServed(first, last)).toBe(months);
  });

  it('or of another length', () => {
    expect(monthsServed('2026-03-01', '2026-03-10', 10)).toBe(1);
  });
});

it('days of a month', () => {
  expect(['2026-02', '2024-02', '2026-12-24', '2026-04'].map(daysInMonth)).toEqual([28, 29, 31, 30]);
});
