/** What must hold of every case, whatever happens: the last guard, behind the conditions of the steps. */
import { holds, type Invariant, OUTER, View } from '@aidflow/definition';
import { mayDiffer } from './may-differ.ts';
import type { Programme } from './programme.ts';
import { type Moment, type Scope, scopeOf } from './scope.ts';
import type { CaseFacts } from './types.ts';

/**
 * The first invariant that does not hold of `after`. One that did not hold of `before` either is no fault of what has
 * just happened: a case that came from a version without it must not stand still for ever.
 */
export function brokenBy(
  programme: Programme,
  before: CaseFacts | undefined,
  after: CaseFacts,
  moment: Moment,
): Invariant | undefined {
  const { invariants: all = [] } = programme.definition;
  // One that answers as it did held, or was broken before.
  const invariants = before ? all.filter(({ that }) => touched(programme, that, before, after, moment)) : all;
  if (invariants.length === 0) return undefined;
  const scope = scopeOfInvariants(programme, after, moment);
  const broken = invariants.filter(({ that }) => !holds(that, scope));
  if (broken.length === 0 || !before) return broken[0];
  const earlier = scopeOfInvariants(programme, before, moment);
  return broken.find(({ that }) => holds(that, earlier));
}

function touched(
  programme: Programme,
  that: string,
  before: CaseFacts,
  after: CaseFacts,
  { now }: Moment,
): boolean {
  // The same day for both: what is broken by time alone is nobody's fault.
  return mayDiffer(programme, that)({ facts: before, now }, { facts: after, now });
}

/** What an invariant sees: what an expression sees, and what has happened. Few read all of it. */
class Happened extends View {
  readonly [OUTER]: Scope;
  readonly #facts: CaseFacts;

  constructor(facts: CaseFacts, outer: Scope) {
    super();
    this[OUTER] = outer;
    this.#facts = facts;
  }

  /** Ids of the steps that were left. */
  get passed() {
    const { steps } = this.#facts;
    return Object.entries(steps).flatMap(([id, { leftAt }]) => (leftAt === undefined ? [] : [id]));
  }

  /** Everyone who ever acted in a step, by its id. */
  get signers() {
    return Object.fromEntries(Object.entries(this.#facts.steps).map(([step, { actors }]) => [step, actors]));
  }

  get decider() {
    return this.#facts.decided?.by ?? null;
  }

  /** As issued, with their text in all languages. */
  get letters() {
    return this.#facts.letters.map(({ id, number, text }) => ({
      id,
      number,
      text: Object.values(text).join('\n'),
    }));
  }

  /** The values of published notices. */
  get notices() {
    return this.#facts.notices.flatMap(({ items }) => items.map(({ value }) => value));
  }
}

function scopeOfInvariants(programme: Programme, facts: CaseFacts, moment: Moment): Scope {
  return new Happened(facts, scopeOf(programme, facts, moment)) as unknown as Scope;
}
