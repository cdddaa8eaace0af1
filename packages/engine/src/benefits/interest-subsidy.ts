/** Interest subsidy on guaranteed start-up loans: a share of the interest actually paid (财金〔2023〕75号). */
import { dividedBy, type Exact, plus, times } from '@aidflow/definition';

/** A stretch of days in which the principal outstanding did not change. */
export interface LoanStretch {
  /** Fen outstanding. */
  principal: Exact;
  /** A year, such as 0.035. */
  rate: Exact;
  days: number;
  /** Nothing is given for days in which the loan was extended, overdue or used for something else. */
  standing?: 'regular' | 'extended' | 'overdue' | 'off-purpose';
}

/** Interest in fen, exactly, on days of a year of `base` days. */
export function interest({ principal, rate, days }: LoanStretch, base = 360): Exact {
  return dividedBy(times(times(principal, rate), days), base);
}

/** The subsidy in fen, exactly. `share` is that of the interest, `base` the days of a year. */
export function interestSubsidy(stretches: readonly LoanStretch[], share: Exact = 0.5, base = 360): Exact {
  return stretches
    .filter(({ standing = 'regular' }) => standing === 'regular')
    .reduce<Exact>((sum, stretch) => plus(sum, times(interest(stretch, base), share)), 0);
}
