/** Dated parameters: the value that held on the date a rule names, never today's by accident. */
import { ProblemError, parametersOf, problem } from '@aidflow/definition';
import type { Programme } from './programme.ts';
import type { Json } from './types.ts';

/**
 * All parameters of a programme as they stood on an ISO date; a parameter without a value on that date is left out,
 * so that an expression which needs it finds null and its rule answers unknown.
 */
export function parametersOn(programme: Programme, date: string): Record<string, Json> {
  let known = programme.parameterCache.get(date);
  if (!known) {
    known = parametersOf(programme.definition, date);
    programme.parameterCache.set(date, known);
  }
  return known;
}

/** One parameter on a date. Throws `programme/no-parameter` when it has no value then. */
export function parameterOn(programme: Programme, id: string, date: string): Json {
  const value = parametersOn(programme, date)[id];
  if (value === undefined) throw new ProblemError(problem('programme/no-parameter', { parameter: id, date }));
  return value;
}
