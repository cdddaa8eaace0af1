/** Which step of the earlier version is which of the later: by its id, else guessed by what it is alike in. */
import type { Definition } from '../types.ts';
import { equal } from './equal.ts';
import { type StandingStep, standing } from './place.ts';
import type { Renames } from './rename.ts';
import { type Plain, targetsOf } from './targets.ts';

/** From here on two steps are taken for the same; title and targets alone, or title, role and form, reach it. */
const ENOUGH = 0.6;

/** Steps that seem to be the same under another id: new ids by old ones. Each step is in at most one pair. */
export function guessedRenames(before: Definition, after: Definition): Renames {
  const old = standing(before);
  const now = standing(after);
  const gone = [...old.values()].filter(({ step }) => !now.has(step.id));
  const come = [...now.values()].filter(({ step }) => !old.has(step.id));
  const pairs = gone.flatMap((one) => come.map((other) => ({ one, other, score: likeness(one, other) })));
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  // The sort is stable: among equals the order of the definitions decides.
  for (const { one, other, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < ENOUGH || renames.has(one.step.id) || taken.has(other.step.id)) continue;
    renames.set(one.step.id, other.step.id);
    taken.add(other.step.id);
  }
  return renames;
}

/** From 0 to 1. Steps of different kinds are never the same: a case could not stand in both alike. */
function likeness(one: StandingStep, other: StandingStep): number {
  const before = one.step as unknown as Plain;
  const after = other.step as unknown as Plain;
  if (before.kind !== after.kind) return 0;
  const place = equal(one.inside, other.inside) ? 0.1 : 0;
  const own = ownKeys.some((key) => before[key] !== undefined && equal(before[key], after[key])) ? 0.15 : 0;
  const role = before.role !== undefined && before.role === after.role ? 0.1 : 0;
  return (
    0.4 * alike(bigrams(String(before.title)), bigrams(String(after.title))) +
    0.25 * alike(targetsOf(one.step), targetsOf(other.step)) +
    place +
    own +
    role
  );
}

/** What a step of its kind is mostly known by. */
const ownKeys = ['form', 'rule', 'connector', 'effects', 'branches', 'outcome', 'outcomes', 'items'] as const;

/** Share of what two lists have in common (Sørensen and Dice). */
function alike(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 && other.length === 0) return 1;
  const rest = [...other];
  let common = 0;
  for (const part of one) {
    const place = rest.indexOf(part);
    if (place < 0) continue;
    rest.splice(place, 1);
    common++;
  }
  return (2 * common) / (one.length + other.length);
}

const bigrams = (text: string): string[] =>
  text.length < 2
    ? [text]
    : Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
