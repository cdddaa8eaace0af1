/** The expanded procedure as arcs that carry events, one graph for the programme and one for each kind of items. */
import { type Arc, reachable, shortestPath, waysFrom } from '../graph.ts';
import { type FlatStep, flatSteps } from '../procedure/flat.ts';
import { waysOf } from '../procedure/ways.ts';
import { pointerKeys } from '../schema-walk.ts';
import type { Definition, ExpandedStep, Rule } from '../types.ts';
import type { PathExample } from './finding.ts';
import { alwaysTrue, neverTrue } from './open.ts';

/** A way that a case may take. */
export interface Passage extends Arc {
  /** Name of the event below the step; undefined where none happens: a step is skipped, a branch begins. */
  event: string | undefined;
  /** JSON Pointer below the step to the target. */
  key: string;
  /** It ends the branch that its step lies in: where it leads goes on when enough branches have ended. */
  ends: boolean;
  /** No case ever takes it: its condition is never true, no row of its rule gives this result. */
  closed: boolean;
}

export interface Procedure {
  /** The steps with which a case may begin. */
  starts: readonly string[];
  /** Id of the each step whose items run through it. */
  each: string | undefined;
  steps: ReadonlyMap<string, FlatStep>;
  passages: readonly Passage[];
  open: readonly Passage[];
  /** Steps that cases may come to. */
  reached: ReadonlySet<string>;
}

/** The procedure of the programme first, then those of items. */
export function proceduresOf(definition: Definition, rules: Readonly<Record<string, Rule>>): Procedure[] {
  const all = flatSteps(definition.steps);
  const items = all.flatMap(({ step }) => (step.kind === 'each' ? [step] : []));
  const leads = Object.values(definition.operations ?? {}).flatMap(({ to }) =>
    to === undefined ? [] : [to],
  );
  const starts = [definition.start, ...(definition.starts ?? [])];
  const within = (each: string | undefined) => all.filter((one) => one.each === each);
  return [
    procedure(starts, undefined, within(undefined), rules, leads),
    ...items.map((step) => procedure([step.steps[0]?.id ?? ''], step.id, within(step.id), rules, [])),
  ];
}

function procedure(
  starts: readonly string[],
  each: string | undefined,
  list: readonly FlatStep[],
  rules: Readonly<Record<string, Rule>>,
  leads: readonly string[],
): Procedure {
  const steps = new Map(list.map((one) => [one.step.id, one]));
  const passages = list.flatMap((one) => passagesOf(one, steps, rules));
  const open = passages.filter(({ closed }) => !closed);
  const reached = reachable([...starts, ...leads.filter((id) => steps.has(id))], waysFrom(open));
  return { starts, each, steps, passages, open, reached };
}

function passagesOf(
  { step, parallel }: FlatStep,
  steps: ReadonlyMap<string, FlatStep>,
  rules: Readonly<Record<string, Rule>>,
): Passage[] {
  const from = step.id;
  const skippedAlways = step.kind !== 'end' && neverTrue(step.when);
  const passage = (target: string, key: string, event: string | undefined, closed: boolean): Passage => {
    const ends = isJoin(target);
    return { from, to: joined(target, parallel, steps), key, event, ends, closed };
  };
  const taken =
    step.kind === 'parallel'
      ? Object.entries(step.branches).map(([id, branch]) =>
          passage(branch.steps[0]?.id ?? step.next, `/branches/${id}`, undefined, skippedAlways),
        )
      : waysOf(step).flatMap(({ target, key, event }) =>
          event === undefined
            ? []
            : [passage(target, key, event, skippedAlways || isClosed(step, key, event, rules))],
        );
  return [
    ...taken,
    ...skips(step).map((target) => passage(target, '/otherwise', undefined, skipsNever(step))),
  ];
}

const isJoin = (target: string): boolean => target === 'done' || target === 'veto';

/** The step to which a target leads: the end of a branch leads on from its parallel step, which may lie in one itself. */
export function joined(
  target: string,
  parallel: string | undefined,
  steps: ReadonlyMap<string, FlatStep>,
): string {
  const outer = steps.get(parallel ?? '');
  if (!isJoin(target) || outer?.step.kind !== 'parallel') return target;
  const { next, 'on-veto': veto = next } = outer.step;
  return joined(target === 'veto' ? veto : next, outer.parallel, steps);
}

/** Skipping goes on with next where nothing else is said. */
function skips(step: ExpandedStep): string[] {
  if (step.kind === 'end' || step.when === undefined) return [];
  const target = step.otherwise ?? ('next' in step ? step.next : undefined);
  return target === undefined ? [] : [target];
}

const skipsNever = (step: ExpandedStep): boolean =>
  step.kind !== 'end' && step.when !== undefined && alwaysTrue(step.when);

function isClosed(
  step: ExpandedStep,
  key: string,
  event: string,
  rules: Readonly<Record<string, Rule>>,
): boolean {
  if (step.kind === 'check') {
    const rule = rules[step.rule ?? ''];
    // What no row fits is unknown, so that this may always be.
    return rule !== undefined && event !== 'unknown' && !rule.rows.some(({ result }) => result === event);
  }
  const way = wayAt(step, key);
  if (way === undefined) return false;
  return neverTrue(way.guard) || (way.requires ?? []).some(({ that }) => neverTrue(that));
}

/** The outcome of a task, or the event of a wait, that holds a target. */
export function wayAt(
  step: ExpandedStep,
  key: string,
): { guard?: string; requires?: { that: string }[]; form?: string } | undefined {
  const [list, id] = pointerKeys(key);
  if (id === undefined) return undefined;
  if (step.kind === 'task' && list === 'outcomes') return step.outcomes[id];
  if (step.kind === 'wait' && list === 'events') return step.events?.[id];
  return undefined;
}

/** A path as an example: the shortest from a start to a step, over open passages where nothing else is said. */
export function pathTo(
  procedure: Procedure,
  step: string,
  passages: readonly Passage[] = procedure.open,
): PathExample | undefined {
  const found = pathsFrom(procedure.starts, step, passages)[0];
  return found === undefined ? undefined : pathExample(found);
}

function pathsFrom(starts: readonly string[], step: string, passages: readonly Passage[]): Passage[][] {
  const paths = starts.map((start) => shortestPath(start, (node) => node === step, passages));
  return paths.filter((path) => path !== undefined).sort((one, other) => one.length - other.length);
}

export const pathExample = (path: readonly Passage[]): PathExample => ({
  kind: 'path',
  path: path.map(({ from, event, to }) => ({ step: from, event: event ?? null, to })),
});
