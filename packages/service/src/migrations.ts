/** Moving running cases to another version of their programme: one at a time or many, for those whom the engine allows. */
import { type Problem, problem, type StepMap } from '@aidflow/definition';
import {
  type Actor,
  type CaseEvent,
  type CaseState,
  explainMove,
  localDate,
  migrate,
  replayAcross,
  type World,
} from '@aidflow/engine';
import { type Answer, answering, done, refuse, refused } from './answer.ts';
import { inLanes } from './batch.ts';
import type { Conditions } from './commands.ts';
import type { Core } from './core.ts';
import { change, replayed } from './deciding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Published } from './registry.ts';
import type { Timers } from './timers.ts';
import type { Migrated } from './types.ts';

export interface MigrationRequest {
  /** Content hash of the version to which they are to move. */
  to: string;
  /** What becomes of steps that have another id there, or none. */
  map?: StepMap | undefined;
  reasons: string;
  /** Only says what would happen, also of a version that is not in force yet. */
  dryRun?: boolean | undefined;
}

/** A case that is to move. */
export interface MovingCase {
  case: string;
  /** Version that the actor saw. */
  version?: number | undefined;
}

export type MigrationAnswer = { case: string } & Answer<Migrated>;

export interface Migrations {
  /** Moves a case, all or nothing. */
  migrate(
    actor: Actor,
    caseId: string,
    request: MigrationRequest,
    conditions?: Conditions,
  ): Promise<Answer<Migrated>>;
  /** Moves many in the same way: one answer for each, in their order; one that is refused holds up no other. */
  migrateAll(
    actor: Actor,
    cases: readonly MovingCase[],
    request: MigrationRequest,
    conditions?: Pick<Conditions, 'key'>,
  ): Promise<MigrationAnswer[]>;
}

export function createMigrations(core: Core, timers: Timers): Migrations {
  async function move(
    actor: Actor,
    caseId: string,
    request: MigrationRequest,
    { key, expected }: Conditions,
  ): Promise<Answer<Migrated>> {
    const { to, map = { steps: {} }, reasons, dryRun = false } = request;
    const fingerprint = fingerprintOf('migrate', caseId, to, map, reasons, dryRun);
    const before = key === undefined ? undefined : await replayed(core, actor, key, fingerprint);
    if (before) return before.ok ? doneBefore(caseId, before.value.version) : before;

    const target = await core.registry.get(to);
    const asked = { map, reasons, actor: core.access.acting(actor, 'migrate') };
    if (dryRun) return tried(actor, caseId, expected, target, asked);

    // What is due by now happened on the version that the case has left.
    await timers.fireCase(caseId);
    const outcome = await change(
      core,
      caseId,
      {
        expected,
        idempotency: key === undefined ? undefined : { actor: actor.id, key, fingerprint },
        check: async (_, state, world) => unseen(actor, state, world) ?? notYet(target, world),
      },
      ({ programme }, state, world) => ({
        programme: target.programme,
        decision: migrate(programme, target.programme, state, { ...asked, world }),
      }),
    );
    if (!outcome.ok) return outcome;
    return doneBefore(caseId, 'replay' in outcome ? outcome.replay.version : outcome.state.version);
  }

  /** The same decision on the case as it is now, of which nothing is kept. */
  async function tried(
    actor: Actor,
    caseId: string,
    expected: number | undefined,
    { programme: to }: Published,
    asked: { map: StepMap; reasons: string; actor: Actor },
  ): Promise<Answer<Migrated>> {
    const world = await core.world();
    const state = await core.store.load(caseId);
    const hidden = state ? unseen(actor, state, world) : problem('case/unknown', { case: caseId });
    if (!state || hidden) return refused([hidden as Problem]);
    if (expected !== undefined && expected !== state.version) {
      return refuse('store/conflict', { case: state.number, expected, found: state.version });
    }
    const { programme: from } = await core.registry.get(state.definition);
    const decision = migrate(from, to, state, { ...asked, world });
    if (!decision.ok) return decision;
    const [event] = decision.events as [CaseEvent];
    const explained = explainMove(event, from, state, to, decision.state);
    return done(migrated(decision.state, explained, true));
  }

  /** What a move came to that was made with event `version`. */
  async function doneBefore(caseId: string, version: number): Promise<Answer<Migrated>> {
    const events = await core.store.events(caseId, 0, version);
    const versions = await core.registry.versionsOf(events);
    const before = replayAcross(versions, events.slice(0, -1)) as CaseState;
    const state = replayAcross(versions, events) as CaseState;
    const [from, to] = await Promise.all(
      [before, state].map(({ definition }) => core.registry.get(definition)),
    );
    const event = events.at(-1) as CaseEvent;
    const explained = explainMove(
      event,
      (from as Published).programme,
      before,
      (to as Published).programme,
      state,
    );
    return done(migrated(state, explained, false));
  }

  /** Whoever may not see a case is not told that there is one. */
  const unseen = (actor: Actor, state: CaseState, world: World): Problem | undefined =>
    core.access.maySee(actor, state, world) ? undefined : problem('case/unknown', { case: state.id });

  return {
    migrate: (actor, caseId, request, conditions = {}) =>
      answering(() => move(actor, caseId, request, conditions)),
    migrateAll: (actor, cases, request, { key } = {}) =>
      inLanes(cases, async ({ case: id, version }, index) => {
        const conditions = { key: key === undefined ? undefined : `${key}.${index}`, expected: version };
        return { case: id, ...(await answering(() => move(actor, id, request, conditions))) };
      }),
  };
}

function notYet({ bundle, programme }: Published, { now }: World): Problem | undefined {
  const from = bundle.definition['valid-from'];
  if (from <= localDate(now, programme.timezone)) return undefined;
  return problem('migrate/not-yet', { version: bundle.version, from });
}

function migrated(
  { id, number, version }: CaseState,
  move: ReturnType<typeof explainMove>,
  dryRun: boolean,
): Migrated {
  if (!move) throw new Error(`The event ${version} of case ${id} moves nothing.`);
  return { case: id, number, version, dryRun, move };
}
