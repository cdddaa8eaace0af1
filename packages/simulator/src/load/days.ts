/** The days that are simulated, as instants in the county's zone. */
import { addDays, type Calendar } from '@aidflow/engine';
import { Temporal } from 'temporal-polyfill';

export class Days {
  /** ISO dates in order. */
  readonly dates: readonly string[];
  /** Whether each is a working day. */
  readonly working: readonly boolean[];
  /** Instants at which they begin, and one more at which the last ends. */
  readonly starts: Float64Array;

  /**
   * The days from `from` up to, not including, `until`. Throws `clock/unknown-year` for one whose days off are not known.
   */
  constructor(from: string, until: string, timezone: string, calendar: Calendar) {
    const dates: string[] = [];
    for (let date = from; date < until; date = addDays(date, 1)) dates.push(date);
    this.dates = dates;
    this.working = dates.map((date) => calendar.isWorkingDay(date));
    this.starts = Float64Array.from(
      [...dates, until],
      (date) => Temporal.PlainDate.from(date).toZonedDateTime(timezone).epochMilliseconds,
    );
  }

  get end(): number {
    return this.starts[this.dates.length] as number;
  }

  /** The instant at which an ISO date begins; the end for a date after the last, the beginning for one before the first. */
  at(date: string): number {
    const index = this.dates.findIndex((one) => one >= date);
    return this.starts[index < 0 ? this.dates.length : index] as number;
  }

  /** Index of the day of an instant; the nearest for one outside. */
  indexOf(instant: number): number {
    let low = 0;
    let high = this.dates.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
