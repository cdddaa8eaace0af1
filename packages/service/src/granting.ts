/**
 * Delegations and stand-ins as officers grant them: by the level that holds the power, with the number of a document.
 * Each is looked at as it is granted, so that none is registered that could never hold.
 */
import { createHash } from 'node:crypto';
import { covers, divisionLevel, isDivisionCode, type Problem, problem } from '@aidflow/definition';
import {
  type Actor,
  type Delegation,
  inForce,
  localDate,
  type Programme,
  type StandIn,
  type StepOf,
} from '@aidflow/engine';
import type { Recorded } from '@aidflow/store';
import { type Answer, answering, done, refuse, refused } from './answer.ts';
import type { Core } from './core.ts';
import { delegationProblem, standInProblem } from './grants.ts';
import type { DelegationItem, StandInItem } from './types.ts';

export type StandInRequest = StandIn & { document: string };

export interface Ending {
  /** Number of the document by which it is ended. */
  document: string;
  /** First day on which it holds no more, ISO date; today when left out. */
  until?: string | undefined;
}

export interface Granting {
  /** Delegations that touch the divisions of an officer, latest first. */
  listDelegations(actor: Actor): Promise<Answer<DelegationItem[]>>;
  /** Granted again under the same key it is the same delegation. */
  grantDelegation(actor: Actor, value: Delegation, key: string): Promise<Answer<DelegationItem>>;
  revokeDelegation(actor: Actor, id: string, ending: Ending): Promise<Answer<DelegationItem>>;
  /** Stand-ins that touch the divisions of an officer, latest first. */
  listStandIns(actor: Actor): Promise<Answer<StandInItem[]>>;
  grantStandIn(actor: Actor, value: StandInRequest, key: string): Promise<Answer<StandInItem>>;
  revokeStandIn(actor: Actor, id: string, ending: Ending): Promise<Answer<StandInItem>>;
}

export function createGranting(core: Core): Granting {
  const { store, clock, timezone, access } = core;
  const today = () => localDate(clock.now(), timezone);
  const stamp = ({ id, kind, name }: Actor) => ({ id, kind, name });
  const touches = (actor: Actor, divisions: readonly string[]) =>
    actor.kind === 'officer' &&
    actor.grants.some((grant) =>
      divisions.some((division) => covers(grant.division, division) || covers(division, grant.division)),
    );

  /** Own power, not a lent one, and none of those who only oversee. */
  const holds = (actor: Actor, division: string, programme: string) =>
    actor.kind === 'officer' &&
    access
      .acting(actor, 'delegate')
      .grants.some(
        (grant) => grant.division === division && core.registry.programmesOf(grant.role).includes(programme),
      );

  const isAbove = (actor: Actor, division: string) =>
    actor.kind === 'officer' &&
    access
      .acting(actor, 'lend')
      .grants.some((grant) => grant.division.length < division.length && covers(grant.division, division));

  const mayLend = (actor: Actor, { absent, grants }: StandIn) =>
    absent === actor.id
      ? grants.every((lent) =>
          actor.grants.some(({ role, division }) => role === lent.role && division === lent.division),
        )
      : grants.every(({ division }) => isAbove(actor, division));

  function delegationItem(actor: Actor, { id, value, added, ended }: Recorded<Delegation>): DelegationItem {
    const published = core.registry.list().find(({ programme }) => programme === value.programme);
    const step = published && core.registry.current(value.programme).programme.steps.get(value.action);
    return {
      ...value,
      id,
      programmeTitle: published?.title ?? value.programme,
      actionTitle: step?.title ?? value.action,
      fromName: core.divisions.name(value.from),
      toName: core.divisions.name(value.to),
      added,
      ...(ended ? { ended } : {}),
      inForce: inForce({ from: value.effective, until: value.until }, today()),
      may: ended === undefined && holds(actor, value.from, value.programme),
    };
  }

  function standInItem(actor: Actor, { id, value, added, ended }: Recorded<StandIn>): StandInItem {
    return {
      ...value,
      id,
      divisionNames: Object.fromEntries(
        value.grants.map(({ division }) => [division, core.divisions.name(division)]),
      ),
      added,
      ...(ended ? { ended } : {}),
      inForce: inForce(value, today()),
      may: ended === undefined && mayLend(actor, value),
    };
  }

  const delegation = async (id: string) => (await store.delegations()).find((one) => one.id === id);
  const standIn = async (id: string) => (await store.standIns()).find((one) => one.id === id);

  function endingProblem({ document, until = today() }: Ending): Problem | undefined {
    if (document.trim() === '') return problem('delegation/invalid', { reason: 'it names no document' });
    if (until >= today()) return undefined;
    return problem('delegation/invalid', { reason: `${until} is over: what was done until today stands` });
  }

  return {
    listDelegations: async (actor) =>
      done(
        (await store.delegations())
          .filter(({ value }) => touches(actor, [value.from, value.to]))
          .map((one) => delegationItem(actor, one))
          .reverse(),
      ),

    grantDelegation: (actor, value, key) =>
      answering(async () => {
        const wrong = delegationProblem(value) ?? (await actionProblem(core, value));
        if (wrong) return refused([wrong]);
        if (!holds(actor, value.from, value.programme))
          return refuse('delegation/authority', { division: value.from });
        const id = idOf(actor, key);
        const before = await delegation(id);
        if (before && !isSame(before.value, value)) return refuse('store/duplicate-key', { key });
        if (!before) await store.addDelegation(id, value, stamp(actor), clock.now());
        const added = before ?? ((await delegation(id)) as Recorded<Delegation>);
        return done(delegationItem(actor, added));
      }),

    async revokeDelegation(actor, id, ending) {
      const found = await delegation(id);
      if (!found || !touches(actor, [found.value.from, found.value.to]))
        return refuse('delegation/unknown', { id });
      if (!holds(actor, found.value.from, found.value.programme))
        return refuse('delegation/authority', { division: found.value.from });
      const wrong = endingProblem(ending);
      if (wrong) return refused([wrong]);
      const { document, until = today() } = ending;
      const ended = await store.endDelegation(id, until, stamp(actor), clock.now(), document);
      if (!ended) return refuse('delegation/unknown', { id });
      return done(delegationItem(actor, (await delegation(id)) as Recorded<Delegation>));
    },

    listStandIns: async (actor) =>
      done(
        (await store.standIns())
          .filter(({ value }) =>
            touches(
              actor,
              value.grants.map((grant) => grant.division),
            ),
          )
          .map((one) => standInItem(actor, one))
          .reverse(),
      ),

    async grantStandIn(actor, { document, ...value }, key) {
      const wrong = standInProblem(value) ?? lendingProblem(actor, value, document);
      if (wrong) return refused([wrong]);
      if (!mayLend(actor, value)) return refuse('delegation/authority', { variant: 'lent' });
      const id = idOf(actor, key);
      const before = await standIn(id);
      if (before && !isSame(before.value, value)) return refuse('store/duplicate-key', { key });
      if (!before) await store.addStandIn(id, value, stamp(actor), clock.now(), document);
      return done(standInItem(actor, before ?? ((await standIn(id)) as Recorded<StandIn>)));
    },

    async revokeStandIn(actor, id, ending) {
      const found = await standIn(id);
      const divisions = found?.value.grants.map(({ division }) => division) ?? [];
      if (!found || !touches(actor, divisions)) return refuse('delegation/unknown', { id });
      if (!mayLend(actor, found.value)) return refuse('delegation/authority', { variant: 'lent' });
      const wrong = endingProblem(ending);
      if (wrong) return refused([wrong]);
      const { document, until = today() } = ending;
      const ended = await store.endStandIn(id, until, stamp(actor), clock.now(), document);
      if (!ended) return refuse('delegation/unknown', { id });
      return done(standInItem(actor, (await standIn(id)) as Recorded<StandIn>));
    },
  };
}

