import { evaluate } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { relief } from './fixtures/relief.ts';
import { functionsOf } from './functions.ts';
import { evaluateRule } from './index.ts';

const programme = relief();
const scope = { ...functionsOf(programme, 'zh', {}), birth: '1956-03-02', nothing: null };
const value = (expression: string) => evaluate(expression, scope).value;

describe('an analyst can write', () => {
  it.each([
    ['parameter("standard", "2025-12-31")', 47_000],
    ['parameter("standard", "2026-01")', 50_000],
    ['parameter("standard", date("2026-01-01"))', 50_000],
    ['parameter("standard", "2024-12")', null],
    ['monthsBetween("2024-06-15", "2025-06-15") >= 12', true],
    ['ageOn(birth, "2026-03-01")', 69],
    ['ageOn(date(birth), "2026-03-02")', 70],
    ['addMonths("2026-01-31", 1)', '2026-02-28'],
    ['monthsServed("2026-03-01", "2026-04-15")', 2],
    ['rounded(50000 / 3, "yuan-up")', 16_700],
    ['rounded(1000000 / 3, "fen-down")', 333_333],
    ['topUp(50000, 120100, 3)', 29_900],
    ['tiered(20000, [{ below: 20000, amount: 40000 }, { amount: 25000 }])', 25_000],
    ['categoryWeighted(50000, [[0.1, 0.3], [0.2]])', 25_000],
    ['capped(320000, 300000)', 300_000],
    ['capped(280000, 600000, 500000)', 100_000],
    ['prorated(30000, "2026-04-21", "2026-04-30")', 10_000],
    ['prorated(30000, "2026-04-16", "2026-04-30", "half-month")', 30_000],
    ['interestSubsidy([{ principal: 20000000, rate: 0.035, days: 90 }], 0.5)', 87_500],
    ['interestSubsidy([{ principal: 20000000, rate: 0.035, days: 90, standing: "extended" }], 0.5)', 0],
    [
      'internship([{ served: 4, remaining: 2, finished: true, retained: true, insured: true }], { base: 150000, high: 200000, retention: 0.5, maxMonths: 12 }).amount',
      1_100_000,
    ],
    ['mealsCounted([{ diner: "a", date: "2026-03-02", category: "old" }], 2).old', 1],
    ['canteenSubsidy({ old: 3, poor: 1 }, { old: 200, poor: 500 }, 1000)', 1_000],
    [
      'arrears(for m in monthsIn("2026-01", "2026-05") return { due: topUp(parameter("standard", m), 90000, 3), paid: topUp(47000, 90000, 3) })',
      36_000,
    ],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });
});

describe('what is missing or of another kind is null', () => {
  it.each([
    'parameter("standard", nothing)',
    'parameter("standard", "soon")',
    'ageOn(nothing, "2026-03-02")',
    'ageOn("2026-02-30", "2026-03-02")',
    'monthsBetween("2026-03", "2026-04")',
    'addMonths("2026-01-31", 1.5)',
    'rounded(nothing, "yuan-up")',
    'rounded("much", "yuan-up")',
    'rounded(1)',
    'topUp(50000, nothing, 3)',
    'topUp(50000, 0, 3, 4)',
    'tiered(1, [{ below: 2 }])',
    'tiered(1, 2)',
    'categoryWeighted(1, [["x"]])',
    'capped(1, nothing)',
    'capped(1, 2, nothing)',
    'prorated(1, "2026-04-01", "2026-04-30", "weeks")',
    'arrears([{ due: 1, paid: null }])',
    'arrears([null])',
    'interestSubsidy([{ principal: 1, rate: 0.1 }], 0.5)',
    'canteenSubsidy({ old: 1.5 }, { old: 200 }, 1)',
    'canteenSubsidy([1], { old: 200 }, 1)',
    'internship([null], { base: 1, high: 1, retention: 1, maxMonths: 1 })',
  ])('%s', (expression) => {
    expect(value(expression)).toBeNull();
  });
});

describe('what the definition itself got wrong is a problem', () => {
  it.each([
    ['rounded(1, "yuan-upward")', 'money/unknown-rounding'],
    ['tiered(1, [{ below: 2, amount: 1 }, { below: 1, amount: 2 }])', 'money/tiers'],
    ['parameter("standrad", "2026-01")', 'programme/no-parameter'],
  ])('%s', (expression, code) => {
    expect(() => value(expression)).toThrow(code);
  });
});

it('a rule records the parameters that it looked up on dates of their own', () => {
  const months = relief((bundle) => {
    bundle.rules = {
      raise: {
        title: '补发',
        hit: 'first',
        let: [
          {
            id: 'owed',
            value:
              'arrears(for m in monthsIn("2025-12", "2026-02") return { due: parameter("standard", m), paid: 47000 })',
          },
        ],
        inputs: [{ id: 'owed', title: '应补', value: 'owed' }],
        rows: [
          { id: 'some', if: { owed: '> 0' }, result: 'pass', reason: 'raised', values: { amount: 'owed' } },
        ],
      },
    };
  });
  const trace = evaluateRule(months, 'raise', { ...functionsOf(months, 'zh', {}), today: '2026-03-02' });
  expect(trace).toMatchObject({ row: 'some', values: { amount: 3_000 } });
  expect(trace.lookups).toEqual([
    { parameter: 'standard', date: '2025-12-01', value: 47_000 },
    { parameter: 'standard', date: '2026-01-01', value: 50_000 },
  ]);
});
