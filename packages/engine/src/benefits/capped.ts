/** Amounts under a cap, such as that of a household and year. */
import { compareExact, type Exact, minus } from '@aidflow/definition';

/** As much of `amount` as is left of `cap` after what was `used` before; never below 0. */
export function capped(amount: Exact, cap: Exact, used: Exact = 0): Exact {
  const left = minus(cap, used);
  const given = compareExact(amount, left) < 0 ? amount : left;
  return compareExact(given, 0) > 0 ? given : 0;
}
