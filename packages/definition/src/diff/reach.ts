/** Which steps come before which, for telling the cases that a difference still lies ahead of. */
import { expandedWays, flatSteps } from '../procedure/flat.ts';
import type { Definition } from '../types.ts';

/**
 * From each step the steps that it may lead to at once. What a case does for each item comes after the step that opens
 * cases for them; what follows that step is no business of those cases.
 */
export function waysBetween(definition: Definition): Map<string, Set<string>> {
  const steps = flatSteps(definition.steps);
  const ways = new Map([...expandedWays(steps)].map(([from, targets]) => [from, new Set(targets)]));
  for (const { step } of steps) {
    if (step.kind === 'each' && step.steps[0]) ways.get(step.id)?.add(step.steps[0].id);
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
