/** Internship subsidy: paid for months served, at a higher rate when enough interns are kept (财社〔2017〕164号). */
import { compareExact, dividedBy, type Exact, plus, times } from '@aidflow/definition';

export interface Intern {
  /** Months served, a month begun already rounded (`monthsServed`). */
  served: number;
  /** Months that were left when a contract was signed before the end. */
  remaining?: number;
  /** Served to the end, or signed a contract before it; who dropped out is not counted in the retention. */
  finished: boolean;
  retained: boolean;
  /** Accident insurance for the whole time: without it the months are not paid. */
  insured: boolean;
}

export interface InternshipTerms {
  /** Fen a month. */
  base: Exact;
  high: Exact;
  /** Share of the finished who must be retained for the high rate. */
  retention: Exact;
  maxMonths: number;
}

export interface InternshipSubsidy {
  amount: Exact;
  /** Retained of finished; null when nobody has finished. */
  retention: Exact | null;
  rate: Exact;
  /** Place in the list, from 1, of those whose months are not paid, and why. */
  unpaid: { intern: number; reason: 'dropped-out' | 'no-insurance' }[];
}

/**
 * `sum(served) x rate + sum(remaining) x base` over those who finished with insurance; each has at most `maxMonths`, and
 * the months left over are paid at the base rate.
 */
export function internship(cohort: readonly Intern[], terms: InternshipTerms): InternshipSubsidy {
  const finished = cohort.filter((intern) => intern.finished);
  const retained = finished.filter((intern) => intern.retained).length;
  const retention = finished.length === 0 ? null : dividedBy(retained, finished.length);
  const high = retention !== null && compareExact(retention, terms.retention) >= 0;
  const rate = high ? terms.high : terms.base;
  const unpaid: InternshipSubsidy['unpaid'] = [];
  let amount: Exact = 0;
  for (const [index, { served, remaining = 0, finished: done, insured }] of cohort.entries()) {
    if (!done || !insured) {
      unpaid.push({ intern: index + 1, reason: done ? 'no-insurance' : 'dropped-out' });
      continue;
    }
    const months = Math.min(served, terms.maxMonths);
    const left = Math.min(remaining, terms.maxMonths - months);
    amount = plus(amount, plus(times(rate, months), times(terms.base, left)));
  }
  return { amount, retention, rate, unpaid };
}
