/**
 * Deciding: a command in a world becomes events, or problems and nothing else. Pure: time, officers, delegations,
 * calendar and answers come in through `world` and the command.
 */
import {
  divisionLevel,
  formProblems,
  type Problem,
  type ProblemCode,
  ProblemError,
  problem,
} from '@aidflow/definition';
import { type Act, choicesOf, guardProblem, isStanding, mayChoose, mayStanding } from './acts.ts';
import { type Draft, judgeAnswer, runAutomatic } from './automatic.ts';
import { GENESIS, hashEvent } from './chain.ts';
import { activeSteps, evolve } from './evolve.ts';
import { initialFacts, splitType, stampOf } from './facts.ts';
import type { Programme } from './programme.ts';
import { timers } from './timers.ts';
import type {
  Actor,
  ActorStamp,
  Authority,
  CaseEvent,
  CaseState,
  Command,
  JsonObject,
  World,
} from './types.ts';

export type Decision =
  | { ok: true; events: CaseEvent[]; state: CaseState }
  | { ok: false; problems: Problem[] };

const SYSTEM: ActorStamp = { id: 'system', kind: 'system', name: 'system' };

/** More automatic steps in a row than this is a loop that lint should have refused. */
const AUTOMATIC_LIMIT = 200;

/** What is recorded of a command, before it is stamped and chained. */
interface Intent extends Draft {
  by: ActorStamp;
  authority?: Authority;
  form?: string;
  data?: JsonObject;
}

class Refused extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems[0]?.code);
    this.problems = problems;
  }
}

const refuse = (
  code: ProblemCode,
  params: Record<string, unknown> = {},
  at: { pointer?: string } = {},
): never => {
  throw new Refused([problem(code, params, at)]);
};

/**
 * Decides a command on a case; `state` is `undefined` for the command that opens it.
 * The answer holds every event that follows at once, automatic steps included, and the state after them.
 */
