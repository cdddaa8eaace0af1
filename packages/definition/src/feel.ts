/**
 * FEEL expressions. Nothing else in the project calls the FEEL library, so that it can be replaced here.
 *
 * The library parses at each evaluation (150-300 µs) and its public door takes no parsed tree, so none is kept.
 */
import {
  evaluate as evaluateFeel,
  SyntaxError as FeelSyntaxError,
  isFunction,
  isRange,
  toFeel,
  unaryTest as unaryTestFeel,
} from 'feelin';
import { type Problem, problem } from './problems.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What an expression sees: variable names and JSON values. */
export type Scope = Record<string, unknown>;

export interface FeelResult {
  /** Dates and durations as ISO text; what JSON cannot say (functions, ranges, infinity) as null. */
  value: Json;
  /** Why parts of the expression gave null: a missing variable, operands that do not fit. */
  warnings: string[];
  /** `definition/feel` when the expression cannot be read; the value is null then. */
  problem?: Problem;
}

/** Evaluates an expression. Never throws: what is missing gives null and a warning. */
export function evaluate(expression: string, scope: Scope): FeelResult {
  return guarded(expression, () => evaluateFeel(expression, scope));
}

/**
 * Whether a unary test (`< standard`, `"a","b"`, `-`) holds for `scope['?']`.
 * A test that cannot be decided does not hold.
 */
export function unaryTest(test: string, scope: Scope): boolean {
  return guarded(test, () => unaryTestFeel(test, scope)).value === true;
}

interface RawResult {
  value: unknown;
  warnings: { message: string }[];
}

function guarded(expression: string, run: () => RawResult): FeelResult {
  try {
    const { value, warnings } = run();
    return { value: toJson(value), warnings: warnings.map((warning) => warning.message) };
  } catch (error) {
    const found = syntaxProblem(expression, error);
    return { value: null, warnings: [found.detail], problem: found };
  }
}

function syntaxProblem(expression: string, error: unknown): Problem {
  const position = error instanceof FeelSyntaxError ? error.position.from + 1 : 1;
  const reason = error instanceof Error ? error.message : String(error);
  return problem('definition/feel', { expression, position, reason });
}

function toJson(value: unknown): Json {
  if (value === null || value === undefined || isFunction(value) || isRange(value)) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object') return null;
  if (Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toJson(part)]));
  }
  return String(toFeel(value));
}
