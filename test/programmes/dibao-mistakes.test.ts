/**
 * Mistakes as a hurried analyst makes them, each in a copy of a real programme: every one is named with its file and
 * line, and where there is one right way to repair it, the offered fix does.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyFix, type Example, type Files, type Finding, lint, parse } from '@aidflow/definition';
import { programmeFolders } from '@aidflow/programmes';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(programmeFolders.dibao as URL);
const sound: Files = Object.fromEntries(
  globSync('**/*.{yaml,json,md}', { cwd: folder, exclude: (path) => path.startsWith('scenarios') })
    .filter((path) => !path.startsWith('scenarios'))
    .map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
);

interface Mistake {
  what: string;
  file: string;
  from: string;
  to: string;
  code: string;
  /** A text in the line that is named; of the changed text, when it is left out. */
  here?: string;
  /** The file that is named, where it is another than the changed one. */
  in?: string;
  /** What the fix does: gives the file back as it was, or removes the finding. None: nobody can know what was meant. */
  fix?: 'restores' | 'repairs';
  /** A part of the example. */
  example?: Partial<Example> | { path: unknown };
}

const P = 'programme.yaml';
const R = 'rules.yaml';

const mistakes: Mistake[] = [
  {
    what: 'a mistyped target',
    file: P,
    from: '        title: 记录评议结果\n        to: opinion',
    to: '        title: 记录评议结果\n        to: opnion',
    code: 'definition/unknown-target',
    here: 'to: opnion',
    fix: 'restores',
  },
  {
    what: 'a deleted outcome',
    file: P,
    from: `      deny:
        title: 不予确认
        to: deny
        decides: denied
        reasons: required
        requires:
          - *visited
`,
    to: '',
    code: 'definition/clock-event',
    here: 'stops: [confirm.approve, confirm.deny]',
  },
  {
    what: 'a mistyped role',
    file: P,
    from: 'role: reviewer\n',
    to: 'role: reviwer\n',
    code: 'definition/unknown-role',
    here: 'role: reviwer',
    fix: 'restores',
  },
  {
    what: 'the role of another level',
    file: P,
    from: '    level: township\n    role: reviewer',
    to: '    level: township\n    role: auditor',
    code: 'lint/role-level',
    here: '    level: township\n    role: auditor',
    fix: 'repairs',
  },
  {
    what: 'a threshold that leaves a gap',
    file: R,
    from: 'if: { alone: "true", withinMargin: "true", severe: "true" }',
    to: 'if: { alone: "true", withinMargin: "true", severe: "true", ownNetIncome: "> monthlyStandard" }',
    code: 'lint/rule-gap',
    here: '    rows:\n      - { id: E1,',
    fix: 'repairs',
    example: { inputs: expect.objectContaining({ alone: true, withinMargin: true, severe: true }) },
  },
  {
    what: 'a row whose test was turned round',
    file: R,
    from: 'if: { alone: "false", withinMargin: "true" }',
    to: 'if: { alone: "false", withinMargin: "false" }',
    code: 'lint/rule-gap',
    here: '    rows:\n      - { id: E1,',
    fix: 'repairs',
    example: { inputs: expect.objectContaining({ alone: false, withinMargin: true }) },
  },
  {
    what: 'two rows in the wrong order',
    file: R,
    from: `      - { id: V7, if: { companies: "> 0" }, result: unknown, reason: company-registered, basis: county-rules }
      - { id: V8, if: {}, result: pass, reason: nothing-found, basis: measures-2021 }`,
    to: `      - { id: V8, if: {}, result: pass, reason: nothing-found, basis: measures-2021 }
      - { id: V7, if: { companies: "> 0" }, result: unknown, reason: company-registered, basis: county-rules }`,
    code: 'lint/row-never',
    here: 'id: V7',
    fix: 'restores',
    example: { inputs: expect.objectContaining({ companies: 1 }) },
  },
  {
    what: 'an event mistyped that a clock waits for',
    file: P,
    from: 'stops: [visit.begun]',
    to: 'stops: [visit.begum]',
    code: 'definition/clock-event',
    here: 'stops: [visit.begum]',
    fix: 'restores',
  },
  {
    what: 'a clock that stops with what was before',
    file: P,
    from: 'stops: [visit.begun]',
    to: 'stops: [apply.submit]',
    code: 'lint/clock-never-stops',
    here: 'stops: [apply.submit]',
    example: { path: expect.arrayContaining([{ step: 'accept', event: 'accept', to: 'register' }]) },
  },
  {
    what: 'a field renamed in the schema alone',
    file: 'application.schema.json',
    from: '"workCosts":',
    to: '"workCost":',
    code: 'definition/unknown-field',
    in: R,
    here: 'id: workCosts, value:',
    fix: 'repairs',
  },
  {
    what: 'a letter that names a field that is not there',
    file: 'letters/approval.md',
    from: 'application.bank.holder',
    to: 'application.bank.holdr',
    code: 'definition/letter-field',
    fix: 'restores',
  },
  {
    what: 'a text without its translation',
    file: 'locales/en.json',
    from: '  "初审意见": ',
    to: '  "初审的意见": ',
    code: 'definition/locale-missing',
    in: P,
    here: 'opinion: { title: 初审意见, ',
  },
  {
    what: 'a notice that shows an identity number',
    file: P,
    from: '      - { label: 所在村（社区）, value: name(case.division) }',
    to: '      - { label: 身份证号码, value: application.applicant.idNumber }\n      - { label: 所在村（社区）, value: name(case.division) }',
    code: 'lint/sealed-shown',
    here: 'label: 身份证号码',
    fix: 'restores',
    example: {
      path: expect.arrayContaining([{ step: 'opinion', event: 'propose-approve', to: 'notice-publish' }]),
    },
  },
  {
    what: 'a letter that shows a bank card',
    file: 'letters/approval.md',
    from: '发放到{{ application.bank.holder }}',
    to: '发放到{{ application.bank.number }}',
    code: 'lint/sealed-in-letter',
  },
  {
    what: 'wrong indentation',
    file: P,
    from: '    title: 确认\n    kind: task',
    to: '   title: 确认\n    kind: task',
    code: 'definition/yaml',
    here: '   title: 确认\n    kind: task',
  },
  {
    what: 'a step id twice',
    file: P,
    from: '  - id: appraisal\n',
    to: '  - id: clarify\n',
    code: 'definition/duplicate-step',
    here: '  - id: clarify\n    title: 民主评议',
  },
  {
    what: 'a month that does not exist',
    file: P,
    from: '{ value: 50000, valid-from: 2026-01-01 }',
    to: '{ value: 50000, valid-from: 2026-13-01 }',
    code: 'definition/value',
    here: '2026-13-01',
  },
  {
    what: 'an overdue task that leads nowhere',
    file: P,
    from: 'within: { days: parameters.acceptDays, unit: working-day }',
    to: 'within: { days: parameters.acceptDays, unit: working-day, on-overdue: laps }',
    code: 'definition/unknown-target',
    here: 'on-overdue: laps',
    fix: 'repairs',
  },
  {
    what: 'a delegation to the level that has the power already',
    file: P,
    from: 'delegable: { level: township,',
    to: 'delegable: { level: county,',
    code: 'lint/delegable-level',
    here: 'delegable: { level: county',
    fix: 'restores',
  },
  {
    what: 'a delegation to a role of another level',
    file: P,
    from: 'delegable: { level: township, role: leader,',
    to: 'delegable: { level: township, role: committee,',
    code: 'lint/delegable-role',
    here: 'role: committee,',
    fix: 'repairs',
  },
  {
    what: 'a condition in too many quotes',
    file: P,
    from: 'when: case.delegated\n',
    to: `when: '"case.delegated"'\n`,
    code: 'lint/constant-condition',
    here: `when: '"case.delegated"'`,
  },
  {
    what: 'a guard that can never be true',
    file: P,
    from: `- that: checks.assess.result = "pass"\n`,
    to: `- that: '"checks.assess.result" = "pass"'\n`,
    code: 'lint/unreachable-step',
    here: '- id: approve',
    example: { path: expect.arrayContaining([{ step: 'confirm', event: 'approve', to: 'approve' }]) },
  },
  {
    what: 'a gap between two values of a standard',
    file: P,
    from: '{ value: 47000, valid-from: 2025-01-01, valid-to: 2026-01-01 }',
    to: '{ value: 47000, valid-from: 2025-01-01, valid-to: 2025-12-01 }',
    code: 'lint/parameter-gap',
    fix: 'restores',
    example: { inputs: { today: '2025-12-01' } },
  },
  {
    what: 'two outcomes of one name',
    file: P,
    from: 'propose-deny:\n        title: 拟不予确认\n',
    to: 'propose-deny:\n        title: 拟予确认，进行公示\n',
    code: 'lint/same-title',
    here: 'title: 拟予确认，进行公示\n        to: county-visit',
  },
  {
    what: 'officers kept apart from themselves',
    file: P,
    from: 'separate-from: [opinion, visit]',
    to: 'separate-from: [opinion, visit, confirm]',
    code: 'lint/separate-from',
    fix: 'restores',
  },
  {
    what: 'a check that is asked again for ever',
    file: P,
    from: '              - letter: check-result\n            next: recheck',
    to: '              - letter: check-result\n            next: verification',
    code: 'lint/automatic-loop',
    here: '          - id: verification',
    example: {
      path: expect.arrayContaining([{ step: 'verification', event: 'fail', to: 'tell-check-result' }]),
    },
  },
  {
    what: 'a branch that leaves the others behind',
    file: P,
    from: '                title: 提交调查记录\n                to: done',
    to: '                title: 提交调查记录\n                to: assess',
    code: 'lint/branch-never-done',
    here: '      visit:\n        title: 入户调查',
  },
  {
    what: 'a field that the form leaves out',
    file: 'application.layout.yaml',
    from: '      - area\n',
    to: '',
    code: 'lint/field-hidden',
    here: 'sections:',
    fix: 'repairs',
  },
  {
    what: 'a version without quotes',
    file: P,
    from: 'version: "2026.1"',
    to: 'version: 2026.1',
    code: 'definition/wrong-type',
    fix: 'restores',
  },
  {
    what: 'a mistyped key',
    file: P,
    from: 'investigate-again: { title: 重新调查, to: inquiry, reasons: required }',
    to: 'investigate-again: { title: 重新调查, to: inquiry, reason: required }',
    code: 'definition/unknown-key',
    fix: 'restores',
  },
  {
    what: 'a decision that reads what is written after it',
    file: P,
    from: 'guard: checks.assess.result = "pass"\n        refused: 低保认定未通过，不能',
    to: 'guard: service.date != null\n        refused: 低保认定未通过，不能',
    code: 'lint/never-filled',
    here: 'guard: service.date',
  },
  {
    what: 'two signatures of one applicant',
    file: P,
    from: '    role: applicant\n    form: application',
    to: '    role: applicant\n    by: 2\n    form: application',
    code: 'lint/by-applicant',
    here: '    by: 2',
    fix: 'restores',
  },
  {
    what: 'a role left over',
    file: P,
    from: '  auditor: {',
    to: '  checker: { title: 核对岗, level: county }\n  auditor: {',
    code: 'lint/unused',
    here: 'checker:',
    fix: 'restores',
  },
  {
    what: 'a form left over',
    file: P,
    from: '  service: {',
    to: '  opinionAgain: { title: 初审意见, schema: opinion.schema.json }\n  service: {',
    code: 'lint/unused',
    here: 'opinionAgain:',
    fix: 'restores',
  },
  {
    what: 'a notice about somebody whose identity is sealed',
    file: 'application.schema.json',
    from: '    "applicant": {\n      "title": "申请人",',
    to: '    "applicant": {\n      "title": "申请人",\n      "x-privacy": "sealed",',
    code: 'lint/sealed-subject',
    in: P,
    here: '  - id: notice',
  },
];