export function decide(
  programme: Programme,
  state: CaseState | undefined,
  command: Command,
  world: World,
): Decision {
  try {
    const intent = state ? intend(programme, state, command, world) : opening(programme, command, world);
    return settle(programme, state, intent, command, world);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    if (error instanceof ProblemError) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

function opening(programme: Programme, command: Command, world: World): Intent {
  const { open, actor } = command;
  const step = programme.steps.get(programme.definition.start);
  if (step?.kind !== 'task') return refuse('step/unknown', { step: programme.definition.start });
  const outcome = Object.keys(step.outcomes)[0] ?? '';
  const type = `${step.id}.${outcome}`;
  if (!open || (command.do !== step.id && command.do !== type)) {
    return refuse('case/not-open', { do: command.do, start: step.id });
  }
  if (open.division.length !== 12 || divisionLevel(open.division) !== 'village') {
    return refuse('division/invalid', { division: open.division }, { pointer: '/division' });
  }
  const authority = openingAuthority(actor, step.role, open.division);
  const choice = step.outcomes[outcome] as (typeof step.outcomes)[string];
  const form = choice.form ?? step.form;
  const filled = payload(programme, form, command, true);
  const intent: Intent = {
    type,
    by: stampOf(actor),
    authority,
    ...filled,
    detail: {
      open: {
        number: open.number,
        programme: programme.id,
        definition: programme.hash,
        division: open.division,
      },
    },
  };
  const facts = initialFacts(programme, stamp(open.id, undefined, intent, world.now));
  const guarded = guardProblem(programme, facts, choice, form, world.now, filled.data);
  if (guarded) throw new Refused([guarded]);
  return intent;
}

function openingAuthority(actor: Actor, role: string, division: string): Authority {
  if (actor.kind === 'applicant' && (role === 'applicant' || role === 'anyone')) {
    return { basis: 'own-case', role: 'applicant', division };
  }
  const mine = actor.grants.filter((grant) => actor.kind === 'proxy' || grant.role === role);
  if (mine.length === 0) return refuse('authority/role', { step: '申请', role });
  const grant = mine.find((candidate) => division.startsWith(candidate.division));
  if (!grant) return refuse('authority/jurisdiction', { step: '申请', division });
  return { basis: 'own-role', role: grant.role, division: grant.division };
}

function intend(programme: Programme, state: CaseState, command: Command, world: World): Intent {
  const { actor } = command;
  if (command.open) return refuse('case/open', { case: state.id });
  if (actor.kind === 'system') return bySystem(programme, state, command, world);
  const standing = mayStanding(programme, state, command.do, actor);
  if (!standing && isStanding(command.do)) return refuse('step/unknown', { step: command.do });
  const answer = standing ?? mayChoose(programme, state, ...named(programme, command.do), actor, world);
  if (!answer.ok) throw new Refused([answer.problem]);
  const { act } = answer;
  const intent = acted(programme, command, act, state);
  refuseByGuard(programme, state, intent, world);
  if (act.type === 'declare-relative') return { ...intent, ...declared(command) };
  return act.clock ? { ...intent, detail: { clock: act.clock } } : intent;
}

/** `accept.accept`, or `accept` where the step has one way only. */
function named(programme: Programme, what: string): [step: string, outcome: string] {
  const { step, outcome } = splitType(what);
  if (step !== '') return [step, outcome];
  const only = programme.steps.get(what);
  if (!only) return refuse('step/unknown', { step: what });
  const choices = choicesOf(only);
  if (choices.length !== 1) {
    return refuse('step/unknown-outcome', { step: what, outcome: '', outcomes: choices });
  }
  return [what, choices[0] as string];
}

function acted(programme: Programme, command: Command, act: Act, state: CaseState): Intent {
  if (act.reasons === 'required' && !command.reasons?.trim()) {
    return refuse('step/reasons-required', { outcome: act.title }, { pointer: '/reasons' });
  }
  // A second signer confirms what the first wrote down, and need not write it again.
  const { step } = splitType(act.type);
  const first = (state.steps[step]?.signatures.length ?? 0) === 0;
  const standing = act.type === 'declare-relative';
  return {
    type: act.type,
    by: stampOf(command.actor),
    authority: act.authority,
    ...(standing ? {} : payload(programme, act.form, command, first)),
    ...(command.reasons ? { reasons: command.reasons } : {}),
  };
}

/** The guard once more, now with the data that came with the command. */
function refuseByGuard(programme: Programme, state: CaseState, intent: Intent, world: World): void {
  const { step: id, outcome } = splitType(intent.type);
  const step = programme.steps.get(id);
  const choice = step?.kind === 'task' ? step.outcomes[outcome] : undefined;
  if (!choice || !intent.form) return;
  const data = intent.data ?? state.data[intent.form] ?? {};
  const guarded = guardProblem(programme, state, choice, intent.form, world.now, data);
  if (guarded) throw new Refused([guarded]);
}

function declared(command: Command): Pick<Intent, 'data' | 'detail'> {
  const relation = command.data?.relation;
  if (typeof relation !== 'string' || relation.trim() === '') {
    return refuse('form/required', { field: '关系' }, { pointer: '/data/relation' });
  }
  const entry = { officer: command.actor.id, name: command.actor.name, relation };
  return { data: { relation }, detail: { register: 'relatives', entries: [entry] } };
}

/** The form's data, checked by the form's own validator; problems point into `/data`. */
function payload(
  programme: Programme,
  form: string | undefined,
  command: Command,
  required: boolean,
): Pick<Intent, 'form' | 'data'> {
  if (!form) {
    if (command.data && Object.keys(command.data).length > 0) {
      return refuse('form/unexpected', { do: command.do });
    }
    return {};
  }
  if (command.data === undefined && !required) return {};
  const data = command.data ?? {};
  const validate = programme.validators[form];
  if (!validate) return refuse('form/undeclared', { form });
  if (!validate(data)) {
    const found = formProblems(validate.errors ?? [], programme.forms[form]?.schema ?? {});
    throw new Refused(found.map((one) => ({ ...one, pointer: `/data${one.pointer ?? ''}` })));
  }
  return { form, data };
}

function bySystem(programme: Programme, state: CaseState, command: Command, world: World): Intent {
  if (state.status === 'ended')
    return refuse('case/ended', { case: state.number, outcome: state.decided?.outcome });
  if (command.do === 'elapse') return elapse(programme, state, command.timer ?? '', world);
  const { step: id, outcome } = splitType(command.do);
  const step = programme.steps.get(id);
  const waiting = activeSteps(programme, state).includes(id) && state.steps[id]?.asked;
  if (step?.kind !== 'check' || !waiting) return refuse('connector/not-asked', { step: id });
  if (outcome === 'answer') {
    return { ...judgeAnswer(programme, step, state, command.data ?? {}, world), by: SYSTEM };
  }
  if (outcome !== 'fail')
    return refuse('step/unknown-outcome', { step: id, outcome, outcomes: ['answer', 'fail'] });
  return { type: `${id}.unknown`, by: SYSTEM, reasons: command.reasons ?? 'connector/failed' };
}

function elapse(programme: Programme, state: CaseState, id: string, world: World): Intent {
  const timer = timers(programme, state, world.calendar).find((candidate) => candidate.id === id);
  if (!timer) return refuse('timer/unknown', { timer: id });
  if (Date.parse(world.now) < Date.parse(timer.due)) {
    return refuse('timer/not-due', { timer: id, due: timer.due, now: world.now });
  }
  if (timer.clock) {
    return { type: 'clock.breached', by: SYSTEM, detail: { timer: id, clock: timer.clock } };
  }
  return { type: `${timer.step}.elapsed`, by: SYSTEM, detail: { timer: id } };
}

/** Books the intent, then runs automatic steps until a person, an answer or time is needed. */
function settle(
  programme: Programme,
  state: CaseState | undefined,
  intent: Intent,
  command: Command,
  world: World,
): Decision {
  const caseId = state?.id ?? command.open?.id ?? '';
  const events: CaseEvent[] = [];
  let current = state;
  const book = (draft: Intent): CaseState => {
    const event = stamp(caseId, current, draft, world.now);
    events.push(event);
    current = evolve(programme, current, event);
    return current;
  };
  let after = book(intent);
  for (let draft = nextAutomatic(programme, after, world); draft; ) {
    if (events.length > AUTOMATIC_LIMIT) {
      return refuse('engine/endless', { case: caseId, count: AUTOMATIC_LIMIT, step: draft.type });
    }
    after = book({ ...draft, by: SYSTEM });
    draft = nextAutomatic(programme, after, world);
  }
  return { ok: true, events, state: after };
}

function nextAutomatic(programme: Programme, state: CaseState, world: World): Draft | undefined {
  for (const step of activeSteps(programme, state)) {
    const draft = runAutomatic(programme, state, step, world);
    if (draft) return draft;
  }
  return undefined;
}

function stamp(caseId: string, state: CaseState | undefined, draft: Intent, now: string): CaseEvent {
  const event: Omit<CaseEvent, 'hash'> = {
    case: caseId,
    seq: (state?.version ?? 0) + 1,
    type: draft.type,
    at: now,
    by: draft.by,
    ...(draft.authority ? { authority: draft.authority } : {}),
    ...(draft.form ? { form: draft.form } : {}),
    ...(draft.data ? { data: draft.data } : {}),
    ...(draft.reasons ? { reasons: draft.reasons } : {}),
    ...(draft.detail ? { detail: draft.detail } : {}),
    previous: state?.head ?? GENESIS,
  };
  return { ...event, hash: hashEvent(event) };
}
