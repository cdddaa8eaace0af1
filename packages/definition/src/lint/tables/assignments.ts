/** Values for the names that the tests of a table read, so that what they compare with can be computed. */
import { readFeel } from '../../feel/syntax.ts';
import { evaluate, type Json, type Scope } from '../../feel.ts';
import { parametersOf } from '../../judge.ts';
import type { Parameter, Rule } from '../../types.ts';
import { infer, type Shapes } from '../values/infer.ts';
import { anything, fieldOf, type Shape } from '../values/shape.ts';

/** What stands around the rules of a programme. */
export interface Surroundings {
  /** What the names of the programme may be. */
  shapes: Shapes;
  parameters: Record<string, Parameter>;
  /** Names with hyphens as an example for the reader of expressions. */
  example: Record<string, unknown>;
}

/** One possible situation: the values of parameters on a day, and of what else the tests read. */
export interface Assignment {
  scope: Scope;
  /** The values that the tests read, by their names as written. */
  given: Record<string, Json>;
}

export interface Assignments {
  /** For each day on which parameters change the situations to look at. What is wrong must be so in all of one day. */
  days: Assignment[][];
  /** Names and paths whose values cannot be told: tests that read them are not decided. */
  unknown: ReadonlySet<string>;
  shapes: Shapes;
}

/** Days on which parameters change that are looked at, the latest. */
const mostDays = 20;

/** The situations in which to look at a table. */
export function assignmentsOf(rule: Rule, around: Surroundings): Assignments {
  const shapes = shapesIn(rule, around);
  const read = pathsRead(rule);
  const computed = new Map<string, string>();
  for (const { id, value } of rule.let ?? []) {
    const roots = readFeel(value, 'expression', around.example).references.filter(({ called }) => !called);
    const known = roots.every(({ path }) => isParameter(path, around) || computed.has(path[0] ?? ''));
    if (known) computed.set(id, value);
  }
  const symbols = new Map<string, Shape>();
  const unknown = new Set<string>();
  for (const [name, path] of read) {
    if (isParameter(path, around) || computed.has(path[0] ?? '')) continue;
    const shape = path.slice(1).reduce(fieldOf, shapes[path[0] ?? ''] ?? anything);
    if (shape.numbers && !shape.any && !rule.inputs.some(({ id }) => id === path[0]))
      symbols.set(name, shape);
    else unknown.add(name);
  }
  const days = changesOf(rule, read, computed, around).map((day) =>
    numberings([...symbols]).map((numbers) => assignment(day, numbers, computed, read, around)),
  );
  return { days, unknown, shapes };
}

/** What the values of `let` and the inputs of a rule may be, too. */
export function shapesIn(rule: Rule, { shapes: outer, example }: Surroundings): Shapes {
  let shapes: Shapes = outer;
  for (const { id, value } of [...(rule.let ?? []), ...rule.inputs]) {
    shapes = { ...shapes, [id]: infer(value, shapes, example) };
  }
  return shapes;
}

/** The paths that tests read besides their input, by what they look like. */
function pathsRead(rule: Rule): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { if: tests = {} } of rule.rows) {
    for (const test of Object.values(tests)) {
      for (const { path, called } of readFeel(test, 'test').references) {
        if (!called) found.set(path.join('.'), path);
      }
    }
  }
  return found;
}

/** The parameter that a path names: `parameters.ID`, or in a rule the bare id. */
function parameterOf(path: readonly string[]): string | undefined {
  return path[0] === 'parameters' ? path[1] : path[0];
}

const isParameter = (path: readonly string[], { parameters }: Surroundings): boolean =>
  Object.hasOwn(parameters, parameterOf(path) ?? '');

/** The days on which a parameter that matters changes and all of them have a value; one day when none matters. */
function changesOf(
  rule: Rule,
  read: ReadonlyMap<string, string[]>,
  computed: ReadonlyMap<string, string>,
  { parameters }: Surroundings,
): string[] {
  const texts = [
    ...read.keys(),
    ...[...computed].map(([, text]) => text),
    JSON.stringify(rule.rows.map((row) => row.if)),
  ];
  const named = Object.entries(parameters).filter(([id]) => texts.some((text) => text.includes(id)));
  if (named.length === 0) return [''];
  const days = [
    ...new Set(named.flatMap(([, { values }]) => values.map((value) => value['valid-from']))),
  ].sort();
  const complete = days.filter((day) => {
    const known = parametersOf({ parameters }, day);
    return named.every(([id]) => Object.hasOwn(known, id));
  });
  return complete.slice(-mostDays);
}

/**
 * Numbers for names of which only is known that they are numbers: rising, falling, and small. What is wrong whichever
 * of two is the larger shows in each of these; what shows in some only may be impossible.
 */
function numberings(symbols: readonly [string, Shape][]): Map<string, number>[] {
  if (symbols.length === 0) return [new Map()];
  const count = symbols.length;
  const pick = (choose: (index: number) => number) =>
    new Map(symbols.map(([name, shape], index): [string, number] => [name, clipped(choose(index), shape)]));
  return [
    pick((index) => 100_000 * (index + 1)),
    pick((index) => 100_000 * (count - index)),
    pick((index) => index + 2),
  ];
}

function clipped(value: number, { numbers: { min = value, max = value } = {} }: Shape): number {
  return Math.min(Math.max(value, min), max);
}

function assignment(
  day: string,
  numbers: ReadonlyMap<string, number>,
  computed: ReadonlyMap<string, string>,
  read: ReadonlyMap<string, string[]>,
  { parameters }: Surroundings,
): Assignment {
  const values = parametersOf({ parameters }, day);
  const scope: Scope = { ...values, parameters: values };
  for (const [name, number] of numbers) put(scope, read.get(name) ?? [name], number);
  for (const [id, text] of computed) scope[id] = evaluate(text, scope).value;
  const given: Record<string, Json> = {};
  for (const [name, path] of read) given[name] = path.reduce<unknown>(fieldIn, scope) as Json;
  return { scope, given };
}

const fieldIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? ((value as Record<string, unknown>)[name] ?? null) : null;

function put(scope: Scope, path: readonly string[], value: number): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) scope[name] = value;
  else {
    const inner = { ...(scope[name] as Scope | undefined) };
    scope[name] = inner;
    put(inner, rest, value);
  }
}
