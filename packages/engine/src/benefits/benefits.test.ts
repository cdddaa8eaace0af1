/** The amounts of the policy cases and fact sheets, in fen. */
import { dividedBy, evaluate, Fraction, times, toNumber } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { rounded } from '../rounding.ts';
import {
  arrears,
  canteenBuildSubsidy,
  canteenSubsidy,
  capped,
  categoryWeighted,
  interest,
  interestSubsidy,
  internship,
  mealsCounted,
  monthsIn,
  prorated,
  raiseArrears,
  tiered,
  topUp,
} from './index.ts';

describe('top-up', () => {
  it.each([
    ['OA-01', 50_000, 90_000, 3, 60_000],
    ['OA-02, not below the standard', 50_000, 150_000, 3, 0],
    ['OA-03, with an illness cost', 50_000, 150_100 - 30_000, 3, 29_900],
    ['OA-12, alone and without income', 50_000, 0, 1, 50_000],
    ['OA-21, before the raise', 47_000, 90_000, 3, 51_000],
    ['above the standard', 50_000, 200_000, 3, 0],
  ])('%s', (_, standard, income, members, fen) => {
    expect(topUp(standard, income, members)).toBe(fen);
  });

  it('OA-03: 400.333... a head, a top-up of 299.0 exactly, 299 when rounded up to the yuan', () => {
    const perCapita = dividedBy(120_100, 3);
    expect(perCapita).toEqual(new Fraction(120_100n, 3n));
    expect(rounded(topUp(50_000, 120_100, 3), 'yuan-up')).toBe(29_900);
  });

  it('904 yuan among seven: 2,596 yuan, of which binary numbers make 2,597', () => {
    expect(Math.ceil(((50_000 - 90_400 / 7) * 7) / 100)).toBe(2_597);
    expect(rounded(topUp(50_000, 90_400, 7), 'yuan-up')).toBe(259_600);
    const scope = { income: 90_400, members: 7 };
    expect(evaluate('ceiling((50000 - income / members) * members / 100)', scope).value).toBe(2_596);
  });
});

describe('tiers', () => {
  const tiers = [{ below: 20_000, amount: 40_000 }, { upTo: 35_000, amount: 25_000 }, { amount: 10_000 }];
  it.each([
    [0, 40_000],
    [19_999, 40_000],
    [20_000, 25_000],
    [35_000, 25_000],
    [35_001, 10_000],
    [dividedBy(59_999, 3), 40_000],
  ])('%s', (value, fen) => {
    expect(tiered(value, tiers)).toBe(fen);
  });

  it('none may take a value, and tiers ascend', () => {
    expect(tiered(30_000, tiers.slice(0, 1))).toBeNull();
    expect(tiered(1, [])).toBeNull();
    expect(() => tiered(1, [...tiers].reverse())).toThrow('money/tiers');
    expect(() =>
      tiered(1, [
        { below: 2, amount: 1 },
        { below: 2, amount: 2 },
      ]),
    ).toThrow('money/tiers');
  });
});

describe('supplements by category', () => {
  it('each person has the highest of their shares only', () => {
    // An old and severely disabled person at 30 %, a child at 20 %, an adult without: 50 % of 500 yuan.
    expect(categoryWeighted(50_000, [[0.1, 0.3], [0.2], []])).toBe(25_000);
    expect(categoryWeighted(50_000, [])).toBe(0);
  });

  it('rounds for each person where a rule says so', () => {
    // 15 % of 470 yuan is 70.50 yuan for each of two.
    expect(categoryWeighted(47_000, [[0.15], [0.15]])).toBe(14_100);
    expect(categoryWeighted(47_000, [[0.15], [0.15]], 'yuan-up')).toBe(14_200);
  });
});

describe('caps', () => {
  it.each([
    ['OA-17 under the cap', 280_000, 300_000, 0, 280_000],
    ['above it', 320_000, 300_000, 0, 300_000],
    ['what is left of the year', 280_000, 600_000, 500_000, 100_000],
    ['nothing is left', 280_000, 600_000, 700_000, 0],
  ])('%s', (_, amount, cap, used, fen) => {
    expect(capped(amount, cap, used)).toBe(fen);
  });
});

describe('parts of months', () => {
  it.each([
    ['a month', '2026-04-01', '2026-04-30', 'days', 30_000],
    ['ten of thirty days', '2026-04-21', '2026-04-30', 'days', 10_000],
    ['from the middle of one month into another', '2026-04-16', '2026-05-31', 'days', 45_000],
    ['one day', '2026-04-10', '2026-04-10', 'days', 1_000],
    ['none', '2026-04-10', '2026-04-09', 'days', 0],
    ['fifteen days are a month', '2026-04-16', '2026-04-30', 'half-month', 30_000],
    ['fourteen are none', '2026-04-17', '2026-04-30', 'half-month', 0],
    ['over the new year', '2025-12-17', '2026-01-15', 'half-month', 60_000],
  ] as const)('%s', (_, first, last, by, fen) => {
    expect(prorated(30_000, first, last, by)).toBe(fen);
  });

  it('stay exact: a third of February', () => {
    expect(toNumber(times(prorated(10_000, '2026-02-01', '2026-02-09'), 28))).toBe(90_000);
  });
});

