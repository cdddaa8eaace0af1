/**
 * Who may see what. Applicants and proxies see their own cases; officers those of their divisions in programmes in which
 * their role acts, and those that name them or of which they have a copy; auditors everything in their divisions. Personal data is open to those who act on the case and masked for
 * the others.
 */
import { covers } from '@aidflow/definition';
import {
  type Actor,
  type CaseState,
  type Grant,
  inForce,
  localDate,
  type Offer,
  type World,
} from '@aidflow/engine';
import type { Scope } from '@aidflow/store';
import type { Registry } from './registry.ts';

export interface Access {
  /** Where an officer may look; the lent grants of a stand-in count while they last. */
  scopes(actor: Actor, world: World): Scope[];
  maySee(actor: Actor, state: CaseState, world: World): boolean;
  /** Whether personal data is open to the actor, given what they may do in the case. */
  actsOn(actor: Actor, state: CaseState, offers: readonly Offer[]): boolean;
  /** Whether the actor oversees the case without acting in it. */
  oversees(actor: Actor, state: CaseState): boolean;
  /** The actor as the engine is to see them: whoever only oversees does not get to use powers that any officer has. */
  acting(actor: Actor, what: string): Actor;
}

export function createAccess(registry: Registry, auditorRoles: readonly string[], timezone: string): Access {
  const isAuditor = (grant: Grant) => auditorRoles.includes(grant.role);

  function scopes(actor: Actor, world: World): Scope[] {
    if (actor.kind !== 'officer') return [];
    return grantsOf(actor, world, timezone).map((grant) =>
      isAuditor(grant)
        ? { division: grant.division }
        : { division: grant.division, programmes: registry.programmesOf(grant.role) },
    );
  }

  return {
    scopes,
    maySee(actor, state, world) {
      if (isOwn(actor, state) || isTold(actor, state)) return true;
      return scopes(actor, world).some(
        ({ division, programmes }) =>
          covers(division, state.division) && (programmes?.includes(state.programme) ?? true),
      );
    },
    actsOn(actor, state, offers) {
      if (isOwn(actor, state)) return true;
      if (actor.kind !== 'officer') return false;
      const basis = ['own-role', 'delegation', 'stand-in', 'added-signer'];
      const acted = Object.values(state.steps).some(({ actors }) => actors.includes(actor.id));
      return (
        acted ||
        offers.some(
          ({ step, may, authority }) => step !== undefined && may && basis.includes(authority?.basis ?? ''),
        )
      );
    },
    oversees: (actor, state) =>
      actor.grants.some((grant) => isAuditor(grant) && covers(grant.division, state.division)),
    acting: (actor, what) =>
      what.includes('.') && !what.startsWith('extend.')
        ? actor
        : { ...actor, grants: actor.grants.filter((grant) => !isAuditor(grant)) },
  };
}

const isOwn = (actor: Actor, state: CaseState) =>
  (actor.kind === 'applicant' || actor.kind === 'proxy') && actor.id === state.applicant.id;

/** Whether the case was handed to the actor, they were asked to sign in it, or were sent a copy. */
const isTold = ({ id }: Actor, { copies = [], steps }: CaseState) =>
  copies.some(({ to }) => to === id) ||
  Object.values(steps).some(
    ({ leftAt, assignee, added = [] }) =>
      leftAt === undefined && (assignee?.id === id || added.some((one) => one.id === id)),
  );

/** The grants an actor holds now: their own and those that are lent to them. */
export function grantsOf(actor: Actor, world: World, timezone: string): Grant[] {
  const today = localDate(world.now, timezone);
  const lent = world.standIns.filter((one) => one.substitute === actor.id && inForce(one, today));
  return [...actor.grants, ...lent.flatMap(({ grants }) => grants)];
}
