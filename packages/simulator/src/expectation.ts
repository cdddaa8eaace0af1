/** Compares where cases and records stand with what a scenario expects, part by part. */
import type { Json, RecordEntry } from '@aidflow/engine';
import { type Difference, differences } from './difference.ts';
import { isStanding } from './operations.ts';
import type { Expectation } from './scenario.ts';
import type { Standing } from './standing.ts';

/** What an expectation is compared with: one case, and the world around it. */
export interface View {
  standing: Standing;
  /** What an actor may do in the case now: operation ids. */
  offered: (actor: string) => readonly string[];
  /** Another case by its name; `undefined` for one that was not opened. */
  other: (name: string) => View | undefined;
  /** The record `TYPE/KEY`. */
  record: (name: string) => RecordEntry | undefined;
  /** How many cases schedules have opened. */
  scheduled: number;
}

type Compare<K extends keyof Expectation> = (
  expected: Exclude<Expectation[K], undefined>,
  view: View,
) => Difference[];

const PARTS: { [K in keyof Required<Expectation>]: Compare<K> } = {
  step: (expected, { standing }) => {
    const named = new Set(Array.isArray(expected) ? expected : [expected]);
    const { step, within } = standing;
    // A parallel step stands for all its branches, so that it can be expected while they are under way.
    const covered = within.some((parallel) => named.has(parallel)) || step.every((place) => named.has(place));
    const there = [...named].every((place) => step.includes(place) || within.includes(place));
    return covered && there ? [] : [{ path: 'step', expected, found: only(step) }];
  },
  outcome: (expected, { standing }) => differences('outcome', expected, standing.outcome),
  status: (expected, { standing }) => differences('status', expected, standing.status),
  award: (expected, { standing }) => differences('award', expected, standing.award),
  letters: (expected, { standing: { letters: found } }) => {
    const inOrder = Array.isArray(expected);
    const [wanted, issued] = inOrder ? [expected, found] : [expected.set.toSorted(), found.toSorted()];
    const same = wanted.length === issued.length && wanted.every((id, index) => id === issued[index]);
    return same ? [] : [{ path: 'letters', expected, found }];
  },
  clocks: (expected, { standing }) => differences('clocks', expected, standing.clocks),
  notices: (expected, { standing }) => differences('notices', expected, standing.notices),
  registered: (expected, { standing }) => differences('registered', expected, standing.registered),
  tasks: (expected, { standing: { tasks } }) => {
    const left = [...tasks];
    const missing = expected.filter((task) => {
      const found = left.findIndex((candidate) => differences('', task, candidate).length === 0);
      if (found >= 0) left.splice(found, 1);
      return found < 0;
    });
    return missing.length + left.length === 0 ? [] : [{ path: 'tasks', expected, found: tasks }];
  },
  offered: (expected, { offered }) =>
    Object.entries(expected).flatMap(([actor, wanted]) => {
      const may = offered(actor);
      // Operations that every case has are named only where an expectation is about them.
      const extra = may.filter((id) => !wanted.includes(id) && !isStanding(id));
      const missing = wanted.filter((id) => !may.includes(id));
      return extra.length + missing.length === 0
        ? []
        : [{ path: `offered.${actor}`, expected: wanted, found: may }];
    }),
  checks: (expected, { standing }) => differences('checks', expected, standing.checks),
  authority: (expected, { standing }) => differences('authority', expected, standing.authority),
  selected: (expected, { standing }) =>
    Object.entries(expected).flatMap(([step, wanted]) => {
      const found = standing.selected[step];
      if (Array.isArray(wanted)) return differences(`selected.${step}`, wanted, found?.chosen);
      const counts = found && {
        chosen: found.chosen.length,
        reserve: found.reserve.length,
        rest: found.rest.length,
      };
      return differences(`selected.${step}`, wanted, counts);
    }),
  tally: (expected, { standing }) => differences('tally', expected, standing.tally),
  cases: (expected, { other }) =>
    Object.entries(expected).flatMap(([name, wanted]) => {
      const path = `cases.${name}`;
      const view = other(name);
      if (wanted === null) {
        return view === undefined ? [] : [{ path, expected: null, found: only(view.standing.step) }];
      }
      if (view === undefined) return [{ path, expected: wanted, found: null }];
      return compare(wanted, view).map((one) => ({ ...one, path: `${path}.${one.path}` }));
    }),
  records: (expected, { record }) =>
    Object.entries(expected).flatMap(([name, wanted]) => {
      const found = record(name);
      return differences(`records.${name}`, wanted, found && recordView(found));
    }),
  scheduled: (expected, { scheduled }) => differences('scheduled', expected, scheduled),
};

/** The parts of a case that can be expected. */
export const EXPECTED_PARTS: readonly string[] = Object.keys(PARTS);

/** The differences between `expected` and what is there; none when it holds. */
export function compare(expected: Expectation, view: View): Difference[] {
  return (Object.keys(expected) as (keyof Expectation)[]).flatMap((part) => {
    const compareOne = PARTS[part] as Compare<typeof part>;
    return expected[part] === undefined ? [] : compareOne(expected[part] as never, view);
  });
}

/** A record in the words of a scenario. */
function recordView({ state, data, created, validTo, division, history }: RecordEntry): Record<string, Json> {
  return { state, data, created, 'valid-to': validTo ?? null, division, changes: history.length };
}

const only = (list: readonly string[]): unknown => (list.length === 1 ? list[0] : list);
