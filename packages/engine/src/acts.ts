/**
 * Every operation and the one place that says whether an actor may do it: `decide` asks it before anything happens and
 * `offered` asks it for the buttons, so both always give the same reason.
 */
import { covers, divisionLevel, type Problem, type ProblemCode, problem } from '@aidflow/definition';
import { applicant, authorise } from './authority.ts';
import { activeSteps } from './evolve.ts';
import type { Programme, Step, StepOf } from './programme.ts';
import { holds, scopeOf } from './scope.ts';
import type { Actor, Authority, CaseFacts, CaseState, JsonObject, World } from './types.ts';

/** An operation that may be done: by what authority, with which form, what it becomes when recorded. */
export interface Act {
  type: string;
  authority: Authority;
  title: string;
  form?: string;
  reasons?: 'required' | 'optional';
  clock?: string;
}

type Refusal = { ok: false; problem: Problem };
export type ActAnswer = { ok: true; act: Act } | Refusal;

const refuse = (code: ProblemCode, params: Record<string, unknown> = {}): Refusal => ({
  ok: false,
  problem: problem(code, params),
});

/**
 * Whether `actor` may choose `outcome` in `step` now. A guard that reads the outcome's own form is left open here: it is
 * judged with the data that comes with the command.
 */
export function mayChoose(
  programme: Programme,
  state: CaseState,
  stepId: string,
  outcome: string,
  actor: Actor,
  world: World,
): ActAnswer {
  const step = programme.steps.get(stepId);
  if (!step) return refuse('step/unknown', { step: stepId });
  if (state.status === 'ended') return ended(state);
  if (!activeSteps(programme, state).includes(stepId)) {
    const current = activeSteps(programme, state).map((id) => programme.steps.get(id)?.title ?? id);
    return refuse('step/not-active', { step: step.title, current });
  }
  if (step.kind === 'wait') return mayRaise(step, outcome, state, actor);
  if (step.kind !== 'task') return refuse('step/unknown-outcome', { step: stepId, outcome, outcomes: [] });
  return mayDecide(programme, state, step, outcome, actor, world);
}

function mayDecide(
  programme: Programme,
  state: CaseState,
  step: StepOf<'task'>,
  outcome: string,
  actor: Actor,
  world: World,
): ActAnswer {
  const choice = step.outcomes[outcome];
  if (!choice || !Object.hasOwn(step.outcomes, outcome)) {
    const outcomes = Object.keys(step.outcomes);
    return refuse('step/unknown-outcome', { step: step.id, outcome, outcomes });
  }
  const answer = authorise(programme, step, state, actor, world);
  if (!answer.ok) return answer;
  if (hasSigned(state, step.id, actor.id) || hasSigned(state, step.id, answer.authority.for)) {
    return refuse('step/already-signed', { step: step.title, by: step.by ?? 1 });
  }
  const guarded = guardProblem(programme, state, choice, choice.form ?? step.form, world.now);
  if (guarded) return { ok: false, problem: guarded };
  const full = roundsUsed(programme, state, choice.to);
  if (full) return refuse('step/rounds', { step: titleOf(programme, choice.to), ...full });
  const form = choice.form ?? step.form;
  return {
    ok: true,
    act: {
      type: `${step.id}.${outcome}`,
      authority: answer.authority,
      title: choice.title,
      ...(form ? { form } : {}),
      ...(choice.reasons ? { reasons: choice.reasons } : {}),
    },
  };
}

/** Whether an officer has signed in this round, by their own hand or by a stand-in's. */
function hasSigned(state: CaseState, step: string, officer: string | undefined): boolean {
  const signatures = state.steps[step]?.signatures ?? [];
  return (
    officer !== undefined &&
    signatures.some(({ by, authority }) => by.id === officer || authority?.for === officer)
  );
}

/** Why an outcome's guard refuses it, with the data of its own form where there is some. */
export function guardProblem(
  programme: Programme,
  facts: CaseFacts,
  choice: StepOf<'task'>['outcomes'][string],
  form: string | undefined,
  now: string,
  data?: JsonObject,
): Problem | undefined {
  const { guard } = choice;
  if (!guard) return undefined;
  const ownForm = form !== undefined && new RegExp(`\\b${form}\\b`).test(guard);
  if (ownForm && data === undefined) return undefined;
  const scope = scopeOf(programme, facts, now);
  if (form !== undefined && data !== undefined) scope[form] = data;
  if (holds(guard, scope)) return undefined;
  return problem('step/guard', { outcome: choice.title, refused: choice.refused ?? guard });
}

/** A step that was entered as often as its definition allows is not entered again. */
function roundsUsed(programme: Programme, state: CaseState, target: string) {
  const rounds = programme.steps.get(target)?.rounds;
  return rounds && (state.steps[target]?.rounds ?? 0) >= rounds.max ? rounds : undefined;
}

