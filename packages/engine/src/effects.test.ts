import type { ExpandedStep } from '@aidflow/definition';
import { expect, it } from 'vitest';
import { people, VILLAGE } from './fixtures/relief.ts';
import { Office, small, task } from './fixtures/small.ts';

const give = {
  id: 'give',
  kind: 'effect',
  title: 'give',
  effects: [{ award: { amount: 'application.amount', starts: 'month-after' } }],
  next: 'approved',
} as ExpandedStep;

it.each([
  [60_000, 'accepted'],
  [0, 'accepted'],
  [undefined, 'award/no-amount'],
  [-1, 'award/no-amount'],
  [0.5, 'award/no-amount'],
  ['600', 'award/no-amount'],
])('an award of %j fen: %s', (amount, answer) => {
  const office = new Office(small([give]));
  const open = { id: 'case-1', number: '1', division: VILLAGE };
  const data = amount === undefined ? {} : { amount };
  expect(office.try('begin', people.applicant, { data, open })).toBe(answer);
  // Nothing is half done: a case that cannot be awarded is not opened either.
  expect(office.cases.has('case-1')).toBe(answer === 'accepted');
});

it.each([
  ['month-of', '2026-03'],
  ['month-after', '2026-05'],
  ['this-month', '2026-04'],
] as const)(
  'an award that starts %s, applied for in March and decided in April, is first paid for %s',
  (starts, month) => {
    const decide = task('decide', { approve: 'pay' });
    const pay = { ...give, id: 'pay', effects: [{ award: { amount: '100', starts } }] } as ExpandedStep;
    const office = new Office(small([decide, pay]));
    office.now = '2026-03-28';
    office.open();
    office.now = '2026-04-15';
    office.do('decide.approve', people.clerk);
    expect(office.cases.get('case-1')?.award).toEqual({ amount: 100, starts: month });
  },
);
