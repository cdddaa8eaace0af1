/** The conditions of a choice: its guard, and each of its requirements with words of its own. */
import { type Problem, ProblemError, problem, type Requirement } from '@aidflow/definition';
import type { Programme } from './programme.ts';
import { holds, type Scope, scopeOf } from './scope.ts';
import type { CaseFacts, JsonObject } from './types.ts';

export interface Conditions {
  title: string;
  guard?: string;
  refused?: string;
  requires?: Requirement[];
}

/**
 * Why a choice is refused as things stand. Conditions that read the form which comes with the choice are left open until
 * `data` is there.
 */
export function guardProblem(
  programme: Programme,
  facts: CaseFacts,
  choice: Conditions,
  form: string | undefined,
  now: string,
  data?: JsonObject,
): Problem | undefined {
  const { guard, refused, title, requires = [] } = choice;
  if (guard === undefined && requires.length === 0) return undefined;
  const later = form === undefined || data !== undefined ? undefined : new RegExp(`\\b${form}\\b`);
  const scope = scopeOf(programme, facts, now);
  if (form !== undefined && data !== undefined) scope[form] = data;
  if (guard !== undefined && !later?.test(guard) && !holds(guard, scope)) {
    return problem('step/guard', { outcome: title, refused: refused ?? guard });
  }
  return requirementProblem(
    title,
    requires.filter(({ that }) => !later?.test(that)),
    scope,
  );
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

/** Throws what `guardProblem` finds. */
export function requireAll(...given: Parameters<typeof guardProblem>): void {
  const found = guardProblem(...given);
  if (found) throw new ProblemError(found);
}
