/** The draw of the annual inspection: anybody can repeat it, and nobody can pass another one off as it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseScenario, type Scenario } from '@aidflow/definition';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme, type Selection } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { runScenario } from '@aidflow/simulator';
import { beforeAll, expect, it } from 'vitest';

const folder = fileURLToPath(programmeFolders['annual-inspection'] as URL);

let programme: Programme;
let scenario: Scenario;

beforeAll(async () => {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const file = `${folder}scenarios/draw.yaml`;
  const read = parseScenario(file, await readFile(file, 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 2));
  scenario = read.source.value;
});

/** What was recorded of the draw of organisations. */
function drawn(given: Scenario['given']): Selection & { keys: string[] } {
  const value: Scenario = { ...scenario, given: { ...given }, steps: [{ expect: { step: 'visits' } }] };
  const result = runScenario({ 'annual-inspection': programme }, { file: 'draw.yaml', value, line: () => 1 });
  expect(result.problems).toEqual([]);
  const selection = result.events.find(({ type }) => type === 'drawn.selected')?.detail?.selection;
  if (!selection) throw new Error('nothing was drawn');
  return { ...selection, keys: selection.chosen.map((one) => String((one as { key: string }).key)) };
}

it('comes out the same from the same seed and pool', () => {
  const first = drawn(scenario.given);
  expect(first).toMatchObject({ method: 'sample', seed: '2025-A', size: 83 });
  expect(first.keys).toHaveLength(9);
  expect(drawn(scenario.given)).toEqual(first);
});

it('is another draw on record when the pool or the seed is another', () => {
  const first = drawn(scenario.given);
  const [gone, ...others] = scenario.given?.records ?? [];
  const less = drawn({ ...scenario.given, records: others });
  expect(gone?.type).toBe('organisation');
  expect(less.size).toBe(82);
  expect(less.pool).not.toBe(first.pool);
  const reseeded = drawn({ ...scenario.given, seed: '2025-B' });
  expect(reseeded.pool).toBe(first.pool);
  expect(reseeded.keys).not.toEqual(first.keys);
});
