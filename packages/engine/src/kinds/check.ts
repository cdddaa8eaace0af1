/** A check: a rule judges at once, or a connector is asked and its answer judged. Unknown never counts as pass. */
import { holds, OUTER, ProblemError, problem, valueIn } from '@aidflow/definition';
import type { Programme, StepOf } from '../programme.ts';
import { evaluateRule } from '../rules.ts';
import { scopeOf } from '../scope.ts';
import type { CaseEvent, CaseState, Json, JsonObject, World } from '../types.ts';
import type { Draft, StepKind } from './kind.ts';

export const check: StepKind<'check'> = {
  leaving: (step) => [
    { event: 'ask' },
    { event: 'pass', to: step.pass },
    { event: 'fail', to: step.fail },
    { event: 'unknown', to: step.unknown },
  ],

  automatic(programme, state, step, world) {
    if (step.connector) return ask(programme, step, state, world);
    const scope = scopeOf(programme, state, world);
    const rule = evaluateRule(programme, step.rule ?? '', scope);
    return { type: `${step.id}.${rule.result}`, detail: { rule } };
  },

  /** A connector's answer becomes the result of its check: by the check's rule, else by being there. */
  bySystem(programme, state, step, outcome, command, world) {
    if (!state.steps[step.id]?.asked)
      throw new ProblemError(problem('connector/not-asked', { step: step.id }));
    if (outcome === 'fail') {
      return { type: `${step.id}.unknown`, reasons: command.reasons ?? 'connector/failed' };
    }
    if (outcome !== 'answer') {
      const params = { step: step.id, outcome, outcomes: ['answer', 'fail'] };
      throw new ProblemError(problem('step/unknown-outcome', params));
    }
    const answer = command.data ?? {};
    if (!step.rule) return { type: `${step.id}.pass`, detail: { answer } };
    const scope = { [OUTER]: scopeOf(programme, state, world), answer };
    const rule = evaluateRule(programme, step.rule, scope);
    return { type: `${step.id}.${rule.result}`, detail: { answer, rule } };
  },

  book(draft, record, step, outcome, event) {
    if (outcome === 'ask') record.asked = true;
    else draft.checks = { ...draft.checks, [step.id]: result(event, outcome) };
    if (event.detail?.answer) draft.answers = { ...draft.answers, [step.id]: event.detail.answer };
  },
};

function ask(programme: Programme, step: StepOf<'check'>, state: CaseState, world: World): Draft | undefined {
  if (state.steps[step.id]?.asked) return undefined;
  const scope = scopeOf(programme, state, world);
  if (step.consent && !holds(step.consent, scope)) {
    return { type: `${step.id}.unknown`, reasons: 'connector/no-consent' };
  }
  const payload: JsonObject = {};
  for (const [name, expression] of Object.entries(step.request ?? {})) {
    payload[name] = valueIn(expression, scope);
  }
  return { type: `${step.id}.ask`, detail: { request: { connector: step.connector ?? '', payload } } };
}

function result(event: CaseEvent, outcome: string): JsonObject {
  const rule = event.detail?.rule;
  const reason: Json = rule?.reason ?? event.reasons ?? null;
  return { ...rule?.values, result: outcome, reason, row: rule?.row ?? null };
}