/** The line, from 1, on which a text begins. */
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

it('the programme itself has none', () => {
  expect(lint(sound)).toEqual([]);
});

describe('a mistake is told with its place, and repaired where it can be', () => {
  it.each(mistakes)('$what: $code', ({ file, from, to, code, here = to, in: named = file, fix, example }) => {
    const text = sound[file] ?? '';
    expect(text).toContain(from);
    const files = { ...sound, [file]: text.replace(from, () => to) };
    const line = lineOf(files[named] ?? '', here);
    const found = lint(files);
    const one = found.find(
      (finding) => finding.code === code && finding.at.file === named && finding.at.line === line,
    );
    expect(one, JSON.stringify(found.map(({ code: other, at }) => [other, at.file, at.line]))).toBeDefined();
    if (one === undefined) return;
    for (const words of [one.message.zh, one.message.en]) {
      expect(`${words.title}${words.detail}${words.hint}`).not.toMatch(/\{[a-z]|undefined|\[object/);
    }
    if (example !== undefined) expect(one.example).toMatchObject(example);
    expect(one.fix !== undefined, JSON.stringify(one.fix)).toBe(fix !== undefined);
    if (one.fix === undefined) return;
    const repaired = applyFix(files, one.fix);
    if (fix === 'restores') expect(repaired).toEqual(sound);
    else expect(lint(repaired).filter(same(one))).toEqual([]);
  });
});

const same =
  ({ code, at }: Finding) =>
  (other: Finding): boolean =>
    other.code === code && other.at.file === at.file && other.at.pointer === at.pointer;

it('all at once are told one by one, none hidden by another that is no error of reading', () => {
  const files = { ...sound };
  const made = mistakes.filter(({ code, file, from, to }) => {
    const text = files[file] ?? '';
    if (!code.startsWith('lint/') || code.includes('-never-') || !text.includes(from)) return false;
    files[file] = text.replace(from, () => to);
    return true;
  });
  expect(parse(files)).toMatchObject({ ok: true });
  const codes = new Set(lint(files).map(({ code }) => code));
  for (const { code } of made) expect(codes).toContain(code);
});
