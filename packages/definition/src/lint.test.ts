import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand } from './expand.ts';
import { changed, heating } from './fixtures/heating.ts';
import { proceduresOf } from './lint/procedures.ts';
import { applyFix, type Finding, lint } from './lint.ts';
import { type Files, parse } from './parse.ts';
import type { ProgrammeSource } from './types.ts';

/** The line, from 1, of the first line of a file that holds a text. */
const lineWith = (files: Files, file: string, text: string): number =>
  (files[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;

const P = 'programme.yaml';
const R = 'rules.yaml';

interface Wrong {
  what: string;
  changes: [file: string, from: string, to: string][];
  code: string;
  /** A text in the line that is named. */
  here: string;
  file?: string;
  /** What the finding holds besides. */
  holds?: object;
  /** Whether a fix is offered that removes the finding. */
  fixed?: true;
}

const clerk = '  clerk: { title: 受理岗, level: township }';
const ask = '      ask: { title: 补正, to: papers }\n';
const end = '  - { id: approved, title: 已批准';

const rows: Wrong[] = [
  {
    what: 'a step behind a guard that is never true',
    changes: [
      [P, 'ask: { title: 补正, to: papers }', 'ask: { title: 补正, to: papers, guard: 1 = 2, refused: 不 }'],
    ],
    code: 'lint/unreachable-step',
    here: '- id: papers',
    holds: {
      params: { step: 'papers-notice', closed: 'decide.ask' },
      example: {
        kind: 'path',
        path: [{ step: 'apply' }, { step: 'assess' }, { step: 'decide', event: 'ask' }],
      },
    },
  },
  {
    what: 'the result that no row of a rule gives',
    changes: [
      [P, '    fail: decide', '    fail: refuse'],
      [
        P,
        end,
        `  - { id: refuse, title: 拒, kind: effect, effects: [{ letter: approval }], next: denied }\n${end}`,
      ],
    ],
    code: 'lint/unreachable-step',
    here: '- { id: refuse',
    holds: { params: { closed: 'assess.fail' } },
  },
  {
    what: 'a case that gets stuck',
    changes: [
      [P, ask, ask.replace('to: papers', 'to: limbo')],
      [
        P,
        '  - id: papers\n',
        '  - id: limbo\n    title: 待定\n    kind: task\n    role: clerk\n    outcomes:\n      go: { title: 继续, to: papers, guard: "false", refused: 不 }\n  - id: papers\n',
      ],
    ],
    code: 'lint/no-way-out',
    here: '- id: limbo',
    holds: {
      example: {
        path: [{ step: 'apply' }, { step: 'assess' }, { step: 'decide', event: 'ask', to: 'limbo' }],
      },
    },
  },
  {
    what: 'a loop without anybody in it',
    changes: [[P, '    unknown: decide', '    unknown: assess']],
    code: 'lint/automatic-loop',
    here: '- id: assess',
    holds: {
      params: { steps: ['assess'] },
      example: { path: [{ step: 'apply' }, { step: 'assess', event: 'unknown', to: 'assess' }] },
    },
  },
  {
    what: 'a condition that reads nothing',
    changes: [[P, 'guard: checks.assess.result = "pass"', 'guard: 1 < 2']],
    code: 'lint/constant-condition',
    here: 'guard: 1 < 2',
    fixed: true,
  },
  {
    what: 'a wait that may last for ever',
    changes: [
      [P, ask, ask.replace('to: papers', 'to: idle')],
      [
        P,
        '  - id: papers\n',
        '  - id: idle\n    title: 等\n    kind: wait\n    events: { wake: { title: 叫醒, to: papers, role: clerk } }\n    next: papers\n  - id: papers\n',
      ],
    ],
    code: 'lint/endless-wait',
    here: '- id: idle',
    holds: { params: { events: ['idle.wake'] } },
  },
  {
    what: 'a clock that starts with what never happens',
    changes: [
      [P, ask, ask.replace('to: papers }', 'to: papers, guard: "false", refused: 不 }')],
      [P, 'starts: [apply.submit]', 'starts: [decide.ask]'],
    ],
    code: 'lint/clock-never-starts',
    here: 'starts: [decide.ask]',
  },
  {
    what: 'a clock that nothing stops',
    changes: [[P, 'stops: [decide.approve, decide.deny]', 'stops: [apply.submit]']],
    code: 'lint/clock-never-stops',
    here: 'stops: [apply.submit]',
    holds: {
      example: {
        path: [
          { step: 'apply', event: 'submit', to: 'assess' },
          { step: 'assess' },
          { step: 'decide', event: 'deny', to: 'denied' },
        ],
      },
    },
  },
  {
    what: 'a clock that stops with what comes before it',
    changes: [[P, 'stops: [decide.approve,', 'stops: [apply.submit, decide.approve,']],
    code: 'lint/clock-idle',
    here: 'stops: [apply.submit',
    fixed: true,
  },
  {
    what: 'a clock that starts with something that never happens, too',
    changes: [
      [P, ask, ask.replace('to: papers }', 'to: papers, guard: "false", refused: 不 }')],
      [P, 'starts: [apply.submit]', 'starts: [apply.submit, decide.ask]'],
    ],
    code: 'lint/clock-idle',
    here: 'starts: [apply.submit, decide.ask]',
    holds: { params: { variant: 'start', event: 'decide.ask' } },
    fixed: true,
  },
  {
    what: 'a clock that stands where it does not run',
    changes: [[P, 'pauses-in: [papers]', 'pauses-in: [papers, inform]']],
    code: 'lint/clock-idle',
    here: 'pauses-in',
    holds: { params: { variant: 'pause', event: 'inform' } },
    fixed: true,
  },
  {
    what: 'more branches asked for than there are',
    changes: [
      [P, '    pass: decide', '    pass: both'],
      [
        P,
        '  - id: decide\n',
        `  - id: both
    title: 并行
    kind: parallel
    join: { at-least: 3 }
    branches:
      a: { title: 甲, steps: [{ id: a1, title: 甲, kind: task, role: clerk, outcomes: { ok: { title: 好, to: done } } }] }
      b: { title: 乙, steps: [{ id: b1, title: 乙, kind: task, role: clerk, outcomes: { ok: { title: 好, to: done } } }] }
    next: decide
  - id: decide
`,
      ],
    ],
    code: 'definition/join',
    here: 'at-least: 3',
    fixed: true,
  },
  {
    what: 'a role at a level at which nobody holds it',
    changes: [[P, '    role: clerk\n', '    role: clerk\n    level: county\n']],
    code: 'lint/role-level',
    here: '    level: county',
    fixed: true,
  },
  {
    what: 'people kept apart from those who come later',
    changes: [[P, 'separate-from: [apply]', 'separate-from: [apply, inform]']],
    code: 'lint/separate-from',
    here: 'separate-from',
    holds: { params: { variant: 'nobody' } },
    fixed: true,
  },
  {
    what: 'a schedule that opens cases which only an applicant may begin',
    changes: [
      [
        P,
        'start: apply',
        'schedules: [{ id: yearly, title: 每年, yearly: { month: 1, day: 1 } }]\nstart: apply',
      ],
    ],
    code: 'lint/schedule-applicant',
    here: 'schedules:',
  },
  {
    what: 'a field of an open form that no schema declares',
    changes: [
      ['application.schema.json', '"additionalProperties": false,\n  "required"', '"required"'],
      [P, 'request: { name: application.name }', 'request: { name: application.nam }'],
    ],
    code: 'lint/field-undeclared',
    here: 'application.nam }',
    fixed: true,
  },
  {
    what: 'a field that the layout does not show',
    changes: [[P, 'request: { name: application.name }', 'request: { name: application.code }']],
    code: 'lint/field-not-shown',
    here: 'application.code',
    fixed: true,
  },
  {
    what: 'a required field that the layout does not show',
    changes: [['application.layout.yaml', '      - name\n', '      - idNumber\n']],
    code: 'lint/field-hidden',
    file: 'application.layout.yaml',
    here: 'sections:',
    holds: { params: { field: 'name' } },
    fixed: true,
  },
  {
    what: 'a gap in a table',
    changes: [[R, '{ id: R2, result', '{ id: R2, if: { size: "> 5" }, result']],
    code: 'lint/row-never',
    file: R,
    here: 'id: R2',
    holds: { params: { above: 'R1', variant: 'above' }, example: { inputs: { size: 6 } } },
    fixed: true,
  },
  {
    what: 'rows of which at most one may fit',
    changes: [[R, 'hit: first', 'hit: unique']],
    code: 'lint/rule-overlap',
    file: R,
    here: 'id: R2',
    holds: { example: { kind: 'inputs', inputs: { size: 1 } } },
  },
  {
    what: 'a test that never holds',
    changes: [[R, 'if: { size: "> 0" }', 'if: { size: "< 0" }']],
    code: 'lint/row-never',
    file: R,
    here: 'size: "< 0"',
    holds: { params: { known: ['1 … ∞'], variant: 'input' } },
  },
  {
    what: 'a word that the input never is',
    changes: [
      [R, 'value: rooms }\n    rows', 'value: \'if rooms > 3 then "large" else "small"\' }\n    rows'],
      [R, 'if: { size: "> 0" }', `if: { size: '"lrge"' }`],
    ],
    code: 'lint/row-never',
    file: R,
    here: 'lrge',
    holds: { params: { nearest: 'large' } },
    fixed: true,
  },
  {
    what: 'a notice that shows what is sealed, through the values of a rule',
    changes: [
      [
        R,
        'values: { total: rooms * amount }',
        'values: { total: rooms * amount, who: "{ id: application.idNumber }" }',
      ],
      [
        P,
        '      - letter: approval\n      - award',
        '      - publish: { items: [{ label: 号码, value: checks.assess.who.id }] }\n      - letter: approval\n      - award',
      ],
    ],
    code: 'lint/sealed-shown',
    here: 'publish:',
    fixed: true,
  },
  {
    what: 'a letter that shows what is sealed',
    changes: [['letters/approval.md', '{{ application.name }}', '{{ "No. " + application.idNumber }}']],
    code: 'lint/sealed-in-letter',
    file: 'letters/approval.md',
    here: 'application.idNumber',
    holds: { severity: 'warning', params: { letter: 'approval' }, at: { pointer: '7' } },
  },
  {
    what: 'another case that would see what is sealed',
    changes: [
      [
        P,
        '      - award:',
        '      - send: { to: case.number, event: other.told, data: { id: application.idNumber } }\n      - award:',
      ],
    ],
    code: 'lint/sealed-shown',
    here: 'send:',
    holds: { params: { variant: 'send' } },
  },
  {
    what: 'a parameter without a value in between',
    changes: [
      [P, 'valid-to: 2026-01-01 }', 'valid-to: 2025-06-01 }'],
      [P, 'valid-from: 2026-01-01\nbasis', 'valid-from: 2025-01-01\nbasis'],
    ],
    code: 'lint/parameter-gap',
    here: 'valid-to: 2025-06-01',
    holds: { example: { inputs: { today: '2025-06-01' }, given: { 'parameters.amount': null } } },
    fixed: true,
  },
  {
    what: 'a parameter that ended before the first case',
    changes: [[P, '      - { value: 32000, valid-from: 2026-01-01 }\n', '']],
    code: 'lint/parameter-gap',
    here: 'valid-to: 2026-01-01',
    holds: { params: { variant: 'ended' } },
  },
  {
    what: 'a parameter that comes late',
    changes: [[P, 'valid-from: 2026-01-01\nbasis', 'valid-from: 2024-01-01\nbasis']],
    code: 'lint/parameter-late',
    here: 'value: 30000',
  },
  ...['role', 'form', 'letter', 'parameter', 'connector'].map((what): Wrong => {
    const declared: Record<string, [from: string, to: string]> = {
      role: [clerk, `${clerk}\n  extra: { title: 多余, level: county }`],
      form: ['forms:\n', 'forms:\n  extra: { title: 多余, schema: application.schema.json }\n'],
      letter: [
        'letters:\n',
        'letters:\n  extra: { title: 多余, template: letters/approval.md, number: "{n}" }\n',
      ],
      parameter: [
        'parameters:\n',
        'parameters:\n  extra: { title: 多余, unit: count, certainty: local, values: [{ value: 1, valid-from: 2025-01-01 }] }\n',
      ],
      connector: ['connectors:\n', 'connectors:\n  extra: { title: 多余, timeout: 1, retries: 1 }\n'],
    };
    return {
      what: `a ${what} that nothing uses`,
      changes: [[P, ...(declared[what] ?? ['', ''])]],
      code: 'lint/unused',
      here: 'extra:',
      holds: { params: { id: 'extra', what: { term: what } } },
      fixed: true,
    };
  }),
  {
    what: 'a rule that nothing asks',
    changes: [[P, '    rule: eligible\n', '']],
    code: 'lint/unused',
    file: R,
    here: '  eligible:',
  },
];

const withChanges = (changes: Wrong['changes']): Files =>
  changes.reduce<Files>((files, [file, from, to]) => changed(file, from, to, files), heating);

describe('lint', () => {
  it('finds nothing in a programme that is right', () => {
    expect(lint(heating)).toEqual([]);
  });

  it.each(rows)('names $what: $code', ({ changes, code, here, file = P, holds = {}, fixed }) => {
    const files = withChanges(changes);
    const found = lint(files);
    const line = lineWith(files, file, here);
    const one = found.find(
      (finding) => finding.code === code && finding.at.file === file && finding.at.line === line,
    );
    expect(
      one,
      JSON.stringify(found.map((finding) => [finding.code, finding.at, finding.params])),
    ).toBeDefined();
    expect(one).toMatchObject(holds);
    expect(one?.fix !== undefined).toBe(fixed ?? false);
    if (one?.fix === undefined) return;
    const after = lint(applyFix(files, one.fix));
    expect(after.filter((other) => other.code === code && other.at.pointer === one.at.pointer)).toEqual([]);
  });

  it('tells problems of reading alone, each with a fix where one word is meant', () => {
    const files = withChanges([
      [P, 'to: assess }', 'to: asess }'],
      [P, 'guard: checks.assess.result = "pass"', 'guard: "false"'],
    ]);
    const found = lint(files);
    expect(found.map(({ code }) => code)).toEqual(['definition/unknown-target']);
    expect(found[0]).toMatchObject({
      severity: 'error',
      at: { file: P, pointer: '/steps/0/outcomes/submit/to' },
    });
    expect(applyFix(files, found[0]?.fix ?? { edits: [] })[P]).toContain('to: assess }');
  });

  it('shows the way to where reading finds that a case gets stuck', () => {
    const files = withChanges([
      [P, ask, ask.replace('to: papers', 'to: limbo')],
      [
        P,
        end,
        `  - { id: limbo, title: 悬, kind: effect, effects: [{ letter: approval }], next: limbo }\n${end}`,
      ],
      [P, 'ask: { title', 'again: { title: 再, to: papers }\n      ask: { title'],
    ]);
    const found = lint(files);
    expect(found.map(({ code }) => code)).toEqual(['definition/no-way-out']);
    expect(found[0]?.example).toEqual({
      kind: 'path',
      path: [
        { step: 'apply', event: 'submit', to: 'assess' },
        { step: 'assess', event: 'pass', to: 'decide' },
        { step: 'decide', event: 'ask', to: 'limbo' },
      ],
    });
  });

  it('passes on what reading only warns of', () => {
    const found = lint({ ...heating, 'locales/en.json': '{}' });
    expect(found.length).toBeGreaterThan(0);
    for (const { code, severity } of found)
      expect([code, severity]).toEqual(['definition/locale-missing', 'warning']);
  });

  it('reads other columns of a table, where one is too large, no further than it says', () => {
    const ids = Array.from({ length: 24 }, (_, index) => `i${index}`);
    const inputs = ids
      .map((id, index) => `      - { id: ${id}, title: t, value: rooms = ${index} }`)
      .join('\n');
    // Rows without any order in what they test: no two combinations are alike.
    let seed = 7;
    const some = (count: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor(seed / 2 ** 16) % count;
    };
    const lines = Array.from({ length: 60 }, (_, row) => {
      const tests = new Map(Array.from({ length: 3 }, () => [`i${some(24)}`, `"${some(2) === 1}"`]));
      const written = [...tests].map((test) => test.join(': ')).join(', ');
      return `      - { id: T${row}, if: { ${written} }, result: pass, reason: x }`;
    });
    const rules = `rules:
  eligible:
    title: t
    hit: first
    let: [{ id: rooms, value: application.rooms }]
    inputs:
${inputs}
    rows:
${lines.join('\n')}
      - { id: LAST, result: pass, reason: x }
`;
    const found = lint({ ...heating, [R]: rules });
    expect(found.find(({ code }) => code === 'lint/too-many-cells')?.params).toMatchObject({
      rule: 'eligible',
    });
  });
});

describe('branches', () => {
  /** The programme with two branches side by side before the decision. */
  const parallel = (join: string, left: string, right: string): Files =>
    withChanges([
      [P, '    pass: decide', '    pass: both'],
      [
        P,
        '  - id: decide\n',
        `  - id: both
    title: 并行
    kind: parallel
    join: ${join}
    branches:
      left: { title: 甲, steps: [${left}] }
      right: { title: 乙, steps: [${right}] }
    next: decide
  - id: decide
`,
      ],
    ]);
  const codes = (files: Files) => lint(files).map(({ code }) => code);
  const task = '{ id: ID, title: 办, kind: task, role: clerk, outcomes: { ok: { title: 好, to: done } } }';
  const effect = '{ id: ID, title: 办, kind: effect, effects: [{ letter: approval }], next: TO }';
  const wait =
    '{ id: ID, title: 等, kind: wait, events: { come: { title: 来, to: done, role: clerk } }, next: done }';
  const named = (step: string, id: string, to = 'done') => step.replace('ID', id).replace('TO', to);

  it('that wait for ever are told where all must be done, and not where another may end them', () => {
    const steps = [named(wait, 'l'), named(task, 'r')] as const;
    expect(codes(parallel('all', ...steps))).toEqual(['lint/endless-wait']);
    expect(codes(parallel('any', ...steps))).toEqual([]);
  });

  it('that leave for elsewhere are told where the others wait for them', () => {
    const steps = [named(effect, 'l', 'decide'), named(task, 'r')] as const;
    expect(codes(parallel('all', ...steps))).toEqual(['lint/branch-never-done']);
    expect(codes(parallel('any', ...steps))).toEqual([]);
  });

  it('make a loop without anybody only when as many as are needed go on by themselves', () => {
    const again = (join: string, right: string): Files =>
      changed(
        P,
        '    next: decide\n  - id: decide',
        '    next: assess\n  - id: decide',
        parallel(join, named(effect, 'l'), right),
      );
    expect(codes(again('all', named(effect, 'r')))).toEqual(['lint/automatic-loop']);
    expect(codes(again('all', named(task, 'r')))).toEqual([]);
    expect(codes(again('any', named(task, 'r')))).toEqual(['lint/automatic-loop']);
  });

  it('share a letter that asks whether a form is there', () => {
    const files = changed(
      P,
      'forms:\n',
      'forms:\n  note: { title: 记录, schema: application.schema.json }\n',
      parallel(
        'all',
        named(task, 'l').replace('role: clerk,', 'role: clerk, form: note,'),
        named(effect, 'r'),
      ),
    );
    const read = changed(
      'letters/approval.md',
      '# 通知书',
      '# 通知书{{#if note != null}}（{{ note.rooms }}）{{/if}}',
      files,
    );
    expect(codes(read)).toEqual([]);
    const elsewhere = changed(P, 'form: note, ', '', read);
    expect(new Set(codes(elsewhere))).toEqual(new Set(['lint/never-filled', 'lint/unused']));
  });

  it('may read what is filled in beside them', () => {
    const files = changed(
      P,
      'forms:\n',
      'forms:\n  note: { title: 记录, schema: application.schema.json }\n',
      parallel(
        'all',
        named(task, 'l').replace('role: clerk,', 'role: clerk, form: note,'),
        named(effect, 'r').replace('letter: approval', 'letter: approval, when: note.rooms > 1'),
      ),
    );
    expect(codes(files)).toEqual([]);
    expect(codes(changed(P, 'guard: checks.assess.result = "pass"', 'guard: note.rooms > 1', files))).toEqual(
      [],
    );
    const early = changed(P, 'to: assess }', 'to: assess, guard: note.rooms > 1, refused: 不 }', files);
    expect(codes(early)).toEqual(['lint/never-filled']);
  });
});

describe('paths', () => {
  const ids = ['s0', 's1', 's2', 's3', 's4'];
  const target = fc.constantFrom(...ids, 'end');
  const closed = fc.constantFrom('', '', '1 = 2');
  const step = fc.oneof(
    fc.tuple(target, target, closed, closed).map(([one, other, first, second]) => ({
      kind: 'task',
      role: 'clerk',
      outcomes: Object.fromEntries(
        [
          { to: one, guard: first },
          { to: other, guard: second },
        ].map(({ to, guard }, index) => [
          `o${index}`,
          { title: `t${index}`, to, ...(guard === '' ? {} : { guard, refused: 'r' }) },
        ]),
      ),
    })),
    fc.tuple(target, target, closed).map(([next, otherwise, when]) => ({
      kind: 'effect',
      effects: [{ 'end-award': true }],
      next,
      ...(when === '' ? {} : { when, otherwise }),
    })),
    target.map((next) => ({ kind: 'wait', for: { days: 1, unit: 'working-day' }, next })),
  );
  const programme = fc.tuple(...ids.map(() => step)).map((steps) => ({
    aidflow: 1,
    programme: 'random',
    version: '1',
    title: 't',
    language: 'en',
    timezone: 'Asia/Shanghai',
    'valid-from': '2026-01-01',
    roles: { clerk: { title: 'Clerk', level: 'township' } },
    start: 's0',
    steps: [
      ...steps.map((one, index) => ({ id: ids[index], title: 't', ...one })),
      { id: 'end', title: 'e', kind: 'end', outcome: 'approved' },
    ],
  }));

  it('of findings can be walked, and lead where they say', () => {
    const told = new Map<string, number>();
    fc.assert(
      fc.property(programme, (source) => {
        const files = { [P]: JSON.stringify(source) };
        fc.pre(parse(files).ok);
        const [procedure] = proceduresOf(expand(source as unknown as ProgrammeSource), {});
        const leads = (from: string, event: string | null, to: string) =>
          procedure?.passages.find(
            (one) => one.from === from && one.to === to && (one.event ?? null) === event,
          );
        const found = lint(files);
        for (const finding of found) {
          if (finding.example?.kind !== 'path') continue;
          told.set(finding.code, (told.get(finding.code) ?? 0) + 1);
          const { path } = finding.example;
          let at = 's0';
          for (const [index, one] of path.entries()) {
            expect(one.step).toBe(at);
            const passage = leads(one.step, one.event, one.to);
            expect(passage).toBeDefined();
            // Only the last way to what cannot be reached is closed.
            const isGate = finding.code === 'lint/unreachable-step' && index === path.length - 1;
            expect(passage?.closed).toBe(isGate);
            at = one.to;
          }
          expect(at).toBe(whereItEnds(finding));
        }
        const stuck = found.filter(({ code }) => code === 'lint/no-way-out');
        if (stuck.length === 0) expect(ends('s0', source)).toBe(true);
        for (const { params } of stuck) expect(ends(String(params.step), source)).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(told.size).toBeGreaterThan(1);
  });

  function whereItEnds({ params }: Finding): unknown {
    return params.step ?? (params.steps as string[] | undefined)?.[0];
  }

  /** Whether a case can end from a step, by trying every way that is not closed. */
  function ends(from: string, source: { steps: object[] }): boolean {
    const seen = new Set<string>();
    const open = [from];
    for (const id of open) {
      if (id === 'end') return true;
      if (seen.has(id)) continue;
      seen.add(id);
      const one = source.steps.find((found) => Reflect.get(found, 'id') === id) as {
        outcomes?: Record<string, { to: string; guard?: string }>;
        next?: string;
        when?: string;
        otherwise?: string;
      };
      for (const { to, guard } of Object.values(one.outcomes ?? {})) if (guard === undefined) open.push(to);
      const next = one.when === undefined ? one.next : one.otherwise;
      if (next !== undefined) open.push(next);
    }
    return false;
  }
});
