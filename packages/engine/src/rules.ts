/** Decision tables: which row fires on which inputs, with everything recorded that is needed to repeat it. */
import { frameOf, judge, OUTER, ProblemError, problem } from '@aidflow/definition';
import { type Lookup, parameterOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import type { Scope } from './scope.ts';
import type { RuleTrace } from './types.ts';

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
    parameters,
    date,
    ...judgement,
    ...(lookups.size > 0 ? { lookups: [...lookups.values()] } : {}),
  };
}
