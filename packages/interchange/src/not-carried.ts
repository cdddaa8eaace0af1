/** What of a file of another tool has no place in a definition, or only a guess. */
import { type Problem, problem, type problems } from '@aidflow/definition';
import type { ModdleElement } from './moddle.ts';

/** Why something was not carried: the words are in the catalogue. */
export type Reason = keyof (typeof problems)['interchange/not-carried']['variants'];

/** What an element of either model is called. */
type Named = Pick<ModdleElement, 'id' | 'name'> & { label?: unknown };

/**
 * One thing that was not carried, as a warning with the id and the name of its element.
 *
 * @param what the part of it that is meant: a policy, a language, a text
 */
export function notCarried(reason: Reason, { id = '', name = '', label }: Named, what = ''): Problem {
  const called = [label, name].find((text) => typeof text === 'string' && text.trim() !== '');
  return problem('interchange/not-carried', { element: id, name: called ?? id, what, variant: reason });
}
