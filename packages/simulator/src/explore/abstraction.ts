/**
 * What of a case can still matter. Two configurations are merged when they agree in the following, and only the first is
 * followed: the world; the steps where the case stands, with who has signed there; the result of each check; the truth of
 * every condition that can be judged without new data, and the coarse value (false or true, the choice, nothing, zero or more)
 * of every answer of a form that a condition reads; clocks running, standing, stopped, over or extended; the kinds of letters
 * and whether there are notices, an award and a decision; complaints, declared relatives and operations done at all; whether a
 * round has been gone before; how many changes of the world are past.
 *
 * Merged are therefore: dates and amounts, which row of a table gave a result, third and later rounds, second and later
 * complaints, and officers of the same power. What depends on those alone is reached by steering, which varies the data of
 * whole ways.
 */
import { holds } from '@aidflow/definition';
import {
  activeSteps,
  type CaseState,
  type Json,
  mayDiffer,
  type Programme,
  procedureOf,
  type Step,
  scopeOf,
} from '@aidflow/engine';
import { longHash } from '../load/chance.ts';
import type { ExploredWorld } from './worlds.ts';

/** What the conditions of a programme read, found once. */
export interface Read {
  conditions: readonly string[];
  /** Paths into the forms. */
  answers: readonly (readonly string[])[];
  /** Steps whose actors matter for who may act later. */
  separate: readonly string[];
  /** Which conditions held of a configuration when it was reached: most hold of what it leads to as they held of it. */
  judged: WeakMap<CaseState, Judged>;
}

interface Judged {
  now: string;
  truths: readonly boolean[];
}

export function readOf(programme: Programme): Read {
  const conditions = new Set<string>();
  const separate = new Set<string>();
  for (const procedure of [programme, ...programme.procedures.values()]) {
    for (const step of procedure.steps.values()) {
      for (const text of conditionsOf(step)) conditions.add(text);
      if ('separate-from' in step) for (const id of step['separate-from'] ?? []) separate.add(id);
    }
  }
  for (const { that } of programme.definition.invariants ?? []) {
    for (const [, id = ''] of that.matchAll(/signers\.(\w+)/g)) separate.add(id);
  }
  const forms = Object.keys(programme.forms).join('|');
  const answers = new Map<string, string[]>();
  for (const text of conditions) {
    for (const [path] of text.matchAll(new RegExp(`\\b(?:${forms})(?:\\.\\w+)+`, 'g'))) {
      answers.set(path, path.split('.'));
    }
  }
  return {
    conditions: [...conditions],
    answers: [...answers.values()],
    separate: [...separate],
    judged: new WeakMap(),
  };
}

/** Conditions that say where a case goes or who may act, and those of choices that do not read the form they come with. */
function conditionsOf(step: Step): string[] {
  const found = ['when' in step ? step.when : undefined];
  if (step.kind === 'task') {
    found.push(step.delegable?.when);
    for (const { guard, requires = [], form = step.form } of Object.values(step.outcomes)) {
      const own = form === undefined ? undefined : new RegExp(`\\b${form}\\b`);
      found.push(
        ...[guard, ...requires.map(({ that }) => that)].filter((text) => !(text && own?.test(text))),
      );
    }
  }
  if (step.kind === 'draw') found.push(step.always);
  return found.filter((text) => text !== undefined);
}

/** A key that is the same for configurations that are merged; `before` is that which led to it. */
export function keyOf(
  programme: Programme,
  read: Read,
  world: ExploredWorld,
  state: CaseState,
  now: number,
  before?: CaseState,
): string {
  const own = procedureOf(programme, state);
  const active = activeSteps(own, state);
  const text = JSON.stringify([
    world.id,
    state.value,
    state.procedure,
    active.map((id) => {
      const step = state.steps[id];
      return [
        step?.signatures.map(({ by, outcome }) => [by.id, outcome]),
        step?.asked,
        (step?.rounds ?? 0) > 1,
      ];
    }),
    Object.entries(state.checks).map(([id, { result }]) => [id, result]),
    truthsOf(own, read, state, new Date(now).toISOString(), before),
    read.answers.map((path) => coarse(path.reduce<Json | undefined>(inside, state.data as unknown as Json))),
    Object.entries(state.clocks).map(([id, clock]) => [
      id,
      clock.stopped
        ? 's'
        : clock.breached
          ? 'b'
          : clock.pauses.some(({ to }) => to === undefined)
            ? 'p'
            : 'r',
      clock.extended !== undefined,
    ]),
    [...new Set(state.letters.map(({ id }) => id))].sort(),
    [state.notices.length > 0, state.award !== null, state.decided?.outcome, state.complaints > 0],
    Object.keys(state.barred),
    Object.keys(state.registers),
    Object.keys(state.operations ?? {}),
    state.questions?.some(({ answered }) => answered === undefined),
    world.turns.filter((turn) => turn <= now).length,
    world.id === 'many-roles' ? read.separate.map((id) => state.steps[id]?.actors) : [],
  ]);
  return longHash(text).toString(36);
}

/** Whether each condition holds; asked again only where what it reads has changed since the case was at `before`. */
function truthsOf(
  programme: Programme,
  { conditions, judged }: Read,
  state: CaseState,
  now: string,
  before: CaseState | undefined,
): readonly boolean[] {
  const earlier = before && before.procedure === state.procedure ? judged.get(before) : undefined;
  const scope = scopeOf(programme, state, { now });
  const truths = conditions.map((condition, index) => {
    const known = earlier?.truths[index];
    if (before === undefined || earlier === undefined || known === undefined) return holds(condition, scope);
    const differs = mayDiffer(programme, condition);
    return differs({ facts: before, now: earlier.now }, { facts: state, now })
      ? holds(condition, scope)
      : known;
  });
  judged.set(state, { now, truths });
  return truths;
}

function inside(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
}

function coarse(value: Json | undefined): unknown {
  if (typeof value === 'number') return Math.sign(value);
  if (typeof value === 'string') return value.length <= 20 && /^[a-z-]+$/.test(value) ? value : '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null ? {} : value;
}
