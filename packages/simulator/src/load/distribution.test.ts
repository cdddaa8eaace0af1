import { describe, expect, it } from 'vitest';
import { Chance } from './chance.ts';
import { drawOf, milliseconds } from './distribution.ts';

const HOUR = 3_600_000;

function sample(distribution: Parameters<typeof drawOf>[0]): number[] {
  const draw = drawOf(distribution);
  const chance = new Chance('distribution');
  return Array.from({ length: 20_000 }, (_, n) => draw(chance.at(n, 1), chance.at(n, 2))).sort(
    (a, b) => a - b,
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const at = (values: readonly number[], share: number) => values[Math.floor(share * values.length)] as number;

describe('lengths of time', () => {
  it('are read with their units', () => {
    expect(['20s', '1.5m', '2h', '3d', '0s'].map(milliseconds)).toEqual([
      20_000,
      90_000,
      2 * HOUR,
      72 * HOUR,
      0,
    ]);
  });

  it('are exponential with the mean that is asked for', () => {
    const drawn = sample({ exponential: '2h' });
    expect(mean(drawn) / HOUR).toBeCloseTo(2, 1);
    // Of an exponential distribution, the median is ln 2 of the mean.
    expect(at(drawn, 0.5) / HOUR).toBeCloseTo(2 * Math.LN2, 1);
  });

  it('are lognormal with the median and the 90th percentile that are asked for', () => {
    const drawn = sample({ lognormal: { median: '1h', p90: '3h' } });
    expect(at(drawn, 0.5) / HOUR).toBeCloseTo(1, 1);
    expect(at(drawn, 0.9) / HOUR / 3).toBeCloseTo(1, 1);
  });

  it('are uniform, triangular and fixed', () => {
    const uniform = sample({ uniform: { low: '1h', high: '3h' } });
    expect([at(uniform, 0.25), at(uniform, 0.75)].map((value) => value / HOUR)).toEqual([
      expect.closeTo(1.5, 1),
      expect.closeTo(2.5, 1),
    ]);
    // A triangle's mean is the mean of its three corners.
    expect(mean(sample({ triangular: { low: '1h', mode: '2h', high: '6h' } })) / HOUR).toBeCloseTo(3, 1);
    expect(new Set(sample({ fixed: '45m' }))).toEqual(new Set([45 * 60_000]));
  });
});
