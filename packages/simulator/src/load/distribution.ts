/** Lengths of time by chance, in milliseconds. */
import type { CountyDistribution } from '@aidflow/definition';

/** Draws a length from two independent numbers in [0, 1). */
export type Draw = (first: number, second: number) => number;

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `45m` in milliseconds. The schema has checked the text. */
export function milliseconds(text: string): number {
  return Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0);
}

/** What a distribution of a county file draws. */
export function drawOf(distribution: CountyDistribution): Draw {
  const { fixed, exponential, lognormal, uniform, triangular } = distribution;
  if (lognormal) return lognormalOf(milliseconds(lognormal.median), milliseconds(lognormal.p90));
  if (exponential !== undefined) {
    const mean = milliseconds(exponential);
    return (first) => -Math.log(1 - first) * mean;
  }
  if (uniform) {
    const [low, high] = [milliseconds(uniform.low), milliseconds(uniform.high)];
    return (first) => low + first * (high - low);
  }
  if (triangular) {
    const { low, mode, high } = triangular;
    return triangularOf(milliseconds(low), milliseconds(mode), milliseconds(high));
  }
  const length = milliseconds(fixed ?? '0s');
  return () => length;
}

/** So many standard deviations above its middle lie nine tenths of a normal distribution. */
const NINE_TENTHS = 1.2815515655446004;

function lognormalOf(median: number, p90: number): Draw {
  const spread = Math.log(p90 / median) / NINE_TENTHS;
  return (first, second) => {
    const normal = Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
    return median * Math.exp(spread * normal);
  };
}

function triangularOf(low: number, mode: number, high: number): Draw {
  const width = high - low;
  if (width === 0) return () => low;
  const turn = (mode - low) / width;
  return (first) =>
    first < turn
      ? low + Math.sqrt(first * width * (mode - low))
      : high - Math.sqrt((1 - first) * width * (high - mode));
}
