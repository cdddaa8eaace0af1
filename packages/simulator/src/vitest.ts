/** Scenarios as tests of Vitest: `scenarioTests('packages/programmes/dibao')` in a test file is all it takes. */
import { expect, test } from 'vitest';
import { scenarioFiles } from './node/files.ts';
import { type ScenarioRunner, scenarioRunner } from './node/runner.ts';
import { resultLines } from './report.ts';

/**
 * Registers one test for each scenario file at `path` (a file, a programme's folder, or a folder of either).
 *
 * @param options.programmes folders to look for programmes in; where it is left out, a scenario belongs to the programme
 *   whose folder it lies in
 */
export function scenarioTests(path: string, options: { programmes?: readonly string[] } = {}): void {
  const runner: ScenarioRunner = scenarioRunner(options.programmes);
  const files = scenarioFiles(path);
  if (files.length === 0) {
    test(path, () => expect.fail(`there is no scenario at ${path}`));
    return;
  }
  for (const file of files) {
    test(file, async () => {
      const lines = resultLines(await runner.run(file));
      if (lines.length > 0) expect.fail(`\n${lines.join('\n')}`);
    });
  }
}
