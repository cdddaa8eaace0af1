/** Back-payments when a standard is raised and its new rate is first paid months later (提标补发). */
import { compareExact, type Exact, minus, plus } from '@aidflow/definition';
import { addMonths } from '../months.ts';

/** What was due and what was paid in a month, in fen. */
export interface MonthPaid {
  due: Exact;
  paid: Exact;
}

/** The sum of what was due over what was paid. Months that were overpaid are set off; never below 0. */
export function arrears(months: readonly MonthPaid[]): Exact {
  const owed = months.reduce<Exact>((sum, { due, paid }) => plus(sum, minus(due, paid)), 0);
  return compareExact(owed, 0) > 0 ? owed : 0;
}

/** The months from one to the month before another, as `YYYY-MM`: `2026-01` and `2026-03` are January and February. */
export function monthsIn(from: string, before: string): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month < before.slice(0, 7) && months.length < 1_200; ) {
    months.push(month);
    month = addMonths(`${month}-01`, 1).slice(0, 7);
  }
  return months;
}

export interface ArrearsByMonth {
  amount: Exact;
  months: { month: string; due: Exact; paid: Exact; owed: Exact }[];
}

/**
 * Arrears at a raise, from the month in which it takes `effect` to the month before the new rate is `firstPaid`.
 * `inMonth` tells of each month what is due with the household, income and category of that month, and what was paid; it
 * answers nothing for a month in which nobody was in receipt.
 */
export function raiseArrears(
  effect: string,
  firstPaid: string,
  inMonth: (month: string) => MonthPaid | undefined,
): ArrearsByMonth {
  const months = monthsIn(effect, firstPaid).flatMap((month) => {
    const found = inMonth(month);
    return found ? [{ month, ...found, owed: minus(found.due, found.paid) }] : [];
  });
  return { amount: arrears(months), months };
}
