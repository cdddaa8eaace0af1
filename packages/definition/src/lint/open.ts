/** Conditions that read nothing: what they are can be told without a case. */
import { readFeel } from '../feel/syntax.ts';
import { evaluate } from '../feel.ts';

/** The one value that a condition has whatever the case is; undefined when it depends on the case. */
export function constant(text: string): unknown {
  const { fault, references } = readFeel(text);
  if (fault !== undefined || references.some(({ called }) => !called)) return undefined;
  return evaluate(text, {}).value;
}

/** Whether a condition is never true. */
export const neverTrue = (text: string | undefined): boolean =>
  text !== undefined && ![undefined, true].includes(constant(text) as boolean | undefined);

export const alwaysTrue = (text: string): boolean => constant(text) === true;
