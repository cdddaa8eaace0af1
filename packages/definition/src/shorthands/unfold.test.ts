import { describe, expect, it } from 'vitest';
import { expand } from '../expand.ts';
import type { Problem } from '../problems.ts';
import { ProblemError } from '../problems.ts';
import { flatSteps } from '../procedure/flat.ts';
import type { ProgrammeSource, Shorthand, SourceStep } from '../types.ts';
import { unfold } from './unfold.ts';

const apply: SourceStep = {
  id: 'apply',
  title: '申请',
  kind: 'task',
  role: 'applicant',
  outcomes: { submit: { title: '提交', to: 'look' } },
};
const over: SourceStep = { id: 'over', title: '结束', kind: 'end', outcome: 'approved' };

/** A programme in which `look` uses a shorthand of its own. */
const programme = (
  shorthand: Partial<Shorthand>,
  use: Partial<Extract<SourceStep, { kind: 'use' }>> = {},
  more: Record<string, Shorthand> = {},
): ProgrammeSource => ({
  aidflow: 1,
  programme: 'x',
  version: '1',
  title: '事项',
  language: 'zh',
  timezone: 'Asia/Shanghai',
  'valid-from': '2026-01-01',
  shorthands: { one: { title: '一', steps: [], ...shorthand }, ...more },
  start: 'apply',
  steps: [apply, { id: 'look', title: '查看', kind: 'use', of: 'one', ...use }, over],
});

const task = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  title: '$title',
  kind: 'task',
  role: 'clerk',
  outcomes: { ok: { title: '好', to: 'over' } },
  ...more,
});

/** The steps that came of the use. */
const stepsOf = (source: ProgrammeSource) => expand(source).steps.slice(1, -1);
const told = (source: ProgrammeSource): Problem[] => unfold(source).problems;

describe('a template', () => {
  it('takes a value of any kind where a text is just its name', () => {
    const within = { days: 3, unit: 'working-day' };
    const [step] = stepsOf(
      programme(
        {
          parameters: { within: null, by: null, separate: null },
          steps: [task('self', { within: '$within', by: '$by', 'separate-from': '$separate' })],
        },
        { with: { within, by: 2, separate: ['apply'] } },
      ),
    );
    expect(step).toMatchObject({ id: 'look', within, by: 2, 'separate-from': ['apply'] });
  });

  it('takes the text of a value inside a text', () => {
    const [step] = stepsOf(
      programme(
        {
          parameters: { days: null, list: null, none: '' },
          steps: [
            task('self', { title: '${title}（${days}日${none}）${list}', when: 'true', otherwise: 'over' }),
          ],
        },
        { with: { days: 3, list: [1, 2] } },
      ),
    );
    expect(step?.title).toBe('查看（3日）[1,2]');
  });

  it('takes what it gives itself where a use gives nothing, null or an empty text', () => {
    const shorthand: Partial<Shorthand> = { parameters: { by: 3 }, steps: [task('self', { by: '$by' })] };
    for (const given of [{}, { with: {} }, { with: { by: null } }, { with: { by: '' } }]) {
      expect(stepsOf(programme(shorthand, given))[0]).toMatchObject({ by: 3 });
    }
  });

  it('leaves out what has no value, and maps and lists of which nothing is left', () => {
    const [step] = stepsOf(
      programme({
        parameters: { role: '', days: '', form: '' },
        steps: [task('self', { form: '$form', within: { days: '$days' }, 'separate-from': ['$role'] })],
      }),
    );
    expect(step).toEqual(task('look', { title: '查看' }));
  });

  it('reads no places in what a use gives', () => {
    const [step] = stepsOf(
      programme(
        { parameters: { words: null, by: 2 }, steps: [task('self', { title: '$words' })] },
        { with: { words: '$by' } },
      ),
    );
    expect(step?.title).toBe('$by');
  });

  it('gives every use parts of its own', () => {
    const outcomes = { ok: { title: '好', to: 'over' } };
    const source = programme(
      {
        parameters: { outcomes: null },
        steps: [task('self', { outcomes: '$outcomes' }), task('next', { outcomes: '$outcomes' })],
      },
      { with: { outcomes } },
    );
    const before = structuredClone(source);
    const [one, other] = stepsOf(source) as { outcomes: object }[];
    expect(one?.outcomes).not.toBe(other?.outcomes);
    expect(source).toEqual(before);
    expect(JSON.stringify(expand(source))).toBe(JSON.stringify(expand(source)));
  });
});

