/** A task: authorised people fill in a form and choose an outcome; so many of them, and whoever was asked to sign, too. */
import { covers, valueIn } from '@aidflow/definition';
import { type ActAnswer, allow, refuse } from '../act.ts';
import { type AuthorityAnswer, authorise, barOf } from '../authority.ts';
import { canonical } from '../canonical.ts';
import { guardProblem, requireForm } from '../guards.ts';
import type { Programme, StepOf } from '../programme.ts';
import { scopeOf } from '../scope.ts';
import type { Actor, CaseEvent, CaseFacts, CaseState, Decided, StepRecord, World } from '../types.ts';
import type { StepKind } from './kind.ts';

type Task = StepOf<'task'>;
type Signature = StepRecord['signatures'][number];

export const task: StepKind<'task'> = {
  leaving: (step) => [
    ...Object.entries(step.outcomes).map(([event, { to, single }]) => ({ event, to, signed: !single })),
    ...(step.within?.['on-overdue'] ? [{ event: 'elapsed', to: step.within['on-overdue'] }] : []),
  ],

  choices: (step) => Object.entries(step.outcomes).map(([outcome, { title }]) => ({ outcome, title })),

  may(programme, state, step, outcome, actor, world) {
    const choice = step.outcomes[outcome];
    if (!choice || !Object.hasOwn(step.outcomes, outcome)) {
      return refuse('step/unknown-outcome', { step: step.id, outcome, outcomes: Object.keys(step.outcomes) });
    }
    const answer = signer(programme, state, step, actor, world);
    if (!answer.ok) return answer;
    const turn = outOfTurn(state, step, outcome, actor, answer.authority.for);
    if (turn) return turn;
    const form = choice.form ?? step.form;
    const guarded = guardProblem(programme, state, choice, form, world);
    if (guarded) return { ok: false, problem: guarded };
    const full = roundsUsed(programme, state, choice.to);
    if (full) {
      return refuse('step/rounds', { step: programme.steps.get(choice.to)?.title ?? choice.to, ...full });
    }
    return allow({
      type: `${step.id}.${outcome}`,
      authority: answer.authority,
      title: choice.title,
      ...(form ? { form } : {}),
      ...(choice.reasons ? { reasons: choice.reasons } : {}),
    });
  },

  refuse(programme, state, step, outcome, data, world) {
    const choice = step.outcomes[outcome];
    if (choice) requireForm(programme, state, choice, choice.form ?? step.form, world, data);
  },

  book(draft, record, step, outcome, event) {
    const choice = step.outcomes[outcome];
    if (!choice) return;
    // Who signs again has changed their mind.
    record.signatures = standingSignatures(draft, event).filter(({ by }) => by.id !== event.by.id);
    const authority = event.authority ? { authority: event.authority } : {};
    const reasons = event.reasons ? { reasons: event.reasons } : {};
    record.signatures.push({ by: event.by, outcome, at: event.at, ...authority, ...reasons });
    if (!isAgreed(step, record, outcome)) return;
    if (choice.reopens) draft.decided = null;
    if (choice.decides) draft.decided = decidedBy(record, step.id, choice.decides, event);
  },

  waiting: (step) => (step.within?.['on-overdue'] ? { period: step.within, roll: true } : undefined),
};

/**
 * A decision is made when the last signs, and is that of the office which holds the task: who was asked to sign, too,
 * lends it neither their authority nor their reasons.
 */
function decidedBy(record: StepRecord, step: string, outcome: string, event: CaseEvent): Decided {
  const holder = record.signatures.findLast(({ by }) => !isAdded(record, by.id)) ?? event;
  const { by, authority = null, reasons = '' } = holder;
  return { outcome, at: event.at, authority, reasons, step, by: by.id };
}

const isAdded = (record: StepRecord | undefined, id: string): boolean =>
  record?.added?.some((one) => one.id === id) ?? false;

