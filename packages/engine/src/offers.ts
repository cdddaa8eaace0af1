/** What an actor may do now, and why not the rest. */
import type { ActAnswer } from './act.ts';
import { choicesIn, mayDo } from './choices.ts';
import { activeSteps } from './evolve.ts';
import { operationsOf, titleOf } from './operations/index.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { Actor, CaseState, Offer, World } from './types.ts';

/** Every choice and operation of a case at this moment; `decide` accepts those that `may` and refuses the others with the same problem. */
export function offered(whole: Programme, state: CaseState, actor: Actor, world: World): Offer[] {
  const programme = procedureOf(whole, state);
  const choices = activeSteps(programme, state).flatMap((step) =>
    choicesIn(programme, step).map(({ outcome, title }): Offer => {
      const answer = mayDo(programme, state, { step, outcome }, actor, world);
      return { do: `${step}.${outcome}`, step, title, ...view(answer) };
    }),
  );
  const operations = operationsOf(programme, state).map((what): Offer => {
    const answer = mayDo(programme, state, what, actor, world);
    return { do: what, title: titleOf(programme, what), ...view(answer) };
  });
  return [...choices, ...operations];
}

function view(answer: ActAnswer): Pick<Offer, 'may'> & Partial<Offer> {
  if (!answer.ok) return { may: false, problem: answer.problem };
  const { authority, form, reasons } = answer.act;
  return { may: true, authority, ...(form ? { form } : {}), ...(reasons ? { reasons } : {}) };
}
