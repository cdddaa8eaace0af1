/** Periods and dates that a definition computes. */
import { type Period, ProblemError, problem, valueIn } from '@aidflow/definition';
import { dayNumber } from './days.ts';
import type { Span } from './due-date.ts';
import type { Programme } from './programme.ts';
import { scopeOfChanging } from './scope.ts';
import type { CaseFacts } from './types.ts';

/**
 * The period as days: a length that is an expression is evaluated on the day of the instant `at`, when the period begins.
 * Throws `clock/no-period` when it gives no whole number of days.
 */
export function periodIn(programme: Programme, facts: CaseFacts, period: Period, at: string): Span {
  const { days, unit } = period;
  if (typeof days === 'number') return { days, unit };
  const found = valueIn(days, scopeOfChanging(programme, facts, at));
  if (typeof found === 'number' && Number.isInteger(found) && found > 0) return { days: found, unit };
  throw new ProblemError(problem('clock/no-period', { expression: days, found }));
}

/**
 * The date that an expression gives at the instant `at`, as ISO text; nothing when it gives none.
 * Throws `clock/invalid-date` for a text that is no date: nothing could ever fall due on it.
 */
export function dateIn(
  programme: Programme,
  facts: CaseFacts,
  expression: string,
  at: string,
): string | undefined {
  const date = valueIn(expression, scopeOfChanging(programme, facts, at));
  if (typeof date !== 'string') return undefined;
  dayNumber(date);
  return date;
}
