/**
 * Deciding: a command in a world becomes events, or problems and nothing else. Pure: time, officers, delegations,
 * calendar and answers come in through `world` and the command.
 */
import {
  divisionLevel,
  formProblems,
  isDivisionCode,
  type Problem,
  type ProblemCode,
  ProblemError,
  problem,
  ruleProblems,
} from '@aidflow/definition';
import type { Act } from './act.ts';
import { GENESIS, hashEvent } from './chain.ts';
import { choicesIn, mayDo, named } from './choices.ts';
import { activeSteps, evolve } from './evolve.ts';
import { initialFacts, splitType, stampOf } from './facts.ts';
import { guardProblem, requireForm } from './guards.ts';
import { brokenBy } from './invariants.ts';
import { type Draft, kindOf } from './kinds/index.ts';
import { isSuspended, recordOperation } from './operations/index.ts';
import { type Programme, procedureOf, type Step, type StepOf } from './programme.ts';
import { timers } from './timers.ts';
import type {
  Actor,
  ActorStamp,
  Authority,
  CaseEvent,
  CaseState,
  Command,
  EventDetail,
  JsonObject,
  Opening,
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
  whole: Programme,
  state: CaseState | undefined,
  command: Command,
  world: World,
): Decision {
  try {
    const programme = procedureOf(whole, state ?? begun(whole, command));
    const intent = state ? intend(programme, state, command, world) : opening(programme, command, world);
    return settle(programme, state, intent, command, world);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: error.problems };
    if (error instanceof ProblemError) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/**
 * The procedure of a case to open: the one that is named where it opens by itself, or the one that begins with the step
 * that is done.
 */
function begun({ definition }: Programme, { do: what, actor, open }: Command) {
  if (open?.procedure !== undefined && actor.kind === 'system') return open;
  const start = definition.starts?.find((step) => what === step || what.startsWith(`${step}.`));
  return open && start !== undefined ? { procedure: start } : {};
}

function opening(programme: Programme, command: Command, world: World): Intent {
  const { open, actor } = command;
  if (open && command.do === 'open' && actor.kind === 'system') return openedByItself(programme, open);
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
  const authority = openingAuthority(programme, actor, step, open.division);
  const choice = step.outcomes[outcome] as (typeof step.outcomes)[string];
  const form = choice.form ?? step.form;
  const filled = payload(programme, form, command, true);
  const intent: Intent = {
    type,
    by: stampOf(actor),
    authority,
    ...filled,
    // Whose it is, what it is about and what it belongs to is said only of cases that open by themselves.
    detail: openingDetail(programme, { id: open.id, number: open.number, division: open.division }),
  };
  if (choice.guard !== undefined || choice.requires) {
    const facts = initialFacts(programme, stamp(open.id, undefined, intent, world));
    const guarded = guardProblem(programme, facts, choice, form, world);
    if (guarded) throw new Refused([guarded]);
    requireForm(programme, facts, choice, form, world, filled.data ?? {});
  }
  return intent;
}

/** A case of an item, of a round or of a schedule: it stands at its first step, and nobody has applied. */
function openedByItself(programme: Programme, open: Opening): Intent {
  if (!isDivisionCode(open.division)) {
    return refuse('division/invalid', { division: open.division }, { pointer: '/division' });
  }
  return { type: 'open', by: SYSTEM, detail: openingDetail(programme, open) };
}

function openingDetail({ id, hash, procedure }: Programme, { id: _, ...open }: Opening): EventDetail {
  const begun = procedure === undefined ? {} : { procedure };
  return { open: { ...open, ...begun, programme: id, definition: hash } };
}

function openingAuthority(
  programme: Programme,
  actor: Actor,
  { title, role }: StepOf<'task'>,
  division: string,
): Authority {
  if (actor.kind === 'applicant' && (role === 'applicant' || role === 'anyone')) {
    return { basis: 'own-case', role: 'applicant', division };
  }
  const mine = actor.grants.filter((grant) => actor.kind === 'proxy' || grant.role === role);
  if (mine.length === 0) {
    return refuse('authority/role', { step: title, role: programme.definition.roles?.[role]?.title ?? role });
  }
  const grant = mine.find((candidate) => division.startsWith(candidate.division));
  if (!grant) return refuse('authority/jurisdiction', { step: title, division });
  return { basis: 'own-role', role: grant.role, division: grant.division };
}

function intend(programme: Programme, state: CaseState, command: Command, world: World): Intent {
  const { actor } = command;
  if (command.open) return refuse('case/open', { case: state.id });
  if (actor.kind === 'system') return bySystem(programme, state, command, world);
  const what = named(programme, command.do);
  if (what === undefined) return unnamed(programme, command.do);
  const answer = mayDo(programme, state, what, actor, world, command.data);
  if (!answer.ok) throw new Refused([answer.problem]);
  const { act } = answer;
  if (act.reasons === 'required' && !command.reasons?.trim()) {
    return refuse('step/reasons-required', { outcome: act.title }, { pointer: '/reasons' });
  }
  const acted = {
    type: act.type,
    by: stampOf(actor),
    authority: act.authority,
    ...(command.reasons ? { reasons: command.reasons } : {}),
  };
  if (typeof what === 'string') {
    return { ...acted, ...recordOperation(programme, state, what, actor, world, command.data ?? {}) };
  }
  return { ...acted, ...chosen(programme, state, what, act, command, world) };
}

function unnamed(programme: Programme, what: string): never {
  if (!programme.steps.has(what)) return refuse('step/unknown', { step: what });
  const outcomes = choicesIn(programme, what).map(({ outcome }) => outcome);
  return refuse('step/unknown-outcome', { step: what, outcome: '', outcomes });
}

/** What a choice brings along, once more held against its conditions. */
function chosen(
  programme: Programme,
  state: CaseState,
  { step: id, outcome }: { step: string; outcome: string },
  act: Act,
  command: Command,
  world: World,
): Pick<Intent, 'form' | 'data' | 'detail'> {
  const step = programme.steps.get(id);
  if (!step) return {};
  const kind = kindOf(step);
  // A second signer confirms what the first wrote down, and need not write it again.
  const first = !state.steps[id]?.signatures.some((one) => formIn(step, one.outcome) === act.form);
  // A ballot or a retry says by its own data what it means; only forms have a contract.
  const bare = act.form === undefined && step.kind !== 'task' && step.kind !== 'wait';
  const filled = bare ? { data: command.data ?? {} } : payload(programme, act.form, command, first);
  const data = filled.data ?? (act.form ? (state.data[act.form] ?? {}) : {});
  kind.refuse?.(programme, state, step as never, outcome, data, world);
  const detail = kind.detail?.(programme, state, step as never, outcome, data);
  return { ...filled, ...(detail ? { detail } : {}) };
}

/** The form that goes with an outcome of a task. */
function formIn(step: Step, outcome: string): string | undefined {
  return step.kind === 'task' ? (step.outcomes[outcome]?.form ?? step.form) : undefined;
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
    throw new Refused(found.map(inData));
  }
  const broken = ruleProblems(programme.forms[form]?.layout ?? null, data);
  if (broken.length > 0) throw new Refused(broken.map(inData));
  return { form, data };
}