function mayRaise(step: StepOf<'wait'>, event: string, state: CaseState, actor: Actor): ActAnswer {
  const choice = step.events?.[event];
  if (!choice) {
    const outcomes = Object.keys(step.events ?? {});
    return refuse('step/unknown-outcome', { step: step.id, outcome: event, outcomes });
  }
  const answer = choice.role === 'applicant' ? applicant(state, actor, step.title) : undefined;
  if (answer && !answer.ok) return answer;
  return {
    ok: true,
    act: {
      type: `${step.id}.${event}`,
      authority: answer?.authority ?? { basis: 'public', role: 'anyone', division: state.division },
      title: choice.title,
      ...(choice.form ? { form: choice.form } : {}),
      ...(choice.reasons ? { reasons: choice.reasons } : {}),
    },
  };
}

/** Operations that every case has without a word in its definition. `do` may carry a clock: `extend.handling`. */
export function mayStanding(
  programme: Programme,
  state: CaseState,
  what: string,
  actor: Actor,
): ActAnswer | undefined {
  if (state.status === 'ended' && isStanding(what)) {
    return ended(state);
  }
  if (what === 'withdraw') return mayWithdraw(state, actor);
  if (what === 'declare-relative') return mayDeclare(state, actor);
  if (what === 'complain') {
    const authority: Authority = { basis: 'public', role: 'anyone', division: state.division };
    return { ok: true, act: { type: 'complain', authority, title: '投诉', reasons: 'required' } };
  }
  if (what.startsWith('extend.')) {
    return mayExtend(programme, state, what.slice('extend.'.length), actor);
  }
  return undefined;
}

/** Whether a `do` names an operation that every case has. */
export function isStanding(what: string): boolean {
  return ['withdraw', 'declare-relative', 'complain'].includes(what) || what.startsWith('extend.');
}

function mayWithdraw(state: CaseState, actor: Actor): ActAnswer {
  const answer = applicant(state, actor, '撤回申请');
  if (!answer.ok) return answer;
  if (state.decided) {
    return refuse('case/decided', {
      case: state.number,
      outcome: state.decided.outcome,
      at: state.decided.at,
    });
  }
  const { authority } = answer;
  return { ok: true, act: { type: 'withdraw', authority, title: '撤回申请', reasons: 'optional' } };
}

function mayDeclare(state: CaseState, actor: Actor): ActAnswer {
  const title = '申报亲属关系并回避';
  const answer = anyOfficer(state, actor, title);
  if (!answer.ok) return answer;
  return { ok: true, act: { type: 'declare-relative', authority: answer.authority, title } };
}

function mayExtend(programme: Programme, state: CaseState, clock: string, actor: Actor): ActAnswer {
  const definition = programme.clocks[clock];
  if (!definition) return refuse('clock/unknown', { clock });
  if (!definition.extension) return refuse('clock/no-extension', { clock: definition.title });
  const title = `延长：${definition.title}`;
  const answer = handlingOfficer(state, actor, title);
  if (!answer.ok) return answer;
  const record = state.clocks[clock];
  if (!record || record.stopped !== undefined || record.breached !== undefined) {
    return refuse('clock/not-running', { clock: definition.title });
  }
  if (record.extended) {
    return refuse('clock/already-extended', { clock: definition.title, at: record.extended.at });
  }
  const { authority } = answer;
  return { ok: true, act: { type: 'clock.extended', authority, title, reasons: 'required', clock } };
}

/** Officers of any role whose divisions cover the case. */
function anyOfficer(
  state: CaseState,
  actor: Actor,
  step: string,
): { ok: true; authority: Authority } | Refusal {
  if (actor.kind !== 'officer') return refuse('authority/role', { step, role: 'officer' });
  const grant = actor.grants.find(({ division }) => covers(division, state.division));
  if (!grant) return refuse('authority/jurisdiction', { step, division: state.division });
  return { ok: true, authority: { basis: 'own-role', ...grant } };
}

/** Officers of a township or above whose divisions cover the case, and whom nothing bars from it. */
function handlingOfficer(
  state: CaseState,
  actor: Actor,
  step: string,
): { ok: true; authority: Authority } | Refusal {
  const reason = state.barred[actor.id];
  if (reason !== undefined) return refuse('authority/barred', { reason });
  if (actor.id === state.applicant.id) return refuse('authority/own-case');
  const grants = actor.grants.filter(({ division }) => divisionLevel(division) !== 'village');
  if (actor.grants.length > 0 && grants.length === 0) {
    return refuse('authority/level', { step, level: 'township' });
  }
  return anyOfficer(state, { ...actor, grants }, step);
}

function ended(state: CaseState): Refusal {
  return refuse('case/ended', { case: state.number, outcome: state.decided?.outcome });
}

function titleOf(programme: Programme, step: string): string {
  return programme.steps.get(step)?.title ?? step;
}

/** The outcomes or events by which a person may leave a step. */
export function choicesOf(step: Step): string[] {
  if (step.kind === 'task') return Object.keys(step.outcomes);
  if (step.kind === 'wait') return Object.keys(step.events ?? {});
  return [];
}