describe('names of steps', () => {
  it('are made of the use and the name in the template; self is the use', () => {
    const source = programme({
      steps: [
        task('first', { outcomes: { ok: { title: '好', to: 'self' }, out: { title: '出', to: 'over' } } }),
        task('self', {
          'separate-from': ['first'],
          outcomes: { back: { title: '退', to: 'first' }, again: { title: '再', to: 'self' } },
        }),
      ],
    });
    expect(stepsOf(source)).toMatchObject([
      { id: 'look-first', outcomes: { ok: { to: 'look' }, out: { to: 'over' } } },
      {
        id: 'look',
        'separate-from': ['look-first'],
        outcomes: { back: { to: 'look-first' }, again: { to: 'look' } },
      },
    ]);
    // Whoever comes from outside comes in at the first step.
    expect(expand(source).steps[0]).toMatchObject({ outcomes: { submit: { to: 'look-first' } } });
  });

  it('that a use gives are those of whoever gives them, though the template has the same', () => {
    const source = programme(
      {
        parameters: { next: null },
        steps: [
          task('over', { outcomes: { ok: { title: '好', to: '$next' }, on: { title: '续', to: 'over' } } }),
        ],
      },
      { with: { next: 'over' } },
    );
    expect(stepsOf(source)[0]).toMatchObject({
      id: 'look-over',
      outcomes: { ok: { to: 'over' }, on: { to: 'look-over' } },
    });
  });

  it('reach through shorthands that use shorthands', () => {
    const source = programme(
      {
        parameters: { next: null },
        steps: [
          { id: 'twice', title: '两次', kind: 'use', of: 'two', with: { next: 'last' } },
          task('last', {
            outcomes: { ok: { title: '好', to: '$next' }, again: { title: '再', to: 'twice' } },
          }),
        ],
      },
      { with: { next: 'over' } },
      {
        two: {
          title: '二',
          parameters: { next: null },
          steps: [
            task('a', { outcomes: { ok: { title: '好', to: 'self' } } }),
            task('self', { outcomes: { ok: { title: '好', to: '$next' } } }),
          ],
        },
      },
    );
    expect(stepsOf(source)).toMatchObject([
      { id: 'look-twice-a', outcomes: { ok: { to: 'look-twice' } } },
      { id: 'look-twice', outcomes: { ok: { to: 'look-last' } } },
      { id: 'look-last', outcomes: { ok: { to: 'over' }, again: { to: 'look-twice-a' } } },
    ]);
    expect(expand(source).steps[0]).toMatchObject({ outcomes: { submit: { to: 'look-twice-a' } } });
  });

  it('lead to the first step of shorthands of other kinds, too', () => {
    const notice = {
      id: 'self',
      title: '$title',
      kind: 'notice',
      for: { days: 7, unit: 'calendar-day' },
      items: [{ label: '姓名', value: '"x"' }],
      verify: { role: 'clerk', outcomes: { again: { title: '重新公示', to: 'self' } } },
      next: 'over',
    };
    const definition = expand(programme({ steps: [notice] }));
    expect(definition.steps.slice(0, 4)).toMatchObject([
      { outcomes: { submit: { to: 'look-publish' } } },
      { id: 'look-publish', next: 'look' },
      { id: 'look' },
      { id: 'look-verify', outcomes: { again: { to: 'look-publish' } } },
    ]);
  });

  it('in branches, in items and in events sent are the template’s, too', () => {
    const source = programme(
      {
        steps: [
          {
            id: 'self',
            title: '$title',
            kind: 'each',
            items: '[1]',
            join: 'all',
            next: 'both',
            steps: [
              {
                id: 'tell',
                title: '通知',
                kind: 'effect',
                effects: [{ send: { to: 'parent.case', event: 'hear.told' } }],
                next: 'done-with',
              },
              { id: 'done-with', title: '完', kind: 'end', outcome: 'lapsed' },
            ],
          },
          {
            id: 'both',
            title: '并行',
            kind: 'parallel',
            join: 'all',
            next: 'hear',
            branches: {
              a: {
                title: '甲',
                steps: [{ id: 'part', title: '一', kind: 'use', of: 'two', with: { next: 'done' } }],
              },
            },
          },
          {
            id: 'hear',
            title: '等',
            kind: 'wait',
            events: { told: { title: '已告知', role: 'case', to: 'over' } },
            next: 'over',
          },
        ],
      },
      {},
      {
        two: {
          title: '二',
          parameters: { next: null },
          steps: [task('a', { outcomes: { ok: { title: '好', to: '$next' } } })],
        },
      },
    );
    const steps = flatSteps(expand(source).steps).map(({ step }) => step);
    expect(steps.map(({ id }) => id)).toEqual([
      'apply',
      'look',
      'look-tell',
      'look-done-with',
      'look-both',
      'look-part-a',
      'look-hear',
      'over',
    ]);
    expect(steps[2]).toMatchObject({
      effects: [{ send: { event: 'look-hear.told' } }],
      next: 'look-done-with',
    });
    expect(steps[4]).toMatchObject({ next: 'look-hear' });
    expect(steps[5]).toMatchObject({ outcomes: { ok: { to: 'done' } } });
  });

  it('of steps that a use gives stay as they are', () => {
    const source = programme(
      {
        parameters: { steps: null },
        steps: [
          {
            id: 'self',
            title: '$title',
            kind: 'each',
            items: '[1]',
            join: 'all',
            next: 'over',
            steps: '$steps',
          },
        ],
      },
      {
        with: {
          steps: [
            { ...task('visit', { title: '走访' }), outcomes: { ok: { title: '好', to: 'fine' } } },
            { ...over, id: 'fine' },
          ],
        },
      },
    );
    expect(stepsOf(source)).toMatchObject([
      { id: 'look', steps: [{ id: 'visit', outcomes: { ok: { to: 'fine' } } }, { id: 'fine' }] },
    ]);
  });

  it('begin a programme', () => {
    const source = {
      ...programme({ steps: [task('a'), task('self')] }),
      start: 'look',
      starts: ['look'],
      schedules: [{ id: 's', title: '年', yearly: { month: 1, day: 1 }, start: 'look' }],
    };
    expect(expand(source)).toMatchObject({
      start: 'look-a',
      starts: ['look-a'],
      schedules: [{ start: 'look-a' }],
    });
  });
});

