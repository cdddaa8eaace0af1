/** Several cases in one scenario: cases of items, cases that schedules open, what they tell each other, and records. */
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCaseName } from './case-names.ts';
import { failureLines, resultLines, stepTitle } from './report.ts';
import { runScenario } from './run.ts';
import type { Given, Scenario, ScenarioStep } from './scenario.ts';

const folder = fileURLToPath(new URL('../fixtures/house-check', import.meta.url));
let houses: Programme;

beforeAll(async () => {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  houses = compile(loaded.bundle, await loadValidators(loaded.bundle));
});

const given: Given = {
  division: '620821100201',
  data: {
    look: {
      house: 'H1',
      faults: [
        { place: 'roof', cost: 900, helpers: ['Li'] },
        { place: 'door', cost: 100 },
        { place: 'wall', cost: 500 },
      ],
    },
    repair: { cost: 400 },
  },
};

/** A scenario of Monday 2 March 2026; the first step stands on line 2 of its file. */
function play(steps: ScenarioStep[], change: Partial<Omit<Scenario, 'steps'>> = {}) {
  const value: Scenario = {
    scenario: 'test',
    programme: 'house-check',
    clock: '2026-03-02T09:00:00+08:00',
    actors: {
      committee: { role: 'committee', division: '620821100201' },
      inspector: { role: 'inspector', division: '620821100' },
    },
    given,
    ...change,
    steps,
  };
  const line = (pointer: string) => Number(/^\/steps\/(\d+)/.exec(pointer)?.[1] ?? -1) + 2;
  return runScenario({ 'house-check': houses }, { file: 'test.yaml', value, line });
}

const holds = (steps: ScenarioStep[], change: Partial<Omit<Scenario, 'steps'>> = {}) =>
  expect(resultLines(play(steps, change))).toEqual([]);

const looked: ScenarioStep = { do: 'look.first', as: 'inspector' };
const fix = (name: string): ScenarioStep => ({ do: 'fix', as: 'committee', case: name });
const house = { type: 'house', key: 'H1', data: { looked: '2026-02-20' } };

describe('a case', () => {
  it('begins with any of the steps that open one', () => {
    holds([
      { do: 'pull-down', as: 'committee' },
      { expect: { outcome: 'receipt-issued', records: { 'house/H1': { state: 'gone' } } } },
    ]);
  });
});

