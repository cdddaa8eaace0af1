/** What the documentation of an element of `toBpmn` says in the words of the definition, and a draft can keep. */
import type { EndOutcome, Outcome, ProgrammeSource, TaskStep } from '@aidflow/definition';
import { parse } from 'yaml';
import { listOf, type ModdleElement, textOf } from '../moddle.ts';
import { ownFact } from './net.ts';

type Facts = Record<string, unknown>;

const ENDS: readonly string[] = [
  'approved',
  'partly-approved',
  'denied',
  'receipt-issued',
  'correction-ordered',
  'referred',
  'withdrawn',
  'lapsed',
  'not-ours',
] satisfies EndOutcome[];

export const isEndOutcome = (name: unknown): name is EndOutcome =>
  typeof name === 'string' && ENDS.includes(name);

/** The facts of a step of ours; nothing for an element of another tool, or where somebody wrote other words there. */
export function ownFacts(element: ModdleElement): Facts {
  if (ownFact(element, 'kind') === undefined) return {};
  try {
    const facts: unknown = parse(textOf(listOf(element, 'documentation').at(-1), 'text'), {
      maxAliasCount: 0,
    });
    return isMap(facts) ? facts : {};
  } catch {
    return {};
  }
}

/** What of the facts of a whole programme a draft can keep: other parts name steps that may be gone. */
export function programmeFacts({ basis, parameters }: Facts): Pick<ProgrammeSource, 'basis' | 'parameters'> {
  return {
    ...(Array.isArray(basis) ? { basis } : {}),
    ...(isMap(parameters) ? { parameters: parameters as NonNullable<ProgrammeSource['parameters']> } : {}),
  };
}

/** What of the facts of a task needs no file beside the definition. */
export function taskFacts({ rounds, 'separate-from': separate, basis }: Facts): Partial<TaskStep> {
  return {
    ...(typeof basis === 'string' ? { basis } : {}),
    ...(isMap(rounds) && Number.isInteger(rounds.max) && typeof rounds.refused === 'string'
      ? { rounds: { max: rounds.max as number, refused: rounds.refused } }
      : {}),
    ...(isNames(separate) ? { 'separate-from': separate } : {}),
  };
}

/** The same of an outcome. Conditions are kept: what they read is missing until its form is there. */
export function outcomeFacts({ outcomes }: Facts, id: string): Partial<Outcome> {
  const facts = isMap(outcomes) && isMap(outcomes[id]) ? outcomes[id] : {};
  const { reasons, decides, reopens, single, guard, refused } = facts;
  return {
    ...(reasons === 'required' || reasons === 'optional' ? { reasons } : {}),
    ...(isEndOutcome(decides) ? { decides } : {}),
    ...(reopens === true ? { reopens } : {}),
    ...(single === true ? { single } : {}),
    ...(typeof guard === 'string' && typeof refused === 'string' ? { guard, refused } : {}),
  };
}

const KEPT = new Set([
  ...['version', 'valid-from', 'basis', 'parameters'],
  ...[
    'kind',
    'role',
    'level',
    'by',
    'when',
    'within',
    'for',
    'until',
    'rounds',
    'separate-from',
    'join',
    'items',
    'outcome',
  ],
  ...['title', 'reasons', 'decides', 'reopens', 'single', 'guard', 'refused'],
]);

/** Names of facts that have no place in a draft: `form`, `outcomes.accept.form`. */
export function lostFacts(facts: Facts, path = ''): string[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    if ((key === 'outcomes' || key === 'events') && path === '' && isMap(value)) {
      return Object.entries(value).flatMap(([id, one]) =>
        isMap(one) ? lostFacts(one, `${key}.${id}.`) : [],
      );
    }
    return KEPT.has(key) || (path.startsWith('events') && key === 'role') ? [] : [`${path}${key}`];
  });
}

const isMap = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
