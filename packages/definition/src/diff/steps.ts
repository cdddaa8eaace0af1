/** Steps: which came and went, and what differs in those that both versions have. */

import { pointerKey } from '../schema-walk.ts';
import type { Changes } from './changes.ts';
import { compareDelegable } from './delegable.ts';
import type { Words } from './difference.ts';
import { compareEffects } from './effects.ts';
import { equal } from './equal.ts';
import { actorOf, compareFacets } from './facets.ts';
import { compareBranches, compareEvents, compareOutcomes } from './outcomes.ts';
import { type Pair, type Side, tell, titleIn } from './pair.ts';
import type { StandingStep } from './place.ts';
import { kindName, quoted } from './say.ts';
import type { Plain } from './targets.ts';

export function compareSteps(changes: Changes): void {
  const { before, after } = changes.steps;
  for (const [old, now] of changes.renames) tellRename(changes, old, now);
  for (const [id, step] of before) if (!after.has(id)) tellGone(changes, step);
  for (const [id, step] of after) {
    const old = before.get(id);
    if (old) compareStep(changes, old, step);
    else tellCome(changes, step);
  }
}

function tellRename(changes: Changes, old: string, now: string): void {
  const before = changes.steps.before.get(now);
  const after = changes.steps.after.get(now);
  if (!before || !after) return;
  const params = {
    before: changes.oldTitle(before.step.title),
    after: changes.title(after.step.title),
    from: old,
    to: now,
  };
  changes.addInStep('diff/step-renamed', now, {
    id: now,
    before: old,
    after: now,
    at: `${after.at}/id`,
    params,
    guess: true,
  });
}

function tellGone(changes: Changes, { step, inside }: StandingStep): void {
  const shorthand = changes.shorthands.before.get(step.id);
  const parts = shorthand ? partsOf(changes, 'before', shorthand.id) : [];
  const whole = shorthand && parts.every((id) => !changes.steps.after.has(id));
  // A shorthand that is gone is gone once.
  if (whole && shorthand.id !== step.id) return;
  changes.addInStep(
    'diff/step-removed',
    step.id,
    {
      id: changes.oldId(step.id),
      before: { id: step.id, kind: step.kind, title: step.title },
      at: listAt(changes, inside),
      params: {
        before: changes.oldTitle(step.title),
        kind: kindName(whole ? shorthand.kind : step.kind),
        who: actorOf(changes, 'before', step as unknown as Plain),
      },
    },
    whole ? parts : [step.id],
  );
}

/** The list of steps in the later version of which a step was a part. */
function listAt(changes: Changes, inside: readonly string[]): string {
  const [around = '', branch] = (inside.at(-1) ?? '').split('/');
  const at = changes.steps.after.get(around)?.at;
  if (at === undefined) return '/definition/steps';
  return branch === undefined ? `${at}/steps` : `${at}/branches${pointerKey(branch)}/steps`;
}

function tellCome(changes: Changes, { step, at }: StandingStep): void {
  const shorthand = changes.shorthands.after.get(step.id);
  const parts = shorthand ? partsOf(changes, 'after', shorthand.id) : [];
  const whole = shorthand && parts.every((id) => !changes.steps.before.has(id));
  if (whole && shorthand.id !== step.id) return;
  changes.addInStep(
    'diff/step-added',
    step.id,
    {
      id: step.id,
      after: { id: step.id, kind: step.kind, title: step.title },
      at,
      params: {
        after: changes.title(step.title),
        kind: kindName(whole ? shorthand.kind : step.kind),
        who: actorOf(changes, 'after', step as unknown as Plain),
      },
    },
    whole ? parts : [step.id],
  );
}

const partsOf = (changes: Changes, side: Side, shorthand: string): string[] =>
  [...changes.shorthands[side]].filter(([, { id }]) => id === shorthand).map(([id]) => id);

function compareStep(changes: Changes, old: StandingStep, now: StandingStep): void {
  const before = old.step as unknown as Plain;
  const after = now.step as unknown as Plain;
  const pair: Pair = {
    changes,
    id: now.step.id,
    at: now.at,
    title: changes.title(now.step.title),
    before,
    after,
  };
  if (!equal(old.inside, now.inside)) tellMove(pair, old, now);
  if (before.title !== after.title) {
    tell(pair, 'diff/step-title', 'title', {
      before: changes.oldTitle(String(before.title)),
      after: pair.title,
    });
  }
  if (before.kind !== after.kind) {
    const params = { before: kindName(String(before.kind)), after: kindName(String(after.kind)) };
    tell(pair, 'diff/step-kind', 'kind', params);
    return;
  }
  compareFacets(pair);
  compareOutcomes(pair);
  compareEvents(pair);
  compareBranches(pair);
  compareEffects(pair);
  compareDelegable(pair);
}

function tellMove(pair: Pair, old: StandingStep, now: StandingStep): void {
  const { changes, id, at, title } = pair;
  const name = ({ inside }: StandingStep, side: Side): Words => {
    const place = inside.at(-1);
    if (place === undefined) return { zh: '主流程', en: 'the main procedure' };
    const [step = '', branch] = place.split('/');
    const around = changes.steps[side].get(step)?.step;
    const own =
      branch !== undefined && around?.kind === 'parallel' ? around.branches[branch]?.title : around?.title;
    return quoted(titleIn(changes, side, own ?? place));
  };
  changes.addInStep('diff/step-moved', id, {
    id,
    before: old.inside,
    after: now.inside,
    at,
    params: { step: title, before: name(old, 'before'), after: name(now, 'after') },
  });
}
