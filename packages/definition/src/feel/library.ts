/**
 * The FEEL library, the only place that calls it besides the two readers of its syntax trees. Its ranges are held to the
 * standard here: they compare a word with a number by the rules of JavaScript, where neither is less, and so let
 * "seventy" be at least 60 and any text be a day after 2026-01-01.
 */
import {
  date,
  evaluate,
  FeelDate,
  FeelDateTime,
  FeelDuration,
  FeelRange,
  FeelTime,
  isRange,
  unaryTest,
} from 'feelin';
import { Fraction } from '../fraction.ts';
import { flat, type Scope, View } from './scope.ts';
import { Day } from './values.ts';

export { isFunction, isRange, SyntaxError as FeelSyntaxError, toFeel } from 'feelin';

const loosely = FeelRange.prototype.includes;

FeelRange.prototype.includes = function includes(this: FeelRange, value: unknown): boolean | null {
  if (value === null || value === undefined || isRange(value)) return loosely.call(this, value);
  return typeName(value) === this.valueType ? loosely.call(this, value) : null;
};

function typeName(value: unknown): string {
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return 'duration';
  return typeof value;
}

type Names = Record<string, unknown>;

/**
 * The least and the greatest, of texts and dates, too, as the standard has it: the library knows only those of numbers,
 * and the last day of a list of days would be null.
 */
const extremes = {
  min: extreme((one, other) => one < other),
  max: extreme((one, other) => one > other),
};

function extreme(better: (one: never, other: never) => boolean) {
  return (...given: unknown[]): unknown => {
    const values = given.length === 1 && Array.isArray(given[0]) ? given[0] : given;
    const kind = typeName(values[0]);
    const comparable = ['number', 'string', 'date', 'date time'].includes(kind);
    if (!comparable || values.some((value) => typeName(value) !== kind)) return null;
    return values.reduce((best, value) => (better(value as never, best as never) ? value : best));
  };
}

/** The library alone. Fractions are the numbers nearest to them. */
export function evaluateFeel(expression: string, scope: Scope) {
  return evaluate(expression, { ...extremes, ...(plain(flat(scope)) as Names) });
}

/** The library alone, for a unary test of `scope['?']`. */
export function unaryTestFeel(test: string, scope: Scope) {
  return unaryTest(test, { ...extremes, ...(plain(flat(scope)) as Names) });
}

/** The value as the library has it: the same object where nothing in it is ours. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Fraction) return value.toNumber();
  if (value instanceof Day) return date(value.iso);
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (value instanceof View) return plain(value.plain());
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const given = value as Names;
  let changed: Names | undefined;
  for (const [name, part] of Object.entries(given)) {
    const own = plain(part);
    if (own === part) continue;
    changed ??= { ...given };
    changed[name] = own;
  }
  return changed ?? value;
}
