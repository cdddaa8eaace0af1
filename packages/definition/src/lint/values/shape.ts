/** What a value may be, as far as a definition says: the values that a rule must have an answer for. */

/** `open`: nothing says so and nothing rules it out. */
export type Maybe = 'yes' | 'no' | 'open';

/** Bounds of numbers. `above` and `under` are not reached themselves. */
export interface Range {
  min?: number;
  max?: number;
  above?: number;
  under?: number;
  whole?: boolean;
  /** A form takes numbers below zero as well; of what is computed that is not assumed. */
  signed?: boolean;
}

export interface Texts {
  /** All that there are, where they are listed. */
  values?: readonly string[];
  /** ISO dates. */
  dates?: boolean;
}

/** A union of the kinds of values that are present here. */
export interface Shape {
  null: Maybe;
  /** It may be what is not told below. */
  any?: boolean;
  booleans?: readonly boolean[];
  numbers?: Range;
  texts?: Texts;
  /** Lists of such items. */
  list?: Shape;
  /** Objects with such fields; nothing for a field that they do not have. */
  fields?: (name: string) => Shape | undefined;
}

export const anything: Shape = { null: 'open', any: true };
export const truth: Shape = { null: 'no', booleans: [true, false] };
export const nothing: Shape = { null: 'yes' };
export const numbersIn = (numbers: Range = {}): Shape => ({ null: 'no', numbers });
export const textsOf = (texts: Texts = {}): Shape => ({ null: 'no', texts });

export const withNull = (shape: Shape, isNull: Maybe): Shape => ({ ...shape, null: isNull });

/** Whether null comes of any of them: surely when of one, surely not when of none. */
export function eitherNull(...shapes: readonly Shape[]): Maybe {
  if (shapes.some((shape) => shape.null === 'yes')) return 'yes';
  return shapes.every((shape) => shape.null === 'no') ? 'no' : 'open';
}

/** What is one or the other. */
export function union(one: Shape, other: Shape): Shape {
  if (one.any || other.any) return { null: eitherNull(one, other), any: true };
  const booleans = [...new Set([...(one.booleans ?? []), ...(other.booleans ?? [])])];
  const numbers = both(one.numbers, other.numbers, widened);
  const texts = both(one.texts, other.texts, joined);
  const list = both(one.list, other.list, union);
  const fields = both(
    one.fields,
    other.fields,
    (left, right) => (name) => both(left(name), right(name), union),
  );
  return {
    null: eitherNull(one, other),
    ...(booleans.length > 0 ? { booleans } : {}),
    ...(numbers === undefined ? {} : { numbers }),
    ...(texts === undefined ? {} : { texts }),
    ...(list === undefined ? {} : { list }),
    ...(fields === undefined ? {} : { fields }),
  };
}

function both<T>(one: T | undefined, other: T | undefined, join: (one: T, other: T) => T): T | undefined {
  return one === undefined ? other : other === undefined ? one : join(one, other);
}

function widened(one: Range, other: Range): Range {
  const min = least(one, other);
  const max = most(one, other);
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(one.whole && other.whole ? { whole: true } : {}),
    ...(one.signed || other.signed ? { signed: true } : {}),
  };
}

/** A bound that is not reached is one, too, only wider. */
const low = ({ min, above }: Range): number | undefined => min ?? above;
const high = ({ max, under }: Range): number | undefined => max ?? under;

function least(one: Range, other: Range): number | undefined {
  const [a, b] = [low(one), low(other)];
  return a === undefined || b === undefined ? undefined : Math.min(a, b);
}

function most(one: Range, other: Range): number | undefined {
  const [a, b] = [high(one), high(other)];
  return a === undefined || b === undefined ? undefined : Math.max(a, b);
}

function joined(one: Texts, other: Texts): Texts {
  const values = one.values && other.values ? [...new Set([...one.values, ...other.values])] : undefined;
  return { ...(values ? { values } : {}), ...(one.dates && other.dates ? { dates: true } : {}) };
}

/** What a field of such a value may be. Of a list: the fields of its items. */
export function fieldOf(shape: Shape, name: string): Shape {
  if (shape.list !== undefined && shape.fields === undefined) {
    return { null: shape.null, list: fieldOf(shape.list, name) };
  }
  const field = shape.fields?.(name);
  if (field === undefined || shape.any) return anything;
  return withNull(
    field,
    shape.null === 'no' ? field.null : shape.null === 'yes' ? 'yes' : eitherNull(field, shape),
  );
}

const bounded = (min: number | undefined, max: number | undefined, whole: boolean | undefined): Range => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
  ...(whole ? { whole } : {}),
});

const plus = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : one + other;

/** The bounds of the result of arithmetic; none where they do not follow simply. */
export function arithmeticRange(sign: string, one: Range, other: Range): Range {
  const whole = one.whole && other.whole;
  switch (sign) {
    case '+':
      return bounded(plus(low(one), low(other)), plus(high(one), high(other)), whole);
    case '-': {
      const [from, to] = [high(other), low(other)];
      return bounded(
        plus(low(one), from === undefined ? undefined : -from),
        plus(high(one), to === undefined ? undefined : -to),
        whole,
      );
    }
    case '*': {
      const [a, b, c, d] = [low(one), low(other), high(one), high(other)];
      if (a === undefined || b === undefined || a < 0 || b < 0) return bounded(undefined, undefined, whole);
      return bounded(a * b, c === undefined || d === undefined ? undefined : c * d, whole);
    }
    default:
      return {};
  }
}

/** The bounds of the sum of a list, by those of its items: only that it is not below zero, when none of them is. */
export const sumRange = (items: Range): Range =>
  bounded((low(items) ?? -1) >= 0 ? 0 : undefined, undefined, items.whole);

/** The bounds of the largest (or smallest) of several numbers. */
export function extreme(which: 'max' | 'min', ranges: readonly Range[]): Range {
  const lows = ranges.map(low).filter((bound) => bound !== undefined);
  const highs = ranges.map(high).filter((bound) => bound !== undefined);
  const all = (bounds: number[]) => bounds.length === ranges.length;
  const whole = ranges.every((range) => range.whole);
  return which === 'max'
    ? bounded(
        lows.length > 0 ? Math.max(...lows) : undefined,
        all(highs) ? Math.max(...highs) : undefined,
        whole,
      )
    : bounded(
        all(lows) ? Math.min(...lows) : undefined,
        highs.length > 0 ? Math.min(...highs) : undefined,
        whole,
      );
}
