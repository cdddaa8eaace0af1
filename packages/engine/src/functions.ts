/**
 * The functions that expressions see besides FEEL's own. What is missing gives null, as in FEEL; what a definition got
 * wrong itself (a rounding that does not exist) is a problem.
 */
import { type Exact, isDate, ProblemError, problem } from '@aidflow/definition';
import {
  arrears,
  canteenSubsidy,
  capped,
  categoryWeighted,
  interestSubsidy,
  internship,
  mealsCounted,
  monthsIn,
  type Proration,
  prorated,
  tiered,
  topUp,
} from './benefits/index.ts';
import { longDate, longMonth, monthAfter } from './days.ts';
import { yuan, yuanWords } from './money.ts';
import { addMonths, ageOn, monthsBetween, monthsServed } from './months.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import { isAmount, type RoundingRule, rounded, roundingOf } from './rounding.ts';
import type { Scope } from './scope.ts';
import type { Json } from './types.ts';

/** Reads a value that an expression hands over; undefined where it is none of its kind. */
type Read<T> = (value: unknown) => T | undefined;

const amount: Read<Exact> = (value) => (isAmount(value) ? value : undefined);
const whole: Read<number> = (value) => (Number.isInteger(value) ? (value as number) : undefined);
const text: Read<string> = (value) => (typeof value === 'string' ? value : undefined);
const truth: Read<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
/** An ISO date as text, or a date of FEEL's. */
const date: Read<string> = (value) => {
  const iso = typeof value === 'object' && value !== null && 'iso' in value ? value.iso : value;
  return typeof iso === 'string' && isDate(iso) ? iso : undefined;
};
/** A month, or a date in it, as its first day. */
const month: Read<string> = (value) => {
  if (typeof value === 'string' && value.length === 7) return date(`${value}-01`);
  const day = date(value);
  return day && `${day.slice(0, 7)}-01`;
};
const dateOrMonth: Read<string> = (value) => date(value) ?? month(value);
const rounding: Read<RoundingRule> = (value) => {
  if (typeof value !== 'string') return undefined;
  roundingOf(value);
  return value as RoundingRule;
};

const proration: Read<Proration> = (value) =>
  value === 'days' || value === 'half-month' ? value : undefined;

const optional =
  <T>(read: Read<T>, fallback: T): Read<T> =>
  (value) =>
    value === undefined ? fallback : read(value);

const listOf =
  <T>(read: Read<T>): Read<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const items = value.map(read);
    return items.includes(undefined) ? undefined : (items as T[]);
  };

type Reads = Record<string, Read<unknown>>;

/** A context; parts in `may` can be left out or null. */
const context =
  (must: Reads, may: Reads = {}): Read<Record<string, unknown>> =>
  (value) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries({ ...must, ...may })) {
      const part = (value as Record<string, unknown>)[name] ?? null;
      if (part === null && name in may) continue;
      const known = read(part);
      if (known === undefined) return undefined;
      found[name] = known;
    }
    return found;
  };

/** A context with any names. */
const table =
  <T>(read: Read<T>): Read<Record<string, T>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const found: Record<string, T> = {};
    for (const [name, part] of Object.entries(value)) {
      const known = read(part);
      if (known === undefined) return undefined;
      found[name] = known;
    }
    return found;
  };

/** A function of an expression: null unless every argument is of its kind. */
function given(reads: readonly Read<unknown>[], run: (...args: never[]) => unknown) {
  return (...args: unknown[]): unknown => {
    if (args.length > reads.length) return null;
    const read = reads.map((one, index) => one(args[index]));
    return read.includes(undefined) ? null : run(...(read as never[]));
  };
}

const tier = context({ amount }, { below: amount, upTo: amount });
const stretch = context({ principal: amount, rate: amount, days: whole }, { standing: text });
const intern = context(
  { served: whole, finished: truth, retained: truth, insured: truth },
  { remaining: whole },
);
const internshipTerms = context({ base: amount, high: amount, retention: amount, maxMonths: whole });

/** Everything but what depends on a programme or a language. */
const functions: Scope = {
  monthsBetween: given([date, date], monthsBetween),
  ageOn: given([date, date], ageOn),
  addMonths: given([date, whole], addMonths),
  monthsServed: given([date, date, optional(whole, 15)], monthsServed),
  monthsIn: given([month, month], monthsIn),
  rounded: given([amount, rounding], rounded),
  topUp: given([amount, amount, whole], topUp),
  tiered: given([amount, listOf(tier)], tiered),
  categoryWeighted: given([amount, listOf(listOf(amount))], categoryWeighted),
  capped: given([amount, amount, optional(amount, 0)], capped),
  prorated: given([amount, date, date, optional(proration, 'days')], prorated),
  arrears: given([listOf(context({ due: amount, paid: amount }))], arrears),
  interestSubsidy: given([listOf(stretch), amount, optional(whole, 360)], interestSubsidy),
  internship: given([listOf(intern), internshipTerms], internship),
  mealsCounted: given([listOf(context({ diner: text, date, category: text })), whole], mealsCounted),
  canteenSubsidy: given([table(whole), table(amount), amount], canteenSubsidy),
};

/**
 * Functions of a programme; those for texts write amounts, dates and names of divisions as readers of `language` do.
 */
export function functionsOf(programme: Programme, language: string, names: Names): Scope {
  const byProgramme = made.get(programme) ?? new WeakMap<Names, Map<string, Scope>>();
  made.set(programme, byProgramme);
  const byName = byProgramme.get(names) ?? new Map<string, Scope>();
  byProgramme.set(names, byName);
  let found = byName.get(language);
  if (!found) {
    found = build(programme, language, names);
    byName.set(language, found);
  }
  return found;
}

type Names = Readonly<Record<string, string>>;

/** Each decision asks for them several times, with the same names. */
const made = new WeakMap<Programme, WeakMap<Names, Map<string, Scope>>>();

function build(programme: Programme, language: string, names: Names): Scope {
  return {
    ...functions,
    parameter: parameterOf(programme),
    yuan: (fen: number) => yuan(fen),
    yuanWords: (fen: number) => yuanWords(fen),
    longDate: (iso: string) => longDate(iso, language),
    longMonth: (month: string) => longMonth(month, language),
    monthAfter: (iso: string) => monthAfter(iso),
    name: (code: unknown) => names[String(code)] ?? String(code),
  };
}

/** A parameter that was looked up by a date of its own. */
export interface Lookup {
  parameter: string;
  /** ISO date; the first day of a month that was named. */
  date: string;
  value: Json;
}

/**
 * `parameter("standard", "2026-01")`: a parameter as it stood on a date or in a month; null where it had no value then.
 * `onLookup` hears of each. Throws `programme/no-parameter` for a name that the programme does not have.
 */
export function parameterOf(programme: Programme, onLookup?: (lookup: Lookup) => void) {
  return (parameter: unknown, when: unknown, ...more: unknown[]): Json => {
    const on = more.length > 0 ? undefined : dateOrMonth(when);
    if (typeof parameter !== 'string' || on === undefined) return null;
    if (!Object.hasOwn(programme.definition.parameters ?? {}, parameter)) {
      throw new ProblemError(problem('programme/no-parameter', { parameter, date: on }));
    }
    const value = parametersOn(programme, on)[parameter] ?? null;
    onLookup?.({ parameter, date: on, value });
    return value;
  };
}