describe('arrears at a raise from 470 to 500 in January, first paid in May', () => {
  const standard = (month: string) => (month < '2026-01' ? 47_000 : 50_000);

  it('OA-21: a household of three all along', () => {
    const found = raiseArrears('2026-01', '2026-05', (month) => ({
      due: topUp(standard(month), 90_000, 3),
      paid: topUp(47_000, 90_000, 3),
    }));
    expect(found.months.map(({ owed }) => owed)).toEqual([9_000, 9_000, 9_000, 9_000]);
    expect(found.amount).toBe(36_000);
    expect(topUp(standard('2026-05'), 90_000, 3)).toBe(60_000);
  });

  it('OA-22: a member left at the end of February', () => {
    const members = (month: string) => (month < '2026-03' ? 3 : 2);
    const found = raiseArrears('2026-01', '2026-05', (month) => ({
      due: topUp(standard(month), 90_000, members(month)),
      paid: month < '2026-03' ? 51_000 : 4_000,
    }));
    expect(found.months.map(({ owed }) => owed)).toEqual([9_000, 9_000, 6_000, 6_000]);
    expect(found.amount).toBe(30_000);
  });

  it('who left in between has them to the last month', () => {
    const found = raiseArrears('2026-01', '2026-05', (month) =>
      month < '2026-03' ? { due: 60_000, paid: 51_000 } : undefined,
    );
    expect(found.amount).toBe(18_000);
    expect(found.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02']);
  });

  it('what was overpaid is set off, and nothing is asked back', () => {
    expect(
      arrears([
        { due: 60_000, paid: 51_000 },
        { due: 40_000, paid: 45_000 },
      ]),
    ).toBe(4_000);
    expect(arrears([{ due: 40_000, paid: 60_000 }])).toBe(0);
    expect(monthsIn('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01']);
    expect(monthsIn('2026-02', '2026-02')).toEqual([]);
  });
});

describe('interest subsidy', () => {
  const loan = { principal: 20_000_000, rate: 0.035, days: 90 };

  it('golden number: 200,000 yuan at 3.5 % for 90 days, interest 1,750.00, subsidy 875.00', () => {
    expect(interest(loan)).toBe(175_000);
    expect(interestSubsidy([loan])).toBe(87_500);
  });

  it.each(['extended', 'overdue', 'off-purpose'] as const)('%s days have none', (standing) => {
    expect(interestSubsidy([{ ...loan, standing }])).toBe(0);
    expect(interestSubsidy([loan, { ...loan, days: 30, standing }])).toBe(87_500);
  });

  it('by the rate, share and year of the contract', () => {
    // 100,000 yuan at 3 % for 73 of 365 days is 600 yuan.
    expect(interest({ principal: 10_000_000, rate: 0.03, days: 73 }, 365)).toBe(60_000);
    expect(interestSubsidy([{ principal: 10_000_000, rate: 0.03, days: 73 }], 1, 365)).toBe(60_000);
  });
});

describe('OS-11 internship', () => {
  const terms = { base: 150_000, high: 200_000, retention: 0.5, maxMonths: 12 };
  const intern = { served: 6, finished: true, retained: true, insured: true };
  const [A, B, C] = [intern, { ...intern, retained: false }, intern];
  const D = { ...intern, served: 4, remaining: 2 };
  const E = { served: 0, finished: false, retained: false, insured: true };

  it('three of four are kept: 22 months at the high rate and 2 at the base rate', () => {
    const found = internship([A, B, C, D, E], terms);
    expect(found.amount).toBe(4_700_000);
    expect(found.rate).toBe(200_000);
    expect(toNumber(found.retention ?? 0)).toBe(0.75);
    expect(found.unpaid).toEqual([{ intern: 5, reason: 'dropped-out' }]);
  });

  it('half is enough', () => {
    expect(internship([A, B, { ...C, retained: false }, D, E], terms).rate).toBe(200_000);
    expect(internship([A, B, { ...C, retained: false }, { ...D, retained: false }, E], terms).rate).toBe(
      150_000,
    );
  });

  it('without accident insurance months are not paid, and it says whose', () => {
    const found = internship([A, { ...B, insured: false }, C, D, E], terms);
    expect(found.amount).toBe(4_700_000 - 1_200_000);
    expect(found.unpaid).toContainEqual({ intern: 2, reason: 'no-insurance' });
  });

  it('nobody is paid for more than the longest time, and nobody for nobody', () => {
    expect(internship([{ ...A, served: 14, remaining: 2 }], terms).amount).toBe(2_400_000);
    expect(internship([], terms)).toMatchObject({ amount: 0, retention: null, rate: 150_000 });
  });
});

describe('canteens', () => {
  const rates = { '60-79': 200, '80+': 300, poor: 500 };

  it('two meals of a diner and day count, the first ones', () => {
    const meal = (diner: string, date: string, category: string) => ({ diner, date, category });
    const meals = [
      meal('a', '2026-03-02', '60-79'),
      meal('a', '2026-03-02', '60-79'),
      meal('a', '2026-03-02', '60-79'),
      meal('a', '2026-03-03', '60-79'),
      meal('b', '2026-03-02', 'poor'),
    ];
    expect(mealsCounted(meals, 2)).toEqual({ '60-79': 3, poor: 1 });
    expect(canteenSubsidy(mealsCounted(meals, 2), rates, 100_000)).toBe(3 * 200 + 500);
  });

  it('under the cap of the period, and nothing for a category without a rate', () => {
    expect(canteenSubsidy({ '60-79': 1_000, '80+': 100, staff: 50 }, rates, 1_000_000)).toBe(230_000);
    expect(canteenSubsidy({ '60-79': 1_000, '80+': 100 }, rates, 200_000)).toBe(200_000);
  });

  it('building: seven tenths of the audited cost, under the cap of the tier', () => {
    expect(canteenBuildSubsidy(6_000_000, 0.7, 5_000_000)).toBe(4_200_000);
    expect(canteenBuildSubsidy(20_000_000, 0.7, 5_000_000)).toBe(5_000_000);
  });
});
