/** A monthly amount over days that are no whole months. */
import { dividedBy, type Exact, plus, times } from '@aidflow/definition';
import { dayNumber } from '../days.ts';
import { addMonths, daysInMonth } from '../months.ts';

/** `days`: by the days of the month. `half-month`: 15 days or more are a month, fewer are none. */
export type Proration = 'days' | 'half-month';

/** So many days of a month count as one. */
const HALF = 15;

/**
 * What `monthly` comes to from the first to the last day (ISO dates, both included), calendar month by calendar month,
 * exactly. 0 when the last lies before the first. Throws `clock/invalid-date`.
 */
export function prorated(monthly: Exact, first: string, last: string, by: Proration = 'days'): Exact {
  const [from, to] = [dayNumber(first), dayNumber(last)];
  let sum: Exact = 0;
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = addMonths(month, 1)) {
    const length = daysInMonth(month);
    const start = dayNumber(month);
    const days = Math.min(to, start + length - 1) - Math.max(from, start) + 1;
    if (days === length || (by === 'half-month' && days >= HALF)) sum = plus(sum, monthly);
    else if (by === 'days' && days > 0) sum = plus(sum, dividedBy(times(monthly, days), length));
  }
  return sum;
}