describe('cases of items', () => {
  it('are opened at once and named by step and index', () => {
    holds([
      looked,
      {
        expect: {
          step: 'work',
          // The two dearest of three faults.
          selected: { choose: [{ place: 'roof' }, { place: 'wall' }] },
          cases: {
            'faults/1': { step: 'fix', status: 'active', tasks: [{ step: 'fix', role: 'committee' }] },
            'faults/2': { step: 'fix' },
            'faults/3': null,
          },
        },
      },
      { expect: { step: 'fix', offered: { committee: ['fix.done'], inspector: [] } }, case: 'faults/2' },
    ]);
  });

  it('may have items of their own', () => {
    holds([
      looked,
      fix('faults/1'),
      { expect: { cases: { 'faults/1': { step: 'helpers' }, 'faults/1/helpers/1': { step: 'thank' } } } },
      { do: 'thank', as: 'committee', case: 'faults/1/helpers/1' },
      {
        expect: { cases: { 'faults/1': { outcome: 'approved' }, 'faults/1/helpers/1': { step: 'thanked' } } },
      },
    ]);
  });

  it('tell the case that opened them how they ended, and what comes first', () => {
    const { steps, state, passed } = play([
      looked,
      fix('faults/2'),
      { expect: { step: 'faults', status: 'active' } },
      { wait: '8d' },
      { expect: { outcome: 'receipt-issued', records: { 'house/H1': { state: 'sound', changes: 2 } } } },
    ]);
    expect(passed).toBe(true);
    expect(steps[1]?.happenings.map(({ what }) => what)).toEqual(['told news.heard', 'told faults.returned']);
    // Seven days after the 2nd: over on the 10th at 00:00.
    expect(steps[3]?.happenings.map(({ at, what }) => [at, what])).toEqual([
      ['2026-03-10T00:00:00+08:00', 'faults/1 fix elapsed'],
      ['2026-03-10T00:00:00+08:00', 'told faults.returned'],
    ]);
    expect(state?.items?.faults?.items.map(({ outcome, returns }) => [outcome, returns])).toEqual([
      ['lapsed', { cost: null }],
      ['approved', { cost: 400 }],
    ]);
  });

  it('tell what nobody waits for any more', () => {
    const twice = play([
      {
        ...looked,
        data: {
          faults: [
            { place: 'roof', cost: 9 },
            { place: 'wall', cost: 5 },
          ],
        },
      } as ScenarioStep,
      fix('faults/1'),
      fix('faults/2'),
      { expect: { outcome: 'receipt-issued' } },
    ]);
    expect(resultLines(twice)).toEqual([]);
    expect(twice.steps[2]?.happenings.map(({ what }) => what)).toEqual([
      'told news.heard too late',
      'told faults.returned',
    ]);
  });

  it('that failed may be opened once more, and the name then means the new one', () => {
    const { passed, cases } = play([
      looked,
      { until: '2026-03-10' },
      { expect: { step: ['news'], outcome: null, cases: { 'faults/1': { outcome: 'lapsed' } } } },
    ]);
    // Both were left as they are, so the branch is over and nothing can be opened again.
    expect(passed).toBe(true);
    expect(cases['faults/2']?.state?.status).toBe('ended');
    const again: ScenarioStep = { do: 'faults.retry', as: 'inspector', data: { index: 1 }, reasons: 'rain' };
    holds([
      looked,
      { ...again, refused: 'each/nothing-to-retry' } as ScenarioStep,
      fix('faults/1'),
      { do: 'thank', as: 'committee', case: 'faults/1/helpers/1' },
      { expect: { cases: { 'faults/1': { outcome: 'approved' } } } },
      again,
      { expect: { cases: { 'faults/1': { step: 'fix', status: 'active' } } } },
      fix('faults/1'),
      { expect: { cases: { 'faults/1': { step: 'helpers' }, 'faults/1/helpers/1': { step: 'thank' } } } },
    ]);
  });

  it('are named in what is told of them', () => {
    const { steps, cases } = play([looked, { ...fix('faults/2'), as: 'inspector' } as ScenarioStep]);
    const [, failed] = steps;
    expect(failed && stepTitle(failed)).toBe('fix in faults/2');
    const lines = failed ? failureLines(failed) : [];
    expect(lines[0]).toBe('test.yaml:3 step 2: fix in faults/2');
    expect(lines.join('\n')).toMatch(
      /before: fix at .*\n.*tasks: .*committee[\s\S]*inspector may not: fix.done/,
    );
    expect(Object.keys(cases)).toEqual(['faults/1', 'faults/2']);
  });

  it('are refused by name when they were not opened', () => {
    const { steps } = play([looked, fix('faults/3')]);
    expect(steps[1]?.failure?.problems).toMatchObject([
      { code: 'scenario/no-case', detail: 'There is no case "faults/3" at this point.' },
    ]);
    expect(steps[1]?.failure?.problems[0]?.hint).toContain('faults/1, faults/2');
  });
});

