/** A walk that is stopped and taken up again says what it would have said in one go. */
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { explore } from './explore.ts';

let programme: Programme;
beforeAll(async () => {
  const loaded = await loadProgramme(new URL('../../../programmes/dibao/', import.meta.url));
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
}, 60_000);

describe('going on', { timeout: 60_000 }, () => {
  it.each([25, 60])('after %i configurations is as if it had never stopped', (stop) => {
    const whole = explore(programme, { configurations: 70, seed: 'again' });
    const { saved } = explore(programme, { configurations: stop, seed: 'again', save: true });
    // As a file would hold it.
    const from = JSON.parse(JSON.stringify(saved));
    expect(explore(programme, { configurations: 70, from })).toEqual(whole);
  });

  it('gives the walk back only where it is asked for', () => {
    expect(explore(programme, { configurations: 2 }).saved).toBeUndefined();
  });
});
