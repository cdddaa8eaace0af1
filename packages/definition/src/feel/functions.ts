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
  if (typeof value === 'object') throw new NotOrdinary();
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
  count: one((value) => list(value).length),
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
  'starts with': two((value, part) => text(value).startsWith(text(part))),
  string: one((value) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value)))
      return String(value);
    throw new NotOrdinary();
  }),
};
