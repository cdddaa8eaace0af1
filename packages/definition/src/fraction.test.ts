/** Guards against an amount that tips over a boundary because a binary number stood for a decimal or a third. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, unaryTest } from './feel.ts';
import { compareExact, dividedBy, Fraction, minus, plus, roundTo, times, toNumber } from './fraction.ts';

const value = (expression: string, scope = {}) => evaluate(expression, scope).value;

describe('expressions are exact', () => {
  it.each([
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 = 0.3', true],
    ['0.3 - 0.1 > 0.2', false],
    ['1.1 * 3', 3.3],
    ['1 / 3 * 3 = 1', true],
    ['(50000 - 120100 / 3) * 3', 29_900],
    ['ceiling((50000 - 120100 / 3) * 3 / 100) * 100', 29_900],
    ['floor(0.29 * 100)', 29],
    ['ceiling(1.1 * 100)', 110],
    ['sum(for i in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] return 0.1) = 1', true],
    ['round half up(1.005, 2)', 1.01],
    ['decimal(1.255, 2)', 1.26],
    ['100 * 1.15', 115],
    ['-(1 / 3) + 1 / 3', 0],
    ['abs(-1 / 3) * 3', 1],
    ['max([1 / 3, 0.3]) * 3', 1],
    ['min([1 / 3, 0.4]) * 3', 1],
    ['modulo(1, 0.1)', 0],
    ['9007199254740991 + 2 - 2', 9007199254740991],
    ['1 / 3', 1 / 3],
    ['[1 / 3]', [1 / 3]],
    ['{ a: 2 / 3 }', { a: 2 / 3 }],
  ])('%s is %j', (expression, expected) => {
    expect(value(expression)).toEqual(expected);
  });

  it('a number of the scope is the decimal that was written', () => {
    expect(value('rate * 3 = 0.3', { rate: 0.1 })).toBe(true);
    expect(value('amount * rate', { amount: 100, rate: 1e-7 })).toBe(0.00001);
    expect(unaryTest('<= 0.3', {}, evaluate('0.1 + 0.2', {}).exact)).toBe(true);
  });

  it('a function of a host is given the fraction, and its number where it takes one', () => {
    const seen: unknown[] = [];
    const scope = { look: (given: unknown) => seen.push(given), half: (given: number) => given / 2 };
    value('look(1 / 3)', scope);
    expect(seen[0]).toBeInstanceOf(Fraction);
    expect(value('half(1 / 4)', scope)).toBe(0.125);
  });
});

const integer = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const fraction = fc.tuple(integer, fc.bigInt({ min: 1n, max: 10n ** 6n }));
const made = ([over, under]: [bigint, bigint]) => dividedBy(Number(over), Number(under));
/** Whether `found` is `over / under`, by whole numbers alone. */
const is = (found: ReturnType<typeof made>, over: bigint, under: bigint) => {
  const one = found instanceof Fraction ? found : { over: BigInt(found), under: 1n };
  return one.over * under === over * one.under;
};

describe('equals whole numbers', () => {
  it('sums, differences, products, quotients and order', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const [x, y] = [made(a), made(b)];
        const [[p, q], [r, s]] = [a, b];
        expect(is(plus(x, y), p * s + r * q, q * s)).toBe(true);
        expect(is(minus(x, y), p * s - r * q, q * s)).toBe(true);
        expect(is(times(x, y), p * r, q * s)).toBe(true);
        if (r !== 0n) expect(is(dividedBy(x, y), p * s, q * r)).toBe(true);
        const order = p * s - r * q;
        expect(Math.sign(compareExact(x, y))).toBe(order < 0n ? -1 : order > 0n ? 1 : 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('rounding, at the boundaries above all', () => {
    const unit = fc.constantFrom(1n, 10n, 100n, 1000n);
    const near = fc.constantFrom(-1n, 0n, 1n);
    const count = fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n });
    fc.assert(
      fc.property(count, unit, near, fc.bigInt({ min: 2n, max: 10n ** 4n }), (many, size, off, under) => {
        // A middle or a multiple of the unit, or a hair beside it.
        const over = many * size * under + off * 2n;
        const exact = dividedBy(Number(over), Number(under) * 2);
        const halves = size * under * 2n;
        const floor = over >= 0n ? over / halves : -((-over + halves - 1n) / halves);
        const rest = over - floor * halves;
        const up = rest === 0n ? floor : floor + 1n;
        const nearest = rest * 2n === halves ? (over < 0n ? floor : up) : rest * 2n < halves ? floor : up;
        expect(roundTo(exact, Number(size), 'down')).toBe(Number(floor * size));
        expect(roundTo(exact, Number(size), 'up')).toBe(Number(up * size));
        expect(roundTo(exact, Number(size), 'half-up')).toBe(Number(nearest * size));
      }),
      { numRuns: 5_000 },
    );
  });

  it('the number nearest to a fraction is the quotient of two numbers', () => {
    const whole = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(whole, fc.integer({ min: 1 }), (over, under) => {
        expect(toNumber(dividedBy(over, under))).toBe(over / under);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('edges', () => {
  it('each direction of a middle', () => {
    const middle = (value: number) =>
      (['up', 'down', 'half-up', 'half-down', 'half-even'] as const).map((way) => roundTo(value, 1, way));
    expect(middle(2.5)).toEqual([3, 2, 3, 2, 2]);
    expect(middle(3.5)).toEqual([4, 3, 4, 3, 4]);
    expect(middle(-2.5)).toEqual([-2, -3, -3, -2, -2]);
    expect(middle(-0.5)).toEqual([0, -1, -1, 0, 0]);
  });

  it('a fraction that grows without end stays small', () => {
    let sum = dividedBy(1, 3);
    for (let n = 4; n < 2_000; n++) sum = plus(sum, dividedBy(1, n));
    expect(JSON.stringify({ sum }).length).toBeLessThan(40);
    // The sum of 1/3 to 1/1999, by the harmonic numbers.
    expect(toNumber(sum)).toBeCloseTo(Math.log(1999) + 0.5772156649 + 1 / 3998 - 1.5, 6);
  });

  it('what is no finite number stays none', () => {
    expect(plus(Number.POSITIVE_INFINITY, dividedBy(1, 3))).toBe(Number.POSITIVE_INFINITY);
    expect(times(Number.NaN, 2)).toBeNaN();
    expect(value('1 / 0')).toBeNull();
  });
});
