import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, say, step } from './console.mjs';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Runs a tool that is one check by itself and shows what it wrote only where it failed.
 *
 * @param {string} name
 * @param {string} label
 * @param {readonly string[]} args
 * @returns {Promise<Result>}
 */
async function check(name, label, args) {
  const { code, output } = await step(label, () => run(process.execPath, args, { output: 'keep' }));
  if (code !== 0) process.stdout.write(output);
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

export const typecheck = () =>
  check('types', 'Checking types', [
    'node_modules/typescript/bin/tsc',
    '--build',
    ...(process.stdout.isTTY ? ['--pretty'] : []),
  ]);

export const lint = () =>
  check('lint', 'Checking style', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);

/** @returns {Promise<number>} */
export const fix = async () =>
  (await run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'])).code;

/** Colours only where somebody looks at them: a log that is read later stays plain text. */
const plainUnlessTerminal = () =>
  process.stdout.isTTY || process.env.FORCE_COLOR ? process.env : { ...process.env, NO_COLOR: '1' };

/**
 * The part of a Vitest JSON report that is counted.
 *
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * Runs the tests. A file that failed before any of its tests did, and a run that failed without naming a test,
 * count as one failure each.
 *
 * @param {readonly string[]} filter
 * @returns {Promise<Result>}
 */
export async function vitest(filter) {
  const folder = mkdtempSync(join(tmpdir(), 'aidflow-'));
  const file = join(folder, 'report.json');
  try {
    const { code } = await run(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--passWithNoTests',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...filter,
      ],
      { env: plainUnlessTerminal() },
    );
    /** @type {Report} */
    const report = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
    const brokenFiles = report.testResults.filter(
      (result) =>
        result.status === 'failed' && result.assertionResults.every((test) => test.status !== 'failed'),
    ).length;
    const failed = report.numFailedTests + brokenFiles;
    return {
      name: 'tests',
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scenarios() {
  const programmes = 'packages/programmes';
  return readdirSync(join(root, programmes), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, programmes, entry.name, 'scenarios')))
    .flatMap((entry) =>
      readdirSync(join(root, programmes, entry.name, 'scenarios'))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${programmes}/${entry.name}/scenarios/${name}`),
    )
    .sort();
}

/**
 * Plays the scenarios of the ready-made programmes through the command that ships. Files that were there and
 * of which none was played count as one failure.
 *
 * @returns {Promise<Result | undefined>}
 */
export async function simulate() {
  const files = scenarios();
  if (files.length === 0) return undefined;
  say(`Playing ${files.length} scenarios`);
  const total = /^(\d+) passed, (\d+) failed$/;
  let passed = 0;
  let failed = 0;
  const { code } = await run(process.execPath, ['packages/cli/src/main.ts', 'simulate', ...files], {
    output: 'keep',
    onLine: (line) => {
      const counts = total.exec(line.trim());
      if (counts === null) say(line);
      else [passed, failed] = [Number(counts[1]), Number(counts[2])];
    },
  });
  const unexplained = failed === 0 && (code !== 0 || passed === 0);
  return { name: 'scenarios', passed, failed: unexplained ? 1 : failed };
}

/**
 * Tells how each part came out and adds them up in the last line.
 *
 * @param {readonly Result[]} results
 * @returns {number} the exit code
 */
export function conclude(results) {
  say('');
  for (const { name, passed, failed } of results) say(`${name}: ${passed} of ${passed + failed} passed`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  say(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
