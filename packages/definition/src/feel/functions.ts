/** FEEL's own functions, for ordinary arguments; any other argument is left to the library. */
import { NotOrdinary } from './values.ts';

type Builtin = (...given: unknown[]) => unknown;

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new NotOrdinary();
  return value;
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new NotOrdinary();
  return value;
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new NotOrdinary();
  return value;
}

function numbers(given: unknown[]): number[] {
  const values = (given.length === 1 ? list(given[0]) : given).map(number);
  if (values.length === 0) throw new NotOrdinary();
  return values;
}

function simple(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) throw new NotOrdinary();
  return value;
}

function truths(given: unknown[]): boolean[] {
  return (given.length === 1 ? list(given[0]) : given).map((value) => {
    if (typeof value !== 'boolean') throw new NotOrdinary();
    return value;
  });
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

export const functions: Record<string, Builtin> = {
  not: one((value) => (typeof value === 'boolean' ? !value : null)),
  count: one((value) => (value === null ? null : list(value).length)),
  sum: (...given) => numbers(given).reduce((total, value) => total + value, 0),
  min: (...given) => Math.min(...numbers(given)),
  max: (...given) => Math.max(...numbers(given)),
  all: (...given) => truths(given).every(Boolean),
  any: (...given) => truths(given).some(Boolean),
  'list contains': two((values, value) => list(values).map(simple).includes(simple(value))),
  'distinct values': one((values) => [...new Set(list(values).map(simple))]),
  concatenate: (...given) => given.flatMap(list),
  floor: one((value) => Math.floor(number(value))),
  ceiling: one((value) => Math.ceil(number(value))),
  abs: one((value) => Math.abs(number(value))),
  'string length': one((value) => text(value).length),
  contains: two((value, part) => text(value).includes(text(part))),
  'ends with': two((value, part) => text(value).endsWith(text(part))),
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
