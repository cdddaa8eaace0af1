import * as validators from '../generated/validators.ts';
import { schemaProblems } from '../parse/schema-problems.ts';
import type { Problem } from '../problems.ts';
import type { ProgrammeSource } from '../types.ts';

/** The least programme, in which steps can be checked that belong to none yet. */
const frame: Omit<ProgrammeSource, 'steps'> = {
  aidflow: 1,
  programme: 'frame',
  version: '1',
  title: '-',
  language: 'en',
  timezone: 'UTC',
  'valid-from': '2000-01-01',
  start: 'frame',
};

/**
 * What is wrong with the shape of steps that a template was filled to.
 *
 * @param place where a part of the steps was written, by its JSON Pointer below their list
 */
export function stepProblems(steps: unknown, place: (pointer: string) => string): Problem[] {
  const source = { file: '', value: { ...frame, steps }, problems: [], line: () => 1 };
  return schemaProblems(source, validators.programme).map(({ file: _, line: __, ...found }) => ({
    ...found,
    pointer: place((found.pointer ?? '').replace(/^\/steps/, '')),
  }));
}
