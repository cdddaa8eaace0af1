/** How events and steps start, stop and pause the clocks of a case. */
import type { ClockDefinition } from '@aidflow/definition';
import { localDate } from './days.ts';
import { suspendedSince } from './operations/suspension.ts';
import { own, ownEntry } from './own.ts';
import { dateIn, periodIn } from './period.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts, ClockRecord, Pause } from './types.ts';

/** Which clocks an event or a step touches: nearly every one touches none, and there may be dozens. */
export interface ClockIndex {
  /** By type of event. */
  starts: ReadonlyMap<string, string[]>;
  stops: ReadonlyMap<string, string[]>;
  /** Clocks that stand in a step, by the step. */
  pausesIn: ReadonlyMap<string, string[]>;
  /** Clocks of one step alone, which run while it is open. */
  own: ReadonlySet<string>;
}

export function indexClocks(clocks: Record<string, ClockDefinition>): ClockIndex {
  const [starts, stops, pausesIn] = [new Map(), new Map(), new Map()] as Map<string, string[]>[];
  const own = new Set<string>();
  const add = (map: Map<string, string[]> | undefined, keys: readonly string[], id: string) => {
    for (const key of keys) map?.set(key, [...(map.get(key) ?? []), id]);
  };
  for (const [id, clock] of Object.entries(clocks)) {
    add(starts, clock.starts, id);
    add(stops, clock.stops, id);
    add(pausesIn, clock['pauses-in'] ?? [], id);
    if (clock.starts.length === 0) own.add(id);
  }
  return { starts, stops, pausesIn, own } as ClockIndex;
}

/** What a type of event does to the clocks at the instant `at`. */
export function bookClocks(programme: Programme, draft: CaseFacts, type: string, at: string): void {
  const { starts, stops } = programme.clockIndex;
  for (const id of starts.get(type) ?? []) {
    const record = draft.clocks[id];
    // A clock that stood still for good starts anew when its beginning comes again, as after a return.
    if (!record || record.stopped !== undefined) startClock(programme, draft, id, at);
  }
  const ending = type === 'withdraw' || type === 'cancel';
  for (const id of ending ? Object.keys(draft.clocks) : (stops.get(type) ?? [])) {
    if (draft.clocks[id]?.stopped !== undefined) continue;
    const record = ownEntry(own(draft, 'clocks'), id);
    if (record) record.stopped = localDate(at, programme.timezone);
  }
}

function startClock(programme: Programme, draft: CaseFacts, id: string, at: string): void {
  draft.clocks = { ...draft.clocks, [id]: newClock(programme, draft, id, at) };
}

/** A step is entered: its own clock starts, clocks that stand in it pause. */
export function startClocksIn(programme: Programme, draft: CaseFacts, step: string, at: string): void {
  const { own: ofSteps, pausesIn } = programme.clockIndex;
  if (ofSteps.has(step)) startClock(programme, draft, step, at);
  for (const id of pausesIn.get(step) ?? []) {
    const record = draft.clocks[id];
    if (!record || record.stopped !== undefined) continue;
    pauseClock(draft, id, { from: localDate(at, programme.timezone), step });
  }
}

/** A step is left: its own clock stops, and the pauses that it had caused are over. */
export function stopClocksIn(programme: Programme, draft: CaseFacts, step: string, today: string): void {
  if (programme.clockIndex.own.has(step) && draft.clocks[step]?.stopped === undefined) {
    const clock = ownEntry(own(draft, 'clocks'), step);
    if (clock) clock.stopped = today;
  }
  endPauses(draft, today, (pause) => pause.step === step);
}

/** The clock stands from now on. */
export function pauseClock(draft: CaseFacts, id: string, pause: Pause): void {
  const clock = ownEntry(own(draft, 'clocks'), id);
  if (clock) clock.pauses = [...clock.pauses, pause];
}

/** Ends on an ISO date the pauses that are meant and still last. */
export function endPauses(draft: CaseFacts, date: string, meant: (pause: Pause) => boolean): void {
  const lasts = (pause: Pause) => pause.to === undefined && meant(pause);
  for (const [id, { pauses }] of Object.entries(draft.clocks)) {
    if (!pauses.some(lasts)) continue;
    const clock = ownEntry(own(draft, 'clocks'), id);
    if (clock) clock.pauses = pauses.map((pause) => (lasts(pause) ? { ...pause, to: date } : pause));
  }
}

/**
 * Length and beginning that the definition computes are fixed when the clock begins: what the case holds later does not
 * move them.
 */
function newClock(programme: Programme, facts: CaseFacts, id: string, at: string): ClockRecord {
  const { limit, since } = programme.clocks[id] ?? {};
  const days =
    limit && typeof limit.days === 'string' ? periodIn(programme, facts, limit, at).days : undefined;
  const from = since === undefined ? undefined : dateIn(programme, facts, since, at);
  const started = from ?? localDate(at, programme.timezone);
  return {
    started,
    pauses: suspendedSince(facts, started, programme.timezone),
    ...(days === undefined ? {} : { days }),
  };
}
