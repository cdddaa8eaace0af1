import { nationalCalendar } from '@aidflow/engine';
import { expect, test } from 'vitest';
import { planCases, workingDays } from './plan.ts';

const days = workingDays({ first: '2026-02-12', last: '2026-02-25' }, nationalCalendar());

test('offices are closed over the Spring Festival and open on the Saturday that makes up for it', () => {
  expect(days).toEqual(['2026-02-12', '2026-02-13', '2026-02-14', '2026-02-24', '2026-02-25']);
});

test('the same number gives the same households, another one others', () => {
  const facts = (seed: number) =>
    planCases(seed, 30, days).map(({ day, village, household }) => ({ day, village, household }));
  expect(facts(1)).toEqual(facts(1));
  expect(facts(1)).not.toEqual(facts(2));
});

test('there are as many cases as were asked for, however few', () => {
  for (const count of [1, 8, 9, 40]) expect(planCases(1, count, days)).toHaveLength(count);
});

test('everybody in a household has a number of their own', () => {
  const numbers = planCases(1, 200, days).flatMap(({ household }) =>
    (household.application.members as { idNumber: string }[]).map(({ idNumber }) => idNumber),
  );
  expect(new Set(numbers).size).toBe(numbers.length);
});
