/** Comparing values as FEEL does, in the ordinary cases. */

/** What an expression compiled here leaves to the library. */
export class NotOrdinary extends Error {}

/** A civil date within an expression; it is compared, and for all else the library is asked. */
export class Day {
  readonly iso: string;

  private constructor(iso: string) {
    this.iso = iso;
  }

  static from(value: unknown): Day {
    if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) throw new NotOrdinary();
    const at = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value) throw new NotOrdinary();
    return new Day(value);
  }
}

/** `=` of two values of one simple type, or with null; everything else is for the library. */
export function equal(left: unknown, right: unknown): boolean {
  if (left === null || right === null) return left === right;
  if (left instanceof Day && right instanceof Day) return left.iso === right.iso;
  if (typeof left === typeof right && simple(left)) return left === right;
  throw new NotOrdinary();
}

/** Begins the warning of a comparison that the library would decide and the standard does not. */
export const UNLIKE = 'Cannot compare';

/**
 * A comparison; null where it cannot be decided. A number and a text are not ordered: the DMN standard gives null, and
 * the library may give true, which would let a word pass a threshold.
 */
export function compare(sign: string, left: unknown, right: unknown, warnings: string[]): boolean | null {
  if (sign === '=') return equal(left, right);
  if (sign === '!=') return !equal(left, right);
  if (left === null || right === null) {
    if (measurable(left) && measurable(right)) return null;
    throw new NotOrdinary();
  }
  if (typeof left === 'number' && typeof right === 'number') return ordered(sign, left - right);
  if (left instanceof Day && right instanceof Day) return compare(sign, left.iso, right.iso, warnings);
  if (typeof left === 'string' && typeof right === 'string') {
    return ordered(sign, left < right ? -1 : left > right ? 1 : 0);
  }
  if (measurable(left) && measurable(right)) {
    warnings.push(`${UNLIKE} '${left}' with '${right}'`);
    return null;
  }
  throw new NotOrdinary();
}

function ordered(sign: string, difference: number): boolean {
  switch (sign) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      throw new NotOrdinary();
  }
}

function measurable(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'string';
}

function simple(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}

/** A number, or something for the library. */
export function numeric(value: unknown): number {
  if (typeof value !== 'number') throw new NotOrdinary();
  return value;
}

/** The operators of arithmetic, for ordinary operands. */
export const arithmetic: Record<string, (left: unknown, right: unknown) => unknown> = {
  '+': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left + right : numeric(left) + numeric(right),
  '-': (left, right) => numeric(left) - numeric(right),
  '*': (left, right) => numeric(left) * numeric(right),
  '/': (left, right) => {
    if (right === 0) throw new NotOrdinary();
    return numeric(left) / numeric(right);
  },
};
