/** Amounts by tier (分档): the first tier into which a value falls says how much it is. */
import { compareExact, type Exact, ProblemError, problem } from '@aidflow/definition';

/** A tier takes values less than `below`, or not more than `upTo`; the last may take all the others. */
export interface Tier {
  below?: Exact;
  upTo?: Exact;
  amount: Exact;
}

/**
 * The amount of the first tier that takes `value`; null when none does.
 * Throws `money/tiers` when the tiers do not ascend, or one that is not the last has no limit.
 */
export function tiered(value: Exact, tiers: readonly Tier[]): Exact | null {
  const limits = tiers.map(({ below, upTo }) => below ?? upTo);
  for (const [index, limit] of limits.entries()) {
    const before = limits[index - 1];
    if (index === 0) continue;
    if (before === undefined || (limit !== undefined && compareExact(before, limit) >= 0)) {
      throw new ProblemError(problem('money/tiers', { tier: index + 1 }));
    }
  }
  return tiers.find((tier) => takes(tier, value))?.amount ?? null;
}

function takes({ below, upTo }: Tier, value: Exact): boolean {
  if (below !== undefined) return compareExact(value, below) < 0;
  return upTo === undefined || compareExact(value, upTo) <= 0;
}
