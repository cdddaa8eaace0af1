import type { ClockView } from '@aidflow/engine';
import { expect, test } from 'vitest';
import { say } from '../messages/messages.ts';
import { leftText, toneOf } from './reading.ts';
import { barOf } from './stretches.ts';

const clock = (more: Partial<ClockView>): ClockView => ({
  clock: 'handling',
  title: 't',
  state: 'running',
  started: '2026-03-02T10:00:00+08:00',
  due: '2026-04-14',
  left: 12,
  limit: 30,
  unit: 'working-day',
  pauses: [],
  extended: false,
  ...more,
});
const kinds = (view: ClockView, today: string) =>
  barOf(view, today).stretches.map(({ kind, from, to }) => `${kind} ${from} ${to}`);

test('the first day is the day after the start; today counts as used', () => {
  expect(kinds(clock({}), '2026-03-26')).toEqual([
    'used 2026-03-03 2026-03-26',
    'left 2026-03-27 2026-04-14',
  ]);
});

test('on the day of the start nothing has been used', () => {
  expect(kinds(clock({}), '2026-03-02')).toEqual(['left 2026-03-03 2026-04-14']);
});

test('a pause stands from the day after it began to the day on which it ended', () => {
  const pauses: ClockView['pauses'] = [
    { from: '2026-03-16T09:30:00+08:00', to: '2026-03-25T15:40:00+08:00', step: 'clarify', cause: 'step' },
  ];
  expect(kinds(clock({ pauses }), '2026-03-26')).toEqual([
    'used 2026-03-03 2026-03-16',
    'paused 2026-03-17 2026-03-25',
    'used 2026-03-26 2026-03-26',
    'left 2026-03-27 2026-04-14',
  ]);
});

test('an open pause ends today, and what is left follows at least as long as its days', () => {
  const { due: _, ...paused } = clock({
    state: 'paused',
    pauses: [{ from: '2026-03-16T09:30:00+08:00', step: 'clarify', cause: 'step' }],
  });
  const bar = barOf(paused, '2026-03-20');
  expect(bar.stretches.map(({ kind, from, to, open }) => [kind, from, to, open])).toEqual([
    ['used', '2026-03-03', '2026-03-16', undefined],
    ['paused', '2026-03-17', '2026-03-20', true],
    ['left', '2026-03-21', '2026-04-01', undefined],
  ]);
});

test('what lies after the last day is over the limit', () => {
  expect(kinds(clock({ left: -2, state: 'breached' }), '2026-04-16')).toEqual([
    'used 2026-03-03 2026-04-14',
    'over 2026-04-15 2026-04-16',
  ]);
});

test('a stopped clock ends where it stopped and has no today', () => {
  const bar = barOf(clock({ state: 'stopped', stopped: '2026-03-20T11:00:00+08:00' }), '2026-05-01');
  expect(bar.stretches.map(({ kind, to }) => [kind, to])).toEqual([['used', '2026-03-20']]);
  expect(bar.today).toBeUndefined();
});

test.each([
  [{ left: 3 }, 'calm', '还剩3个工作日'],
  [{ left: 2 }, 'near', '还剩2个工作日'],
  [{ left: 0 }, 'near', '今天到期'],
  [{ left: -1, state: 'breached' }, 'breach', '已超期1个工作日'],
  [{ left: 12, state: 'paused' }, 'paused', '已暂停，还有12个工作日'],
  [{ left: 12, state: 'stopped' }, 'done', '已办结'],
] as const)('%o is %s: %s', (more, tone, text) => {
  expect(toneOf(clock(more))).toBe(tone);
  expect(leftText((key, params) => say('zh', key, params), clock(more))).toBe(text);
});
