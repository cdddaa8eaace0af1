/** Reading a scenario file. What it names is checked by whoever plays it on a programme. */
import * as validators from './generated/validators.ts';
import { schemaProblems } from './parse/schema-problems.ts';
import { readSource } from './parse/source.ts';
import type { Problem } from './problems.ts';
import type { Scenario } from './types.ts';

export interface ScenarioSource {
  file: string;
  value: Scenario;
  /** Line, from 1, of the value that a JSON Pointer names. */
  line(pointer: string): number;
}

/** Reads a scenario; problems carry file, line and pointer. */
export function parseScenario(
  file: string,
  text: string,
): { ok: true; source: ScenarioSource } | { ok: false; problems: Problem[] } {
  const source = readSource(file, text);
  const problems = source.value === undefined ? source.problems : schemaProblems(source, validators.scenario);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, source: { file, value: source.value as Scenario, line: source.line } };
}
