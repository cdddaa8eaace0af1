/** What a step says besides its name and its ways: who, with which form, by when, on which law. */
import type { ExpandedStep } from '@aidflow/definition';

/** Where a step leads, and what stands inside it: other tools have pictures for that. */
const DRAWN = new Set([
  ...['id', 'title', 'steps', 'branches', 'to', 'next', 'otherwise', 'on-overdue', 'on-veto'],
  ...['pass', 'fail', 'unknown', 'chosen', 'rest', 'passed', 'failed', 'no-quorum', 'empty'],
]);

/** The facts of a step as plain data, in the words of the definition. */
export function factsOf(step: ExpandedStep): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(step)) if (!isDrawn(step, key)) facts[key] = value;
  if ('outcomes' in step) facts.outcomes = eachOf(step.outcomes);
  if ('events' in step && step.events) facts.events = eachOf(step.events);
  if ('within' in step && step.within) facts.within = without(step.within);
  return facts;
}

/** The test of a vote is called `pass`, which is a way of a check. */
const isDrawn = ({ kind }: ExpandedStep, key: string): boolean =>
  DRAWN.has(key) && !(kind === 'vote' && key === 'pass');

const eachOf = (choices: Record<string, object>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(choices).map(([id, choice]) => [id, without(choice)]));

const without = (part: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(part).filter(([key]) => !DRAWN.has(key) || key === 'title'));
