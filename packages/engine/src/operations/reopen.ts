/**
 * Reopen: after an appeal or a re-examination a case that has ended is decided again, by another officer, in the step
 * where it was decided or in the one that the definition names. The earlier decision stays in the events.
 */
import { refuse } from '../act.ts';
import { handlingOfficer } from '../authority.ts';
import { roundsUsed } from '../kinds/task.ts';
import type { CaseState } from '../types.ts';
import { type Asked, fail, type Operation } from './operation.ts';
import { operationTitle } from './titles.ts';

export const reopen: Operation = {
  reasons: 'required',
  ended: true,
  may(asked) {
    const { programme, state, actor } = asked;
    const title = operationTitle('reopen', programme.definition.language);
    const answer = handlingOfficer(state, actor, title, 'county');
    if (!answer.ok) return answer;
    if (state.status !== 'ended') return refuse('case/not-ended', { case: state.number });
    return decidedIt(state, actor.id)
      ? refuse('authority/separated', { step: title, other: state.decided?.outcome })
      : answer;
  },
  record(asked) {
    const { programme, state } = asked;
    const to = targetOf(asked);
    const step = programme.steps.get(to ?? '');
    const targets = reopenTargets(asked);
    if (!step || !targets.includes(step.id)) {
      return fail('operation/target', { to: to ?? '', targets }, { pointer: '/data/to' });
    }
    const full = roundsUsed(programme, state, step.id);
    if (full) fail('step/rounds', { step: step.title, ...full });
    return { detail: { to: step.id } };
  },
  book(draft) {
    draft.decided = null;
  },
};

/** Whether somebody signed the decision, or somebody signed it for them. */
function decidedIt({ decided, steps }: CaseState, id: string): boolean {
  const signatures = steps[decided?.step ?? '']?.signatures ?? [];
  return decided?.by === id || signatures.some(({ by, authority }) => by.id === id || authority?.for === id);
}

function targetOf({ programme, state, data }: Asked): string | undefined {
  const named = programme.definition.operations?.reopen?.to ?? data.to ?? state.decided?.step;
  return typeof named === 'string' ? named : undefined;
}

/** Tasks outside of branches that the case has been through, and the one that the definition names. */
function reopenTargets({ programme, state }: Asked): string[] {
  const named = programme.definition.operations?.reopen?.to;
  return [...programme.steps.values()].flatMap(({ id, kind }) =>
    kind === 'task' && !programme.places.has(id) && (id === named || state.steps[id]) ? [id] : [],
  );
}
