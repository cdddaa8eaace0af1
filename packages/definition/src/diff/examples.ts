/**
 * Inputs on which two versions of a rule answer differently, found by asking both. Situations are made up from the
 * forms, moved to the very boundaries that the tables compare with, and where none shows a difference the table is
 * asked by itself, its inputs taken one by one.
 */
import { evaluate, type Json } from '../feel.ts';
import { fits, frameOf, type Judgement, judge, parametersOf, type RuleFrame } from '../judge.ts';
import { readCell } from '../lint/tables/cells.ts';
import type { Programme, Rule, RuleRow } from '../types.ts';
import { canonical, equal } from './equal.ts';
import { type Situation, situations } from './scopes.ts';
import { isPlain, type Plain } from './targets.ts';

export interface Example {
  /** Inputs by their ids; those of the earlier table alone first. */
  inputs: Record<string, Json>;
  /** Inputs that the earlier version worked out as something else. */
  earlier: Record<string, Json>;
  before: Judgement;
  after: Judgement;
  /** ISO date of the parameters. */
  date: string;
  /** Inputs that are exactly what a test compares them with, and the words of the test. */
  exactly: Record<string, string>;
}

export interface Answers {
  examples: Example[];
  /** Situations that were tried. */
  tried: number;
}

/** Situations that are made up for one rule. */
const SITUATIONS = 300;
/** To each boundary so many of them are moved. */
const MOVED = 10;
/** Frames worked out while moving: a table with many boundaries would keep a reader waiting. */
const WORK = 6000;
/** Situations in which a table is asked by itself. */
const ASKED = 40;
/** More boundaries than this are not looked at. */
const BOUNDARIES = 24;
/** Different answers that are told of one rule. */
const TOLD = 12;

/** Where a rule answers differently; nothing where neither it nor its parameters differ in what they say. */
export function differingAnswers(
  versions: { before: Programme; after: Programme },
  rules: { before: Rule; after: Rule },
): Answers | undefined {
  const days = differingDays(versions, rules);
  const same = equal(essence(rules.before), essence(rules.after));
  if (same && days.changed.length === 0) return undefined;
  const search = new Search(versions, rules, days.changed.length > 0 ? days.changed : [days.last]);
  return search.answers();
}

/** A rule without its words for people. */
function essence(rule: Rule): unknown {
  return {
    hit: rule.hit,
    date: rule.date,
    let: rule.let ?? [],
    inputs: rule.inputs.map(({ id, value }) => ({ id, value })),
    rows: rule.rows.map(({ id: _, basis: __, ...row }) => row),
  };
}

/** Days from which parameters that a rule names have other values than before, and the last day of any change. */
function differingDays(
  { before, after }: { before: Programme; after: Programme },
  rules: { before: Rule; after: Rule },
): { changed: string[]; last: string } {
  const words = new Set(JSON.stringify(rules).match(/\w+/g));
  const values = [before, after].flatMap(({ definition }) => Object.values(definition.parameters ?? {}));
  const days = values
    .flatMap((parameter) =>
      parameter.values.flatMap((entry) => [entry['valid-from'], entry['valid-to'] ?? []].flat()),
    )
    .sort();
  const last = [...days, after.definition['valid-from']].sort().at(-1) ?? '';
  const changed = [...new Set(days)].filter((day) => {
    const used = (side: Programme) =>
      Object.entries(parametersOf(side.definition, day)).filter(([id]) => words.has(id));
    return !equal(used(before), used(after));
  });
  return { changed, last };
}

/** A test that one version makes and the other does not, or that compares with what differs. */
interface Boundary {
  input: string;
  row: RuleRow;
  side: 'before' | 'after';
  /** What the input is compared with. */
  operand: string;
}

class Search {
  readonly #versions: { before: Programme; after: Programme };
  readonly #rules: { before: Rule; after: Rule };
  readonly #days: readonly string[];
  readonly #found = new Map<string, Example>();
  /** Frames by situation: many boundaries look at the same ones. */
  readonly #frames = { before: new WeakMap<object, RuleFrame>(), after: new WeakMap<object, RuleFrame>() };
  #worked = 0;
  #tried = 0;

