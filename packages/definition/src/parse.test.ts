import { describe, expect, it } from 'vitest';
import { changed, heating } from './fixtures/heating.ts';
import { type Files, parse } from './parse.ts';
import type { Problem } from './problems.ts';

const problemsOf = (files: Files): Problem[] => {
  const result = parse(files);
  return result.ok ? result.warnings : result.problems;
};

/** The line, from 1, of the first line of a file that holds a text. */
const lineWith = (files: Files, file: string, text: string): number =>
  (files[file] ?? '').split('\n').findIndex((line) => line.includes(text)) + 1;

interface Wrong {
  what: string;
  change: [file: string, from: string, to: string];
  code: string;
  /** A text in the line that the problem must name. */
  here: string;
  /** The file, where it is not the changed one. */
  file?: string;
  pointer?: string;
  /** A word that the hint must name. */
  hint?: string;
}

const P = 'programme.yaml';
const R = 'rules.yaml';
const S = 'application.schema.json';
const L = 'application.layout.yaml';
const M = 'letters/approval.md';

const rows: Wrong[] = [
  // Syntax.
  {
    what: 'a quote left open',
    change: [P, 'title: 取暖补贴', 'title: "取暖补贴'],
    code: 'definition/yaml',
    here: 'title: "取暖',
  },
  {
    what: 'a key twice',
    change: [P, 'start: apply', 'start: apply\nstart: decide'],
    code: 'definition/yaml',
    here: 'start: decide',
  },
  {
    what: 'a tag',
    change: [P, 'start: apply', 'start: !!js/function apply'],
    code: 'definition/yaml',
    here: 'start:',
  },
  {
    what: 'two documents',
    change: [P, 'start: apply', 'start: apply\n---\nx: 1\n'],
    code: 'definition/yaml',
    here: '---',
  },
  {
    what: 'a comma too many',
    change: [S, '"rooms"],', '"rooms",],'],
    code: 'definition/json',
    here: '"required"',
  },
  {
    what: 'a key twice in JSON',
    change: [S, '"type": "object",', '"type": "object", "type": "object",'],
    code: 'definition/yaml',
    here: '"type": "object", "type"',
  },
  // Shape.
  {
    what: 'a misspelt key',
    change: [P, 'role: clerk', 'roles: clerk'],
    code: 'definition/unknown-key',
    here: 'roles: clerk',
    pointer: '/steps/2/roles',
    hint: '"role"',
  },
  {
    what: 'a missing key',
    change: [P, '    role: applicant\n', ''],
    code: 'definition/missing-key',
    here: '- id: apply',
    pointer: '/steps/0/role',
    hint: 'role',
  },
  {
    what: 'a misspelt value',
    change: [P, 'outcome: lapsed', 'outcome: laspsed'],
    code: 'definition/unknown-value',
    here: 'laspsed',
    pointer: '/steps/7/outcome',
    hint: '"lapsed"',
  },
  {
    what: 'a misspelt kind',
    change: [P, 'kind: effect', 'kind: efect'],
    code: 'definition/unknown-value',
    here: 'kind: efect',
    pointer: '/steps/4/kind',
    hint: '"effect"',
  },
  {
    what: 'no kind',
    change: [P, '    kind: effect\n', ''],
    code: 'definition/missing-key',
    here: '- id: inform',
    pointer: '/steps/4/kind',
    hint: 'kind',
  },
  {
    what: 'a number for a text',
    change: [P, 'version: "1"', 'version: 1'],
    code: 'definition/wrong-type',
    here: 'version: 1',
    pointer: '/version',
    hint: 'quotes',
  },
  {
    what: 'nothing for a text',
    change: [P, 'title: 取暖补贴', 'title:'],
    code: 'definition/wrong-type',
    here: 'title:',
    pointer: '/title',
  },
  {
    what: 'a text for a number',
    change: [P, 'retries: 2', 'retries: none'],
    code: 'definition/wrong-type',
    here: 'retries: none',
    pointer: '/connectors/registry/retries',
    hint: 'whole number',
  },
  {
    what: 'days that are neither a number nor an expression',
    change: [P, 'days: 10', 'days: 0'],
    code: 'definition/value',
    here: 'days: 0',
    pointer: '/clocks/handling/limit/days',
  },
  {
    what: 'an id with capitals',
    change: [P, '- id: inform', '- id: Inform'],
    code: 'definition/bad-name',
    here: 'id: Inform',
    pointer: '/steps/4/id',
  },
  {
    what: 'a parameter with hyphens',
    change: [P, '  amount:', '  base-amount:'],
    code: 'definition/bad-name',
    here: 'base-amount',
    pointer: '/parameters/base-amount',
  },
  {
    what: 'a day that no calendar has',
    change: [P, 'valid-from: 2026-01-01', 'valid-from: 2026-02-30'],
    code: 'definition/value',
    here: '02-30',
    pointer: '/valid-from',
    hint: 'ISO date',
  },
  {
    what: 'a misspelt effect',
    change: [P, '- letter: approval', '- leter: approval'],
    code: 'definition/unknown-key',
    here: 'leter',
    pointer: '/steps/4/effects/0/leter',
    hint: '"letter"',
  },
  {
    what: 'an effect that is none',
    change: [P, '- letter: approval', '- phone: approval'],
    code: 'definition/which',
    here: 'phone',
    pointer: '/steps/4/effects/0',
    hint: 'one',
  },
  {
    what: 'a check without rule and connector',
    change: [P, '    connector: registry\n    request: { name: application.name }\n    rule: eligible\n', ''],
    code: 'definition/which',
    here: '- id: assess',
    pointer: '/steps/1',
  },
  {
    what: 'another version of the language',
    change: [P, 'aidflow: 1', 'aidflow: 2'],
    code: 'definition/language-version',
    here: 'aidflow: 2',
    pointer: '/aidflow',
    hint: 'aidflow: 1',
  },
  {
    what: 'a layout with a misspelt key',
    change: [L, 'help:', 'hepl:'],
    code: 'definition/unknown-key',
    here: 'hepl',
    pointer: '/sections/0/fields/1/hepl',
    hint: '"help"',
  },
  {
    what: 'a rule with a misspelt result',
    change: [R, 'result: pass', 'result: passed'],
    code: 'definition/unknown-value',
    here: 'passed',
    pointer: '/rules/eligible/rows/0/result',
    hint: '"pass"',
  },
  // Flow.
  {
    what: 'a misspelt target',
    change: [P, 'to: assess', 'to: asses'],
    code: 'definition/unknown-target',
    here: 'to: asses',
    pointer: '/steps/0/outcomes/submit/to',
    hint: '"assess"',
  },
  {
    what: 'a target of a shorthand',
    change: [P, 'lapsed: lapsed', 'lapsed: laps'],
    code: 'definition/unknown-target',
    here: 'lapsed: laps',
    pointer: '/steps/3/lapsed',
    hint: '"lapsed"',
  },
  {
    what: 'done outside of a branch',
    change: [P, 'next: approved', 'next: done'],
    code: 'definition/unknown-target',
    here: 'next: done',
    pointer: '/steps/4/next',
  },
  {
    what: 'an id twice',
    change: [
      P,
      '- { id: lapsed,',
      '- { id: denied, title: x, kind: end, outcome: denied }\n  - { id: lapsed,',
    ],
    code: 'definition/duplicate-step',
    here: 'title: x',
    pointer: '/steps/7/id',
  },
  {
    what: 'an id that a shorthand takes',
    change: [
      P,
      '- { id: lapsed,',
      '- { id: papers-notice, title: x, kind: end, outcome: denied }\n  - { id: lapsed,',
    ],
    code: 'definition/duplicate-step',
    here: 'papers-notice',
    pointer: '/steps/7/id',
  },
  {
    what: 'a step that nothing leads to',
    change: [
      P,
      '- { id: lapsed,',
      '- { id: alone, title: x, kind: end, outcome: denied }\n  - { id: lapsed,',
    ],
    code: 'definition/unreachable-step',
    here: 'id: alone',
    pointer: '/steps/7',
  },
  {
    what: 'a step that goes round in itself',
    change: [P, 'next: approved', 'next: inform'],
    code: 'definition/no-way-out',
    here: '- id: inform',
    pointer: '/steps/4',
  },
  {
    what: 'a start that is none',
    change: [P, 'start: apply', 'start: aply'],
    code: 'definition/unknown-step',
    here: 'start: aply',
    pointer: '/start',
    hint: '"apply"',
  },
  {
    what: 'a start that is no task',
    change: [P, 'start: apply', 'start: assess'],
    code: 'definition/start',
    here: 'start: assess',
    pointer: '/start',
  },
  {
    what: 'when without otherwise',
    change: [P, '    separate-from: [apply]', '    when: case.registered > 0\n    separate-from: [apply]'],
    code: 'definition/no-otherwise',
    here: 'when: case',
    pointer: '/steps/2/when',
  },
  {
    what: 'a reserved step id',
    change: [
      P,
      '- { id: lapsed,',
      '- { id: withdraw, title: x, kind: end, outcome: denied }\n  - { id: lapsed,',
    ],
    code: 'definition/reserved-name',
    here: 'id: withdraw',
    pointer: '/steps/7/id',
  },
  {
    what: 'a reserved outcome',
    change: [P, 'submit: { title: 提交', 'elapsed: { title: 提交'],
    code: 'definition/reserved-name',
    here: 'elapsed:',
    pointer: '/steps/0/outcomes/elapsed',
  },
  // References.
  {
    what: 'an unknown form',
    change: [P, '    form: application\n    outcomes', '    form: aplication\n    outcomes'],
    code: 'definition/unknown-form',
    here: 'aplication',
    pointer: '/steps/0/form',
    hint: '"application"',
  },
  {
    what: 'an unknown rule',
    change: [P, 'rule: eligible', 'rule: eligibel'],
    code: 'definition/unknown-rule',
    here: 'eligibel',
    pointer: '/steps/1/rule',
    hint: '"eligible"',
  },
  {
    what: 'an unknown letter',
    change: [P, '- letter: approval', '- letter: aproval'],
    code: 'definition/unknown-letter',
    here: 'aproval',
    pointer: '/steps/4/effects/0/letter',
    hint: '"approval"',
  },
  {
    what: 'an unknown role',
    change: [P, 'role: clerk', 'role: clark'],
    code: 'definition/unknown-role',
    here: 'clark',
    pointer: '/steps/2/role',
    hint: '"clerk"',
  },
  {
    what: 'an unknown connector',
    change: [P, 'connector: registry', 'connector: registri'],
    code: 'definition/unknown-connector',
    here: 'registri',
    pointer: '/steps/1/connector',
    hint: '"registry"',
  },
  {
    what: 'an unknown basis',
    change: [P, '    basis: county-rules', '    basis: county-rule'],
    code: 'definition/unknown-basis',
    here: '    basis: county-rule',
    pointer: '/clocks/handling/basis',
    hint: '"county-rules"',
  },
  {
    what: 'an unknown basis in a rule',
    change: [R, 'basis: county-rules', 'basis: town-rules'],
    code: 'definition/unknown-basis',
    here: 'town-rules',
    pointer: '/rules/eligible/rows/1/basis',
  },
  {
    what: 'an unknown step to pause in',
    change: [P, 'pauses-in: [papers]', 'pauses-in: [paper]'],
    code: 'definition/unknown-step',
    here: '[paper]',
    pointer: '/clocks/handling/pauses-in/0',
    hint: '"papers"',
  },
  {
    what: 'an unknown step to be separate from',
    change: [P, 'separate-from: [apply]', 'separate-from: [aply]'],
    code: 'definition/unknown-step',
    here: 'aply',
    pointer: '/steps/2/separate-from/0',
    hint: '"apply"',
  },
  {
    what: 'an event that no step raises',
    change: [P, 'starts: [apply.submit]', 'starts: [apply.sumbit]'],
    code: 'definition/clock-event',
    here: 'sumbit',
    pointer: '/clocks/handling/starts/0',
    hint: '"apply.submit"',
  },
  {
    what: 'a task that cannot run out of time',
    change: [P, 'decide.deny]', 'decide.elapsed]'],
    code: 'definition/clock-event',
    here: 'decide.elapsed',
    pointer: '/clocks/handling/stops/1',
  },
  {
    what: 'an unknown parameter',
    change: [P, 'amount: parameters.amount', 'amount: parameters.amuont'],
    code: 'definition/unknown-parameter',
    here: 'amuont',
    pointer: '/steps/4/effects/1/award/amount',
    hint: '"amount"',
  },
  {
    what: 'an unknown check',
    change: [P, 'guard: checks.assess.result', 'guard: checks.asess.result'],
    code: 'definition/unknown-check',
    here: 'asess',
    pointer: '/steps/2/outcomes/approve/guard',
    hint: '"assess"',
  },
  {
    what: 'an input that the rule lacks',
    change: [R, 'if: { size:', 'if: { sise:'],
    code: 'definition/unknown-input',
    here: 'sise',
    pointer: '/rules/eligible/rows/0/if/sise',
    hint: '"size"',
  },
  {
    what: 'a row id twice',
    change: [R, 'id: R2', 'id: R1'],
    code: 'definition/duplicate-id',
    here: 'no-rooms',
    pointer: '/rules/eligible/rows/1/id',
  },
  {
    what: 'periods that overlap',
    change: [P, 'valid-to: 2026-01-01', 'valid-to: 2026-02-01'],
    code: 'definition/parameter-period',
    here: 'value: 32000',
    pointer: '/parameters/amount/values/1/valid-from',
  },
  {
    what: 'a period that ends before it begins',
    change: [P, 'valid-to: 2026-01-01', 'valid-to: 2024-01-01'],
    code: 'definition/parameter-period',
    here: 'value: 30000',
    pointer: '/parameters/amount/values/0/valid-to',
  },
  // Expressions.
  {
    what: 'an expression that ends too early',
    change: [P, 'amount: parameters.amount', 'amount: parameters.amount *'],
    code: 'definition/feel',
    here: 'amount *',
    pointer: '/steps/4/effects/1/award/amount',
    hint: 'operator',
  },
  {
    what: 'a unary test that cannot be read',
    change: [R, '"> 0"', '"> "'],
    code: 'definition/feel',
    here: '"> "',
    pointer: '/rules/eligible/rows/0/if/size',
  },
  {
    what: 'an expression that reads the clock',
    change: [R, 'value: application.rooms', 'value: today()'],
    code: 'definition/feel-clock',
    here: 'today()',
    pointer: '/rules/eligible/let/0/value',
    hint: 'date(today)',
  },
  {
    what: 'a field that the form lacks',
    change: [R, 'value: application.rooms', 'value: application.romms'],
    code: 'definition/unknown-field',
    here: 'romms',
    pointer: '/rules/eligible/let/0/value',
    hint: '"rooms"',
  },
  {
    what: 'a field that an item of a list lacks',
    change: [R, 'value: application.rooms', 'value: count(application.members.nam)'],
    code: 'definition/unknown-field',
    here: 'nam)',
    pointer: '/rules/eligible/let/0/value',
    hint: '"name"',
  },
  {
    what: 'a name that nothing has',
    change: [R, 'value: rooms }', 'value: romms }'],
    code: 'definition/unknown-name',
    here: 'romms',
    pointer: '/rules/eligible/inputs/0/value',
    hint: '"rooms"',
  },
  {
    what: 'a function that nothing has',
    change: [R, 'value: application.rooms', 'value: cuont(application.members)'],
    code: 'definition/unknown-name',
    here: 'cuont',
    pointer: '/rules/eligible/let/0/value',
  },
  {
    what: 'an endless loop',
    change: [R, 'value: application.rooms', 'value: count(for i in 1..100000000 return i)'],
    code: 'definition/too-large',
    here: '100000000',
    pointer: '/rules/eligible/let/0/value',
  },
  {
    what: 'a form that hides a name',
    change: [
      P,
      '  application: { title',
      '  case: { title: x, schema: application.schema.json }\n  application: { title',
    ],
    code: 'definition/reserved-name',
    here: 'case: {',
    pointer: '/forms/case',
  },
  // Files.
  {
    what: 'a form schema that is missing',
    change: [P, 'schema: application.schema.json', 'schema: aplication.schema.json'],
    code: 'definition/file-missing',
    here: 'aplication.schema',
    pointer: '/forms/application/schema',
    hint: 'application.schema.json',
  },
  {
    what: 'a path out of the folder',
    change: [P, 'schema: application.schema.json', 'schema: ../application.schema.json'],
    code: 'definition/file-path',
    here: '../',
    pointer: '/forms/application/schema',
  },
  {
    what: 'a form schema with a misspelt type',
    change: [S, '"type": "integer"', '"type": "integr"'],
    code: 'definition/unknown-value',
    here: 'integr',
    pointer: '/properties/rooms/type',
    hint: '"integer"',
  },
  {
    what: 'a form schema with a misspelt keyword',
    change: [S, '"minLength"', '"minLenght"'],
    code: 'definition/unknown-key',
    here: 'minLenght',
    pointer: '/properties/name/minLenght',
    hint: '"minLength"',
  },
  {
    what: 'a form schema with an unknown format',
    change: [S, '"resident-id"', '"residentid"'],
    code: 'definition/unknown-value',
    here: 'residentid',
    pointer: '/properties/idNumber/format',
    hint: '"resident-id"',
  },
  {
    what: 'a privacy that is none',
    change: [S, '"x-privacy": "sealed"', '"x-privacy": "seal"'],
    code: 'definition/unknown-value',
    here: '"seal"',
    pointer: '/properties/idNumber/x-privacy',
    hint: '"sealed"',
  },
  {
    what: 'a reference that leads nowhere',
    change: [S, '#/$defs/member', '#/$defs/membre'],
    code: 'definition/form-schema',
    here: 'membre',
    pointer: '/properties/members/items/$ref',
  },
  {
    what: 'a form that is no object',
    change: [S, '"type": "object",\n  "additional', '"type": "array",\n  "additional'],
    code: 'definition/form-schema',
    here: '"type": "array",',
    pointer: '/type',
  },
  {
    what: 'a pattern that may run for ever',
    change: [S, '^[0-9]{1,18}$', '^([0-9]+)+$'],
    code: 'definition/slow-pattern',
    here: '"pattern"',
    pointer: '/properties/code/pattern',
    hint: 'Nested quantifiers',
  },
  {
    what: 'a field that the schema lacks',
    change: [L, 'field: /rooms', 'field: /room'],
    code: 'definition/layout-field',
    here: '/room,',
    pointer: '/sections/0/fields/1/field',
    hint: '"rooms"',
  },
  {
    what: 'a field that the item lacks',
    change: [L, 'fields: [name]', 'fields: [nam]'],
    code: 'definition/layout-field',
    here: '[nam]',
    pointer: '/sections/0/fields/2/fields/0',
    hint: '"name"',
  },
  {
    what: 'a rule between answers that shows its message at no field',
    change: [L, 'sections:', "must: [{ that: 'rooms > 0', at: [room], say: '至少一间' }]\nsections:"],
    code: 'definition/layout-field',
    here: 'room]',
    pointer: '/must/0/at/0',
    hint: '"rooms"',
  },
  {
    what: 'a rule between the answers of an item that cannot be read',
    change: [L, 'fields: [name]', 'fields: [name]\n        must: [{ that: "name >", at: [name], say: x }]'],
    code: 'definition/feel',
    here: 'name >',
    pointer: '/sections/0/fields/2/must/0/that',
  },
  {
    what: 'a letter that names an unknown field',
    change: [M, 'application.name', 'application.nmae'],
    code: 'definition/letter-field',
    here: 'nmae',
    hint: '"name"',
  },
  {
    what: 'a letter that names an unknown form',
    change: [M, 'application.name', 'aplication.name'],
    code: 'definition/letter-field',
    here: 'aplication',
    hint: '"application"',
  },
  {
    what: 'a letter that names an unknown part of letter',
    change: [M, 'letter.delegation != null', 'letter.delegate != null'],
    code: 'definition/letter-field',
    here: 'delegate !=',
  },
  {
    what: 'a letter with an open block',
    change: [M, '{{/if}}', ''],
    code: 'definition/letter-block',
    here: '#if',
  },
  {
    what: 'a letter with an expression that cannot be read',
    change: [M, 'yuan(parameters.amount)', 'yuan(parameters.amount'],
    code: 'definition/feel',
    here: 'yuan(',
  },
  {
    what: 'a letter number with an unknown place',
    change: [P, '{year}', '{yaer}'],
    code: 'definition/letter-field',
    here: 'yaer',
    pointer: '/letters/approval/number',
    hint: '"year"',
  },
];

