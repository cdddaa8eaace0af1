/** FEEL's own functions, for ordinary arguments; any other argument is left to the library. Numbers stay exact. */
import {
  compareExact,
  type Direction,
  dividedBy,
  type Exact,
  isExact,
  minus,
  plus,
  roundTo,
  times,
  toNumber,
} from '../fraction.ts';
import { Day, NotOrdinary } from './values.ts';

type Builtin = (...given: unknown[]) => unknown;

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new NotOrdinary();
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new NotOrdinary();
  return value;
}

function exact(value: unknown): Exact {
  if (!isExact(value)) throw new NotOrdinary();
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new NotOrdinary();
  return value;
}

function numbers(given: unknown[]): Exact[] {
  const values = (given.length === 1 ? list(given[0]) : given).map(exact);
  if (values.length === 0) throw new NotOrdinary();
  return values;
}

/** The greatest of numbers, of texts or of days, all of one kind; the least where `way` is -1. */
function extreme(given: unknown[], way: 1 | -1): unknown {
  const values = given.length === 1 ? list(given[0]) : given;
  const [first] = values;
  if (typeof first === 'string') {
    return values.map(text).reduce((best, value) => (value < best === way < 0 ? value : best));
  }
  if (first instanceof Day) {
    const days = values.map((value) => (value instanceof Day ? value : notOrdinary()));
    return days.reduce((best, value) => (value.iso < best.iso === way < 0 ? value : best));
  }
  return numbers(given).reduce((best, value) => (compareExact(value, best) * way > 0 ? value : best));
}

function notOrdinary(): never {
  throw new NotOrdinary();
}

function simple(value: unknown): unknown {
  if (isExact(value)) return toNumber(value);
  if (typeof value === 'object' && value !== null) throw new NotOrdinary();
  return value;
}

function truths(given: unknown[]): boolean[] {
  return (given.length === 1 ? list(given[0]) : given).map((value) => {
    if (typeof value !== 'boolean') throw new NotOrdinary();
    return value;
  });
}

function rounded(value: unknown, places: unknown, direction: Direction): Exact {
  const digits = number(places);
  if (!Number.isInteger(digits) || Math.abs(digits) > 9) throw new NotOrdinary();
  return roundTo(exact(value), digits < 0 ? 10 ** -digits : dividedBy(1, 10 ** digits), direction);
}

const one =
  (run: (value: unknown) => unknown): Builtin =>
  (...given) => {
    if (given.length !== 1) throw new NotOrdinary();
    return run(given[0]);
  };

const two =
  (run: (first: unknown, second: unknown) => unknown): Builtin =>
  (...given) => {
    if (given.length !== 2) throw new NotOrdinary();
    return run(given[0], given[1]);
  };

/** Patterns of definitions are few. What is no pattern is for the library to say. */
const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  let found = patterns.get(source);
  if (!found) {
    try {
      found = new RegExp(source, 'u');
    } catch {
      throw new NotOrdinary();
    }
    if (patterns.size > 1_000) patterns.clear();
    patterns.set(source, found);
  }
  return found;
}

export const functions: Record<string, Builtin> = {
  not: one((value) => (typeof value === 'boolean' ? !value : null)),
  count: one((value) => (value === null ? null : list(value).length)),
  sum: (...given) => numbers(given).reduce(plus, 0),
  min: (...given) => extreme(given, -1),
  max: (...given) => extreme(given, 1),
  all: (...given) => truths(given).every(Boolean),
  any: (...given) => truths(given).some(Boolean),
  'list contains': two((values, value) =>
    values === null ? null : list(values).map(simple).includes(simple(value)),
  ),
  'distinct values': one((values) => [...new Set(list(values).map(simple))]),
  concatenate: (...given) => given.flatMap(list),
  floor: one((value) => roundTo(exact(value), 1, 'down')),
  ceiling: one((value) => roundTo(exact(value), 1, 'up')),
  abs: one((value) => (compareExact(exact(value), 0) < 0 ? minus(0, exact(value)) : value)),
  decimal: two((value, places) => rounded(value, places, 'half-even')),
  'round half up': two((value, places) => rounded(value, places, 'half-up')),
  'round half down': two((value, places) => rounded(value, places, 'half-down')),
  /** Away from zero, and towards it. */
  'round up': two((value, places) =>
    rounded(value, places, compareExact(exact(value), 0) < 0 ? 'down' : 'up'),
  ),
  'round down': two((value, places) =>
    rounded(value, places, compareExact(exact(value), 0) < 0 ? 'up' : 'down'),
  ),
  /** The rest has the sign of the divisor. */
  modulo: two((value, divisor) => {
    const by = exact(divisor);
    if (compareExact(by, 0) === 0) throw new NotOrdinary();
    return minus(exact(value), times(by, roundTo(dividedBy(exact(value), by), 1, 'down')));
  }),
  'string length': one((value) => text(value).length),
  contains: two((value, part) => text(value).includes(text(part))),
  'ends with': two((value, part) => text(value).endsWith(text(part))),
  matches: two((value, pattern) => (value === null ? null : patternOf(text(pattern)).test(text(value)))),
  /** The pattern is a regular expression; only one without special characters is ordinary. */
  replace: (...given) => {
    const [value, pattern, by] = given.map(text) as [string, string, string];
    if (given.length !== 3 || !/^[\w\s-]+$/.test(pattern) || by.includes('$')) throw new NotOrdinary();
    return value.replaceAll(pattern, () => by);
  },
  'get entries': one((value) => {
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
      throw new NotOrdinary();
    }
    return Object.entries(value).map(([key, part]) => ({ key, value: part ?? null }));
  }),
  /** Nothing between others is left out. */
  'string join': (...given) => {
    const [values, between] = given;
    if (given.length > 2 || values === undefined) throw new NotOrdinary();
    if (values === null) return null;
    const texts = list(values)
      .filter((value) => value !== null)
      .map(text);
    return texts.join(between === undefined || between === null ? '' : text(between));
  },
  'starts with': two((value, part) => text(value).startsWith(text(part))),
  /** Counted from 1, as FEEL does. */
  substring: (...given) => {
    const [value, start, length] = given;
    const from = number(start);
    if (given.length > 3 || from < 1 || !Number.isInteger(from)) throw new NotOrdinary();
    if (given.length === 2) return text(value).slice(from - 1);
    const count = number(length);
    if (count < 1 || !Number.isInteger(count)) throw new NotOrdinary();
    return text(value).slice(from - 1, from - 1 + count);
  },
  number: one((value) => {
    if (!/^\d{1,15}(\.\d{1,9})?$/.test(text(value))) throw new NotOrdinary();
    return Number(value);
  }),
  string: one((value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value)))
      return String(value);
    throw new NotOrdinary();
  }),
};
