/** What an actor may do in a case, with the limits that the service sets on those who only oversee. */
import {
  type Actor,
  activeSteps,
  type CaseState,
  type Offer,
  offered,
  type Programme,
  procedureOf,
  type World,
} from '@aidflow/engine';
import type { Access } from './access.ts';

export function offersFor(
  access: Access,
  programme: Programme,
  state: CaseState,
  actor: Actor,
  world: World,
): Offer[] {
  const offers = offered(programme, state, actor, world);
  const limited = access.acting(actor, 'extend.');
  if (limited.grants.length === actor.grants.length) return offers;
  const standing = offered(programme, state, limited, world).filter(({ step }) => step === undefined);
  return [...offers.filter(({ step }) => step !== undefined), ...standing];
}

/** Whether it is enrolling in a round that takes whoever comes: that it is full or closed is no secret then. */
export function isEnrolling(whole: Programme, state: CaseState, what: string): boolean {
  const programme = procedureOf(whole, state);
  return activeSteps(programme, state).some((id) => {
    const step = programme.steps.get(id);
    const role = step?.kind === 'each' ? step.enrol?.role : undefined;
    return what === `${id}.enrol` && (role === 'applicant' || role === 'anyone');
  });
}

/** Whether anybody may do it now, without a role and without seeing the case. */
export function isPublic(offers: readonly Offer[], what: string): boolean {
  return offers.some((offer) => offer.do === what && offer.may && offer.authority?.basis === 'public');
}