/** Who may sign in a task: whoever it is authorised to, the one it was handed to, and those who were added. */
export function signer(
  programme: Programme,
  state: CaseState,
  step: Task,
  actor: Actor,
  world: World,
): AuthorityAnswer {
  const record = state.steps[step.id];
  if (isAdded(record, actor.id)) return addedSigner(programme, state, step, actor);
  const answer = authorise(programme, step, state, actor, world);
  if (!answer.ok) return answer;
  const mine = (id: unknown) => id === actor.id || id === answer.authority.for;
  const assignee = record?.assignee;
  if (assignee && !mine(assignee.id)) {
    return refuse('authority/assigned', { step: step.title, name: assignee.name });
  }
  if (step.officers === undefined) return answer;
  const listed = valueIn(step.officers, scopeOf(programme, state, world));
  const ids = Array.isArray(listed) ? listed : [];
  return ids.some(mine) ? answer : refuse('authority/others-named', { step: step.title, officers: ids });
}

function addedSigner(programme: Programme, state: CaseState, step: Task, actor: Actor): AuthorityAnswer {
  const bar = barOf(programme, state, actor, step);
  if (bar) return { ok: false, problem: bar };
  const grant = actor.grants.find(({ division }) => covers(division, state.division));
  const division = grant?.division ?? state.division;
  return { ok: true, authority: { basis: 'added-signer', role: grant?.role ?? 'officer', division } };
}

/** Why it is not this signer's turn: signed already, or somebody comes before. */
function outOfTurn(
  state: CaseState,
  step: Task,
  outcome: string,
  actor: Actor,
  absent: string | undefined,
): ActAnswer | undefined {
  const record = state.steps[step.id];
  if (!record) return undefined;
  const { signatures, added = [] } = record;
  const mine = signatures.find(({ by, authority }) =>
    [by.id, authority?.for].some((id) => id !== undefined && (id === actor.id || id === absent)),
  );
  // Somebody who was waited for may have been removed: then one more signature of anybody's leaves the step.
  const complete = mine?.outcome === outcome && agreed(step, record, signatures, outcome);
  // One's own signature may be changed to another outcome, but nobody signs in two ways for one person.
  if (mine && !complete && (mine.outcome === outcome || mine.by.id !== actor.id)) {
    return refuse('step/already-signed', { step: step.title, by: step.by ?? 1 });
  }
  const own = added.find(({ id }) => id === actor.id);
  const waitsFor = own
    ? own.position === 'after' && !enough(step, record, signatures, outcome)
    : added.some(({ id, position }) => position === 'before' && !signatures.some(({ by }) => by.id === id));
  if (!waitsFor) return undefined;
  const first = own ? step.title : (added.find(({ position }) => position === 'before')?.name ?? '');
  return refuse('step/signer-order', { step: step.title, name: first });
}

/** Whether the signatures that were booked suffice for an outcome; what leaves the task by itself needs none. */
export function isAgreed(step: Task, record: StepRecord | undefined, outcome: string): boolean {
  const choice = step.outcomes[outcome];
  return !choice || choice.single === true || agreed(step, record, record?.signatures ?? [], outcome);
}

/** Whether all who must sign have chosen `outcome`. */
export function agreed(
  step: Task,
  record: StepRecord | undefined,
  signatures: readonly Signature[],
  outcome: string,
): boolean {
  if (!enough(step, record, signatures, outcome)) return false;
  const chose = (id: string) =>
    signatures.some(({ by, outcome: other }) => by.id === id && other === outcome);
  return (record?.added ?? []).every(({ id }) => chose(id));
}

/** Whether enough of those who hold the task have chosen `outcome`, added signers apart. */
function enough(
  step: Task,
  record: StepRecord | undefined,
  signatures: readonly Signature[],
  outcome: string,
): boolean {
  const holders = signatures.filter(({ by, outcome: other }) => other === outcome && !isAdded(record, by.id));
  return holders.length >= (step.by ?? 1);
}

/**
 * The signatures of a round that still stand when an event arrives: those who signed one record have not signed
 * another, so a changed record begins anew.
 */
export function standingSignatures(facts: CaseFacts, event: CaseEvent): Signature[] {
  const signatures = facts.steps[event.type.slice(0, event.type.indexOf('.'))]?.signatures ?? [];
  if (signatures.length === 0 || event.data === undefined || event.form === undefined) return [...signatures];
  return canonical(facts.data[event.form]) === canonical(event.data) ? [...signatures] : [];
}

/** A step that was entered as often as its definition allows is not entered again. */
export function roundsUsed(programme: Programme, state: CaseState, target: string) {
  const rounds = programme.steps.get(target)?.rounds;
  return rounds && (state.steps[target]?.rounds ?? 0) >= rounds.max ? rounds : undefined;
}
