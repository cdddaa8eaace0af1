/** How events change what is known of a case. Pure; the machine calls these as its actions. */
import { GENESIS } from './chain.ts';
import { bookClocks, startClocksIn, stopClocksIn } from './clock-booking.ts';
import { localDate } from './days.ts';
import { kindOf } from './kinds/index.ts';
import { isAgreed } from './kinds/task.ts';
import { bookOperation } from './operations/index.ts';
import { endSuspension } from './operations/suspension.ts';
import { own, ownEntry } from './own.ts';
import { periodIn } from './period.ts';
import type { Programme } from './programme.ts';
import type { ActorStamp, CaseEvent, CaseFacts, StepRecord } from './types.ts';

/** The facts before anything has happened, from the first event. */
export function initialFacts(programme: Programme, event: CaseEvent): CaseFacts {
  const open = event.detail?.open;
  return {
    id: event.case,
    number: open?.number ?? '',
    programme: programme.id,
    definition: programme.hash,
    division: open?.division ?? '',
    version: 0,
    head: GENESIS,
    opened: event.at,
    updated: event.at,
    applicant: open?.applicant ?? event.by,
    data: {},
    steps: {},
    checks: {},
    answers: {},
    clocks: {},
    registers: {},
    barred: {},
    complaints: 0,
    letters: [],
    notices: [],
    award: null,
    decided: null,
    ...(open?.procedure === undefined ? {} : { procedure: open.procedure }),
    ...(open?.parent === undefined ? {} : { parent: open.parent }),
    ...(open?.item === undefined ? {} : { item: open.item }),
    ...(open?.schedule === undefined ? {} : { schedule: open.schedule }),
  };
}

/** `accept.accept` is the outcome `accept` of step `accept`; standing events belong to no step. */
export function splitType(type: string): { step: string; outcome: string } {
  const dot = type.indexOf('.');
  return { step: type.slice(0, Math.max(dot, 0)), outcome: type.slice(dot + 1) };
}

/** Books one event: its data, findings, signatures, clocks, and its place in the chain. */
export function recordEvent(programme: Programme, facts: CaseFacts, event: CaseEvent): CaseFacts {
  const draft = { ...facts, version: event.seq, head: event.hash, updated: event.at };
  bookStep(programme, draft, event);
  if (event.form && event.data) draft.data = { ...draft.data, [event.form]: event.data };
  bookDetail(draft, event);
  bookOperation(programme, draft, event);
  bookOwn(programme, draft, event);
  for (const type of clockTypes(programme, draft, event)) bookClocks(programme, draft, type, event.at);
  return draft;
}

/** What a clock hears: a task begins with its first signature and has its outcome only with the last. */
function clockTypes(programme: Programme, draft: CaseFacts, { type }: CaseEvent): string[] {
  const { step: id, outcome } = splitType(type);
  const step = programme.steps.get(id);
  if (step?.kind !== 'task' || !Object.hasOwn(step.outcomes, outcome)) return [type];
  const record = draft.steps[id];
  const begun = record?.signatures.length === 1 ? [`${id}.begun`] : [];
  return isAgreed(step, record, outcome) ? [...begun, type] : begun;
}

function bookStep(programme: Programme, draft: CaseFacts, event: CaseEvent): void {
  const { step: id, outcome } = splitType(event.type);
  const step = programme.steps.get(id);
  if (!step || !Object.hasOwn(draft.steps, id)) return;
  const record = own(own(draft, 'steps'), id) as StepRecord;
  if (event.by.kind !== 'system') {
    // Who acts through a stand-in has acted.
    for (const id of [event.by.id, event.authority?.for]) {
      if (id !== undefined && !record.actors.includes(id)) record.actors = [...record.actors, id];
    }
  }
  kindOf(step).book?.(draft, record, step as never, outcome, event);
}

function bookDetail(draft: CaseFacts, { detail }: CaseEvent): void {
  if (!detail) return;
  if (detail.letters) draft.letters = [...draft.letters, ...detail.letters];
  if (detail.award) draft.award = detail.award;
  if (detail.endAward) draft.award = null;
  if (detail.notice) draft.notices = [...draft.notices, detail.notice];
  if (detail.register && detail.entries) {
    const entered = [...(draft.registers[detail.register] ?? []), ...detail.entries];
    draft.registers = { ...draft.registers, [detail.register]: entered };
  }
}

/** Events that are no operation of anybody: a clock that runs out, a case that is called off. */
function bookOwn(
  programme: Programme,
  draft: CaseFacts,
  { type, at, reasons = '', detail }: CaseEvent,
): void {
  if (type === 'cancel') draft.decided = { outcome: 'withdrawn', at, authority: null, reasons };
  if (type === 'cancel' || type === 'withdraw') {
    // What has ended is no longer suspended, or it could never be reopened.
    endSuspension(draft, at);
  }
  const clock = type === 'clock.breached' ? ownEntry(own(draft, 'clocks'), detail?.clock ?? '') : undefined;
  if (clock) clock.breached = localDate(at, programme.timezone);
}

/** Opens a step's round: its record, its own clock, and the pauses of clocks that stand in it. */
export function enterStep(programme: Programme, facts: CaseFacts, id: string, at: string): CaseFacts {
  const record = newRound(facts.steps[id], at);
  const draft = { ...facts, steps: { ...facts.steps, [id]: record } };
  const step = programme.steps.get(id);
  if (step) {
    kindOf(step).enter?.(programme, draft, record, step as never, at);
    const waiting = kindOf(step).waiting?.(step as never, draft);
    // A length that the definition computes is fixed now: what the case holds later does not move it.
    if (waiting && 'period' in waiting && typeof waiting.period.days === 'string') {
      record.days = periodIn(programme, draft, waiting.period, at).days;
    }
  }
  startClocksIn(programme, draft, id, at);
  return draft;
}

function newRound(before: StepRecord | undefined, at: string): StepRecord {
  return {
    rounds: (before?.rounds ?? 0) + 1,
    enteredAt: at,
    signatures: [],
    actors: before?.actors ?? [],
  };
}

/** Closes a step's round: when and by what it was left, its own clock, and the pauses it had caused. */
export function leaveStep(
  programme: Programme,
  facts: CaseFacts,
  id: string,
  by: Pick<CaseEvent, 'type' | 'seq' | 'at'>,
): CaseFacts {
  const { type, at } = by;
  const draft = { ...facts };
  const record = ownEntry(own(draft, 'steps'), id);
  if (record) {
    const { step, outcome } = splitType(type);
    record.leftAt = at;
    if (step === id) record.outcome = outcome;
    delete record.asked;
  }
  stopClocksIn(programme, draft, id, localDate(at, programme.timezone));
  const step = programme.steps.get(id);
  if (step) kindOf(step).leave?.(draft, step as never, by);
  return draft;
}

/** Who acted, without what they may do. */
export function stampOf({ id, kind, name }: ActorStamp): ActorStamp {
  return { id, kind, name };
}
