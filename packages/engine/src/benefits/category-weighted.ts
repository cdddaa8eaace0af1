/** Supplements by category (分类施保): for each old, young, severely disabled or seriously ill person a share of the standard. */
import { compareExact, type Exact, plus, times } from '@aidflow/definition';
import { type RoundingRule, rounded } from '../rounding.ts';

/**
 * The sum over persons of the highest of their shares times the standard: who is in two categories has one supplement.
 * `persons` holds the shares (such as 0.1) of each person's categories. With `rule` each person's part is rounded.
 */
export function categoryWeighted(
  standard: Exact,
  persons: readonly (readonly Exact[])[],
  rule?: RoundingRule,
): Exact {
  let sum: Exact = 0;
  for (const shares of persons) {
    const highest = shares.reduce<Exact>((most, share) => (compareExact(share, most) > 0 ? share : most), 0);
    const part = times(standard, highest);
    sum = plus(sum, rule === undefined ? part : rounded(part, rule));
  }
  return sum;
}
