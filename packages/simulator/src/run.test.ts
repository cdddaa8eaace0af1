import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Programme } from '@aidflow/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { resultLines } from './report.ts';
import { runScenario } from './run.ts';
import type { Given, Scenario, ScenarioStep } from './scenario.ts';

const folder = fileURLToPath(new URL('../fixtures/winter-coat', import.meta.url));
let coat: Programme;

beforeAll(async () => {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  coat = compile(loaded.bundle, await loadValidators(loaded.bundle));
});

const given: Given = {
  division: '620821100201',
  connectors: { register: { answer: { members: 3 } } },
  data: { application: { name: '张兰', coats: 2 }, visitNote: { cold: true } },
};

const lineOf = (pointer: string) => Number(/^\/steps\/(\d+)/.exec(pointer)?.[1] ?? -1) + 2;

/** A scenario of Monday 12 January 2026; the first step stands on line 2 of its file, everything else on line 1. */
function play(steps: ScenarioStep[], change: Partial<Omit<Scenario, 'steps'>> = {}) {
  const value = {
    scenario: 'test',
    programme: 'winter-coat',
    clock: '2026-01-12T09:00:00+08:00',
    actors: {
      clerk: { role: 'clerk', division: '620821100' },
      first: { role: 'visitor', division: '620821100' },
      second: { role: 'visitor', division: '620821100' },
      chief: { role: 'chief', division: '620821100' },
      officer: { role: 'officer', division: '620821' },
    },
    given,
    ...change,
    steps,
  } as Scenario;
  return runScenario({ 'winter-coat': coat }, { file: 'test.yaml', value, line: lineOf });
}

const opened: ScenarioStep[] = [
  { do: 'apply', as: 'applicant' },
  { do: 'accept.accept', as: 'clerk' },
];
const visited: ScenarioStep[] = [...opened, { do: 'visit', as: 'first' }, { do: 'visit', as: 'second' }];

describe('time', () => {
  it('fires every timer in order, each at its own instant', () => {
    // Published on the 12th: up on 13, 14 and 15, over on the 16th at 00:00. Five working days from the 12th are 13 to 16
    // and Monday 19: over on the 20th at 00:00.
    const { steps, passed } = play([...visited, { wait: '10d' }, { expect: { step: 'decide' } }]);
    expect(passed).toBe(true);
    const { happenings, events, now } = steps[4] ?? {};
    expect(happenings?.map(({ at, what }) => [at, what])).toEqual([
      ['2026-01-16T00:00:00+08:00', 'objections elapsed'],
      ['2026-01-20T00:00:00+08:00', 'clock handling breached'],
    ]);
    expect(events?.map(({ type, at }) => [type, at])).toEqual([
      ['objections.elapsed', '2026-01-15T16:00:00.000Z'],
      ['clock.breached', '2026-01-19T16:00:00.000Z'],
    ]);
    expect(now).toBe('2026-01-22T09:00:00+08:00');
  });

  it('brings about what is due exactly then, and nothing that is due a minute later', () => {
    const before = play([
      ...visited,
      { until: '2026-01-15T23:59:00+08:00' },
      { expect: { step: 'objections' } },
    ]);
    expect(resultLines(before)).toEqual([]);
    const then = play([...visited, { until: '2026-01-16T00:00:00+08:00' }, { expect: { step: 'decide' } }]);
    expect(resultLines(then)).toEqual([]);
  });

  it('waits working days, days, hours and minutes from where the clock stands', () => {
    const { steps } = play([
      { wait: '5wd' },
      { wait: '2d' },
      { wait: '2h' },
      { wait: '90m' },
      { until: '2026-02-02' },
    ]);
    // 13 to 16 and 19 January are the five working days.
    expect(steps.map(({ now }) => now)).toEqual([
      '2026-01-19T09:00:00+08:00',
      '2026-01-21T09:00:00+08:00',
      '2026-01-21T11:00:00+08:00',
      '2026-01-21T12:30:00+08:00',
      '2026-02-02T09:00:00+08:00',
    ]);
  });
});

