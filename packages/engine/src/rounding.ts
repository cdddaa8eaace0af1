/** Rounding by name: to the fen, jiao, yuan or ten yuan, up, down or to the nearer. */
import {
  type Direction,
  type Exact,
  Fraction,
  isExact,
  ProblemError,
  problem,
  roundTo,
} from '@aidflow/definition';

const UNITS = { fen: 1, jiao: 10, yuan: 100, 'ten-yuan': 1_000 } as const;
const DIRECTIONS = ['up', 'down', 'half-up', 'half-even'] as const satisfies readonly Direction[];

/** `yuan-up`: the next whole yuan that is not less. `half-up`: the nearer, from the middle the larger amount. */
export type RoundingRule = `${keyof typeof UNITS}-${(typeof DIRECTIONS)[number]}`;

interface Rounding {
  unit: number;
  direction: Direction;
}

const rules = new Map<string, Rounding>(
  Object.entries(UNITS).flatMap(([name, unit]) =>
    DIRECTIONS.map((direction): [string, Rounding] => [`${name}-${direction}`, { unit, direction }]),
  ),
);

/**
 * An amount in fen rounded by a named rule, a whole number of fen. Exact: a fraction is rounded as the fraction it is.
 * Throws `money/unknown-rounding`.
 */
export function rounded(amount: Exact, rule: RoundingRule): number {
  const { unit, direction } = roundingOf(rule);
  return Number(roundTo(settled(amount), unit, direction));
}

export function roundingOf(rule: string): Rounding {
  const found = rules.get(rule);
  if (found) return found;
  throw new ProblemError(problem('money/unknown-rounding', { rule, rules: [...rules.keys()] }));
}

/**
 * A number that was computed elsewhere in binary carries an error far below a millionth of a fen, which must not tip it
 * over a boundary. What an expression computes is exact and is left alone.
 */
function settled(amount: Exact): Exact {
  return amount instanceof Fraction || Number.isInteger(amount) ? amount : Number(amount.toFixed(6));
}

/** Whether a value that an expression hands over is an amount. */
export function isAmount(value: unknown): value is Exact {
  return isExact(value) && (value instanceof Fraction || Number.isFinite(value));
}
