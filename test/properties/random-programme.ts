/**
 * Programmes that nobody would write, as the files of a folder: any kind of step may lead to any other. Whatever the
 * language accepts, the engine has to run.
 */
import type { Files } from '@aidflow/definition';
import fc from 'fast-check';

type Source = Record<string, unknown>;

const ENDS = ['approved', 'denied'];

/** Files of a programme of three to eight steps at the top, some with branches or items. */
export const randomProgramme: fc.Arbitrary<Files> = fc
  .integer({ min: 3, max: 8 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => step(`s${index}`, size))))
  .map((steps) => filesOf(steps));

function target(size: number): fc.Arbitrary<string> {
  // Ends are likelier than any one step, so that most programmes can end.
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...ENDS) },
    { weight: 5, arbitrary: fc.nat({ max: size - 1 }).map((index) => `s${index}`) },
  );
}

function step(id: string, size: number): fc.Arbitrary<Source> {
  const to = target(size);
  const base = { id, title: id };
  const kinds: fc.Arbitrary<Source>[] = [
    task(id, to),
    task(id, to),
    fc
      .tuple(to, to, to)
      .map(([pass, fail, unknown]) => ({ ...base, kind: 'check', rule: 'small', pass, fail, unknown })),
    fc.tuple(to, to, to).map(([pass, fail, unknown]) => ({
      ...base,
      ...{ kind: 'check', connector: 'other', request: { n: 'application.n' }, pass, fail, unknown },
    })),
    fc.tuple(to, to).map(([next, early]) => ({
      ...base,
      ...{ kind: 'wait', for: { days: 3, unit: 'calendar-day' }, next },
      events: { speak: { title: 'speak', to: early, role: 'anyone' } },
    })),
    fc.tuple(to, to).map(([chosen, rest]) => ({ ...base, kind: 'draw', share: '0.5', chosen, rest })),
    to.map((next) => ({
      ...base,
      ...{ kind: 'effect', effects: [{ register: 'seen', entries: '[{ n: application.n }]' }], next },
    })),
    fc.tuple(to, to).map(([next, empty]) => ({
      ...base,
      ...{
        kind: 'select',
        method: 'sample',
        from: 'for i in 1..application.n return i',
        count: '2',
        next,
        empty,
      },
    })),
    fc.tuple(to, to).map(([passed, failed]) => ({
      ...base,
      ...{ kind: 'vote', role: 'officer', quorum: 'present >= 1', pass: 'yes > no', passed, failed },
      ballots: { role: 'investigator', electorate: '2', within: { days: 2, unit: 'working-day' } },
    })),
    fc.tuple(to, fc.constantFrom<unknown>('all', 'any', { 'at-least': 1 })).map(([next, join]) => ({
      ...base,
      ...{ kind: 'parallel', join, next },
      branches: Object.fromEntries(
        ['a', 'b'].map((branch) => [branch, { title: branch, steps: [inner(`${id}-${branch}`, 'done')] }]),
      ),
    })),
    fc.tuple(to, fc.constantFrom('all', 'any')).map(([next, join]) => ({
      ...base,
      ...{ kind: 'each', items: 'for i in 1..application.n return { number: i }', join, next },
      steps: [
        inner(`${id}-do`, `${id}-end`),
        { id: `${id}-end`, title: 'end', kind: 'end', outcome: 'approved' },
      ],
      returns: { n: 'item.number' },
    })),
  ];
  const when = fc.option(fc.constantFrom('application.n > 2', 'case.complaints = 0'), {
    nil: undefined,
    freq: 4,
  });
  return fc
    .tuple(fc.oneof(...kinds), when, to)
    .map(([made, condition, otherwise]) => (condition ? { ...made, when: condition, otherwise } : made));
}

function task(id: string, to: fc.Arbitrary<string>): fc.Arbitrary<Source> {
  return fc
    .record({
      role: fc.constantFrom('clerk', 'investigator', 'officer', 'applicant'),
      by: fc.constantFrom(1, 1, 2),
      ways: fc.array(to, { minLength: 1, maxLength: 3 }),
      decides: fc.boolean(),
      deadline: fc.option(to, { nil: undefined, freq: 4 }),
    })
    .map(({ role, by, ways, decides, deadline }) => ({
      ...{ id, title: id, kind: 'task', role },
      ...(role === 'investigator' ? { by } : {}),
      ...(deadline ? { within: { days: 2, unit: 'working-day', 'on-overdue': deadline } } : {}),
      outcomes: Object.fromEntries(
        ways.map((way, index) => [
          `o${index}`,
          { title: `o${index}`, to: way, ...(decides && way === 'denied' ? { decides: 'denied' } : {}) },
        ]),
      ),
    }));
}

const inner = (id: string, to: string): Source => ({
  ...{ id, title: id, kind: 'task', role: 'clerk' },
  outcomes: { ok: { title: 'ok', to } },
});

function filesOf(steps: readonly Source[]): Files {
  const programme = {
    ...{ aidflow: 1, programme: 'random', version: '1', title: 'random', language: 'en' },
    ...{ timezone: 'Asia/Shanghai', 'valid-from': '2021-01-01' },
    roles: {
      clerk: { title: 'clerk', level: 'township' },
      investigator: { title: 'investigator', level: 'township' },
      officer: { title: 'officer', level: 'county' },
    },
    forms: { application: { title: 'application', schema: 'application.schema.json' } },
    connectors: { other: { title: 'other', timeout: 10, retries: 1 } },
    clocks: {
      handling: {
        title: 'handling',
        limit: { days: 10, unit: 'working-day' },
        extension: { days: 5, unit: 'working-day' },
        starts: ['apply.submit'],
        stops: ['apply.begun'],
      },
    },
    start: 'apply',
    steps: [
      {
        ...{ id: 'apply', title: 'apply', kind: 'task', role: 'applicant', form: 'application' },
        outcomes: { submit: { title: 'submit', to: 's0' } },
      },
      ...steps,
      ...ENDS.map((outcome) => ({ id: outcome, title: outcome, kind: 'end', outcome })),
    ],
  };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
    required: ['n'],
    properties: { n: { type: 'integer', title: 'n', minimum: 0, maximum: 4 } },
  };
  const rules = {
    rules: {
      small: {
        ...{ title: 'small', hit: 'first' },
        inputs: [{ id: 'n', title: 'n', value: 'application.n' }],
        rows: [
          { id: 'few', if: { n: '< 2' }, result: 'pass', reason: 'few' },
          { id: 'some', if: { n: '2' }, result: 'unknown', reason: 'some' },
          { id: 'many', if: { n: '> 2' }, result: 'fail', reason: 'many' },
        ],
      },
    },
  };
  return {
    'programme.yaml': JSON.stringify(programme),
    'rules.yaml': JSON.stringify(rules),
    'application.schema.json': JSON.stringify(schema),
  };
}
