/** What several runs with different chances say together: a mean with the interval in which it lies with 95 % certainty. */

export interface Estimate {
  mean: number;
  /** Ends of the interval; both the mean where there was one run. */
  low: number;
  high: number;
  /** In how many runs there was anything to measure. */
  runs: number;
}

/** 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** The estimate from the values of the runs; those that are not numbers count as not measured. */
export function estimate(values: readonly number[]): Estimate {
  const measured = values.filter((value) => Number.isFinite(value));
  const runs = measured.length;
  if (runs === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, runs };
  const mean = measured.reduce((sum, value) => sum + value, 0) / runs;
  if (runs === 1) return { mean, low: mean, high: mean, runs };
  const variance = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (runs - 1);
  const half = (T[runs - 2] ?? 1.96) * Math.sqrt(variance / runs);
  return { mean, low: mean - half, high: mean + half, runs };
}

/** The difference `others - values`, run by run: what both runs met alike falls out of it. */
export function difference(values: readonly number[], others: readonly number[]): Estimate {
  return estimate(values.map((value, index) => (others[index] ?? Number.NaN) - value));
}

/** Whether the interval leaves no doubt on which side of 0 it lies. */
export const isCertain = ({ low, high, runs }: Estimate): boolean => runs > 1 && (low > 0 || high < 0);
