/**
 * Registering and ending delegations and stand-ins for a host that has decided who may. Each is a row that is added and
 * ended, with who did it.
 */
import { randomUUID } from 'node:crypto';
import { covers, isDate, isDivisionCode, type Problem, problem } from '@aidflow/definition';
import { type Actor, type Delegation, localDate, type StandIn } from '@aidflow/engine';
import type { AuditEntry, Recorded } from '@aidflow/store';
import { type Answer, done, refuse, refused } from './answer.ts';
import type { Core } from './core.ts';

export interface Grants {
  delegations(): Promise<Recorded<Delegation>[]>;
  /** Answers the id. The host decides who may do this. */
  addDelegation(by: Actor, value: Delegation): Promise<Answer<string>>;
  /** Ends it with the day `until` (ISO date, not included), today when left out. */
  endDelegation(by: Actor, id: string, until?: string): Promise<Answer<null>>;
  standIns(): Promise<Recorded<StandIn>[]>;
  addStandIn(by: Actor, value: StandIn): Promise<Answer<string>>;
  endStandIn(by: Actor, id: string, until?: string): Promise<Answer<null>>;
  /** What was done to authority and definitions, latest first. */
  audited(limit: number): Promise<AuditEntry[]>;
}

export function createGrants({ store, clock, timezone }: Core): Grants {
  const today = () => localDate(clock.now(), timezone);
  const stamp = ({ id, kind, name }: Actor) => ({ id, kind, name });

  return {
    delegations: () => store.delegations(),
    async addDelegation(by, value) {
      const wrong = delegationProblem(value);
      if (wrong) return refused([wrong]);
      const id = randomUUID();
      await store.addDelegation(id, value, stamp(by), clock.now());
      return done(id);
    },
    async endDelegation(by, id, until = today()) {
      const ended = await store.endDelegation(id, until, stamp(by), clock.now());
      return ended ? done(null) : refuse('delegation/unknown', { id });
    },
    standIns: () => store.standIns(),
    async addStandIn(by, value) {
      const wrong = standInProblem(value);
      if (wrong) return refused([wrong]);
      const id = randomUUID();
      await store.addStandIn(id, value, stamp(by), clock.now());
      return done(id);
    },
    async endStandIn(by, id, until = today()) {
      const ended = await store.endStandIn(id, until, stamp(by), clock.now());
      return ended ? done(null) : refuse('delegation/unknown', { id });
    },
    audited: (limit) => store.audited(limit),
  };
}

/** What makes a delegation impossible. */
export function delegationProblem({ from, to, effective, until, document }: Delegation): Problem | undefined {
  if (!isDivisionCode(from) || !isDivisionCode(to)) {
    return problem('division/invalid', { division: isDivisionCode(from) ? to : from });
  }
  if (!covers(from, to)) return problem('delegation/invalid', { reason: `${to} does not lie in ${from}` });
  if (document.trim() === '') return problem('delegation/invalid', { reason: 'it names no document' });
  return periodProblem(effective, until);
}

/** What makes a stand-in impossible. */
export function standInProblem({ absent, substitute, grants, from, until }: StandIn): Problem | undefined {
  if (absent === substitute)
    return problem('delegation/invalid', { reason: 'nobody stands in for themselves' });
  if (grants.length === 0) return problem('delegation/invalid', { reason: 'it lends nothing' });
  return periodProblem(from, until);
}

function periodProblem(from: string, until: string | undefined): Problem | undefined {
  for (const date of [from, until ?? from]) {
    if (!isDate(date)) return problem('clock/invalid-date', { date });
  }
  if (until === undefined || from < until) return undefined;
  return problem('delegation/invalid', { reason: `${until} is not after ${from}` });
}