describe('the step that uses a shorthand', () => {
  const two: Partial<Shorthand> = {
    parameters: { next: '' },
    steps: [task('a', { outcomes: { ok: { title: '好', to: 'self' } } }), task('self', { basis: 'own' })],
  };

  it('gives its condition and its rounds to the first step, its basis to each without one', () => {
    const rounds = { max: 2, refused: '最多两次' };
    expect(stepsOf(programme(two, { when: 'true', otherwise: 'over', rounds, basis: 'law' }))).toMatchObject([
      { id: 'look-a', when: 'true', otherwise: 'over', rounds, basis: 'law' },
      { id: 'look', basis: 'own' },
    ]);
    expect(stepsOf(programme(two, { when: 'true', otherwise: 'over' }))[1]).not.toHaveProperty('when');
  });

  it('goes where it would go on when it is skipped', () => {
    expect(stepsOf(programme(two, { when: 'true', with: { next: 'over' } }))[0]).toMatchObject({
      otherwise: 'over',
    });
    expect(told(programme(two, { when: 'true' }))).toMatchObject([
      { code: 'definition/no-otherwise', pointer: '/steps/1/when' },
    ]);
  });

  it('cannot have what its first step has already', () => {
    const source = programme(
      { steps: [task('self', { when: 'true', otherwise: 'over' })] },
      { when: 'false', otherwise: 'over' },
    );
    expect(told(source)).toMatchObject([
      {
        code: 'definition/shorthand-entry',
        pointer: '/steps/1/when',
        params: { key: 'when', first: 'look' },
      },
    ]);
  });
});

