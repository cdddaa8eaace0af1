/** What scenarios show is taken up by exploring. */
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { explore, unreached } from '../index.ts';
import { shownByScenarios } from './samples.ts';

const folder = fileURLToPath(new URL('../../../programmes/dibao/', import.meta.url));
let programme: Programme;
let shown: Awaited<ReturnType<typeof shownByScenarios>>;

beforeAll(async () => {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  shown = await shownByScenarios(folder, programme);
});

describe('scenarios', () => {
  it('reach every step and every letter of their programme', () => {
    expect(unreached(shown.coverage.steps)).toEqual([]);
    expect(unreached(shown.coverage.letters)).toEqual([]);
    expect(shown.scenarios).toBeGreaterThan(40);
  });

  it('give data in which days move and births do not', () => {
    const visits = shown.samples.data.visit ?? [];
    expect(visits.length).toBeGreaterThan(1);
    for (const { date } of visits) expect(date).toEqual({ days: expect.any(Number) });
    expect(JSON.stringify(shown.samples.data.application)).not.toContain('{"days":-1');
  });

  it('give answers by the check that asked', () => {
    expect(shown.samples.answers.verification).toContainEqual({ vehicles: 0 });
    expect(Object.keys(shown.samples.answers)).toEqual(['verification']);
  });
});

describe('exploring', () => {
  const reached = (samples?: typeof shown.samples) => {
    const { coverage } = explore(programme, { configurations: 20, ...(samples ? { samples } : {}) });
    return Object.keys(coverage.outcomes.reached);
  };

  it('goes along the ways of scenarios at once', () => {
    expect(reached()).not.toContain('confirm.approve');
    expect(reached(shown.samples)).toEqual(
      expect.arrayContaining(['confirm.approve', 'confirm.deny', 'notice-verify.appraise']),
    );
  });

  it('gives a finding of such a way as a scenario, as of any other', () => {
    const { findings } = explore(programme, { configurations: 20, samples: shown.samples });
    expect(findings).toEqual([]);
  });
});
