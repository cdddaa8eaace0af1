import { expect, it } from 'vitest';
import { difference, estimate, isCertain } from './estimate.ts';
import { joined, mean, newSketch, note, quantile } from './sketch.ts';

it('gives the interval of Student for a few runs', () => {
  // Mean 5, variance 8/3, four runs: 3.182 * sqrt(8/3) / sqrt(4).
  const half = 3.182 * (Math.sqrt(8 / 3) / 2);
  expect(estimate([3, 7, 5, 5])).toEqual({
    mean: 5,
    low: expect.closeTo(5 - half, 3),
    high: expect.closeTo(5 + half, 3),
    runs: 4,
  });
  expect(estimate([3, Number.NaN])).toEqual({ mean: 3, low: 3, high: 3, runs: 1 });
});

it('sees a small difference through large chances that both runs share', () => {
  const base = [10, 30, 20, 45];
  const by = difference(base, [9, 29.1, 19, 43.9]);
  expect(by.mean).toBeCloseTo(-1, 5);
  expect(isCertain(by)).toBe(true);
  expect(isCertain(estimate(base.map((value) => value - 26)))).toBe(false);
});

it('keeps quantiles to within one in a hundred in little room', () => {
  const sketch = newSketch();
  const halves = [newSketch(), newSketch()] as const;
  for (let value = 1; value <= 10_000; value++) {
    note(sketch, value / 100);
    note(halves[value % 2] as never, value / 100);
  }
  for (const share of [0.01, 0.5, 0.9, 0.99]) {
    expect(quantile(sketch, share) / (share * 100)).toBeCloseTo(1, 1);
    expect(Math.abs(quantile(sketch, share) / (share * 100) - 1)).toBeLessThanOrEqual(0.0101);
    expect(quantile(joined(halves), share)).toBe(quantile(sketch, share));
  }
  expect(mean(sketch)).toBeCloseTo(50.005, 6);
  expect(sketch.buckets.size).toBeLessThan(480);
  expect(quantile(newSketch(), 0.5)).toBeNaN();
});
