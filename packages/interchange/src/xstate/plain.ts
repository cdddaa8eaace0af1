/**
 * The machine without anything that must be computed: each question (does the condition hold, have all signed, is it
 * joined, where does a return lead) is an event of its own, so that an XState tool runs it as it stands.
 */
import type { Named, StateConfig, TransitionConfig } from './config.ts';
import * as question from './questions.ts';

type Ways = Record<string, TransitionConfig>;
type On = NonNullable<StateConfig['on']>;

/** What becomes of a state and all in it. `by` says how many must sign in a task; `operations` keeps theirs. */
export interface PlainOptions {
  operations: boolean;
  by(step: string): number;
  meta(step: string): Record<string, unknown> | undefined;
}

/** The state of the engine's machine with its questions turned into events, actions left out. */
export function plainState(state: StateConfig, options: PlainOptions): StateConfig {
  const { entry: _, exit: __, on = {}, always = [], onDone, states, ...rest } = state;
  const ways = { ...plainWays(on, options), ...answers(state, always) };
  const meta = state.id === undefined ? undefined : options.meta(state.id);
  return {
    ...rest,
    ...(meta === undefined ? {} : { meta }),
    ...(Object.keys(ways).length === 0 ? {} : { on: ways }),
    ...(onDone?.target === undefined ? {} : { onDone: { target: onDone.target } }),
    ...(states === undefined ? {} : { states: plainStates(states, options) }),
  };
}

function plainStates(states: Record<string, StateConfig>, options: PlainOptions) {
  return Object.fromEntries(Object.entries(states).map(([id, state]) => [id, plainState(state, options)]));
}

/** Operations lead to many steps, which hides the procedure: they are only kept when wanted. */
const operations = new Set(['withdraw', 'cancel', 'return', 'reopen']);

function plainWays(on: On, options: PlainOptions): Ways {
  const ways: Ways = {};
  for (const [type, transitions] of Object.entries(on)) {
    if (operations.has(type) && !options.operations) continue;
    for (const transition of [transitions].flat()) {
      // What is only booked moves nothing, and XState passes over an event that it does not know.
      if (transition.target === undefined) continue;
      Object.assign(ways, plainWay(type, transition, options));
    }
  }
  return ways;
}

function plainWay(type: string, transition: TransitionConfig, { by }: PlainOptions): Ways {
  const { type: guard, params = {} } = named(transition.guard);
  const way = moving(transition);
  if (guard === 'leads') return { [question.leads(type, String(params.to))]: way };
  const several = guard === 'signed' && by(String(params.step)) > 1;
  return { [type]: way, ...(several ? { [question.signed(type)]: {} } : {}) };
}

/** Transitions that are taken at once where their guard holds: the guard becomes the event that says so. */
function answers({ id = '' }: StateConfig, always: readonly TransitionConfig[]): Ways {
  const step = id.replace(/\?$/, '');
  return Object.fromEntries(
    always.map((transition) => [answer(step, named(transition.guard).type), moving(transition)]),
  );
}

function answer(step: string, guard: string): string {
  if (guard === 'joined') return question.joined(step);
  if (guard === 'vetoed') return question.vetoed(step);
  return guard === 'expression' ? question.applies(step) : question.skipped(step);
}

const named = (guard: TransitionConfig['guard']): Named =>
  typeof guard === 'object' ? guard : { type: guard ?? '' };

const moving = ({ target = '', reenter }: TransitionConfig): TransitionConfig => ({
  target,
  ...(reenter ? { reenter } : {}),
});