  constructor(
    versions: { before: Programme; after: Programme },
    rules: { before: Rule; after: Rule },
    days: readonly string[],
  ) {
    this.#versions = versions;
    this.#rules = rules;
    this.#days = days;
  }

  answers(): Answers {
    const { before, after } = this.#versions;
    const made = situations(before, after, this.#rules, this.#days, SITUATIONS);
    const boundaries = this.#boundaries();
    for (const boundary of boundaries) this.#move(boundary, made);
    for (const { scope } of made) this.#try(scope);
    if (this.#found.size === 0) for (const boundary of boundaries) this.#askTable(boundary, made);
    // Another result matters more than the same one with other words or amounts.
    const turned = ({ before, after }: Example) => Number(before.result !== after.result);
    const examples = [...this.#found.values()].sort((a, b) => turned(b) - turned(a)).slice(0, TOLD);
    return { examples, tried: this.#tried };
  }

  #frame(side: 'before' | 'after', scope: Situation['scope']): RuleFrame {
    const known = this.#frames[side].get(scope);
    if (known) return known;
    this.#worked++;
    const { definition } = this.#versions[side];
    const frame = frameOf(this.#rules[side], scope, (date) => parametersOf(definition, date));
    this.#frames[side].set(scope, frame);
    return frame;
  }

  #try(scope: Situation['scope'], exactly: Record<string, string> = {}): void {
    this.#compare(this.#frame('before', scope), this.#frame('after', scope), exactly);
  }

  /** Keeps the first example of each pair of rows that answer differently. */
  #compare(old: RuleFrame, now: RuleFrame, exactly: Record<string, string>): void {
    this.#tried++;
    const before = judge(this.#rules.before, old);
    const after = judge(this.#rules.after, now);
    if (canonical(said(before)) === canonical(said(after))) return;
    const pair = canonical([before.row, before.result, after.row, after.result]);
    if (this.#found.has(pair)) return;
    const inputs = { ...old.inputs, ...now.inputs };
    const earlier = Object.fromEntries(
      Object.entries(old.inputs).filter(([input, value]) => !equal(value, inputs[input])),
    );
    this.#found.set(pair, { inputs, earlier, before, after, date: now.date, exactly });
  }

  /** The tests that differ; where none does, those that compare with something that parameters change. */
  #boundaries(): Boundary[] {
    const sides = ['before', 'after'] as const;
    const all = sides.flatMap((side) => {
      const other = this.#rules[side === 'before' ? 'after' : 'before'];
      return this.#rules[side].rows.flatMap((row) => {
        const twin = other.rows.find(({ id }) => id === row.id);
        return Object.entries(row.if ?? {}).flatMap(([input, test]) => {
          const operands = readCell(test)?.operands ?? [];
          const differs = twin === undefined || (twin.if?.[input] ?? '-') !== test;
          return operands.map((operand) => ({ input, row, side, operand, differs }));
        });
      });
    });
    const differing = all.filter(({ differs }) => differs);
    const chosen = differing.length > 0 ? differing : all.filter(({ operand }) => /[a-z]/i.test(operand));
    return chosen.slice(0, BOUNDARIES);
  }

  /** Moves situations so that an input is exactly what it is compared with, or next to it. */
  #move({ input, row, side, operand }: Boundary, made: readonly Situation[]): void {
    let moved = 0;
    for (const { scope } of made) {
      if (moved >= MOVED || this.#worked > WORK) return;
      const frame = this.#frame(side, scope);
      // The test decides only where the rest of the row fits and no row above does.
      const above = this.#rules[side].rows.slice(0, this.#rules[side].rows.indexOf(row));
      const decisive = fits(row, frame, [input]) && !above.some((one) => fits(one, frame, [input]));
      const target = evaluate(operand, frame.scope).value;
      const current = frame.inputs[input];
      if (!decisive || typeof target !== 'number' || typeof current !== 'number') continue;
      const exactly = this.#shift(side, scope, input, target - current, target);
      if (!exactly) continue;
      moved++;
      this.#try(exactly, { [input]: operand });
      for (const step of [1, -1]) {
        const beside = this.#shift(side, exactly, input, step, target + step);
        if (beside) this.#try(beside);
      }
    }
  }

  /** A situation with one number of its data moved by `by`, so that the input is `target`. */
  #shift(
    side: 'before' | 'after',
    scope: Situation['scope'],
    input: string,
    by: number,
    target: number,
  ): Situation['scope'] | undefined {
    if (by === 0) return scope;
    const forms = Object.keys(this.#versions.after.forms);
    for (const root of [...forms, 'answer', 'answers']) {
      for (const path of numbersIn(scope[root])) {
        const changed = moved(scope[root], path, by);
        if (changed === undefined) continue;
        const one = { ...scope, [root]: changed };
        if (this.#frame(side, one).inputs[input] === target) return one;
      }
    }
    return undefined;
  }

  /** Asks the tables alone: inputs are set to what the row tests, whatever data would lead to them. */
  #askTable({ input, row, operand, side }: Boundary, made: readonly Situation[]): void {
    for (const { scope } of made.slice(0, ASKED)) {
      const frames = { before: this.#frame('before', scope), after: this.#frame('after', scope) };
      const inputs = fitted(row, frames[side], input);
      const target = evaluate(operand, frames[side].scope).value;
      const points: Json[] = typeof target === 'number' ? [target, target - 1, target + 1] : [target, null];
      for (const point of points) {
        const set = { ...inputs, [input]: point };
        const exactly: Record<string, string> =
          typeof target === 'number' && point === target ? { [input]: operand } : {};
        this.#compare(withInputs(frames.before, set), withInputs(frames.after, set), exactly);
      }
    }
  }
}

/**
 * What an answer says: not the row by which it came, nor what it only hands on to letters as a whole, which holds every
 * number that went in.
 */
const said = ({ result, reason, values }: Judgement) => ({
  result,
  reason,
  values: Object.fromEntries(Object.entries(values).filter(([, value]) => !isPlain(value))),
});

function withInputs(frame: RuleFrame, set: Record<string, Json>): RuleFrame {
  const known = Object.fromEntries(Object.entries(set).filter(([input]) => input in frame.inputs));
  return { ...frame, inputs: { ...frame.inputs, ...known }, scope: { ...frame.scope, ...known } };
}

/** Values for which a row's tests hold, but for the one that is looked at. */
function fitted(row: RuleRow, frame: RuleFrame, except: string): Record<string, Json> {
  const set: Record<string, Json> = {};
  for (const [input, test] of Object.entries(row.if ?? {})) {
    if (input === except) continue;
    const operands = (readCell(test)?.operands ?? []).map((operand) => evaluate(operand, frame.scope).value);
    const near = operands.flatMap((value): Json[] =>
      typeof value === 'number' ? [value, value - 1, value + 1] : [value],
    );
    const choices: Json[] = [frame.inputs[input] ?? null, ...near, true, false, null];
    const one = choices.find((value) =>
      fits({ ...row, if: { [input]: test } }, withInputs(frame, { [input]: value })),
    );
    if (one !== undefined) set[input] = one;
  }
  return set;
}

/** Paths of the numbers in some data. */
function numbersIn(data: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof data === 'number') return [path];
  if (Array.isArray(data)) return data.flatMap((part, index) => numbersIn(part, [...path, index]));
  if (!isPlain(data)) return [];
  return Object.entries(data).flatMap(([key, part]) => numbersIn(part, [...path, key]));
}

/** The data with one number moved; nothing where it would be below zero. */
function moved(data: unknown, path: readonly (string | number)[], by: number): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return typeof data === 'number' && data + by >= 0 ? data + by : undefined;
  const inner = moved((data as Plain)[key], rest, by);
  if (inner === undefined) return undefined;
  return Array.isArray(data)
    ? data.map((part, index) => (index === key ? inner : part))
    : { ...(data as Plain), [key]: inner };
}
