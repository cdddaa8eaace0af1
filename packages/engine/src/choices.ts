/** Whether somebody may do something in a case: choose in a step, or one of the operations that every case has. */
import { ProblemError } from '@aidflow/definition';
import { type ActAnswer, refuse } from './act.ts';
import { activeSteps } from './evolve.ts';
import { type Choice, kindOf } from './kinds/index.ts';
import { isOperation, isSuspended, mayOperate } from './operations/index.ts';
import type { Programme } from './programme.ts';
import type { Actor, CaseState, JsonObject, World } from './types.ts';

type What = { step: string; outcome: string } | string;

/**
 * The answer that `decide` asks for before anything happens and `offered` for the buttons, so that both give the same
 * reason. A condition that reads the form of a choice is left open: it is judged with the data that comes with it.
 * What the definition cannot say, or the calendar does not know, is a reason like any other.
 */
export function mayDo(
  programme: Programme,
  state: CaseState,
  what: What,
  actor: Actor,
  world: World,
  data?: JsonObject,
): ActAnswer {
  try {
    return asked(programme, state, what, actor, world, data);
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    throw error;
  }
}

function asked(
  programme: Programme,
  state: CaseState,
  what: What,
  actor: Actor,
  world: World,
  data: JsonObject | undefined,
): ActAnswer {
  if (typeof what === 'string') return mayOperate(programme, state, what, actor, world, data);
  const step = programme.steps.get(what.step);
  if (!step) return refuse('step/unknown', { step: what.step });
  if (state.status === 'ended') {
    return refuse('case/ended', { case: state.number, outcome: state.decided?.outcome });
  }
  const open = activeSteps(programme, state);
  if (!open.includes(step.id)) {
    const current = open.map((id) => programme.steps.get(id)?.title ?? id);
    return refuse('step/not-active', { step: step.title, current });
  }
  if (isSuspended(state)) return refuse('case/suspended', { case: state.number });
  const answer = kindOf(step).may?.(programme, state, step as never, what.outcome, actor, world);
  return answer ?? refuse('step/unknown-outcome', { step: step.id, outcome: what.outcome, outcomes: [] });
}

/** What people may do in a step. */
export function choicesIn(programme: Programme, stepId: string): Choice[] {
  const step = programme.steps.get(stepId);
  return (step && kindOf(step).choices?.(step as never)) ?? [];
}

/**
 * What a `do` names: an operation as it is, or a step and an outcome. `accept` stands for the only outcome of a step.
 */
export function named(
  programme: Programme,
  what: string,
): { step: string; outcome: string } | string | undefined {
  if (isOperation(what)) return what;
  const dot = what.indexOf('.');
  if (dot > 0) return { step: what.slice(0, dot), outcome: what.slice(dot + 1) };
  const [only, ...others] = choicesIn(programme, what);
  return only && others.length === 0 ? { step: what, outcome: only.outcome } : undefined;
}
