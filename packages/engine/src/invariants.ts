/** What must hold of every case, whatever happens: the last guard, behind the conditions of the steps. */
import { type Invariant, OUTER } from '@aidflow/definition';
import type { Programme } from './programme.ts';
import { holds, type Scope, scopeOf } from './scope.ts';
import type { CaseFacts } from './types.ts';

/**
 * The first invariant that does not hold of `after`. One that did not hold of `before` either is no fault of what has
 * just happened: a case that came from a version without it must not stand still for ever.
 */
export function brokenBy(
  programme: Programme,
  before: CaseFacts | undefined,
  after: CaseFacts,
  now: string,
): Invariant | undefined {
  const { invariants = [] } = programme.definition;
  if (invariants.length === 0) return undefined;
  const scope = scopeOfInvariants(programme, after, now);
  const broken = invariants.filter(({ that }) => !holds(that, scope));
  if (broken.length === 0 || !before) return broken[0];
  const earlier = scopeOfInvariants(programme, before, now);
  return broken.find(({ that }) => holds(that, earlier));
}

/**
 * What an expression sees, and what has happened: ids of the steps that were left, everyone who ever acted in a step by
 * its id, who decided, letters as issued (with their text in all languages), and the values of published notices.
 */
function scopeOfInvariants(programme: Programme, facts: CaseFacts, now: string): Scope {
  const { steps, letters, notices, decided } = facts;
  // Judged after every command, and few read all of it.
  return {
    [OUTER]: scopeOf(programme, facts, now),
    get passed() {
      return Object.entries(steps).flatMap(([id, { leftAt }]) => (leftAt === undefined ? [] : [id]));
    },
    get signers() {
      return Object.fromEntries(Object.entries(steps).map(([id, { actors }]) => [id, actors]));
    },
    decider: decided?.by ?? null,
    get letters() {
      return letters.map(({ id, number, text }) => ({ id, number, text: Object.values(text).join('\n') }));
    },
    get notices() {
      return notices.flatMap(({ items }) => items.map(({ value }) => value));
    },
  };
}
