/** Compares where a case stands with what a scenario expects, part by part. */
import { type Difference, differences } from './difference.ts';
import type { Expectation } from './scenario.ts';
import type { Standing } from './standing.ts';

/** What the actors may do now: operation ids by actor. */
export type OfferedNow = (actor: string) => readonly string[];

type Compare<K extends keyof Expectation> = (
  expected: Exclude<Expectation[K], undefined>,
  standing: Standing,
  offered: OfferedNow,
) => Difference[];

const PARTS: { [K in keyof Required<Expectation>]: Compare<K> } = {
  step: (expected, standing) => {
    const named = new Set(Array.isArray(expected) ? expected : [expected]);
    const { step, within } = standing;
    // A parallel step stands for all its branches, so that it can be expected while they are under way.
    const covered = within.some((parallel) => named.has(parallel)) || step.every((place) => named.has(place));
    const there = [...named].every((place) => step.includes(place) || within.includes(place));
    return covered && there ? [] : [{ path: 'step', expected, found: only(step) }];
  },
  outcome: (expected, { outcome }) => differences('outcome', expected, outcome),
  status: (expected, { status }) => differences('status', expected, status),
  award: (expected, { award }) => differences('award', expected, award),
  letters: (expected, { letters: found }) => {
    const inOrder = Array.isArray(expected);
    const [wanted, issued] = inOrder ? [expected, found] : [expected.set.toSorted(), found.toSorted()];
    const same = wanted.length === issued.length && wanted.every((id, index) => id === issued[index]);
    return same ? [] : [{ path: 'letters', expected, found }];
  },
  clocks: (expected, standing) => differences('clocks', expected, standing.clocks),
  notices: (expected, { notices }) => differences('notices', expected, notices),
  registered: (expected, { registered }) => differences('registered', expected, registered),
  tasks: (expected, { tasks }) => {
    const left = [...tasks];
    const missing = expected.filter((task) => {
      const found = left.findIndex((candidate) => differences('', task, candidate).length === 0);
      if (found >= 0) left.splice(found, 1);
      return found < 0;
    });
    return missing.length + left.length === 0 ? [] : [{ path: 'tasks', expected, found: tasks }];
  },
  offered: (expected, _standing, offered) =>
    Object.entries(expected).flatMap(([actor, wanted]) => {
      const may = offered(actor);
      const extra = may.filter((id) => !wanted.includes(id) && !isStanding(id));
      const missing = wanted.filter((id) => !may.includes(id));
      return extra.length + missing.length === 0
        ? []
        : [{ path: `offered.${actor}`, expected: wanted, found: may }];
    }),
  checks: (expected, standing) => differences('checks', expected, standing.checks),
  authority: (expected, { authority }) => differences('authority', expected, authority),
};

/** The parts of a case that can be expected. */
export const EXPECTED_PARTS: readonly string[] = Object.keys(PARTS);

/** Operations that every case has; an expectation names them only where it is about them. */
function isStanding(id: string): boolean {
  return ['withdraw', 'declare-relative', 'complain'].includes(id) || id.startsWith('extend.');
}

/** The differences between `expected` and where the case stands; none when it holds. */
export function compare(expected: Expectation, standing: Standing, offered: OfferedNow): Difference[] {
  return (Object.keys(expected) as (keyof Expectation)[]).flatMap((part) => {
    const compareOne = PARTS[part] as Compare<typeof part>;
    return expected[part] === undefined ? [] : compareOne(expected[part] as never, standing, offered);
  });
}

const only = (list: readonly string[]): unknown => (list.length === 1 ? list[0] : list);
