/** What a decision table answers. The one meaning of a table: the engine decides by it, and a comparison reads it. */
import { evaluate, type FeelResult, type Json, OUTER, type Scope, unaryTest } from './feel.ts';
import { type Exact, isExact, plus, toNumber } from './fraction.ts';
import type { Definition, Rule, RuleRow } from './types.ts';

/** What the rows of a table see: the scope with parameters, the values of `let`, and the inputs. */
export interface RuleFrame {
  /** ISO date on which the parameters were looked up. */
  date: string;
  /** Those that the rule names. */
  parameters: Record<string, Json>;
  inputs: Record<string, Json>;
  /** Names with their values, those of `let` and of the inputs exact. */
  scope: Scope;
}

export interface Judgement {
  /** Row that fired, or null when no row did; with `collect`, ids of all rows that did. */
  row: string | null;
  /** Ids of the rows that fired where they are several: with `collect`, or two where only one may. */
  rows?: string[];
  result: 'pass' | 'fail' | 'unknown';
  reason: string;
  basis?: string;
  values: Record<string, Json>;
}

/**
 * Looks up the parameters on the rule's date, then computes the values of `let` in order, then the inputs.
 *
 * @param parametersOn all parameters as they stood on an ISO date
 */
export function frameOf(
  rule: Rule,
  scope: Scope,
  parametersOn: (date: string) => Record<string, Json>,
): RuleFrame {
  const date = String(evaluate(rule.date ?? 'today', scope).value ?? evaluate('today', scope).value);
  const all = parametersOn(date);
  const parameters = namedIn(rule, all);
  const local: Scope = { [OUTER]: scope, parameters: all, ...parameters };
  for (const { id, value } of rule.let ?? []) local[id] = exactOf(evaluate(value, local));
  const inputs: Record<string, Json> = {};
  const exact: Scope = {};
  for (const { id, value } of rule.inputs) {
    const found = evaluate(value, local);
    inputs[id] = found.value;
    exact[id] = exactOf(found);
  }
  return { date, parameters, inputs, scope: Object.assign(local, exact) };
}

/**
 * The rows over a frame, in order. No row is `unknown` with reason `rule/no-row`: a gap goes to a person and never
 * passes. Hit policy `unique` with two rows is `unknown` with `rule/two-rows`; `collect` adds up the numbers of
 * all rows (what DMN calls `C+`); of any other value the last counts, and the result is that of the first row.
 */
export function judge(rule: Rule, frame: RuleFrame): Judgement {
  const hits = hitsOf(rule, frame);
  const rows = hits.map(({ id }) => id);
  const row = hits[0];
  if (!row) return { row: null, result: 'unknown', reason: 'rule/no-row', values: {} };
  if (rule.hit === 'unique' && hits.length > 1) {
    return { row: null, rows, result: 'unknown', reason: 'rule/two-rows', values: {} };
  }
  const values: Record<string, Json> = {};
  const sums: Record<string, Exact> = {};
  for (const hit of rule.hit === 'collect' ? hits : [row]) {
    for (const [name, expression] of Object.entries(hit.values ?? {})) {
      const found = evaluate(expression, frame.scope);
      const exact = exactOf(found);
      values[name] = found.value;
      if (!isExact(exact)) continue;
      const sum = plus(sums[name] ?? 0, exact);
      sums[name] = sum;
      values[name] = toNumber(sum);
    }
  }
  return {
    row: rows.join(' '),
    ...(rows.length > 1 ? { rows } : {}),
    result: row.result,
    reason: row.reason ?? row.id,
    ...(row.basis ? { basis: row.basis } : {}),
    values,
  };
}

/** Only the parameters that a rule names; those of a day are found once for each rule. */
function namedIn(rule: Rule, parameters: Record<string, Json>): Record<string, Json> {
  const byDay = named.get(rule) ?? new WeakMap<Record<string, Json>, Record<string, Json>>();
  named.set(rule, byDay);
  let found = byDay.get(parameters);
  if (!found) {
    const words = new Set(JSON.stringify(rule).match(/\w+/g));
    found = Object.fromEntries(Object.entries(parameters).filter(([id]) => words.has(id)));
    byDay.set(parameters, found);
  }
  return found;
}

const named = new WeakMap<Rule, WeakMap<Record<string, Json>, Record<string, Json>>>();

/** A third of an income goes on as a third, and a date as a date. */
function exactOf(found: FeelResult): unknown {
  return 'exact' in found ? found.exact : found.value;
}

function hitsOf({ hit, rows }: Rule, frame: RuleFrame): RuleRow[] {
  if (hit !== 'first') return rows.filter((row) => fits(row, frame));
  const first = rows.find((row) => fits(row, frame));
  return first ? [first] : [];
}

/** Whether a row fires over a frame; tests of the inputs in `without` are left out. */
export function fits(row: RuleRow, { scope, inputs }: RuleFrame, without: readonly string[] = []): boolean {
  return Object.entries(row.if ?? {}).every(
    ([input, test]) =>
      without.includes(input) || unaryTest(test, scope, scope[input] ?? inputs[input] ?? null),
  );
}

/**
 * The parameters of a definition as they stood on an ISO date, each `[valid-from, valid-to)`. A parameter without a
 * value on that date is left out, so that an expression which needs it finds null.
 */
export function parametersOf({ parameters = {} }: Pick<Definition, 'parameters'>, date: string) {
  const known: Record<string, Json> = {};
  for (const [id, { values }] of Object.entries(parameters)) {
    const entry = values.find(
      (value) => value['valid-from'] <= date && (value['valid-to'] === undefined || date < value['valid-to']),
    );
    if (entry) known[id] = entry.value as Json;
  }
  return known;
}
