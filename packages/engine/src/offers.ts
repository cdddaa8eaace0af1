/** What an actor may do now, and why not the rest. */
import { choicesOf, mayChoose, mayStanding } from './acts.ts';
import { activeSteps } from './evolve.ts';
import type { Programme } from './programme.ts';
import type { Actor, CaseState, Offer, World } from './types.ts';

/** Every operation of a case at this moment; `decide` accepts those that `may` and refuses the others with the same problem. */
export function offered(programme: Programme, state: CaseState, actor: Actor, world: World): Offer[] {
  if (state.status === 'ended') return [];
  const offers: Offer[] = [];
  for (const id of activeSteps(programme, state)) {
    const step = programme.steps.get(id);
    if (!step) continue;
    for (const outcome of choicesOf(step)) {
      const answer = mayChoose(programme, state, id, outcome, actor, world);
      const title = titleOf(programme, id, outcome);
      offers.push({ do: `${id}.${outcome}`, step: id, title, ...view(answer) });
    }
  }
  for (const what of standing(programme, state)) {
    const answer = mayStanding(programme, state, what, actor);
    if (answer) offers.push({ do: what, title: standingTitle(programme, what), ...view(answer) });
  }
  return offers;
}

function view(answer: ReturnType<typeof mayChoose>): Pick<Offer, 'may'> & Partial<Offer> {
  if (!answer.ok) return { may: false, problem: answer.problem };
  const { authority, form, reasons } = answer.act;
  return { may: true, authority, ...(form ? { form } : {}), ...(reasons ? { reasons } : {}) };
}

function standing(programme: Programme, state: CaseState): string[] {
  const clocks = Object.entries(state.clocks)
    .filter(([id, clock]) => clock.stopped === undefined && programme.clocks[id]?.extension)
    .map(([id]) => `extend.${id}`);
  return ['withdraw', 'declare-relative', 'complain', ...clocks];
}

/** Titles of the operations that no definition names, in the source language of the built-in messages. */
function standingTitle(programme: Programme, what: string): string {
  switch (what) {
    case 'withdraw':
      return '撤回申请';
    case 'declare-relative':
      return '申报亲属关系并回避';
    case 'complain':
      return '投诉';
    default:
      return `延长：${programme.clocks[what.slice('extend.'.length)]?.title ?? ''}`;
  }
}

function titleOf(programme: Programme, id: string, outcome: string): string {
  const step = programme.steps.get(id);
  if (step?.kind === 'task') return step.outcomes[outcome]?.title ?? outcome;
  if (step?.kind === 'wait') return step.events?.[outcome]?.title ?? outcome;
  return outcome;
}
