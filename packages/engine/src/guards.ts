/** The conditions of a choice: its guard, and each of its requirements with words of its own. */
import { holds, type Problem, ProblemError, problem, type Requirement } from '@aidflow/definition';
import type { Programme } from './programme.ts';
import { type Moment, type Scope, scopeOf } from './scope.ts';
import type { CaseFacts, JsonObject } from './types.ts';

export interface Conditions {
  title: string;
  guard?: string;
  refused?: string;
  requires?: Requirement[];
}

/**
 * Why a choice is refused as things stand. Conditions that read the form which comes with the choice are left open: they
 * are judged with its data, by `requireForm`.
 */
export function guardProblem(
  programme: Programme,
  facts: CaseFacts,
  choice: Conditions,
  form: string | undefined,
  moment: Moment,
): Problem | undefined {
  const { atOnce } = parts(choice, form);
  return atOnce && conditionProblem(atOnce, scopeOf(programme, facts, moment));
}

/** Throws why the data that comes with a choice is refused, by the conditions which read its form. */
export function requireForm(
  programme: Programme,
  facts: CaseFacts,
  choice: Conditions,
  form: string | undefined,
  moment: Moment,
  data: JsonObject,
): void {
  const { withForm } = parts(choice, form);
  if (form === undefined || !withForm) return;
  const scope = scopeOf(programme, facts, moment);
  scope[form] = data;
  const found = conditionProblem(withForm, scope);
  if (found) throw new ProblemError(found);
}

/** The conditions of a choice that can be judged at once, and those that need the form; neither where there are none. */
interface Parts {
  atOnce?: Conditions;
  withForm?: Conditions;
}

/** A choice has one form for ever, and is asked again with every look at a case. */
const known = new WeakMap<Conditions, Parts>();

function parts(choice: Conditions, form: string | undefined): Parts {
  let found = known.get(choice);
  if (!found) {
    const reads = form === undefined ? undefined : new RegExp(`\\b${form}\\b`);
    const [atOnce, withForm] = [false, true].map((which) =>
      some(choice, (expression) => (reads?.test(expression) ?? false) === which),
    );
    found = { ...(atOnce ? { atOnce } : {}), ...(withForm ? { withForm } : {}) };
    known.set(choice, found);
  }
  return found;
}

/** The conditions of a choice that are meant, where there are any. */
function some(choice: Conditions, meant: (expression: string) => boolean): Conditions | undefined {
  const { title, guard, refused, requires = [] } = choice;
  const kept = requires.filter(({ that }) => meant(that));
  const guarded = guard !== undefined && meant(guard);
  if (!guarded && kept.length === 0) return undefined;
  return {
    title,
    requires: kept,
    ...(guarded ? { guard } : {}),
    ...(refused === undefined ? {} : { refused }),
  };
}

function conditionProblem({ title, guard, refused, requires = [] }: Conditions, scope: Scope) {
  if (guard !== undefined && !holds(guard, scope)) {
    return problem('step/guard', { outcome: title, refused: refused ?? guard });
  }
  return requirementProblem(title, requires, scope);
}

/** The first requirement that does not hold. */
export function requirementProblem(
  outcome: string,
  requires: readonly Requirement[],
  scope: Scope,
): Problem | undefined {
  const broken = requires.find(({ that }) => !holds(that, scope));
  if (!broken) return undefined;
  const { refused, reason } = broken;
  return problem('step/requirement', { outcome, refused, ...(reason === undefined ? {} : { reason }) });
}
