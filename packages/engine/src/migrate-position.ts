/** Where a case stands in another version: the machine's configuration taken apart and put together again. */
import type { StepMap } from '@aidflow/definition';
import { mappedStep, ProblemError, problem } from '@aidflow/definition';
import type { StateValue } from 'xstate';
import { joined } from './kinds/parallel.ts';
import type { Place, Programme, StepOf } from './programme.ts';

/** A configuration by its parts: the steps in which a case stands, and the branches that have ended. */
export interface Position {
  /** Innermost steps. */
  steps: string[];
  /** Parallel steps around them. */
  parallels: string[];
  ended: { parallel: string; branch: string; how: 'done' | 'veto' }[];
}

/** Takes a configuration apart. */
export function positionOf(value: StateValue): Position {
  const position: Position = { steps: [], parallels: [], ended: [] };
  take(value, undefined, position);
  return position;
}

function take(value: StateValue, place: Place | undefined, position: Position): void {
  if (typeof value === 'string') {
    if (place && (value === 'done' || value === 'veto')) position.ended.push({ ...place, how: value });
    else position.steps.push(value);
    return;
  }
  for (const [parallel, branches] of Object.entries(value)) {
    if (branches === undefined) continue;
    position.parallels.push(parallel);
    if (typeof branches === 'string') continue;
    for (const [branch, inner] of Object.entries(branches)) {
      if (inner !== undefined) take(inner, { parallel, branch }, position);
    }
  }
}

/** A configuration in another version, and what has to begin there. */
export interface Moved {
  value: StateValue;
  position: Position;
  /** Steps that the case enters now: they begin in branches in which it has never been. */
  entered: string[];
}

/**
 * Puts the configuration together on another procedure.
 * Throws `migrate/step-gone`, `migrate/two-places`, `migrate/branch-new` and `migrate/nothing-left`.
 */
export function move(to: Programme, value: StateValue, map: StepMap): Moved {
  const from = positionOf(value);
  const places = new Map([...to.steps.keys()].map((id) => [id, id]));
  const target = (id: string): string => {
    const step = mappedStep(map, places, id);
    if (step !== null && to.steps.has(step)) return step;
    throw new ProblemError(problem('migrate/step-gone', { step: id }, { pointer: `/steps/${id}` }));
  };
  const ended = new Map<string, 'done' | 'veto'>();
  for (const { parallel, branch, how } of from.ended) {
    const step = mappedStep(map, places, parallel);
    if (step !== null) ended.set(`${step}/${branch}`, how);
  }
  const entered: string[] = [];
  const steps = [...new Set(from.steps.map(target))];
  const assembled = assemble(to, steps, ended, map, entered);
  return { value: assembled, position: positionOf(assembled), entered };
}

function assemble(
  to: Programme,
  steps: readonly string[],
  ended: ReadonlyMap<string, 'done' | 'veto'>,
  map: StepMap,
  entered: string[],
): StateValue {
  /** From the outermost in, where a step stands. */
  const chain = (id: string): Place[] => {
    const place = to.places.get(id);
    return place ? [...chain(place.parallel), place] : [];
  };

  /** The part of the configuration in one list of steps, `depth` places deep. */
  const within = (here: readonly string[], depth: number, place: Place | undefined): StateValue => {
    const branch = place && `${place.parallel}/${place.branch}`;
    const first = [...new Set(here.map((id) => chain(id)[depth]?.parallel ?? id))];
    const [only, ...others] = first;
    if (others.length > 0)
      throw new ProblemError(problem('migrate/two-places', { steps: first.map(titleIn(to)) }));
    if (only !== undefined) return here.includes(only) ? only : { [only]: regions(only, here, depth) };
    const how = branch === undefined ? undefined : ended.get(branch);
    if (how !== undefined) return how;
    const begin = branch === undefined ? undefined : map.branches?.[branch];
    if (begin === undefined) throw new ProblemError(problem('migrate/branch-new', { branch: branch ?? '' }));
    if (begin !== 'done') entered.push(begin);
    return begin;
  };

  const regions = (parallel: string, here: readonly string[], depth: number): Record<string, StateValue> => {
    const step = to.steps.get(parallel) as StepOf<'parallel'>;
    const values = Object.keys(step.branches).map((branch): [string, StateValue] => {
      const inside = here.filter((id) => chain(id)[depth]?.branch === branch);
      return [branch, within(inside, depth + 1, { parallel, branch })];
    });
    const done = values.filter(([, value]) => value === 'done').length;
    const vetoed = step.join === 'veto' && values.some(([, value]) => value === 'veto');
    if (vetoed || joined(step.join, values.length, done)) {
      throw new ProblemError(problem('migrate/nothing-left', { step: step.title }));
    }
    return Object.fromEntries(values);
  };

  return within(steps, 0, undefined);
}

const titleIn =
  (programme: Programme) =>
  (id: string): string =>
    programme.steps.get(id)?.title ?? id;
