import { nationalCalendar } from '@aidflow/engine';
import { describe, expect, it } from 'vitest';
import { after, localTime, parseInstant, parseSpan } from './span.ts';

const zone = 'Asia/Shanghai';
const calendar = nationalCalendar();

function later(from: string, text: string): string {
  const span = parseSpan(text);
  const instant = parseInstant(from, zone);
  if (span === undefined || instant === undefined) throw new Error(`${text} or ${from} cannot be read`);
  return localTime(after(instant, span, calendar, zone), zone);
}

describe('spans', () => {
  it.each([
    ['3wd', { count: 3, unit: 'wd' }],
    ['7d', { count: 7, unit: 'd' }],
    ['2h', { count: 2, unit: 'h' }],
    ['90m', { count: 90, unit: 'm' }],
  ])('%s is read', (text, span) => expect(parseSpan(text)).toEqual(span));

  it.each(['', '3', 'wd', '0d', '-1d', '1.5h', '3 wd', '3WD', '3w', '1000000d'])('%j is none', (text) =>
    expect(parseSpan(text)).toBeUndefined(),
  );

  it.each([
    // Fri 27 Feb works, Sat 28 Feb is a make-up day, Sun 1 Mar is off.
    ['2026-02-27T09:00:00+08:00', '2wd', '2026-03-02T09:00:00+08:00'],
    // 14 Feb works, 15 to 23 Feb are the Spring Festival: 13, 14 and 24 Feb are counted.
    ['2026-02-12T16:30:00+08:00', '3wd', '2026-02-24T16:30:00+08:00'],
    ['2026-02-12T16:30:00+08:00', '3d', '2026-02-15T16:30:00+08:00'],
    ['2026-03-02T23:00:00+08:00', '2h', '2026-03-03T01:00:00+08:00'],
    ['2026-03-02T23:00:00+08:00', '90m', '2026-03-03T00:30:00+08:00'],
  ])('%s and %s is %s', (from, span, to) => expect(later(from, span)).toBe(to));

  it('refuses to count working days of a year whose holidays are not published', () => {
    expect(() => later('2099-03-02', '1wd')).toThrow('clock/unknown-year');
  });
});

describe('instants', () => {
  it.each([
    ['2026-03-09', '2026-03-09T09:00:00+08:00'],
    ['2026-03-09T14:30:00+08:00', '2026-03-09T14:30:00+08:00'],
    ['2026-03-09T14:30:00Z', '2026-03-09T22:30:00+08:00'],
  ])('%s is %s', (text, instant) => expect(localTime(parseInstant(text, zone) ?? 0, zone)).toBe(instant));

  it.each(['tomorrow', '2026-02-30', '2026-03-09T14:30:00', ''])('%j is none', (text) =>
    expect(parseInstant(text, zone)).toBeUndefined(),
  );
});
