/** Everything outside the case that a decision may depend on. */
import type { Delegation, StandIn } from './people.ts';

/** Days of a county; throws `ProblemError('clock/unknown-year')` past the years it knows. */
export interface Calendar {
  /** Always the same answer for the same date. */
  isWorkingDay(date: string): boolean;
  /** Why it is one, or is none. */
  reason?(date: string): DayReason;
}

/** What a day is, and by what it is so. */
export interface DayReason {
  /** `make-up`: a Saturday or Sunday worked for a holiday. The last two are a county's own. */
  kind: 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'local-day-off' | 'local-working-day';
  /** Name of the holiday by language. */
  name?: Readonly<Record<string, string>>;
  /** The county's notice it rests on. */
  source?: string;
}

/** Everything outside the case that a decision may depend on. */
export interface World {
  /** Instant, ISO 8601. */
  now: string;
  calendar: Calendar;
  delegations: readonly Delegation[];
  standIns: readonly StandIn[];
  /** Seed of draws; recorded with each draw. */
  seed: string;
  /** Names of divisions by code, for letters. */
  divisionNames: Readonly<Record<string, string>>;
  /**
   * Nothing of this is kept: events carry no hash, and their chain cannot be verified. For trying out what could happen,
   * millions of times; a host that stores events leaves it out.
   */
  unrecorded?: boolean;
}
