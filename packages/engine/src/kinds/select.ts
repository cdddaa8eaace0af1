/** A selection: an ordered part of a list, chosen so that anybody can choose it again. */

import { scopeOf } from '../scope.ts';
import { choose } from '../selection.ts';
import type { StepKind } from './kind.ts';

export const select: StepKind<'select'> = {
  leaving: (step) => [
    { event: 'selected', to: step.next },
    ...(step.empty ? [{ event: 'empty', to: step.empty }] : []),
  ],

  automatic(programme, state, step, world) {
    const scope = scopeOf(programme, state, world);
    const selection = choose(step, scope, world.seed, `${state.id}#${state.steps[step.id]?.rounds ?? 1}`);
    const empty = selection.chosen.length === 0 && step.empty !== undefined;
    return { type: `${step.id}.${empty ? 'empty' : 'selected'}`, detail: { selection } };
  },

  book(draft, _record, step, _outcome, { detail }) {
    if (!detail?.selection) return;
    const { chosen, reserve, rest } = detail.selection;
    draft.selected = { ...draft.selected, [step.id]: { chosen, reserve, rest } };
  },
};
