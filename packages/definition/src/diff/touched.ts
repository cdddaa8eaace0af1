/** Which running cases a difference matters to, and how each of them can move. */
import type { Difference } from './difference.ts';
import type { RunningCase } from './running.ts';
import type { DifferenceCode } from './words.ts';

/**
 * `stay`: it ends on the version on which it began; every case can. `migrate`: it moves as it stands. `step-map`: it moves
 * if a map says where its steps have gone.
 */
export type CaseWay = 'stay' | 'migrate' | 'step-map';

export interface TouchedCase {
  id: string;
  number: string;
  /** It stands there now, or may still come to it. */
  when: 'now' | 'later';
}

export interface CaseWays {
  id: string;
  number: string;
  /** What it can do, the default first. */
  ways: CaseWay[];
  /** Steps in which it stands that the later version does not have as they are. */
  lost: string[];
  /** Forms it carries that ask for something else now: whether its data still fit is told when it moves. */
  forms: string[];
}

export interface Touched {
  /** In the order of the differences; those that touch no case are there with none. */
  differences: { difference: Difference; cases: TouchedCase[] }[];
  cases: CaseWays[];
}

/** What running cases have to do with the differences between their version and another. */
export function touched(differences: readonly Difference[], cases: readonly RunningCase[]): Touched {
  return {
    differences: differences.map((difference) => ({
      difference,
      cases: cases.flatMap((one) => {
        const when = concerned(difference, one);
        return when ? [{ id: one.id, number: one.number, when }] : [];
      }),
    })),
    cases: cases.map((one) => waysOf(differences, one)),
  };
}

function concerned(
  { concerns }: Difference,
  { steps, clocks = [], data = [] }: RunningCase,
): TouchedCase['when'] | undefined {
  const { steps: here = [], ahead = [], clocks: running = [], forms = [], all } = concerns;
  const now =
    all ||
    steps.some((step) => here.includes(step)) ||
    clocks.some((clock) => running.includes(clock)) ||
    data.some((form) => forms.includes(form));
  if (now) return 'now';
  return steps.some((step) => ahead.includes(step)) ? 'later' : undefined;
}

/** Differences after which a case that stands in the step has no place of its own. */
const displacing: readonly DifferenceCode[] = [
  'diff/step-removed',
  'diff/step-renamed',
  'diff/step-kind',
  'diff/step-moved',
  'diff/branch-added',
  'diff/branch-removed',
];

function waysOf(differences: readonly Difference[], { id, number, steps, data = [] }: RunningCase): CaseWays {
  const gone = differences.filter(({ code }) => displacing.includes(code));
  const lost = steps.filter((step) => gone.some(({ concerns }) => concerns.steps?.includes(step)));
  const asking = differences.filter(
    ({ area, severity }) => (area === 'field' || area === 'form') && severity !== 'text',
  );
  const forms = data.filter((form) => asking.some(({ concerns }) => concerns.forms?.includes(form)));
  return { id, number, ways: ['stay', lost.length > 0 ? 'step-map' : 'migrate'], lost, forms };
}
