/**
 * Exact numbers. What is no whole number within an expression stays a fraction until somebody rounds it, so that a third
 * of an income, or 0.1 + 0.2, cannot tip an amount over a boundary. A number that arrives as `0.35` is the decimal that was
 * written, not the binary number beside it.
 */

/** A whole number or a decimal as it was written, or a fraction that is neither. */
export type Exact = number | Fraction;

/** A fraction in lowest terms. Made by the operations below, which give plain whole numbers wherever they can. */
export class Fraction {
  readonly over: bigint;
  /** Positive. */
  readonly under: bigint;

  constructor(over: bigint, under: bigint) {
    this.over = over;
    this.under = under;
  }

  /** The number nearest to it. */
  toNumber(): number {
    const negative = this.over < 0n;
    const over = negative ? -this.over : this.over;
    // With more than 64 bits and a last one that says whether anything is left, the number is rounded once, correctly.
    const shift = Math.max(0, 66 + bits(this.under) - bits(over));
    const scaled = over << BigInt(shift);
    const rest = scaled % this.under === 0n ? 0n : 1n;
    const nearest = Number((scaled / this.under) | rest) / 2 ** shift;
    return negative ? -nearest : nearest;
  }

  /** Lets it stand where a function of a host expects a number. */
  valueOf(): number {
    return this.toNumber();
  }

  toJSON(): number {
    return this.toNumber();
  }
}

/** A fraction that has grown past this is taken as the number nearest to it: no sum of money needs more. */
const LONGEST = 512;

export function isExact(value: unknown): value is Exact {
  return typeof value === 'number' || value instanceof Fraction;
}

export function toNumber(value: Exact): number {
  return typeof value === 'number' ? value : value.toNumber();
}

export function plus(left: Exact, right: Exact): Exact {
  if (whole(left) && whole(right)) {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return sum;
  }
  if (!finite(left, right)) return toNumber(left) + toNumber(right);
  const [a, b] = [parts(left), parts(right)];
  return reduced(a.over * b.under + b.over * a.under, a.under * b.under);
}

export function minus(left: Exact, right: Exact): Exact {
  if (whole(left) && whole(right)) {
    const difference = left - right;
    if (Number.isSafeInteger(difference)) return difference;
  }
  if (!finite(left, right)) return toNumber(left) - toNumber(right);
  const [a, b] = [parts(left), parts(right)];
  return reduced(a.over * b.under - b.over * a.under, a.under * b.under);
}

export function times(left: Exact, right: Exact): Exact {
  if (whole(left) && whole(right)) {
    const product = left * right;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  if (!finite(left, right)) return toNumber(left) * toNumber(right);
  const [a, b] = [parts(left), parts(right)];
  return reduced(a.over * b.over, a.under * b.under);
}

/** The quotient; `right` is not 0. */
export function dividedBy(left: Exact, right: Exact): Exact {
  if (whole(left) && whole(right) && left % right === 0) return left / right + 0;
  if (!finite(left, right)) return toNumber(left) / toNumber(right);
  const [a, b] = [parts(left), parts(right)];
  const sign = b.over < 0n ? -1n : 1n;
  return reduced(a.over * b.under * sign, a.under * b.over * sign);
}

/** Negative, 0 or positive, as `left` is less than, equal to or more than `right`. */
export function compareExact(left: Exact, right: Exact): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (!finite(left, right)) return toNumber(left) - toNumber(right);
  const [a, b] = [parts(left), parts(right)];
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * How a fraction between two whole numbers becomes one of them: `up` and `down` to the higher and the lower,
 * `half-up` to the nearer and from the middle away from zero, `half-down` from the middle towards zero,
 * `half-even` from the middle to the even one.
 */
export type Direction = 'up' | 'down' | 'half-up' | 'half-down' | 'half-even';

/** The whole multiple of `unit` (positive) to which `value` is rounded. */
export function roundTo(value: Exact, unit: Exact, direction: Direction): Exact {
  const units = dividedBy(value, unit);
  if (typeof units === 'number') {
    if (Number.isSafeInteger(units) || !Number.isFinite(units)) return times(units, unit);
  }
  const { over, under } = parts(units);
  const floor = over >= 0n ? over / under : -((-over + under - 1n) / under);
  const rest = over - floor * under;
  return times(reduced(floor + (goesUp(direction, floor, rest * 2n, under) ? 1n : 0n), 1n), unit);
}

function goesUp(direction: Direction, floor: bigint, twice: bigint, under: bigint): boolean {
  if (twice === 0n || direction === 'down') return false;
  if (direction === 'up') return true;
  if (twice !== under) return twice > under;
  if (direction === 'half-even') return floor % 2n !== 0n;
  return floor < 0n === (direction === 'half-down');
}

function whole(value: Exact): value is number {
  return Number.isSafeInteger(value);
}

function finite(left: Exact, right: Exact): boolean {
  return isFiniteExact(left) && isFiniteExact(right);
}

function isFiniteExact(value: Exact): boolean {
  return typeof value !== 'number' || Number.isFinite(value);
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** A number as the decimal that is written for it. */
function parts(value: Exact): { over: bigint; under: bigint } {
  if (value instanceof Fraction) return value;
  if (Number.isInteger(value)) return { over: BigInt(value), under: 1n };
  const [, sign = '', whole = '0', digits = '', exponent = '0'] = DECIMAL.exec(String(value)) ?? [];
  const over = BigInt(`${sign}${whole}${digits}`);
  const power = Number(exponent) - digits.length;
  return power >= 0
    ? { over: over * 10n ** BigInt(power), under: 1n }
    : { over, under: 10n ** BigInt(-power) };
}

function reduced(over: bigint, under: bigint): Exact {
  const divisor = gcd(over < 0n ? -over : over, under);
  const [a, b] = [over / divisor, under / divisor];
  if (b === 1n && a >= -MOST && a <= MOST) return Number(a);
  const fraction = new Fraction(a, b);
  return bits(b) > LONGEST || bits(a) > 2 * LONGEST ? fraction.toNumber() : fraction;
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

function bits(value: bigint): number {
  return (value < 0n ? -value : value).toString(16).length * 4;
}