/**
 * What keeps a delegation from ever moving anything: the definition says which actions move, from where and to where. Any
 * version will do, for cases run on past ones and soon on coming ones; what is told is what the current one says.
 */
async function actionProblem({ registry }: Core, value: Delegation): Promise<Problem | undefined> {
  let told: Problem | undefined;
  for (const { hash, state } of registry.versions(value.programme)) {
    const found = actionProblemOn((await registry.get(hash)).programme, value);
    if (!found) return undefined;
    if (told === undefined || state === 'current') told = found;
  }
  return told;
}

function actionProblemOn(programme: Programme, { action, from, to }: Delegation): Problem | undefined {
  const step = programme.steps.get(action) as StepOf<'task'> | undefined;
  const invalid = (reason: string) => problem('delegation/invalid', { reason });
  if (step?.kind !== 'task' || !step.delegable)
    return invalid(`"${action}" is no action that can be delegated`);
  const own = step.level ?? programme.definition.roles?.[step.role]?.level;
  if (divisionLevel(from) !== own) return invalid(`"${step.title}" is held at the ${own} level`);
  if (divisionLevel(to) !== step.delegable.level) {
    return invalid(`"${step.title}" may be delegated to the ${step.delegable.level} level`);
  }
  return undefined;
}

function lendingProblem(
  actor: Actor,
  { grants, substitute }: StandIn,
  document: string,
): Problem | undefined {
  const invalid = (reason: string) => problem('delegation/invalid', { reason });
  if (document.trim() === '') return invalid('it names no document');
  if (substitute === actor.id) return invalid('nobody lends to themselves');
  const wrong = grants.find(({ division }) => !isDivisionCode(division));
  return wrong && problem('division/invalid', { division: wrong.division });
}

/** Made of the actor's key, so that a request that is sent again grants nothing again. */
const idOf = (actor: Actor, key: string) =>
  createHash('sha256')
    .update(JSON.stringify([actor.id, key]))
    .digest('hex')
    .slice(0, 32);

const isSame = <T extends Delegation | StandIn>(before: T, value: T) =>
  JSON.stringify(sorted({ ...before, until: undefined })) ===
  JSON.stringify(sorted({ ...value, until: undefined }));

const sorted = (value: object) => Object.entries(value).sort(([a], [b]) => a.localeCompare(b));
