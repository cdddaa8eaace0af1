/** What a household lacks to the standard (补差): low-income allowance, destitute support. */
import { compareExact, type Exact, minus, times } from '@aidflow/definition';

/**
 * `(standard - income / members) x members`, exactly, that is without dividing; never below 0.
 * `standard` is for one person, `income` is that of the household after deductions, both in fen a month.
 */
export function topUp(standard: Exact, income: Exact, members: number): Exact {
  const gap = minus(times(standard, members), income);
  return compareExact(gap, 0) > 0 ? gap : 0;
}