describe('parse', () => {
  it('reads a sound programme without a word', () => {
    expect(problemsOf(heating)).toEqual([]);
    expect(parse(heating).ok).toBe(true);
  });

  it.each(rows)('names $what: $code', ({ change, code, here, file = change[0], pointer, hint }) => {
    const files = changed(...change);
    const found = problemsOf(files);
    const one = found.find((problem) => problem.code === code);
    expect(one, JSON.stringify(found)).toBeDefined();
    expect(one?.file).toBe(file);
    expect(one?.line).toBe(lineWith(files, file, here));
    if (pointer !== undefined) expect(one?.pointer).toBe(pointer);
    if (hint !== undefined) expect(one?.hint).toContain(hint);
  });

  it('stops at nothing but warnings', () => {
    const files = changed(R, 'value: rooms }', 'value: romms }');
    const result = parse(files);
    expect(result.ok && result.warnings.map(({ code, severity }) => [code, severity])).toEqual([
      ['definition/unknown-name', 'warning'],
    ]);
  });

  it('says only that programme.yaml is missing where it is', () => {
    expect(problemsOf({}).map(({ code }) => code)).toEqual(['definition/file-missing']);
  });

  it('warns of texts and letters that another language lacks, once for each text', () => {
    const found = problemsOf({ ...heating, 'locales/en.json': '{ "申请": "Apply" }' });
    expect(
      found.every(({ code, severity }) => code === 'definition/locale-missing' && severity === 'warning'),
    ).toBe(true);
    const texts = found.map(({ params }) => params?.text);
    expect(texts).toContain('取暖补贴');
    expect(texts).not.toContain('申请');
    // Two forms of 姓名 in the schema.
    expect(texts.filter((text) => text === '姓名')).toHaveLength(1);
    expect(found.find(({ params }) => params?.variant === 'letter')?.hint).toContain(
      'letters/approval.en.md',
    );
  });

  it('gives letters in every language they are written in', () => {
    const result = parse({ ...heating, 'letters/approval.en.md': 'Dear {{ application.name }}' });
    expect(result.ok && Object.keys(result.programme.letters.approval?.text ?? {}).sort()).toEqual([
      'en',
      'zh',
    ]);
  });

  it('tells a branch from what lies outside of it', () => {
    const parallel = `- id: both
    title: 并行
    kind: parallel
    join: all
    branches:
      one: { title: 一, steps: [{ id: first, title: 一, kind: task, role: clerk, outcomes: { ok: { title: 好, to: done } } }] }
      two: { title: 二, steps: [{ id: second, title: 二, kind: task, role: clerk, outcomes: { ok: { title: 好, to: first }, out: { title: 出, to: denied } } }] }
    next: inform
  - id: inform`;
    const files = changed(P, '- id: inform', parallel, changed(P, 'to: inform', 'to: both'));
    expect(problemsOf(files)).toMatchObject([
      { code: 'definition/unknown-target', pointer: '/steps/4/branches/two/steps/0/outcomes/ok/to' },
    ]);
    const sound = changed(P, 'to: first', 'to: done', files);
    expect(problemsOf(sound)).toEqual([]);
    const ending = changed(
      P,
      '{ id: second,',
      '{ id: stop, title: 停, kind: end, outcome: denied }, { id: second,',
      sound,
    );
    expect(problemsOf(ending)).toMatchObject([
      { code: 'definition/end-in-branch', pointer: '/steps/4/branches/two/steps/0' },
    ]);
  });

  it('lets a schedule see its record, and nothing of a case', () => {
    const schedule = (item: string) =>
      changed(
        P,
        'start: apply',
        `records: { house: { title: 房屋, states: { sound: { title: 完好 } } } }
schedules: [{ id: yearly, title: 年检, for-each: house, yearly: { month: 1, day: 5 }, item: { a: ${item} } }]
start: apply`,
      );
    expect(problemsOf(schedule('record.data.owner'))).toEqual([]);
    expect(problemsOf(schedule('case.number'))).toMatchObject([{ code: 'definition/unknown-name' }]);
  });
});

it('takes a step of another kind as a start only where a schedule opens cases with it', () => {
  const schedule = 'start: assess\nschedules:\n  - { id: yearly, title: 年检, yearly: { month: 3, day: 1 } }';
  const codes = problemsOf(changed(P, 'start: apply', schedule)).map(({ code }) => code);
  expect(codes).not.toContain('definition/start');
  const other = schedule
    .replace('day: 1 }', 'day: 1 }, start: apply')
    .replace('start: assess', 'start: assess\nstarts: [apply]');
  expect(problemsOf(changed(P, 'start: apply', other)).map(({ code }) => code)).toContain('definition/start');
});
