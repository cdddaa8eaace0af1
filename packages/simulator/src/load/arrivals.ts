/** When cases come in, where, and of what kind: a Poisson process whose rate follows season, days and bursts. */
import type { CountyPeriod, CountyWorkingHours } from '@aidflow/definition';
import { type Chance, chooseBy, hashText } from './chance.ts';
import { hoursOf, type Plan, type PlannedStream } from './plan.ts';
import { timeOfDay } from './roster.ts';
import type { Script } from './script.ts';

export interface Arrival {
  at: number;
  /** Names the case, the same in every variant. */
  key: number;
  division: string;
  script: Script;
}

/** Keys of what is drawn for one arrival. */
const GAP = 1;
const TOWNSHIP = 2;
const VILLAGE = 3;
const KIND = 4;

/** Draws the arrivals of one day after the other. */
export class Stream {
  readonly #plan: Plan;
  readonly #stream: PlannedStream;
  readonly #chance: Chance;
  readonly #key: number;
  readonly #hours: CountyWorkingHours;
  /** Milliseconds since midnight. */
  readonly #sessions: readonly (readonly [from: number, until: number])[];
  /** Mean number on each day without bursts. */
  readonly #means: Float64Array;
  readonly #weight: number;

  constructor(plan: Plan, stream: PlannedStream, chance: Chance) {
    this.#plan = plan;
    this.#stream = stream;
    this.#chance = chance;
    this.#key = hashText(stream.id);
    this.#hours = hoursOf(plan.version, stream.written.hours ?? 'office') as CountyWorkingHours;
    this.#sessions = this.#hours.sessions.map(([from = '', until = '']) => [
      timeOfDay(from),
      timeOfDay(until),
    ]);
    this.#means = this.#meansOf();
    this.#weight = plan.townships.reduce((sum, { weight }) => sum + weight, 0);
  }

  /** The arrivals of the day with this index, in order. */
  on(day: number): Arrival[] {
    const { townships, days } = this.#plan;
    const usual = this.#means[day] ?? 0;
    if (usual === 0) return [];
    const rates = townships.map(({ code, weight }) => ({
      code,
      rate: (usual * weight * this.#burst(days.dates[day] as string, code)) / this.#weight,
    }));
    const rate = rates.reduce((sum, one) => sum + one.rate, 0);
    const found: Arrival[] = [];
    if (rate <= 0) return found;
    for (let passed = 0, number = 0; ; number++) {
      passed -= Math.log(1 - this.#draw(day, number, GAP)) / rate;
      if (passed >= 1) return found;
      const { code } = chooseBy(rates, (one) => one.rate, this.#draw(day, number, TOWNSHIP));
      const villages = townships.find((one) => one.code === code)?.villages ?? [];
      const village = Math.floor(this.#draw(day, number, VILLAGE) * villages.length);
      found.push({
        at: this.#instant(day, passed),
        key: hashText(`${this.#stream.id}/${days.dates[day]}/${number}`),
        division: villages[village] as string,
        script: chooseBy(this.#stream.kinds, ({ weight }) => weight, this.#draw(day, number, KIND)),
      });
    }
  }

  #draw(day: number, number: number, what: number): number {
    return this.#chance.at(this.#key, day, number, what);
  }

  /** Where in the sessions of a day the part `passed` of them is over. */
  #instant(day: number, passed: number): number {
    const midnight = this.#plan.days.starts[day] as number;
    let left = passed * this.#sessions.reduce((sum, [from, until]) => sum + until - from, 0);
    for (const [from, until] of this.#sessions) {
      if (left < until - from) return midnight + from + left;
      left -= until - from;
    }
    return midnight + (this.#sessions.at(-1)?.[1] ?? 0);
  }

  #burst(date: string, township: string): number {
    return (this.#stream.written.bursts ?? [])
      .filter((burst) => within(burst, date) && (burst.townships?.includes(township) ?? true))
      .reduce((factor, { times }) => factor * times, 1);
  }

  #meansOf(): Float64Array {
    const { days, closed } = this.#plan;
    const { 'per-year': perYear, season } = this.#stream.written;
    const weights = days.dates.slice(0, closed).map((date, day) => {
      if (this.#hours.days === 'working' && !days.working[day]) return 0;
      return season?.[Number(date.slice(5, 7)) - 1] ?? 1;
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const expected = (perYear * closed) / 365;
    return Float64Array.from(weights, (weight) => (total === 0 ? 0 : (expected * weight) / total));
  }
}

const within = ({ from, until }: CountyPeriod, date: string): boolean => from <= date && date < until;
