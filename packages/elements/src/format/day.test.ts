import { expect, test } from 'vitest';
import {
  addDays,
  dateOf,
  daysBetween,
  dayText,
  deadlineText,
  monthText,
  shortDay,
  shortDeadline,
  timeOf,
} from './day.ts';

// 2026-04-09 is a Thursday, 2026-03-02 a Monday.
test('a date is written as each language writes it', () => {
  expect(dayText('zh', '2026-03-02')).toBe('2026年3月2日');
  expect(dayText('en', '2026-03-02')).toBe('2 March 2026');
  expect(shortDay('zh', '2026-03-02')).toBe('3月2日');
  expect(monthText('zh', '2026-05')).toBe('2026年5月');
  expect(monthText('en', '2026-05')).toBe('May 2026');
});

test('a deadline names its weekday, and its year only when it is another one', () => {
  expect(deadlineText('zh', '2026-04-09')).toBe('4月9日（周四）');
  expect(deadlineText('en', '2026-04-09')).toBe('Thursday 9 April');
  expect(deadlineText('zh', '2026-04-09', '2025-12-30')).toBe('2026年4月9日（周四）');
  expect(shortDeadline('zh', '2026-04-09')).toBe('4月9日（周四）');
  expect(shortDeadline('en', '2026-04-09', '2026-01-01')).toBe('Thu 9 Apr');
  expect(shortDeadline('en', '2026-04-09', '2025-12-30')).toBe('Thu 9 Apr 2026');
});

test('an instant belongs to the day of its time zone', () => {
  expect(dateOf('2026-03-01T16:00:00Z')).toBe('2026-03-02');
  expect(dateOf('2026-03-01T15:59:59Z')).toBe('2026-03-01');
  expect(timeOf('2026-03-01T16:05:00Z')).toBe('00:05');
  expect(dateOf('2026-03-01')).toBe('2026-03-01');
});

test('days are counted across months and back', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
  expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3);
  expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
});
