/** A limit on requests of one person or address in a window of time, kept in memory. */
import { type Problem, problem } from '@aidflow/definition';

export interface RateOptions {
  /** Requests within `seconds`. */
  max: number;
  seconds: number;
}

/** Counts a request of `who`; answers what is to be said when it is one too many. */
export function rateLimit({ max, seconds }: RateOptions, now: () => number = Date.now) {
  let counts = new Map<string, number>();
  let window = 0;
  return (who: string): Problem | undefined => {
    const current = Math.floor(now() / (seconds * 1000));
    if (current !== window) {
      window = current;
      counts = new Map();
    }
    const count = (counts.get(who) ?? 0) + 1;
    counts.set(who, count);
    return count > max ? problem('http/rate', { max, seconds }) : undefined;
  };
}
