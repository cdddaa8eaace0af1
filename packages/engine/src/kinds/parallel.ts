/** Branches side by side. How they are joined is in the machine; this is what their ends leave in the facts. */
import type { Join } from '@aidflow/definition';
import type { CaseFacts } from '../types.ts';
import type { StepKind } from './kind.ts';

export const parallel: StepKind<'parallel'> = {
  leaving: () => [],
  enter(_programme, draft, _record, step) {
    if (step.join !== 'all') draft.branches = { ...draft.branches, [step.id]: {} };
  },
};

/** Whether enough of `total` are done to go on. */
export function joined(join: Join, total: number, done: number): boolean {
  if (join === 'any') return done >= Math.min(1, total);
  if (typeof join === 'object') return done >= Math.min(join['at-least'], total);
  return done >= total;
}

/** How many branches of a parallel ended so. */
export function endedBranches(facts: CaseFacts, id: string, how: 'done' | 'veto'): number {
  return Object.values(facts.branches?.[id] ?? {}).filter((one) => one === how).length;
}

/** Books the end of a branch. */
export function endBranch(facts: CaseFacts, id: string, branch: string, how: 'done' | 'veto'): CaseFacts {
  const ended = { ...facts.branches?.[id], [branch]: how };
  return { ...facts, branches: { ...facts.branches, [id]: ended } };
}
