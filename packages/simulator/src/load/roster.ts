/** When somebody works, and when a piece of work that was begun is done. */
import type { CountyPeriod, CountyWorkingHours } from '@aidflow/definition';
import type { Chance } from './chance.ts';
import type { Days } from './days.ts';

/** Working hours that need not be written down. */
export const KNOWN_HOURS: Readonly<Record<string, CountyWorkingHours>> = {
  office: {
    days: 'working',
    sessions: [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
  always: { days: 'every', sessions: [['00:00', '24:00']] },
};

/** `08:30` in milliseconds since midnight. */
export function timeOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}

/** Stretches of work in order, as instants. */
export class Roster {
  readonly #opens: Float64Array;
  readonly #closes: Float64Array;
  /** Working time before each stretch. */
  readonly #before: Float64Array;

  constructor(stretches: readonly (readonly [number, number])[]) {
    this.#opens = Float64Array.from(stretches, ([opens]) => opens);
    this.#closes = Float64Array.from(stretches, ([, closes]) => closes);
    this.#before = new Float64Array(stretches.length);
    for (let index = 1; index < stretches.length; index++) {
      const [opens, closes] = stretches[index - 1] as readonly [number, number];
      this.#before[index] = (this.#before[index - 1] as number) + closes - opens;
    }
  }

  isOpen(instant: number): boolean {
    const index = this.#last(this.#opens, instant);
    return index >= 0 && instant < (this.#closes[index] as number);
  }

  /** When work may begin from `instant` on; `Infinity` when never again. */
  opening(instant: number): number {
    const index = this.#last(this.#opens, instant);
    if (index >= 0 && instant < (this.#closes[index] as number)) return instant;
    return this.#opens[index + 1] ?? Number.POSITIVE_INFINITY;
  }

  /** When `work` milliseconds that begin at `instant` are done, over nights and days off; `Infinity` when never. */
  finish(instant: number, work: number): number {
    if (this.#opens.length === 0) return Number.POSITIVE_INFINITY;
    const target = this.worked(instant) + work;
    let index = Math.max(0, this.#last(this.#before, target));
    // What is done at the very end of a stretch is done then, not when the next begins.
    if (index > 0 && this.#before[index] === target) index--;
    const done = (this.#opens[index] as number) + target - (this.#before[index] as number);
    return done <= (this.#closes[index] as number) ? Math.max(done, instant) : Number.POSITIVE_INFINITY;
  }

  /** Working time before `instant`, in milliseconds. */
  worked(instant: number): number {
    const index = this.#last(this.#opens, instant);
    if (index < 0) return 0;
    const stretch = Math.min(instant, this.#closes[index] as number) - (this.#opens[index] as number);
    return (this.#before[index] as number) + stretch;
  }

  /** Index of the last value that is not above `value`; -1 for none. */
  #last(values: Float64Array, value: number): number {
    let low = -1;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((values[middle] as number) <= value) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** What makes somebody's working time besides the hours. */
export interface Presence {
  /** Part of each session that is for these cases. */
  share: number;
  /** Working days away in a year. */
  leave: number;
  away: readonly CountyPeriod[];
}

/** The roster of one officer; `chance` and `key` choose the days of leave. */
export function rosterOf(
  days: Days,
  hours: CountyWorkingHours,
  { share, leave, away }: Presence,
  chance: Chance,
  key: number,
): Roster {
  const off = leaveDays(days, leave, chance, key);
  const stretches: [number, number][] = [];
  for (const [index, date] of days.dates.entries()) {
    if (hours.days === 'working' && !days.working[index]) continue;
    if (off.has(index) || away.some(({ from, until }) => from <= date && date < until)) continue;
    const midnight = days.starts[index] as number;
    for (const [from = '', until = ''] of hours.sessions) {
      const opens = midnight + timeOfDay(from);
      stretches.push([opens, opens + (timeOfDay(until) - timeOfDay(from)) * share]);
    }
  }
  return new Roster(stretches);
}

/** Leave is taken in runs of up to five working days. */
const RUN = 5;

const NEVER: ReadonlySet<number> = new Set();

function leaveDays(days: Days, leave: number, chance: Chance, key: number): ReadonlySet<number> {
  if (leave === 0) return NEVER;
  const working = days.dates.flatMap((_, index) => (days.working[index] ? [index] : []));
  const wanted = Math.min(working.length, Math.round((leave * days.dates.length) / 365));
  const off = new Set<number>();
  for (let draw = 0; off.size < wanted; draw++) {
    const first = Math.floor(chance.at(key, draw) * working.length);
    const run = Math.min(RUN, wanted - off.size);
    for (const day of working.slice(first, first + run)) off.add(day);
  }
  return off;
}
