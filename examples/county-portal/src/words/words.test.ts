import { expect, test } from 'vitest';
import { dayOf, hourOf, longDay, sayIn, shortDay, weekday } from './words.ts';

test('a day of the county begins at its own midnight', () => {
  expect(dayOf('2026-04-07T16:00:00Z')).toBe('2026-04-08');
  expect(hourOf('2026-04-08T01:00:00Z')).toBe('09:00');
});

test('dates are said in full, with their weekday where one counts days', () => {
  expect(longDay('zh', '2026-03-02')).toBe('2026年3月2日');
  expect(weekday('en', '2026-04-08')).toBe('Wednesday 8 April 2026');
  expect(weekday('zh', '2026-04-08')).toBe('2026年4月8日 星期三');
  expect(shortDay('zh', '2026-04-08')).toBe('4月8日 周三');
  expect(shortDay('en', '2026-04-08')).toBe('Wed 8 Apr');
});

test('what a sentence names is filled in, and stays in view where nothing was given', () => {
  expect(sayIn('en')('case.received', { number: '7' })).toBe(
    'Your application has been received. Its number is 7.',
  );
  expect(sayIn('zh')('demo.days')).toBe('加{n}天');
});
