/** A scenario at another time and with other people: what it tells may be played anywhere. */
import type { ScenarioSource } from '@aidflow/definition';
import { addDays, dayNumber } from '@aidflow/engine';
import type { CastMember, Scenario, ScenarioStep } from './scenario.ts';

export interface Relocation {
  /** Day on which it begins, ISO date; the time of day stays. */
  date: string;
  /** People in the place of those of the scenario, by their names there. */
  cast?: Readonly<Record<string, CastMember>>;
}

/** So many days before its beginning a scenario's dates belong to what it tells; earlier ones, such as birthdays, do not. */
const RECENT = 365;

const DATE = /^(\d{4}-\d{2}-\d{2})(T.*)?$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
/** A case of a schedule is named by the day on which it was due. */
const IN_NAME = /\d{4}-\d{2}-\d{2}/g;

/**
 * The scenario begun on another day. Its dates are moved by as many days, its months by as many months, its years by as
 * many years, as long as they are not older than a year; what it expected to be refused, and all expectations but those
 * of an outcome are left out: amounts and days that were worked out for the old dates do not hold for the new ones.
 */
export function relocated(source: ScenarioSource, { date, cast = {} }: Relocation): ScenarioSource {
  const { value: scenario } = source;
  const first = scenario.clock.slice(0, 10);
  const move = mover(first, date);
  const { clock, given, actors, steps, ...rest } = scenario;
  const value: Scenario = {
    ...rest,
    clock: move(clock) as string,
    actors: { ...actors, ...cast },
    ...(given === undefined ? {} : { given: move(given) as NonNullable<Scenario['given']> }),
    steps: steps.flatMap((step) => kept(step)).map((step) => move(step) as ScenarioStep),
  };
  return { ...source, value };
}

function kept(step: ScenarioStep): ScenarioStep[] {
  if ('do' in step) return step.refused === undefined ? [step] : [];
  if (!('expect' in step)) return [step];
  const { outcome } = step.expect;
  return outcome === undefined || step.case !== undefined ? [] : [{ expect: { outcome } }];
}

/** Moves whatever is a date, a month or a year in a value of JSON. */
function mover(first: string, date: string): (value: unknown) => unknown {
  const days = dayNumber(date) - dayNumber(first);
  const months = monthNumber(date) - monthNumber(first);
  const years = Number(date.slice(0, 4)) - Number(first.slice(0, 4));
  const since = addDays(first, -RECENT);
  const day = (text: string) => (text < since ? text : addDays(text, days));

  const text = (value: string): string => {
    const [, its, time = ''] = DATE.exec(value) ?? [];
    if (its !== undefined) return `${day(its)}${time}`;
    if (!MONTH.test(value)) return value.includes('/') ? value.replace(IN_NAME, day) : value;
    return value < since.slice(0, 7) ? value : monthOf(monthNumber(value) + months);
  };

  const move = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number' && key === 'year') return value + years;
    if (Array.isArray(value)) return value.map((part) => move(part));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, move(part, name)]));
  };
  return (value) => move(value);
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