describe('connectors', () => {
  const connectors = (register: NonNullable<Given['connectors']>[string]) => ({
    given: { ...given, connectors: { register } },
  });
  const lookup = (result: string) => ({ expect: { checks: { lookup: { result } } } });

  it('answer at once', () => {
    expect(resultLines(play([...opened, { expect: { step: 'visit' } }], connectors({ answer: {} })))).toEqual(
      [],
    );
  });

  it('answer after a while', () => {
    const { steps, passed } = play(
      [
        ...opened,
        { wait: '47h' },
        { expect: { step: ['lookup', 'visit'] } },
        { wait: '1h' },
        { expect: { step: 'visit' } },
      ],
      connectors({ answer: {}, after: '2d' }),
    );
    expect(passed).toBe(true);
    expect(steps[4]?.happenings).toMatchObject([
      { at: '2026-01-14T09:00:00+08:00', what: 'register answered' },
    ]);
  });

  it('fail, which is unknown and never a pass', () => {
    const { passed, events } = play([...opened, lookup('unknown')], connectors({ fail: 'out of order' }));
    expect(passed).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'lookup.unknown', reasons: 'out of order' });
  });

  it('stay silent where nothing is said of them, until the scenario speaks for them', () => {
    const silent = { given: { ...given, connectors: {} } };
    const asked = [...opened, { wait: '3d' }, { expect: { step: ['lookup', 'visit'] } }];
    expect(
      resultLines(play([...asked, { do: 'lookup.answer', as: 'system', data: { members: 1 } }], silent)),
    ).toEqual([]);
  });

  it('take one entry of a list for each question, the last for all that follow', () => {
    const again: ScenarioStep[] = [{ do: 'objections.object', as: 'public', reasons: 'a doubt' }];
    const twice: ScenarioStep[] = [
      { do: 'visit', as: 'first' },
      { do: 'visit', as: 'second' },
    ];
    const result = play(
      [...visited, lookup('unknown'), ...again, ...twice, lookup('pass'), ...again, ...twice, lookup('pass')],
      connectors([{ fail: 'busy' }, { answer: {} }]),
    );
    expect(resultLines(result)).toEqual([]);
  });

  it('are not heard when their question is no longer open', () => {
    const { passed, steps } = play(
      [
        ...opened,
        { do: 'lookup.answer', as: 'system', data: {} },
        { wait: '2d' },
        { expect: { step: 'visit' } },
      ],
      connectors({ answer: {}, after: '1d' }),
    );
    expect(passed).toBe(true);
    expect(steps[3]?.happenings).toMatchObject([{ what: 'register answered too late', events: [] }]);
  });
});

describe('people', () => {
  const decide = (as: string, refused?: string): ScenarioStep => ({
    do: 'decide.approve',
    as,
    ...(refused === undefined ? {} : { refused }),
  });

  it('act under a delegation from its first day', () => {
    const delegation = {
      action: 'decide',
      from: '620821',
      to: '620821100',
      effective: '2026-01-18',
      document: 'no. 7',
    };
    const result = play(
      [
        ...visited,
        { until: '2026-01-17' },
        decide('chief', 'authority/role'),
        { until: '2026-01-18' },
        decide('officer', 'authority/delegated'),
        decide('chief'),
        { expect: { authority: { basis: 'delegation', division: '620821100', document: 'no. 7' } } },
      ],
      { given: { ...given, delegations: [delegation] } },
    );
    expect(resultLines(result)).toEqual([]);
  });

  it('stand in for each other, under their own names', () => {
    const standIn = { absent: 'officer', substitute: 'chief', from: '2026-01-17', until: '2026-01-18' };
    const result = play(
      [
        ...visited,
        { until: '2026-01-17' },
        decide('chief'),
        { expect: { authority: { basis: 'stand-in', for: 'officer', role: 'officer', division: '620821' } } },
      ],
      { given: { ...given, 'stand-ins': [standIn] } },
    );
    expect(resultLines(result)).toEqual([]);
    expect(result.state?.decided).not.toBeNull();
  });

  it('hold several roles, and have the names that are given to them', () => {
    const grants = [
      { role: 'clerk', division: '620821100' },
      { role: 'officer', division: '620821' },
    ];
    const result = play(
      [
        { do: 'apply', as: 'proxy' },
        { do: 'accept.accept', as: 'busy' },
      ],
      { actors: { busy: { grants, id: 'o-1', name: 'Busy' } } } as Partial<Scenario>,
    );
    expect(result.state?.applicant).toEqual({ id: 'proxy', kind: 'proxy', name: 'proxy' });
    expect(result.events[1]?.by).toEqual({ id: 'o-1', kind: 'officer', name: 'Busy' });
  });
});

