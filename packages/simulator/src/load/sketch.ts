/** Many lengths in little room: quantiles to within one in a hundred, however many there were. Plain data, so that it crosses threads. */

export interface Sketch {
  count: number;
  sum: number;
  /** How many fell into each bucket; the bucket `ZERO` holds what is nothing. */
  buckets: Map<number, number>;
}

const ZERO = Number.NEGATIVE_INFINITY;

/** Each bucket is two in a hundred wider than the one below, so that its middle is within one. */
const GROWTH = Math.log(1.02);

export const newSketch = (): Sketch => ({ count: 0, sum: 0, buckets: new Map() });

export function note(sketch: Sketch, value: number): void {
  sketch.count++;
  sketch.sum += value;
  const bucket = value > 0 ? Math.floor(Math.log(value) / GROWTH) : ZERO;
  sketch.buckets.set(bucket, (sketch.buckets.get(bucket) ?? 0) + 1);
}

/** The value below which `share` of all lie; `NaN` when there is none. */
export function quantile({ count, buckets }: Sketch, share: number): number {
  if (count === 0) return Number.NaN;
  const wanted = Math.max(1, Math.ceil(share * count));
  let seen = 0;
  let last = ZERO;
  for (const bucket of [...buckets.keys()].sort((a, b) => a - b)) {
    seen += buckets.get(bucket) ?? 0;
    last = bucket;
    if (seen >= wanted) break;
  }
  return last === ZERO ? 0 : Math.exp((last + 0.5) * GROWTH);
}

export const mean = ({ count, sum }: Sketch): number => (count === 0 ? Number.NaN : sum / count);

/** Both together, in a new one. */
export function joined(sketches: readonly Sketch[]): Sketch {
  const all = newSketch();
  for (const { count, sum, buckets } of sketches) {
    all.count += count;
    all.sum += sum;
    for (const [bucket, number] of buckets) all.buckets.set(bucket, (all.buckets.get(bucket) ?? 0) + number);
  }
  return all;
}
