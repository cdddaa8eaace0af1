/** Reads a scenario file from disk. */
import { readFile } from 'node:fs/promises';
import { type Problem, parseScenario, problem, type ScenarioSource } from '@aidflow/definition';

/** The scenario, or problems with file and line. A file that cannot be read is `definition/file-missing`. */
export async function readScenario(
  file: string,
): Promise<{ ok: true; source: ScenarioSource } | { ok: false; problems: Problem[] }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return {
      ok: false,
      problems: [problem('definition/file-missing', { file, path: file }, { file, line: 1 })],
    };
  }
  return parseScenario(file, text);
}
