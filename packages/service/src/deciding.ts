/**
 * The one way in which a case changes: load, decide, commit. A decision that lost a race is made again on the newer
 * state, unless its maker had named the version they saw.
 */
import { type Problem, problem } from '@aidflow/definition';
import {
  type Actor,
  type CaseState,
  type Command,
  type Decision,
  decide,
  localDate,
  type Programme,
  type World,
} from '@aidflow/engine';
import type { IdempotencyRecord, StoredResponse } from '@aidflow/store';
import { type Refusal, refuse, refused } from './answer.ts';
import type { Core } from './core.ts';
import { commitOf } from './derive.ts';
import type { Published } from './registry.ts';

/** How often a decision is made before its maker is told that the case is too busy. */
const ATTEMPTS = 4;

export const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'system', grants: [] };

/** On what conditions a decision is made, and what is written with it. */
export interface Terms {
  /** Version that the actor saw. */
  expected?: number | undefined;
  idempotency?: Pick<IdempotencyRecord, 'actor' | 'key' | 'fingerprint'> | undefined;
  /** Outbox item that is answered. */
  settles?: string | undefined;
  /** Message that the case receives. */
  receives?: string | undefined;
  /** Refuses before anything else is said about the case. */
  check?:
    | ((published: Published, state: CaseState, world: World) => Promise<Problem | undefined>)
    | undefined;
}

export interface Attempt extends Terms {
  command: Command;
}

/** A decision, and the version on which the case goes on with it. */
export interface Decided {
  programme: Programme;
  decision: Decision;
}

/** The case after the decision, or what is recorded of the same request carried out before. */
export type Outcome = { ok: true; state: CaseState } | { ok: true; replay: StoredResponse } | Refusal;

/** Decides a command on an existing case. */
export const decideOn = (core: Core, caseId: string, attempt: Attempt): Promise<Outcome> =>
  change(core, caseId, attempt, ({ programme }, state, world) => ({
    programme,
    decision: decide(programme, state, attempt.command, world),
  }));

/** Changes an existing case by a decision on the version that it runs on. */
export async function change(
  core: Core,
  caseId: string,
  terms: Terms,
  decideNow: (published: Published, state: CaseState, world: World) => Decided,
): Promise<Outcome> {
  let lost: Refusal = refuse('case/unknown', { case: caseId });
  for (let round = 0; round < ATTEMPTS; round++) {
    const state = await core.store.load(caseId);
    if (!state) return refuse('case/unknown', { case: caseId });
    const published = await core.registry.get(state.definition);
    const world = await core.world();
    const objection = await terms.check?.(published, state, world);
    if (objection) return refused([objection]);
    const { expected } = terms;
    if (expected !== undefined && expected !== state.version) {
      return refuse('store/conflict', { case: state.number, expected, found: state.version });
    }
    const outcome = await carryOut(core, decideNow(published, state, world), state, terms, world);
    if (outcome.ok || outcome.problems[0]?.code !== 'store/conflict' || expected !== undefined)
      return outcome;
    lost = outcome;
  }
  return lost;
}

/** One decision that opens a case, committed or refused. */
export const openOn = (
  core: Core,
  { programme }: Published,
  attempt: Attempt,
  world: World,
): Promise<Outcome> => {
  const decision = decide(programme, undefined, attempt.command, world);
  return carryOut(core, { programme, decision }, undefined, attempt, world);
};

/** Commits a decision on a state (none opens the case), unless it is a refusal. */
async function carryOut(
  core: Core,
  { programme, decision }: Decided,
  state: CaseState | undefined,
  { idempotency, settles, receives }: Terms,
  world: World,
): Promise<Outcome> {
  if (!decision.ok) return decision;
  const after = decision.state;
  const due = new Date(core.realNow()).toISOString();
  const commit = commitOf(programme, state, decision, core.calendar, world.now, due);
  const result = await core.queue.commit({
    ...commit,
    settles,
    receives,
    idempotency: idempotency && { ...idempotency, caseId: after.id, version: after.version, at: world.now },
  });
  if (!result.ok) {
    return result.replay ? { ok: true, replay: result.replay } : refused([inDays(result.problem, core)]);
  }
  const sends = commit.outbox.length > 0;
  core.listeners.tell({ case: after.id, version: after.version, state: after, sends });
  return { ok: true, state: after };
}

/** What was recorded of a request under its key; nothing the first time. */
export async function replayed(
  { store }: Core,
  actor: Actor,
  key: string,
  fingerprint: string,
): Promise<{ ok: true; value: StoredResponse } | Refusal | undefined> {
  const found = await store.replay(actor.id, key);
  if (!found) return undefined;
  if (found.fingerprint !== fingerprint) return refuse('store/duplicate-key', { key });
  return { ok: true, value: found };
}

/** The store knows the instant at which a record was made; people are told the day. */
function inDays(found: Problem, { timezone }: Core): Problem {
  if (found.code !== 'record/exists') return found;
  const { created } = found.params ?? {};
  return problem(found.code, { ...found.params, created: localDate(String(created), timezone) });
}