describe('records', () => {
  it('are begun once; a decision that is refused for it leaves nothing behind', () => {
    const { state, records, cases } = play([{ ...looked, refused: 'record/exists' } as ScenarioStep], {
      given: { ...given, records: [house] },
    });
    expect(state).toBeNull();
    expect(cases).toEqual({});
    expect(records).toMatchObject([
      { key: 'H1', state: 'sound', data: { looked: '2026-02-20' }, created: '2026-03-01' },
    ]);
  });

  it('answer cases that ask for them, changes are added to what was there', () => {
    holds(
      [
        { do: 'look.again', as: 'inspector' },
        {
          expect: {
            checks: { past: { result: 'pass' } },
            records: {
              'house/H1': {
                state: 'unsafe',
                data: { looked: '2026-03-02', before: '2026-02-20', rooms: 3 },
                created: '2025-05-05',
                division: '620821100202',
                'valid-to': '2027-01-01',
                changes: 3,
              },
            },
          },
        },
      ],
      {
        start: 'open',
        given: {
          ...given,
          records: [
            {
              ...house,
              state: 'unsafe',
              data: { looked: '2026-02-20', rooms: 3 },
              created: '2025-05-05',
              division: '620821100202',
              'valid-to': '2027-01-01',
              history: [
                { at: '2025-05-05', state: 'sound' },
                { at: '2026-02-20', data: { looked: '2026-02-20' } },
              ],
            },
          ],
        },
      },
    );
  });
});

describe('schedules', () => {
  const unsafe = { given: { ...given, records: [{ ...house, state: 'unsafe' }] } };

  it('open a case for each record on its day, not before', () => {
    // Ten working days from Friday 20 February, which the Lunar New Year does not touch any more (28 February is worked):
    // 24 to 28 February are five, 2 to 6 March are ten.
    holds(
      [
        { until: '2026-03-05T23:59:00+08:00' },
        { expect: { scheduled: 0, cases: { 'recheck/H1': null } } },
        { until: '2026-03-06T00:00:00+08:00' },
        { expect: { scheduled: 1, cases: { 'recheck/H1': { step: 'look' } } } },
      ],
      unsafe,
    );
  });

  it('open no case for a record that does not fit any more', () => {
    holds(
      [
        { until: '2026-03-06' },
        { do: 'look.again', as: 'inspector', case: 'recheck/H1', data: { faults: [] } },
        { expect: { records: { 'house/H1': { state: 'sound' } } } },
        { until: '2026-06-01' },
        { expect: { scheduled: 1, cases: { 'recheck/H1': { outcome: 'receipt-issued' } } } },
      ],
      unsafe,
    );
  });

  it('have cases that are named by record and day, and items of these', () => {
    const { cases, steps } = play(
      [
        { until: '2026-03-20' },
        { expect: { scheduled: 2 } },
        { do: 'look.again', as: 'inspector', case: 'recheck/H1/2026-03-06' },
        fix('recheck/H1/2026-03-06/faults/1'),
        { expect: { cases: { 'recheck/H1': { step: 'look' }, 'recheck/H1/2026-03-20': { step: 'look' } } } },
      ],
      unsafe,
    );
    expect(steps.flatMap(failureLines)).toEqual([]);
    expect(steps[0]?.happenings.map(({ what }) => what)).toEqual([
      'recheck/H1/2026-03-06 opened',
      'recheck/H1/2026-03-20 opened',
    ]);
    expect(cases['recheck/H1/2026-03-06']?.state).toMatchObject({
      item: { record: 'H1', house: 'H1' },
      schedule: { id: 'recheck', due: '2026-03-06', late: false },
    });
  });

  it('need no record', () => {
    holds(
      [
        { until: '2027-03-02' },
        {
          expect: {
            scheduled: 1,
            cases: { spring: { step: 'look' }, 'spring/2027-03-01': { step: 'look' } },
          },
        },
      ],
      {},
    );
  });
});

describe('a case that the system opens', () => {
  it('stands at its first step, with its item', () => {
    const { state, passed } = play([{ expect: { step: 'look' } }], {
      start: 'open',
      given: { ...given, item: { house: 'H7' } },
    });
    expect(passed).toBe(true);
    expect(state).toMatchObject({ item: { house: 'H7' }, applicant: { kind: 'system' } });
  });

  it('begins with a step with which one can begin', () => {
    const { problems } = play([{ expect: {} }], { start: 'fix' });
    expect(problems).toMatchObject([{ code: 'definition/unknown-step', pointer: '/start' }]);
    holds([{ expect: { step: 'look' } }], { start: 'look' });
  });

  it('has an item only then', () => {
    const { problems } = play([looked], { given: { ...given, item: { house: 'H7' } } });
    expect(problems).toMatchObject([{ code: 'scenario/item', pointer: '/given/item' }]);
  });
});

