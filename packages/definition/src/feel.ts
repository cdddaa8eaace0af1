/**
 * FEEL expressions. Nothing outside this file and its folder calls the FEEL library, so that it can be replaced here.
 *
 * The library parses at each evaluation and its public door takes no parsed tree, so the ordinary cases are compiled
 * once and kept; the library does the rest (`docs/decisions/0002-feel-compiled-once.md`).
 */

import { compileExpression, compileUnaryTest, type Frame } from './feel/compile.ts';
import { evaluateFeel, FeelSyntaxError, isFunction, isRange, toFeel, unaryTestFeel } from './feel/library.ts';
import { type Scope, View } from './feel/scope.ts';
import { Day, NotOrdinary, type Warnings } from './feel/values.ts';
import { Fraction } from './fraction.ts';
import { type Place, type Problem, problem } from './problems.ts';

export { flat, OUTER, type Scope, View } from './feel/scope.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface FeelResult {
  /** Dates and durations as ISO text; what JSON cannot say (functions, ranges, infinity) as null. */
  value: Json;
  /** The value with its fractions and dates as they are, where it has any: what a further expression should see. */
  exact?: unknown;
  /** Why parts of the expression gave null: a missing variable, operands that do not fit. */
  warnings: string[];
  /** `definition/feel` when the expression cannot be read; the value is null then. */
  problem?: Problem;
}

/**
 * Evaluates an expression. What is missing gives null and a warning. Throws only what a function of the scope throws: a
 * problem of the definition itself, such as a rounding that does not exist.
 */
export function evaluate(expression: string, scope: Scope): FeelResult {
  return compiled(expression, scope, expressions, compileExpression) ?? evaluateByLibrary(expression, scope);
}

/** What `evaluate` gives as its value, for those who ask for no more than that. */
export function valueIn(expression: string, scope: Scope): Json {
  const run = runOf(expression, expressions, compileExpression);
  if (run) {
    try {
      return toJson(run({ names: scope, warnings: UNHEARD }));
    } catch (error) {
      if (!(error instanceof NotOrdinary)) throw error;
    }
  }
  return evaluateByLibrary(expression, scope).value;
}

/** Whether a condition holds: true only where the expression gives `true`; null and unknown do not. */
export function holds(expression: string, scope: Scope): boolean {
  return valueIn(expression, scope) === true;
}

/**
 * Whether a unary test (`< standard`, `"a","b"`, `-`) holds for `input`, or for `scope['?']` where none is given.
 * A test that cannot be decided does not hold.
 */
export function unaryTest(test: string, scope: Scope, input?: unknown): boolean {
  const given = input === undefined ? undefined : { '?': input };
  const answer =
    compiled(test, scope, tests, compileUnaryTest, given) ?? unaryTestByLibrary(test, { ...scope, ...given });
  return answer.value === true;
}

/** The library alone: what every compiled answer must equal. */
export function evaluateByLibrary(expression: string, scope: Scope): FeelResult {
  return guarded(expression, () => evaluateFeel(expression, scope));
}

/** The library alone, for a unary test. */
export function unaryTestByLibrary(test: string, scope: Scope): FeelResult {
  return guarded(test, () => unaryTestFeel(test, scope));
}

type Run = ReturnType<typeof compileExpression>;

/** More expressions than any county's programmes hold; a process that parses strangers' files does not grow past it. */
const KEPT = 20_000;
const expressions = new Map<string, Run>();
const tests = new Map<string, Run>();

/** Warnings that nobody asks for. */
const UNHEARD: Warnings = { push: () => 0 };

function runOf(source: string, kept: Map<string, Run>, compile: (source: string) => Run): Run {
  let run = kept.get(source);
  if (run === undefined && !kept.has(source)) {
    run = compile(source);
    if (kept.size >= KEPT) kept.clear();
    kept.set(source, run);
  }
  return run;
}

/** The answer of the compiled expression, or nothing where the library must give it. */
function compiled(
  source: string,
  scope: Scope,
  kept: Map<string, Run>,
  compile: (source: string) => Run,
  inner?: Scope,
): FeelResult | undefined {
  const run = runOf(source, kept, compile);
  if (run === undefined) return undefined;
  const warnings: string[] = [];
  const outer: Frame = { names: scope, warnings };
  const frame: Frame = inner ? { names: inner, outer, warnings } : outer;
  try {
    const found = run(frame);
    const seen: Seen = { own: false };
    const value = toJson(found, seen);
    return seen.own ? { value, warnings, exact: exactly(found) } : { value, warnings };
  } catch (error) {
    if (error instanceof NotOrdinary) return undefined;
    throw error;
  }
}

/** Whether FEEL has a function of this name by itself. */
export function isBuiltin(name: string): boolean {
  try {
    const { value } = evaluateFeel(name, {});
    return typeof value === 'function' || isFunction(value);
  } catch {
    return false;
  }
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
  if (!(error instanceof FeelSyntaxError)) {
    const near = error instanceof Error ? error.message : String(error);
    return problem('definition/feel', { expression, position: 1, near });
  }
  return feelProblem(expression, error.position.from, error.input);
}

/** The problem of an expression that cannot be read. `near` is what stands at the fault; empty at the end. */
export function feelProblem(expression: string, offset: number, near: string, place: Place = {}): Problem {
  const position = offset + 1;
  const variant = near.trim() === '' ? { variant: 'end' } : {};
  return problem('definition/feel', { expression, position, near, ...variant }, place);
}

/** Whether a value held a fraction or a date. */
interface Seen {
  own: boolean;
}

/** The value as JSON. What is JSON already is not copied: lists of a household go through here again and again. */
function toJson(value: unknown, seen?: Seen): Json {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    let changed: Json[] | undefined;
    for (let index = 0; index < value.length; index++) {
      const part = toJson(value[index], seen);
      if (changed === undefined && !Object.is(part, value[index])) changed = [...value] as Json[];
      if (changed !== undefined) changed[index] = part;
    }
    return changed ?? (value as Json[]);
  }
  if (value instanceof Day || value instanceof Fraction) {
    if (seen) seen.own = true;
    return value instanceof Day ? value.iso : toJson(value.toNumber());
  }
  const kind = Object.getPrototypeOf(value);
  if (kind !== Object.prototype && kind !== null) {
    if (value instanceof View) return toJson(value.plain(), seen);
    return isFunction(value) || isRange(value) ? null : String(toFeel(value));
  }
  const source = value as Record<string, unknown>;
  let copy: Record<string, Json> | undefined;
  for (const key of Object.keys(source)) {
    const part = toJson(source[key], seen);
    if (copy === undefined && !Object.is(part, source[key])) copy = { ...(source as Record<string, Json>) };
    if (copy !== undefined) copy[key] = part;
  }
  return copy ?? (source as Record<string, Json>);
}

/** The value as JSON but for its fractions and dates. */
function exactly(value: unknown): unknown {
  if (value instanceof Day || value instanceof Fraction) return value;
  if (Array.isArray(value)) return value.map(exactly);
  const kind = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined;
  if (kind !== Object.prototype && kind !== null) return toJson(value);
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, exactly(part)]));
}
