/** Decision tables: which row fires on which inputs, with everything recorded that is needed to repeat it. */
import { ProblemError, problem, unaryTest } from '@aidflow/definition';
import { parametersOn } from './parameters.ts';
import type { Programme, Rule } from './programme.ts';
import { jsonOf, type Scope } from './scope.ts';
import type { Json, JsonObject, RuleTrace } from './types.ts';

/**
 * Evaluates a rule over a scope. `let` values are computed in order, then the inputs, then the rows in order.
 * No row is `unknown` with reason `rule/no-row`: a gap goes to a person and never passes.
 * Hit policy `unique` with two rows is `unknown` with `rule/two-rows`; `collect` sums the numbers of all rows' values.
 */
export function evaluateRule(programme: Programme, id: string, scope: Scope): RuleTrace {
  const rule = programme.rules[id];
  if (!rule) throw new ProblemError(problem('rule/unknown', { rule: id }));
  const date = String((rule.date && jsonOf(rule.date, scope)) ?? scope.today);
  const parameters = parametersOn(programme, date);
  const local: Scope = { ...scope, parameters, ...parameters };
  for (const { id: name, value } of rule.let ?? []) local[name] = jsonOf(value, local);
  const inputs: JsonObject = {};
  for (const input of rule.inputs) inputs[input.id] = jsonOf(input.value, local);
  Object.assign(local, inputs);

  const hits = rule.rows.filter((row) => matches(row, inputs, local));
  const base = { rule: id, inputs, parameters: used(rule, parameters), date };
  const row = hits[0];
  if (!row) return { ...base, row: null, result: 'unknown', reason: 'rule/no-row', values: {} };
  if (rule.hit === 'unique' && hits.length > 1) {
    return { ...base, row: null, result: 'unknown', reason: 'rule/two-rows', values: {} };
  }
  const values: JsonObject = {};
  for (const hit of rule.hit === 'collect' ? hits : [row]) {
    for (const [name, expression] of Object.entries(hit.values ?? {})) {
      values[name] = collect(values[name], jsonOf(expression, local));
    }
  }
  return {
    ...base,
    row: rule.hit === 'collect' ? hits.map((hit) => hit.id).join(' ') : row.id,
    result: row.result,
    reason: row.reason ?? row.id,
    ...(row.basis ? { basis: row.basis } : {}),
    values,
  };
}

function collect(sum: Json | undefined, value: Json): Json {
  return typeof sum === 'number' && typeof value === 'number' ? sum + value : value;
}

function matches(row: Rule['rows'][number], inputs: JsonObject, scope: Scope): boolean {
  return Object.entries(row.if ?? {}).every(([input, test]) =>
    unaryTest(test, { ...scope, '?': inputs[input] ?? null }),
  );
}

/** Only the parameters that the rule names are kept with the decision. */
function used(rule: Rule, parameters: Record<string, Json>): JsonObject {
  let words = named.get(rule);
  if (!words) {
    words = new Set(JSON.stringify(rule).match(/\w+/g));
    named.set(rule, words);
  }
  const mentioned = words;
  return Object.fromEntries(Object.entries(parameters).filter(([id]) => mentioned.has(id)));
}

const named = new WeakMap<Rule, Set<string>>();