describe('what is wrong', () => {
  it.each<[string, ProgrammeSource, string, string, Record<string, unknown>]>([
    [
      'an unknown shorthand',
      programme({}, { of: 'referr' }),
      'definition/unknown-shorthand',
      '/steps/1/of',
      { nearest: 'refer' },
    ],
    [
      'a value of an unknown parameter',
      programme({ parameters: { form: '' }, steps: [task('self')] }, { with: { from: 'x' } }),
      'definition/unknown-argument',
      '/steps/1/with/from',
      { nearest: 'form' },
    ],
    [
      'a parameter without a value',
      programme({ parameters: { form: null }, steps: [task('self')] }),
      'definition/missing-argument',
      '/steps/1',
      { name: 'form' },
    ],
    [
      'a place without a parameter',
      programme({ parameters: { form: '' }, steps: [task('self', { form: '$from' })] }),
      'definition/unknown-placeholder',
      '/shorthands/one/steps/0/form',
      { nearest: 'form' },
    ],
    [
      'a place without a parameter inside a text',
      programme({ steps: [task('self', { title: 'x ${nothing}' })] }),
      'definition/unknown-placeholder',
      '/shorthands/one/steps/0/title',
      { name: 'nothing' },
    ],
    [
      'a template that is no step',
      programme({ steps: [{ id: 'self', kind: 'tsak' }] }),
      'definition/unknown-value',
      '/shorthands/one/steps/0/kind',
      { nearest: 'task' },
    ],
    [
      'a value that does not fit its place',
      programme({ parameters: { by: null }, steps: [task('self', { by: '$by' })] }, { with: { by: 'two' } }),
      'definition/wrong-type',
      '/steps/1/with/by',
      {},
    ],
    [
      'a template of which nothing is left',
      programme({ parameters: { id: '' }, steps: [{ id: '$id' }] }),
      'definition/value',
      '/shorthands/one/steps',
      {},
    ],
    [
      'a shorthand that uses itself',
      programme({ steps: [{ id: 'a', title: '一', kind: 'use', of: 'one' }] }),
      'definition/shorthand-circle',
      '/shorthands/one/steps/0/of',
      { path: 'one → one' },
    ],
    [
      'shorthands that use each other',
      programme(
        { steps: [{ id: 'a', title: '一', kind: 'use', of: 'two' }] },
        {},
        { two: { title: '二', steps: [{ id: 'b', title: '二', kind: 'use', of: 'one' }] } },
      ),
      'definition/shorthand-circle',
      '/shorthands/two/steps/0/of',
      { path: 'one → two → one' },
    ],
  ])('names %s', (_, source, code, pointer, params) => {
    expect(told(source)).toMatchObject([{ code, pointer, params }]);
    expect(() => expand(source)).toThrow(ProblemError);
  });

  it('is told of every use, and the others are read on', () => {
    const source = programme({ steps: [task('self', { by: 'x' })] });
    const steps = [...source.steps, { id: 'more', title: '再', kind: 'use', of: 'none' }] as SourceStep[];
    expect(told({ ...source, steps }).map(({ code }) => code)).toEqual([
      'definition/wrong-type',
      'definition/unknown-shorthand',
    ]);
  });
});

describe('a few lines', () => {
  const chain = (length: number, uses: number): ProgrammeSource => {
    const shorthands = Object.fromEntries(
      Array.from({ length }, (_, index): [string, Shorthand] => [
        `s${index}`,
        {
          title: 'x',
          steps:
            index === length - 1
              ? [task('self')]
              : Array.from({ length: uses }, (__, use) => ({
                  id: `u${use}`,
                  title: 'x',
                  kind: 'use',
                  of: `s${index + 1}`,
                })),
        },
      ]),
    );
    return programme({}, { of: 's0' }, shorthands);
  };

  it('may stand for no more steps than a definition has', () => {
    // 7 levels of 10 would be ten million.
    expect(told(chain(8, 10))).toMatchObject([
      { code: 'definition/too-large', params: { variant: 'steps', limit: 500 } },
    ]);
  });

  it('may use one another eight deep', () => {
    expect(told(chain(8, 1))).toEqual([]);
    expect(told(chain(9, 1))).toMatchObject([
      { code: 'definition/too-large', params: { variant: 'shorthands', limit: 8 } },
    ]);
  });

  it('may multiply neither values nor texts', () => {
    const copies = (value: unknown, text: boolean): ProgrammeSource => {
      const doubled = text
        ? '${v}${v}${v}${v}${v}${v}${v}${v}${v}${v}'
        : Array.from({ length: 10 }, () => '$v');
      const more = Object.fromEntries(
        Array.from({ length: 7 }, (_, index): [string, Shorthand] => [
          `s${index}`,
          {
            title: 'x',
            parameters: { v: null },
            steps:
              index === 6
                ? [task('self')]
                : [{ id: 'u', title: 'x', kind: 'use', of: `s${index + 1}`, with: { v: doubled } }],
          },
        ]),
      );
      return programme({}, { of: 's0', with: { v: value } }, more);
    };
    expect(told(copies(['x'], false))).toMatchObject([
      { code: 'definition/too-large', params: { variant: 'values' } },
    ]);
    expect(told(copies('xxxxxxxxxx', true))).toMatchObject([
      { code: 'definition/too-large', params: { variant: 'text' } },
    ]);
  });
});
