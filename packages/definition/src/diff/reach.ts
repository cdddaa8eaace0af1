/** Which steps come before which, for telling the cases that a difference still lies ahead of. */
import { expandedWays, flatSteps } from '../procedure/flat.ts';
import type { Definition } from '../types.ts';
import { standing } from './place.ts';

/** From each step the steps that it may lead to at once. What runs inside a step comes before what follows it. */
export function waysBetween(definition: Definition): Map<string, Set<string>> {
  const ways = new Map<string, Set<string>>();
  const add = (from: string, to: string) => ways.set(from, (ways.get(from) ?? new Set()).add(to));
  for (const [from, targets] of expandedWays(flatSteps(definition.steps))) {
    for (const target of targets) add(from, target);
  }
  const places = standing(definition);
  for (const { step } of places.values()) {
    if (step.kind !== 'each') continue;
    if (step.steps[0]) add(step.id, step.steps[0].id);
    for (const inner of step.steps) if (inner.kind === 'end') add(inner.id, step.next);
  }
  return ways;
}

/** Steps from which one of `ids` may still be come to, those themselves only if they lie on a way back. */
export function stepsBefore(
  ways: ReadonlyMap<string, ReadonlySet<string>>,
  ids: readonly string[],
): string[] {
  const back = new Map<string, string[]>();
  for (const [from, targets] of ways) {
    for (const target of targets) back.set(target, [...(back.get(target) ?? []), from]);
  }
  return closure(ids, (id) => back.get(id) ?? []);
}

/** Steps that may still be come to from one of `ids`. */
export function stepsAfter(ways: ReadonlyMap<string, ReadonlySet<string>>, ids: readonly string[]): string[] {
  return closure(ids, (id) => [...(ways.get(id) ?? [])]);
}

function closure(ids: readonly string[], next: (id: string) => readonly string[]): string[] {
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const one of next(id)) {
      if (found.has(one)) continue;
      found.add(one);
      open.push(one);
    }
  }
  return [...found];
}
