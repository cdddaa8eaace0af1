/** Guards against an award that is a yuan off because a sum was a hair above a boundary. */
import { dividedBy, evaluate } from '@aidflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relief } from './fixtures/relief.ts';
import { functionsOf } from './functions.ts';
import { evaluateRule } from './index.ts';
import { type RoundingRule, rounded } from './rounding.ts';

const third = dividedBy(100, 3);

describe('rules by name', () => {
  type Row = [amount: Parameters<typeof rounded>[0], rule: RoundingRule, fen: number];
  const rows: Row[] = [
    [29_900, 'yuan-up', 29_900],
    [29_901, 'yuan-up', 30_000],
    [29_999, 'yuan-down', 29_900],
    [29_950, 'yuan-half-up', 30_000],
    [29_949, 'yuan-half-up', 29_900],
    [29_950, 'yuan-half-even', 30_000],
    [29_850, 'yuan-half-even', 29_800],
    [29_905, 'jiao-half-up', 29_910],
    [29_901, 'ten-yuan-up', 30_000],
    [third, 'fen-down', 33],
    [third, 'fen-up', 34],
    [third, 'fen-half-up', 33],
    [0.5, 'fen-half-up', 1],
    [1.5, 'fen-half-even', 2],
    [0, 'yuan-up', 0],
    [-150, 'yuan-up', -100],
    [-150, 'yuan-down', -200],
    [-150, 'yuan-half-up', -200],
  ];
  it.each(rows)('%s %s is %i fen', (amount, rule, fen) => {
    expect(rounded(amount, rule)).toBe(fen);
  });

  it('one that does not exist is a problem, not a guess', () => {
    expect(() => rounded(1, 'yuan-upward' as RoundingRule)).toThrow('money/unknown-rounding');
  });
});

describe('binary numbers', () => {
  it('that were computed elsewhere do not tip over', () => {
    // Both are 0.3 yuan of something, and neither is 30 fen in binary.
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(Math.ceil((0.1 + 0.2) * 100)).toBe(31);
    expect(rounded((0.1 + 0.2) * 100, 'fen-up')).toBe(30);
    expect(Math.floor(0.29 * 100)).toBe(28);
    expect(rounded(0.29 * 100, 'fen-down')).toBe(29);
  });
});

describe('awards equal those of whole numbers', () => {
  const money = fc.integer({ min: 0, max: 500_000 });
  const members = fc.integer({ min: 1, max: 12 });
  /** `n / d` rounded up to a multiple of `unit`. */
  const up = (n: bigint, d: bigint, unit: bigint) => ((n + d * unit - 1n) / (d * unit)) * unit;

  it('a top-up through a per-capita income, rounded up to the yuan', () => {
    fc.assert(
      fc.property(money, money, members, (standard, income, size) => {
        const found = evaluate('if perCapita < standard then (standard - perCapita) * size else 0', {
          standard,
          size,
          perCapita: evaluate('income / size', { income, size }).exact ?? income / size,
        });
        const gap = BigInt(standard) * BigInt(size) - BigInt(income);
        const due = gap > 0n ? up(gap, 1n, 100n) : 0n;
        expect(rounded(found.value as number, 'yuan-up')).toBe(Number(due));
      }),
      { numRuns: 5_000 },
    );
  });

  it('a decision table with a rate, a share and a division, at the boundary', () => {
    const programme = relief((bundle) => {
      bundle.rules = {
        award: {
          title: '金额',
          hit: 'first',
          let: [
            { id: 'perCapita', value: '(application.income - application.cost) / application.members' },
            { id: 'part', value: '(application.line - perCapita) * application.rate' },
            { id: 'whole', value: 'part * application.members' },
          ],
          inputs: [{ id: 'below', title: '低于标准', value: 'perCapita < application.line' }],
          rows: [
            {
              id: 'pays',
              if: { below: 'true' },
              result: 'pass',
              reason: 'pays',
              values: { up: 'rounded(whole, "yuan-up")', near: 'rounded(whole, "fen-half-up")' },
            },
            { id: 'not', if: {}, result: 'fail', reason: 'not' },
          ],
        },
      };
    });
    let boundaries = 0;
    // Amounts on the yuan and a fen beside it, rates as they are written, so that many cases lie on a boundary.
    const near = fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(-1, 0, 0, 0, 1));
    const beside = near.map(([yuan, fen]) => Math.max(0, yuan * 100 + fen));
    const rate = fc.constantFrom(100, 150, 290, 300, 350, 500, 570, 700, 1_000);
    fc.assert(
      fc.property(beside, beside, beside, members, rate, (line, income, spent, size, permille) => {
        const cost = Math.min(income, spent);
        const trace = evaluateRule(programme, 'award', {
          today: '2026-03-02',
          ...functionsOf(programme, 'zh', {}),
          application: { income, cost, members: size, line, rate: permille / 1_000 },
        });
        const gap = (BigInt(line) * BigInt(size) - BigInt(income - cost)) * BigInt(permille);
        if (gap <= 0n) {
          expect(trace.result).toBe('fail');
          return;
        }
        if (gap % 100_000n === 0n) boundaries++;
        expect(trace.values.up).toBe(Number(up(gap, 1_000n, 100n)));
        expect(trace.values.near).toBe(Number((gap * 2n + 1_000n) / 2_000n));
      }),
      { numRuns: 4_000 },
    );
    expect(boundaries).toBeGreaterThan(100);
  });
});
