/** Opening cases and acting on them. */
import { randomUUID } from 'node:crypto';
import { isDivisionCode, type Problem, type ProblemCode, problem } from '@aidflow/definition';
import { type Actor, type CaseState, decide, type JsonObject, localDate, type World } from '@aidflow/engine';
import type { StoredResponse } from '@aidflow/store';
import { type Answer, answering, done, type Refusal, refuse, refused } from './answer.ts';
import { actOnAll, type BatchAnswer, type BatchCommand } from './batch.ts';
import type { Core } from './core.ts';
import { type Attempt, decideOn, type Outcome, openOn, replayed } from './deciding.ts';
import { filesIn } from './file-names.ts';
import { fingerprintOf } from './fingerprint.ts';
import { DEEPEST, isDeeperThan } from './nesting.ts';
import { isEnrolling, isPublic, offersFor } from './offers.ts';
import type { Published } from './registry.ts';
import type { Timers } from './timers.ts';
import type { Acted, CaseView, Receipt } from './types.ts';
import type { Views } from './view.ts';

export interface OpenRequest {
  programme: string;
  /** Village code. */
  division: string;
  data?: JsonObject | undefined;
  /** Step to begin with, where the programme has several; its start when left out. */
  do?: string | undefined;
}

export interface CommandRequest {
  do: string;
  data?: JsonObject | undefined;
  reasons?: string | undefined;
}

export interface Conditions {
  /** Repeating a request under the same key gives the first answer and does nothing again. */
  key?: string | undefined;
  /** Version that the actor saw; on another one the command is refused with `store/conflict`. */
  expected?: number | undefined;
}

export interface Commands {
  openCase(actor: Actor, request: OpenRequest, conditions?: Conditions): Promise<Answer<CaseView>>;
  /** Answers with a receipt where the actor may take part in the case (an objection, a complaint) but not see it. */
  command(
    actor: Actor,
    caseId: string,
    request: CommandRequest,
    conditions?: Conditions,
  ): Promise<Answer<CaseView | Receipt>>;
  /** Acts on many cases: one answer for each command, each decided on its own. */
  batch(
    actor: Actor,
    commands: readonly BatchCommand[],
    conditions?: Pick<Conditions, 'key'>,
  ): Promise<BatchAnswer[]>;
}