const inData = (one: Problem): Problem => ({ ...one, pointer: `/data${one.pointer ?? ''}` });

function bySystem(programme: Programme, state: CaseState, command: Command, world: World): Intent {
  if (state.status === 'ended')
    return refuse('case/ended', { case: state.number, outcome: state.decided?.outcome });
  if (command.do === 'elapse') return elapse(programme, state, command.timer ?? '', world);
  if (command.do === 'cancel') return { type: 'cancel', by: SYSTEM, reasons: command.reasons ?? '' };
  const { step: id, outcome } = splitType(command.do);
  const step = activeSteps(programme, state).includes(id) ? programme.steps.get(id) : undefined;
  const kind = step && kindOf(step);
  if (!kind?.bySystem) return refuse('connector/not-asked', { step: id });
  return { ...kind.bySystem(programme, state, step as never, outcome, command, world), by: SYSTEM };
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
  return { type: `${timer.step}.${timer.event ?? 'elapsed'}`, by: SYSTEM, detail: { timer: id } };
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
    const event = stamp(caseId, current, draft, world);
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
  // A step that is skipped to itself leaves the case between steps, where nothing can happen.
  if (after.status === 'active' && activeSteps(programme, after).length === 0) {
    return refuse('engine/endless', { case: caseId, count: events.length, step: intent.type });
  }
  const broken = brokenBy(programme, state, after, world);
  if (broken) {
    return refuse('case/invariant', { do: intent.type, invariant: broken.id, title: broken.title });
  }
  return { ok: true, events, state: after };
}

function nextAutomatic(programme: Programme, state: CaseState, world: World): Draft | undefined {
  // What would go on by itself waits until a suspended case is resumed.
  if (isSuspended(state)) return undefined;
  for (const id of activeSteps(programme, state)) {
    const step = programme.steps.get(id);
    const draft = step && kindOf(step).automatic?.(programme, state, step as never, world);
    if (draft) return draft;
  }
  return undefined;
}

function stamp(caseId: string, state: CaseState | undefined, draft: Intent, world: World): CaseEvent {
  // In the order of its canonical form, which then needs no sorting.
  const event: Omit<CaseEvent, 'hash'> = {
    at: world.now,
    ...(draft.authority ? { authority: draft.authority } : {}),
    by: draft.by,
    case: caseId,
    ...(draft.data ? { data: draft.data } : {}),
    ...(draft.detail ? { detail: draft.detail } : {}),
    ...(draft.form ? { form: draft.form } : {}),
    previous: state?.head ?? GENESIS,
    ...(draft.reasons ? { reasons: draft.reasons } : {}),
    seq: (state?.version ?? 0) + 1,
    type: draft.type,
  };
  return { ...event, hash: world.unrecorded ? '' : hashEvent(event) };
}
