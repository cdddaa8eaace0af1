/** Parts of steps in the words of BPMN. */
import type { Deadline, ExpandedStep, Join, Period } from '@aidflow/definition';
import { waysOf } from '../ways.ts';
import type { Trigger } from './flow.ts';

/** A time: so many days as an ISO duration, or an expression. BPMN knows no working days; those are told beside it. */
export function timerOf(period: Period | Deadline | undefined, until?: string): Trigger {
  if (period === undefined) return { type: 'timer', date: until ?? '', language: FEEL };
  const { days } = period;
  return typeof days === 'number'
    ? { type: 'timer', duration: `P${days}D` }
    : { type: 'timer', duration: days, language: FEEL };
}

export const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** FEEL: when enough are done; nothing where all are waited for. */
export function enoughOf(join: Join): string | undefined {
  if (typeof join === 'object') return `done >= ${join['at-least']}`;
  return join === 'any' ? 'done >= 1' : undefined;
}

/** Steps outside to which a way leads from inside a branch. */
export function escapesOf(step: Extract<ExpandedStep, { kind: 'parallel' }>): string[] {
  const inside = inBranches(step);
  const own = new Set(['done', 'veto', ...inside.map(({ id }) => id)]);
  return inside.flatMap(targetsOf).filter((target) => !own.has(target));
}

function inBranches(step: ExpandedStep): ExpandedStep[] {
  if (step.kind !== 'parallel') return [];
  return Object.values(step.branches).flatMap(({ steps }) =>
    steps.flatMap((one) => [one, ...inBranches(one)]),
  );
}

function targetsOf(step: ExpandedStep): string[] {
  const skip = step.kind === 'end' || step.otherwise === undefined ? [] : [step.otherwise];
  return [...waysOf(step).map(({ to }) => to), ...skip];
}
