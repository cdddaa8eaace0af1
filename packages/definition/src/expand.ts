/** The definition that a programme as written stands for. */

import { ProblemError } from './problems.ts';
import { innerLists, withInner } from './procedure/steps.ts';
import { withTargets } from './procedure/ways.ts';
import { expandStep } from './shorthands/steps.ts';
import { unfold } from './shorthands/unfold.ts';
import type { Definition, ExpandedStep, ProgrammeSource, SourceStep } from './types.ts';

/**
 * The definition with every shorthand written out, targets leading to the first step of each. Pure.
 *
 * @throws ProblemError where a step uses a shorthand that cannot be written out; `parse` tells all such problems
 */
export function expand(source: ProgrammeSource): Definition {
  const { programme, problems } = unfold(source);
  if (problems[0] !== undefined) throw new ProblemError(problems[0]);
  const { steps, shorthands: _, $schema: __, ...rest } = programme;
  const entries = entrySteps(steps, programme);
  const expanded = steps.flatMap((step) => expandStep(step, programme));
  const start = entries.get(programme.start) ?? programme.start;
  return {
    ...rest,
    start,
    steps: expanded.map((step) => levelled(retarget(step, entries), programme) as ExpandedStep),
  };
}

/** A task without a level is done at the level of its role. */
function levelled(step: SourceStep, source: ProgrammeSource): SourceStep {
  const within = withInner(step, (steps) => steps.map((one) => levelled(one, source)));
  if (within.kind !== 'task' && within.kind !== 'vote') return within;
  const level = within.level ?? source.roles?.[within.role]?.level;
  return level === undefined ? within : { ...within, level };
}

/** The first expanded step of each shorthand that does not begin with its own id. */
function entrySteps(steps: readonly SourceStep[], source: ProgrammeSource): Map<string, string> {
  const entries = new Map<string, string>();
  for (const step of steps) {
    const [first] = expandStep(step, source);
    if (first !== undefined && first.id !== step.id) entries.set(step.id, first.id);
    for (const { steps: inner } of innerLists(step)) {
      for (const [id, entry] of entrySteps(inner, source)) entries.set(id, entry);
    }
  }
  return entries;
}

/** The step with its targets rewritten, save those by which a shorthand leads into its own middle. */
function retarget(step: SourceStep, entries: ReadonlyMap<string, string>): SourceStep {
  const own = [...entries].find(([, entry]) => entry === step.id)?.[0];
  const changed = withTargets(step, (target) => (target === own ? target : (entries.get(target) ?? target)));
  return withInner(changed, (steps) => steps.map((one) => retarget(one, entries)));
}