it('plays the same scenario to the same result, hashes and all', () => {
  const steps: ScenarioStep[] = [...visited, { wait: '10d' }, { do: 'decide.approve', as: 'officer' }];
  const first = play(steps);
  expect(first.passed).toBe(true);
  expect(play(steps)).toEqual(first);
});

it('operations that every case has take their data and reasons', () => {
  const back: ScenarioStep = { do: 'return', as: 'first', data: { to: 'accept' }, reasons: 'unclear' };
  const result = play([
    ...opened,
    { ...back, data: { to: 'decide' }, refused: 'operation/target' } as ScenarioStep,
    back,
    { expect: { step: 'accept', offered: { clerk: ['accept.accept', 'accept.refuse'] } } },
    { do: 'extend.handling', as: 'officer', reasons: 'snow' },
    { expect: { offered: { officer: ['suspend'] } } },
  ]);
  expect(resultLines(result)).toEqual([]);
});

describe('data', () => {
  it('comes from what is given, with what the step says over it', () => {
    const { state } = play([{ do: 'apply', as: 'applicant', data: { coats: 3 } }]);
    expect(state?.data.application).toEqual({ name: '张兰', coats: 3 });
  });

  it('is refused by the form as everywhere', () => {
    const steps: ScenarioStep[] = [
      { do: 'apply', as: 'applicant', data: { coats: 0 }, refused: 'form/minimum' },
      { do: 'apply', as: 'applicant', data: { coats: null }, refused: 'form/required' },
      { do: 'apply', as: 'applicant', data: { hats: 1 }, refused: 'form/unknown-field' },
      { do: 'apply', as: 'applicant' },
    ];
    expect(resultLines(play(steps))).toEqual([]);
  });
});

describe('a step that does not hold', () => {
  it('ends the scenario and tells where the case stood', () => {
    const { passed, steps, planned } = play([
      ...opened,
      { expect: { step: 'accept', notices: 1 } },
      { wait: '1d' },
    ]);
    expect(passed).toBe(false);
    expect(planned).toBe(4);
    expect(steps).toHaveLength(3);
    const { line, failure } = steps[2] ?? {};
    expect(line).toBe(4);
    expect(failure?.differences).toEqual([
      { path: 'step', expected: 'accept', found: 'visit' },
      { path: 'notices', expected: 1, found: 0 },
    ]);
    expect(failure?.problems.map(({ code }) => code)).toEqual(['scenario/mismatch', 'scenario/mismatch']);
    expect(failure?.before).toMatchObject({ step: ['visit'], within: ['inquiry'], status: 'active' });
    expect(failure?.offered.first?.map((offer) => offer.do)).toContain('visit.submit');
  });

  it('tells what was expected and what is one below the other, where several things differ', () => {
    const lines = resultLines(
      play([...opened, { expect: { step: 'visit', outcome: 'approved', tasks: [] } }]),
    );
    const from = lines.findIndex((line) => line.includes('expected (-) and found (+)'));
    expect(lines.slice(from + 1, from + 5).map((line) => line.trim().slice(0, 30))).toEqual([
      '- outcome: approved',
      '+ outcome: nothing',
      '- tasks: []',
      '+ tasks: [{ step: visit, role: visitor'.slice(0, 30),
    ]);
    // What everybody may always do is of no interest here.
    expect(lines.some((line) => line.trim() === 'first may: visit.submit')).toBe(true);
    expect(lines.some((line) => line.includes('report-change'))).toBe(false);
  });

  it('tells why a command was refused, and what its actor could have done', () => {
    const { steps } = play([
      { do: 'apply', as: 'applicant' },
      { do: 'accept.accept', as: 'first' },
    ]);
    const { failure } = steps[1] ?? {};
    expect(failure?.problems.map(({ code }) => code)).toEqual(['scenario/refused', 'authority/role']);
    expect(Object.keys(failure?.offered ?? {})).toEqual(['first']);
    expect(failure?.offered.first).toContainEqual(
      expect.objectContaining({ do: 'accept.accept', may: false }),
    );
  });

  it('is one that the engine allows and the scenario does not', () => {
    const { steps } = play([{ do: 'apply', as: 'applicant', refused: 'authority/role' }]);
    expect(steps[0]?.failure?.problems).toMatchObject([{ code: 'scenario/not-refused' }]);
  });

  it('is one that is refused for another reason', () => {
    const { steps } = play([
      { do: 'apply', as: 'applicant' },
      { do: 'accept.accept', as: 'first', refused: 'authority/jurisdiction' },
    ]);
    expect(steps[1]?.failure?.problems[0]).toMatchObject({ code: 'scenario/refused' });
  });
});

