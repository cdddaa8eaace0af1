/** Decision tables: which row fires on which inputs, with everything recorded that is needed to repeat it. */
import { frameOf, judge, OUTER, ProblemError, problem } from '@aidflow/definition';
import { type Lookup, parameterOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme, Rule } from './programme.ts';
import type { Scope } from './scope.ts';
import type { Json, JsonObject, RuleTrace } from './types.ts';

/**
 * Evaluates a rule over a scope. `let` values are computed in order, then the inputs, then the rows in order.
 * No row is `unknown` with reason `rule/no-row`: a gap goes to a person and never passes.
 * Hit policy `unique` with two rows is `unknown` with `rule/two-rows`; `collect` sums the numbers of all rows' values.
 */
export function evaluateRule(programme: Programme, id: string, scope: Scope): RuleTrace {
  const rule = programme.rules[id];
  if (!rule) throw new ProblemError(problem('rule/unknown', { rule: id }));
  const lookups = new Map<string, Lookup>();
  const parameter = parameterOf(programme, (one) => lookups.set(`${one.parameter} ${one.date}`, one));
  const frame = frameOf(rule, { [OUTER]: scope, parameter }, (date) => parametersOn(programme, date));
  const { inputs, parameters, date } = frame;
  const judgement = judge(rule, frame);
  return {
    rule: id,
    inputs,
    parameters: used(rule, parameters),
    date,
    ...judgement,
    ...(lookups.size > 0 ? { lookups: [...lookups.values()] } : {}),
  };
}

/** Only the parameters that the rule names are kept with the decision; those of a day are found once for each rule. */
function used(rule: Rule, parameters: Record<string, Json>): JsonObject {
  const byDay = named.get(rule) ?? new WeakMap<Record<string, Json>, JsonObject>();
  named.set(rule, byDay);
  let found = byDay.get(parameters);
  if (!found) {
    const words = new Set(JSON.stringify(rule).match(/\w+/g));
    found = Object.fromEntries(Object.entries(parameters).filter(([id]) => words.has(id)));
    byDay.set(parameters, found);
  }
  return found;
}

const named = new WeakMap<Rule, WeakMap<Record<string, Json>, JsonObject>>();