export function createCommands(core: Core, views: Views, timers: Timers): Commands {
  async function openCase(
    actor: Actor,
    request: OpenRequest,
    { key }: Conditions,
  ): Promise<Answer<CaseView>> {
    const { programme: id, division, data, do: what } = request;
    const deep = nestingProblem(data);
    if (deep) return refused([deep]);
    const fingerprint = fingerprintOf(
      'open',
      id,
      division,
      data ?? null,
      ...(what === undefined ? [] : [what]),
    );
    const before = key === undefined ? undefined : await replayed(core, actor, key, fingerprint);
    if (before) return before.ok ? replayView(actor, before.value) : before;

    const wrong = divisionProblem(core, division) ?? (await fileProblem(core, actor, data));
    if (wrong) return refused([wrong]);
    const published = core.registry.current(id);
    const world = await core.world();
    const command = (number: string) => ({
      do: what ?? published.bundle.definition.start,
      actor,
      data,
      open: { id: caseId, number, division },
    });
    const caseId = randomUUID();
    // Decided once without a number: an application that is refused takes none.
    const trial = decide(published.programme, undefined, command('-'), world);
    if (!trial.ok) return trial;
    const year = localDate(world.now, published.programme.timezone).slice(0, 4);
    const attempt: Attempt = {
      command: command(await core.numbers(id, year)),
      idempotency: key === undefined ? undefined : { actor: actor.id, key, fingerprint },
    };
    const outcome = await openOn(core, published, attempt, world);
    if (!outcome.ok) return outcome;
    if ('replay' in outcome) return replayView(actor, outcome.replay);
    return done(await views.caseView(actor, outcome.state, world));
  }

  async function command(
    actor: Actor,
    caseId: string,
    request: CommandRequest,
    conditions: Conditions,
  ): Promise<Answer<CaseView | Receipt>> {
    const outcome = await perform(actor, caseId, request, conditions);
    if (!outcome.ok) return outcome;
    if ('replay' in outcome) return replayView(actor, outcome.replay);
    const world = await core.world();
    if (core.access.maySee(actor, outcome.state, world)) {
      return done(await views.caseView(actor, outcome.state, world));
    }
    return done({ case: caseId, received: outcome.state.updated });
  }

  /** The same in brief: what has become of the case, as far as the actor may know. */
  async function act(
    actor: Actor,
    caseId: string,
    request: CommandRequest,
    conditions: Conditions,
  ): Promise<Answer<Acted>> {
    const outcome = await perform(actor, caseId, request, conditions);
    if (!outcome.ok) return outcome;
    if ('replay' in outcome) return done({ version: outcome.replay.version });
    const { version, status, decided } = outcome.state;
    if (!core.access.maySee(actor, outcome.state, await core.world())) return done({});
    return done({ version, status, ...(decided ? { outcome: decided.outcome } : {}) });
  }

  async function perform(
    actor: Actor,
    caseId: string,
    request: CommandRequest,
    { key, expected }: Conditions,
  ): Promise<Outcome> {
    const { do: what, data, reasons } = request;
    const deep = nestingProblem(data);
    if (deep) return refused([deep]);
    const fingerprint = fingerprintOf('command', caseId, what, data ?? null, reasons ?? null);
    const before = key === undefined ? undefined : await replayed(core, actor, key, fingerprint);
    if (before && !before.ok) return before;
    const outcome: Outcome = before
      ? { ok: true, replay: before.value }
      : await decideCommand(actor, caseId, request, {
          command: { do: what, actor: core.access.acting(actor, what), data, reasons },
          expected,
          idempotency: key === undefined ? undefined : { actor: actor.id, key, fingerprint },
          check: (published, state, world) => admission(published, state, world, actor, what),
        });
    return outcome.ok ? outcome : unseenConflict(actor, caseId, outcome);
  }

  async function decideCommand(
    actor: Actor,
    caseId: string,
    request: CommandRequest,
    attempt: Attempt,
  ): Promise<Outcome> {
    // What is due by now happened before the command, however late it is noticed.
    await timers.fireCase(caseId);
    const wrong = await fileProblem(core, actor, request.data, caseId);
    return wrong ? refused([wrong]) : decideOn(core, caseId, attempt);
  }

  async function admission(
    { programme }: Published,
    state: CaseState,
    world: World,
    actor: Actor,
    what: string,
  ): Promise<Problem | undefined> {
    if (core.access.maySee(actor, state, world)) return undefined;
    const offers = offersFor(core.access, programme, state, actor, world);
    const open = isPublic(offers, what) || isEnrolling(programme, state, what);
    return open ? undefined : problem('case/unknown', { case: state.id });
  }

  /** A lost race tells somebody who may not see the case neither its number nor its version. */
  async function unseenConflict(actor: Actor, caseId: string, refusal: Refusal): Promise<Refusal> {
    if (refusal.problems[0]?.code !== 'store/conflict') return refusal;
    const state = await core.store.load(caseId);
    if (state && core.access.maySee(actor, state, await core.world())) return refusal;
    return refuse('store/conflict', { variant: 'unseen' });
  }

  async function replayView<T extends CaseView | Receipt>(
    actor: Actor,
    { caseId, version, at }: StoredResponse,
  ): Promise<Answer<T>> {
    const view = await views.viewAt(actor, caseId, version, at);
    return done((view ?? { case: caseId, received: at }) as T);
  }

  return {
    openCase: (actor, request, conditions = {}) => answering(() => openCase(actor, request, conditions)),
    command: (actor, caseId, request, conditions = {}) =>
      answering(() => command(actor, caseId, request, conditions)),
    batch: (actor, commands, { key } = {}) =>
      actOnAll((...asked) => answering(() => act(...asked)), actor, commands, key),
  };
}

function nestingProblem(data: JsonObject | undefined): Problem | undefined {
  const reason = `data may be nested ${DEEPEST} levels deep at most`;
  return isDeeperThan(data, DEEPEST) ? problem('http/malformed', { reason }) : undefined;
}

function divisionProblem({ divisions }: Core, division: string): Problem | undefined {
  const code: ProblemCode | undefined =
    !isDivisionCode(division) || division.length !== 12
      ? 'division/invalid'
      : divisions.isEmpty || divisions.has(division)
        ? undefined
        : 'division/unknown';
  return code && problem(code, { division }, { pointer: '/division' });
}

/** A file may be named by who uploaded it, or in a case that names it already. */
async function fileProblem(
  { store }: Core,
  actor: Actor,
  data: JsonObject | undefined,
  caseId?: string,
): Promise<Problem | undefined> {
  for (const { sha256, pointer } of filesIn(data ?? null, '/data')) {
    const known =
      (await store.file(sha256, actor.id)) !== undefined ||
      (caseId !== undefined && (await store.fileCases(sha256)).includes(caseId));
    if (!known) return problem('file/unknown', { file: sha256 }, { pointer });
  }
  return undefined;
}