it('operations that every case has take their data and reasons', () => {
  const clerk = { do: 'ask', as: 'inspector', data: { question: 'Whose house is it?' } };
  const { state } = play([clerk, { expect: { step: 'look' } }], { start: 'open' });
  expect(state?.questions).toMatchObject([{ question: 'Whose house is it?' }]);
});

it('a refusal may be expected for the reason of one requirement', () => {
  const again = (reason: string): ScenarioStep => ({
    do: 'look.again',
    as: 'inspector',
    data: { house: 'H0' },
    refused: 'step/requirement',
    reason,
  });
  holds([again('NO_HOUSE')], { start: 'open' });
  const { steps } = play([again('NO_DOOR')], { start: 'open' });
  expect(steps[0]?.refused).toBe('step/requirement NO_DOOR');
  expect(steps[0]?.failure?.problems[0]?.detail).toContain('step/requirement NO_HOUSE');
});

it('plays several cases to the same result, hashes and all', () => {
  const steps: ScenarioStep[] = [looked, fix('faults/1'), { wait: '40d' }];
  expect(play(steps)).toEqual(play(steps));
});

describe('names that no case can have', () => {
  it.each<[string, ScenarioStep, string, string]>([
    ['a step without items', fix('fix/1'), '/steps/1/case', 'faults, recheck, spring'],
    ['an index that is none', fix('faults/one'), '/steps/1/case', 'faults'],
    ['an index before the first', fix('faults/0'), '/steps/1/case', 'faults'],
    ['no index', fix('faults'), '/steps/1/case', 'faults'],
    ['items of the wrong case', fix('faults/1/faults/1'), '/steps/1/case', 'helpers'],
    ['an unknown schedule', { expect: {}, case: 'spring/H1/2026' }, '/steps/1/case', 'faults'],
    [
      'in an expectation',
      { expect: { cases: { 'falts/1': null } } },
      '/steps/1/expect/cases/falts~11',
      'faults',
    ],
  ])('%s', (_, step, pointer, known) => {
    const { problems, steps } = play([looked, step]);
    expect(steps).toEqual([]);
    expect(problems).toMatchObject([{ code: 'scenario/case', pointer, line: 3 }]);
    expect(problems[0]?.hint).toContain(known);
  });

  it('steps and outcomes are those of the case that is named', () => {
    const { problems } = play([
      looked,
      { do: 'look.first', as: 'inspector', case: 'faults/1' },
      { expect: { cases: { 'faults/1': { step: 'look' } } } },
      { do: 'fix', as: 'committee' },
    ]);
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['definition/unknown-step', '/steps/1/do'],
      ['definition/unknown-step', '/steps/2/expect/cases/faults~11/step'],
      ['definition/unknown-step', '/steps/3/do'],
    ]);
  });

  it('kinds and states of records', () => {
    const { problems } = play(
      [looked, { expect: { records: { 'hose/H1': null, 'house/H1': { state: 'fallen' } } } }],
      {
        given: {
          ...given,
          records: [
            { type: 'hut', key: 'H1' },
            { ...house, state: 'new' },
          ],
        },
      },
    );
    expect(problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['scenario/unknown-record', '/given/records/0'],
      ['scenario/unknown-record', '/given/records/1/state'],
      ['scenario/unknown-record', '/steps/1/expect/records/hose~1H1'],
      ['scenario/unknown-record', '/steps/1/expect/records/house~1H1/state'],
    ]);
  });

  it('leave a name with everything in it', () => {
    const read = readCaseName(houses, 'recheck/H1/2026-03-06/faults/1/helpers/2');
    expect(read).toMatchObject({
      ok: true,
      path: {
        scheduled: { schedule: 'recheck', key: 'H1', date: '2026-03-06' },
        items: [
          { step: 'faults', index: 1 },
          { step: 'helpers', index: 2 },
        ],
      },
      procedure: { procedure: 'helpers' },
    });
  });
});
