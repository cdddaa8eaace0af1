/** Every programme: its scenarios hold, and every letter is issued and reads as it should. */
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioFiles, scenarioRunner } from '@aidflow/simulator/node';
import { scenarioTests } from '@aidflow/simulator/vitest';
import { describe, expect, it } from 'vitest';

describe.each(Object.keys(programmeFolders))('%s', (id) => {
  const folder = fileURLToPath(programmeFolders[id] as URL);

  scenarioTests(folder);

  it('has nothing that anybody is warned of', async () => {
    const loaded = await loadProgramme(folder);
    expect(loaded.ok ? loaded.warnings : loaded.problems).toEqual([]);
  });

  it('issues each of its letters in both languages, with nothing left open', async () => {
    const runner = scenarioRunner();
    const issued = new Set<string>();
    for (const file of scenarioFiles(folder)) {
      const { state, cases } = await runner.run(file);
      const letters = [state, ...Object.values(cases).map((one) => one.state)].flatMap(
        (one) => one?.letters ?? [],
      );
      for (const { id: letter, number, text } of letters) {
        issued.add(letter);
        expect(Object.keys(text).sort()).toEqual(['en', 'zh']);
        for (const written of Object.values(text)) {
          expect(written, `${file}: ${letter}`).not.toMatch(/\{\{|\}\}|NaN|undefined|null|Infinity/);
          expect(written).toContain(number);
        }
      }
    }
    const loaded = await loadProgramme(folder);
    const letters = loaded.ok ? Object.keys(loaded.bundle.letters) : [];
    expect([...issued].sort()).toEqual(letters.sort());
  });
});