describe('a scenario that cannot be meant is refused before anything runs', () => {
  const apply: ScenarioStep = { do: 'apply', as: 'applicant' };
  const expecting = (expect: object) => [apply, { expect } as ScenarioStep];
  const withGiven = (change: Partial<Given>) => ({ given: { ...given, ...change } });

  it.each<[string, ScenarioStep[], Partial<Omit<Scenario, 'steps'>>, string, string, string]>([
    ['actor', [{ do: 'apply', as: 'aplicant' }], {}, 'scenario/unknown-actor', '/steps/0/as', '"applicant"'],
    [
      'step',
      [apply, { do: 'acept.accept', as: 'clerk' }],
      {},
      'definition/unknown-step',
      '/steps/1/do',
      '"accept"',
    ],
    [
      'outcome',
      [apply, { do: 'accept.acept', as: 'clerk' }],
      {},
      'step/unknown-outcome',
      '/steps/1/do',
      '"accept"',
    ],
    [
      'one of several outcomes',
      [apply, { do: 'accept', as: 'clerk' }],
      {},
      'step/unknown-outcome',
      '/steps/1/do',
      'accept, refuse',
    ],
    [
      'clock to extend',
      [apply, { do: 'extend.handlin', as: 'clerk' }],
      {},
      'definition/unknown-clock',
      '/steps/1/do',
      '"handling"',
    ],
    [
      'refusal',
      [apply, { do: 'accept.accept', as: 'first', refused: 'authority/rol' }],
      {},
      'scenario/unknown-code',
      '/steps/1/refused',
      '"authority/role"',
    ],
    ['field', [{ ...apply, data: { coat: 1 } }], {}, 'form/unknown-field', '/steps/0/data/coat', '"coats"'],
    [
      'command before the case',
      [{ do: 'accept.accept', as: 'clerk' }, apply],
      {},
      'scenario/not-opened',
      '/steps/0/do',
      'do: apply',
    ],
    ['wait', [apply, { wait: '3 days' }], {}, 'scenario/duration', '/steps/1/wait', '3wd'],
    [
      'wait into a year without holidays',
      [apply, { until: '2098-12-31' }, { wait: '1wd' }],
      {},
      'clock/unknown-year',
      '/steps/2/wait',
      '2099',
    ],
    ['date', [apply, { until: 'next week' }], {}, 'scenario/instant', '/steps/1/until', '2026-03-09'],
    [
      'date that has passed',
      [apply, { until: '2026-01-11' }],
      {},
      'scenario/backwards',
      '/steps/1/until',
      'later',
    ],
    [
      'date that a wait has passed',
      [apply, { wait: '1d' }, { until: '2026-01-12' }],
      {},
      'scenario/backwards',
      '/steps/2/until',
      'later',
    ],
    ['beginning', [apply], { clock: 'now' }, 'scenario/instant', '/clock', '2026-03-09'],
    ['programme', [apply], { programme: 'winter-coats' }, 'programme/unknown', '/programme', 'winter-coat'],
    [
      'role',
      [apply],
      { actors: { x: { role: 'clrk', division: '62' } } },
      'definition/unknown-role',
      '/actors/x/role',
      '"clerk"',
    ],
    [
      'delegated action',
      [apply],
      withGiven({
        delegations: [{ action: 'decid', from: '62', to: '62', effective: '2026-01-01', document: 'x' }],
      }),
      'definition/unknown-step',
      '/given/delegations/0/action',
      '"decide"',
    ],
    [
      'absent officer',
      [apply],
      withGiven({ 'stand-ins': [{ absent: 'oficer', substitute: 'chief', from: '2026-01-01' }] }),
      'scenario/unknown-actor',
      '/given/stand-ins/0/absent',
      '"officer"',
    ],
    [
      'connector',
      [apply],
      withGiven({ connectors: { registry: { answer: {} } } }),
      'definition/unknown-connector',
      '/given/connectors/registry',
      '"register"',
    ],
    [
      'delay of a connector',
      [apply],
      withGiven({ connectors: { register: { answer: {}, after: 'soon' } } }),
      'scenario/duration',
      '/given/connectors/register/after',
      '3wd',
    ],
    [
      'form',
      [apply],
      withGiven({ data: { aplication: {} } }),
      'definition/unknown-form',
      '/given/data/aplication',
      '"application"',
    ],
    [
      'field of given data',
      [apply],
      withGiven({ data: { application: { nam: 'x' } } }),
      'form/unknown-field',
      '/given/data/application/nam',
      '"name"',
    ],
    [
      'part of a case',
      expecting({ awards: 1 }),
      {},
      'scenario/unknown-key',
      '/steps/1/expect/awards',
      'award',
    ],
    [
      'expected step',
      expecting({ step: ['accept', 'vist'] }),
      {},
      'definition/unknown-step',
      '/steps/1/expect/step/1',
      '"visit"',
    ],
    [
      'expected task',
      expecting({ tasks: [{ step: 'vist' }] }),
      {},
      'definition/unknown-step',
      '/steps/1/expect/tasks/0/step',
      '"visit"',
    ],
    [
      'expected check',
      expecting({ checks: { lokup: {} } }),
      {},
      'definition/unknown-step',
      '/steps/1/expect/checks/lokup',
      '"lookup"',
    ],
    [
      'expected letter',
      expecting({ letters: ['approvals'] }),
      {},
      'definition/unknown-letter',
      '/steps/1/expect/letters/0',
      '"approval"',
    ],
    [
      'letter of a set',
      expecting({ letters: { set: ['approvals'] } }),
      {},
      'definition/unknown-letter',
      '/steps/1/expect/letters/set/0',
      '"approval"',
    ],
    [
      'expected clock',
      expecting({ clocks: { handlin: null } }),
      {},
      'definition/unknown-clock',
      '/steps/1/expect/clocks/handlin',
      '"handling"',
    ],
    [
      'expected offer',
      expecting({ offered: { clerk: ['accept.acept'] } }),
      {},
      'step/unknown-outcome',
      '/steps/1/expect/offered/clerk/0',
      '"accept"',
    ],
    [
      'actor of an offer',
      expecting({ offered: { clark: [] } }),
      {},
      'scenario/unknown-actor',
      '/steps/1/expect/offered/clark',
      '"clerk"',
    ],
  ])('unknown or impossible: %s', (_, steps, change, code, pointer, hint) => {
    const result = play(steps, change);
    expect(result).toMatchObject({ passed: false, steps: [], events: [], state: null });
    expect(result.problems).toMatchObject([{ code, pointer, file: 'test.yaml' }]);
    const [{ line, hint: told, detail } = { line: 0, hint: '', detail: '' }] = result.problems;
    expect(line).toBe(lineOf(pointer));
    expect(`${detail} ${told}`).toContain(hint);
  });

  it('tells everything at once, in the order of the file', () => {
    const { problems } = play([
      { do: 'apply', as: 'nobody' },
      { wait: 'x' },
      { do: 'nothing.at-all', as: 'clerk' },
    ]);
    expect(problems.map(({ pointer }) => pointer)).toEqual(['/steps/0/as', '/steps/1/wait', '/steps/2/do']);
  });
});
