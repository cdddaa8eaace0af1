/** Why something was decided: the law, the rule row, the authority and its document, the data as it was, who signed. */
import { ProblemError, problem } from '@aidflow/definition';
import { evolve } from './evolve.ts';
import { splitType } from './facts.ts';
import type { Programme } from './programme.ts';
import type { CaseEvent, CaseState, Explanation, RuleTrace } from './types.ts';

/**
 * Explains the event `seq` of a case from its events. The rule is the event's own, else the last one that was judged
 * before it. Throws `case/no-event` when there is no such event.
 */
export function explain(programme: Programme, events: readonly CaseEvent[], seq: number): Explanation {
  const event = events[seq - 1];
  if (event?.seq !== seq) throw new ProblemError(problem('case/no-event', { seq }));
  const before = events.slice(0, seq);
  let state: CaseState | undefined;
  for (const one of before) state = evolve(programme, state, one);
  const { step } = splitType(event.type);
  const rule = latestRule(before);
  const signatures = state?.steps[step]?.signatures ?? [];
  return {
    event,
    title: programme.steps.get(step)?.title ?? event.type,
    basis: basisOf(programme, step, rule),
    ...(rule ? { rule } : {}),
    ...(event.authority ? { authority: event.authority } : {}),
    signatures,
    data: state?.data ?? {},
  };
}

function latestRule(events: readonly CaseEvent[]): RuleTrace | undefined {
  return events.findLast((event) => event.detail?.rule !== undefined)?.detail?.rule;
}

function basisOf(programme: Programme, step: string, rule: RuleTrace | undefined): Explanation['basis'] {
  const all = programme.definition.basis ?? [];
  const named = [programme.steps.get(step)?.basis, rule?.basis].filter((id) => id !== undefined);
  const cited = all.filter(({ id }) => named.includes(id));
  return (cited.length > 0 ? cited : all).map(({ id, cite, certainty }) => ({ id, cite, certainty }));
}
