import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { actsOf, relocated, runScenario } from '@aidflow/simulator';
import { readScenario } from '@aidflow/simulator/node';
import { expect, it } from 'vitest';

it('a real one goes the same way a year later, and says what is done with all its data', async () => {
  const folder = programmeFolders.dibao as URL;
  const loaded = await loadProgramme(folder.pathname);
  const read = await readScenario(new URL('scenarios/county-confirms.yaml', folder).pathname);
  if (!loaded.ok || !read.ok) throw new Error('dibao cannot be read');
  const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const moved = relocated(read.source, { date: '2026-04-09' });
  expect(runScenario({ dibao: programme }, moved)).toMatchObject({ passed: true, problems: [] });
  const { acts } = actsOf(programme, moved.value);
  const [first, second] = acts;
  expect(first).toMatchObject({
    at: expect.stringMatching(/^2026-04-09T/),
    do: 'apply.submit',
    as: 'applicant',
  });
  expect(first?.data).toMatchObject({ registered: '620821100201' });
  expect(second?.do).toBe('accept.accept');
});
