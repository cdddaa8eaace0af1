import { patternFault } from '@aidflow/definition/patterns';
import type { JsonSchema } from '../types.ts';
import { FormFault } from './schema.ts';
import { repeats, trustPattern } from './validator.ts';

const why = {
  invalid: 'it is no regular expression',
  nested: 'a repeated part of it repeats something itself',
  alternatives: 'a repeated part of it has alternatives that may begin alike',
  adjacent: 'two repetitions of the same characters follow each other',
  reference: 'it refers back to what it has matched',
};

/**
 * Looks at the patterns of a schema that repeat more than one thing, and trusts those that end whatever is typed. Answers
 * what is wrong with one that may run for ever: it would stop the page of whoever fills in the form.
 */
export function trustPatterns(schema: JsonSchema): FormFault | undefined {
  for (const pattern of patternsIn(schema)) {
    if (!repeats.test(pattern)) continue;
    const fault = patternFault(pattern);
    if (fault !== undefined)
      return new FormFault('form/slow-pattern', `The pattern ${pattern} may never end: ${why[fault]}.`);
    trustPattern(pattern);
  }
  return undefined;
}

function patternsIn(schema: unknown): string[] {
  const found: string[] = [];
  const waiting = [schema];
  // A list of what waits, since a schema may be nested deeper than calls may be.
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'pattern' && typeof inner === 'string') found.push(inner);
      else if (inner !== undefined && key !== 'enum') waiting.push(inner);
    }
  }
  return found;
}
