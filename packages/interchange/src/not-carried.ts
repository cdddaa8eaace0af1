/** What of a file of another tool has no place in a definition, or only a guess. */
import { type Problem, problem } from '@aidflow/definition';
import type { ModdleElement } from './moddle.ts';

/** Why something was not carried: the words are in the catalogue of problems, under `interchange/not-carried`. */
export type Reason =
  | 'automatic'
  | 'border'
  | 'branch-end'
  | 'branches'
  | 'condition'
  | 'data'
  | 'decision'
  | 'end'
  | 'event'
  | 'expression'
  | 'extension'
  | 'facts'
  | 'feel'
  | 'input-data'
  | 'items'
  | 'join'
  | 'kind'
  | 'knowledge'
  | 'language'
  | 'level'
  | 'logic'
  | 'message-flow'
  | 'note'
  | 'outcome'
  | 'policy'
  | 'process'
  | 'result'
  | 'several'
  | 'several-ways'
  | 'split'
  | 'start'
  | 'subprocess'
  | 'table'
  | 'time'
  | 'unreached'
  | 'unread';

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
