/** Comparing values as FEEL does, in the ordinary cases. */
import { isDate } from '../formats.ts';
import { compareExact, dividedBy, type Exact, isExact, minus, plus, times } from '../fraction.ts';

/** What an expression compiled here leaves to the library. */
export class NotOrdinary extends Error {}

/** Where it is said why something gave null. */
export interface Warnings {
  push(warning: string): unknown;
}

/** A civil date within an expression; it is compared and kept, and for all else the library is asked. */
export class Day {
  readonly iso: string;

  private constructor(iso: string) {
    this.iso = iso;
  }

  static from(value: unknown): Day {
    if (value instanceof Day) return value;
    if (typeof value !== 'string' || !isDate(value)) throw new NotOrdinary();
    return new Day(value);
  }
}

/** `=` of two values of one simple type, or with null; everything else is for the library. */
export function equal(left: unknown, right: unknown): boolean | null {
  // Texts and numbers first: most of what is ever compared.
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  if (left === null || right === null) return left === right;
  if (left instanceof Day && right instanceof Day) return left.iso === right.iso;
  if (isExact(left) && isExact(right)) return compareExact(left, right) === 0;
  if (simple(left) && simple(right) && typeof left === typeof right) return left === right;
  if (measurable(left) && measurable(right)) return null;
  if (Array.isArray(left) && Array.isArray(right)) return sameList(left, right);
  throw new NotOrdinary();
}

/** Lists of one length are equal member by member; what cannot be compared so is for the library. */
function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) throw new NotOrdinary();
  const members = left.map((member, index) => equal(member ?? null, right[index] ?? null));
  if (members.includes(null)) throw new NotOrdinary();
  return members.every((member) => member === true);
}

/** Begins the warning of a comparison that the library would decide and the standard does not. */
export const UNLIKE = 'Cannot compare';

/**
 * A comparison; null where it cannot be decided. Values of two types are not ordered, as the standard has it: else a word
 * would pass a threshold.
 */
export function compare(sign: string, left: unknown, right: unknown, warnings: Warnings): boolean | null {
  if (sign === '=') return equal(left, right);
  if (sign === '!=') {
    const answer = equal(left, right);
    return answer === null ? null : !answer;
  }
  if (left === null || right === null) {
    if (measurable(left) && measurable(right)) return null;
    throw new NotOrdinary();
  }
  if (isExact(left) && isExact(right)) return ordered(sign, compareExact(left, right));
  if (left instanceof Day && right instanceof Day) return compare(sign, left.iso, right.iso, warnings);
  if (typeof left === 'string' && typeof right === 'string') {
    return ordered(sign, left < right ? -1 : left > right ? 1 : 0);
  }
  if (measurable(left) && measurable(right)) {
    warnings.push(`${UNLIKE} '${shown(left)}' with '${shown(right)}'`);
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
  return value === null || typeof value === 'string' || isExact(value) || value instanceof Day;
}

function shown(value: unknown): unknown {
  return value instanceof Day ? value.iso : value;
}

function simple(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || isExact(value);
}

/** A number, or something for the library. */
export function numeric(value: unknown): Exact {
  if (!isExact(value)) throw new NotOrdinary();
  return value;
}

/** The operators of arithmetic, for ordinary operands. */
export const arithmetic: Record<string, (left: unknown, right: unknown) => unknown> = {
  '+': (left, right) =>
    typeof left === 'string' && typeof right === 'string'
      ? left + right
      : plus(numeric(left), numeric(right)),
  '-': (left, right) => minus(numeric(left), numeric(right)),
  '*': (left, right) => times(numeric(left), numeric(right)),
  '/': (left, right) => {
    if (right === 0) throw new NotOrdinary();
    return dividedBy(numeric(left), numeric(right));
  },
};
