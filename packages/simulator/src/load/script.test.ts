import { expect, it } from 'vitest';
import { fillingOf } from './script.ts';

// The scenario began on 2 March and the form was filled in on the 10th; now it is filled in on 1 June.
const fill = (date: string) => fillingOf({ date }, '2026-03-02', '2026-03-10')('2026-06-01').date;

it.each([
  ['a birthday stays', '1978-05-12', '1978-05-12'],
  ['a day long before stays', '2025-03-01', '2025-03-01'],
  ['a day shortly before keeps its distance', '2026-03-01', '2026-05-23'],
  ['a day in the course of the case is today', '2026-03-05', '2026-06-01'],
  ['the day of the act is today', '2026-03-10', '2026-06-01'],
  ['a day to come keeps its distance', '2026-03-20', '2026-06-11'],
  ['the word today is today', 'today', '2026-06-01'],
  ['no date stays as it is', '2026-3-5', '2026-3-5'],
])('%s', (_, written, expected) => {
  expect(fill(written)).toBe(expected);
});

it('gives the same data all day, and leaves what it was made from alone', () => {
  const written = { visit: [{ date: '2026-03-05' }], name: '张兰' };
  const filling = fillingOf(written, '2026-03-02', '2026-03-10');
  expect(filling('2026-06-01')).toEqual({ visit: [{ date: '2026-06-01' }], name: '张兰' });
  expect(filling('2026-06-01')).toBe(filling('2026-06-01'));
  expect(filling('2026-06-02')).toEqual({ visit: [{ date: '2026-06-02' }], name: '张兰' });
  expect(written.visit).toEqual([{ date: '2026-03-05' }]);
});
