/** The keys under which steps name other steps. */
import type { ExpandedStep } from '../types.ts';

/** Keys that name the next step; a check's `pass` does, a vote's is an expression. */
const targetKeys: Record<ExpandedStep['kind'], readonly string[]> = {
  task: ['otherwise'],
  check: ['otherwise', 'pass', 'fail', 'unknown'],
  parallel: ['otherwise', 'next', 'on-veto'],
  wait: ['otherwise', 'next'],
  draw: ['otherwise', 'chosen', 'rest'],
  select: ['otherwise', 'next', 'empty'],
  vote: ['otherwise', 'passed', 'failed', 'no-quorum'],
  each: ['otherwise', 'next'],
  effect: ['otherwise', 'next'],
  end: [],
};

export const targetKeysOf = ({ kind }: Pick<ExpandedStep, 'kind'>): readonly string[] =>
  targetKeys[kind] ?? [];

/** A step as plain JSON. */
export type Plain = Record<string, unknown>;

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deadlines of a step: `within`, or that of its ballots. */
export const deadlineOf = (step: Plain): Plain | undefined => {
  const ballots = isPlain(step.ballots) ? step.ballots.within : undefined;
  const within = step.within ?? ballots;
  return isPlain(within) ? within : undefined;
};

/** Every step that a step may lead to, by the way that leads there. */
export function targetsOf(step: ExpandedStep): string[] {
  const plain = step as unknown as Plain;
  const ways = Object.values((plain.outcomes ?? plain.events ?? {}) as Record<string, Plain>);
  return [
    ...targetKeysOf(step).map((key) => plain[key]),
    ...ways.map(({ to }) => to),
    deadlineOf(plain)?.['on-overdue'],
  ].filter((target) => typeof target === 'string');
}
