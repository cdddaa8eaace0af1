/** The shorthands of the library in a programme that uses them all, and the rules that they hold to. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Files, parse } from '../../parse.ts';
import { flatSteps } from '../../procedure/flat.ts';
import type { ExpandedStep } from '../../types.ts';
import { libraryIds, libraryShorthand } from './index.ts';

const folder = new URL('../../fixtures/library/', import.meta.url);
const files: Files = Object.fromEntries(
  ['programme.yaml', 'rules.yaml', 'paper.schema.json', 'enrolment.schema.json', 'letters/letter.md'].map(
    (path) => [path, readFileSync(new URL(path, folder), 'utf8')],
  ),
);

const parsed = parse(files);
const steps = new Map<string, ExpandedStep>(
  flatSteps(parsed.ok ? parsed.programme.definition.steps : []).map(({ step }) => [step.id, step]),
);

it('reads without a word', () => {
  expect(parsed.ok ? parsed.warnings : parsed.problems).toEqual([]);
});

it.each(libraryIds)('%s has its words in two languages, and no word that nothing shows', (id) => {
  for (const language of ['zh-CN', 'en', 'bo']) {
    const { parameters = {}, steps: written = [], title } = libraryShorthand(id, language) ?? {};
    expect(/\p{Script=Han}/u.test(title ?? '')).toBe(language === 'zh-CN');
    const text = JSON.stringify(written);
    for (const name of Object.keys(parameters)) expect(text, name).toMatch(new RegExp(`\\$\\{?${name}\\b`));
  }
});

it.each(libraryIds)('%s is in the README with every value that it takes', (id) => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const row = readme.split('\n').find((line) => line.startsWith(`| \`${id}\` |`)) ?? '';
  const named = [...(row.split('|').at(-2) ?? '').matchAll(/(\*\*)?`(\w+)`/g)].map(([, must, name]) => [
    name,
    must !== undefined,
  ]);
  const { parameters = {} } = libraryShorthand(id, 'en') ?? {};
  const values = Object.entries(parameters).filter(([name]) => !/Title$|^roundsUsed$/.test(name));
  expect(Object.fromEntries(named)).toEqual(
    Object.fromEntries(values.map(([name, value]) => [name, value === null])),
  );
});

it('has words that a locale need not have, those that are used and no others', () => {
  const translated = parse({ ...files, 'locales/en.json': '{}' });
  const missing = translated.ok ? translated.warnings.map(({ params }) => params?.text) : [];
  expect(translated.ok && translated.programme.locales.en).toMatchObject({
    听证笔录: 'Record of the hearing',
  });
  expect(missing).not.toContain('听证笔录');
  expect(missing).toContain('处罚听证');
  const other = parse({
    ...files,
    'locales/en.json': '{}',
    'programme.yaml': withoutUses(files['programme.yaml'] ?? ''),
  });
  expect(other.ok && other.programme.locales.en).not.toHaveProperty('听证笔录');
});

/** The programme with nothing after its first step but the end. */
const withoutUses = (text: string) =>
  text.replace('to: police', 'to: over').replace(/ {2}- id: police[\s\S]*(?= {2}- \{ id: over)/, '');

describe('a referral', () => {
  it('is acknowledged in two working days and answered in thirty days, or returned as not ours with reasons', () => {
    expect(steps.get('apply')).toMatchObject({ outcomes: { refer: { to: 'police-letter' } } });
    expect(steps.get('police-letter')).toMatchObject({
      effects: [{ letter: 'letter' }],
      next: 'police-acknowledge',
    });
    expect(steps.get('police-acknowledge')).toMatchObject({
      role: 'police',
      within: { days: 2, unit: 'working-day', 'on-overdue': 'lead' },
      outcomes: { acknowledge: { to: 'police' }, 'not-ours': { to: 'lead', reasons: 'required' } },
    });
    expect(steps.get('police')).toMatchObject({
      role: 'police',
      within: { days: 30, unit: 'calendar-day', 'on-overdue': 'lead' },
      outcomes: { answer: { to: 'order-order' }, 'not-ours': { to: 'lead', reasons: 'required' } },
    });
  });

  it('that nobody answers approves nothing, neither at once nor after effects', () => {
    for (const silence of ['approved', 'inform']) {
      const changed = (files['programme.yaml'] ?? '')
        .replace('silence: lead', `silence: ${silence}`)
        .replace(
          '  - { id: over,',
          '  - { id: inform, title: 通知, kind: effect, effects: [{ letter: letter }], next: approved }\n  - { id: approved, title: 批准, kind: end, outcome: approved }\n  - { id: over,',
        )
        .replace(
          'order: { title: 责令整改, to: order }',
          'order: { title: 责令整改, to: order }\n      approve: { title: 同意, to: inform }',
        );
      const wrong = parse({ ...files, 'programme.yaml': changed });
      const found = wrong.ok ? [] : wrong.problems;
      // Both tasks of the referral lead there, and both take it from the same place.
      expect(found.map(({ code, pointer }) => [code, pointer])).toEqual([
        ['definition/silent-approval', '/steps/1/with/silence'],
        ['definition/silent-approval', '/steps/1/with/silence'],
      ]);
      expect(found[0]?.line).toBe(changed.split('\n').findIndex((line) => line.includes('silence:')) + 1);
    }
  });
});

it('what is wrong in steps of the library is told of the step that uses it', () => {
  const long = 'police'.repeat(10);
  const text = (files['programme.yaml'] ?? '').replaceAll(/\bpolice\b(?=\n| \})/g, long);
  const read = parse({ ...files, 'programme.yaml': text });
  const found = read.ok ? [] : read.problems;
  const line = text.split('\n').findIndex((one) => one.includes(`id: ${long}`)) + 1;
  // Both USE-letter and USE-acknowledge have grown too long.
  expect(found).toMatchObject(Array(2).fill({ code: 'definition/bad-name', pointer: '/steps/1', line }));
});

describe('a rectification', () => {
  it('ends with a look at the place by two who did not order it, whether it was reported or is due', () => {
    expect(steps.get('order')).toMatchObject({
      for: { days: 30, unit: 'calendar-day' },
      events: { report: { to: 'order-inspect', role: 'applicant' } },
      next: 'order-inspect',
    });
    expect(steps.get('order-inspect')).toMatchObject({
      by: 2,
      'separate-from': ['apply'],
      within: { days: 5, unit: 'working-day' },
    });
  });

  it('is ordered twice at most, then goes on to a penalty', () => {
    const inspect = steps.get('order-inspect');
    expect(inspect).toMatchObject({
      outcomes: {
        pass: { to: 'class' },
        again: { to: 'order-order', reasons: 'required', guard: 'case.rounds.order-order < 2' },
        escalate: { to: 'penalty-notice', reasons: 'required' },
      },
    });
  });
});

describe('a hearing', () => {
  it('may be asked for in five working days and is announced seven ahead; its record says who did not come', () => {
    expect(steps.get('penalty')).toMatchObject({
      for: { days: 5, unit: 'working-day' },
      events: { ask: { to: 'penalty-summons' } },
      next: 'decide',
    });
    expect(steps.get('penalty-announced')).toMatchObject({
      for: { days: 7, unit: 'working-day' },
      next: 'penalty-record',
    });
    expect(steps.get('penalty-record')).toMatchObject({
      outcomes: { held: { form: 'paper' }, waived: { reasons: 'required' } },
    });
  });
});

describe('an appeal', () => {
  it('may be made for sixty days and is decided in sixty; what is cancelled is no decision any more', () => {
    expect(steps.get('window')).toMatchObject({
      for: { days: 60, unit: 'calendar-day' },
      events: { appeal: { role: 'applicant', to: 'window-review' } },
      next: 'class',
    });
    expect(steps.get('window-review')).toMatchObject({
      within: { days: 60, unit: 'calendar-day' },
      outcomes: {
        keep: { to: 'class' },
        cancel: { to: 'class', reopens: true },
        again: { to: 'decide', reopens: true },
      },
    });
  });
});

describe('an enrolment', () => {
  it('is a case of its own, and the quota goes to those who came first, the next in reserve', () => {
    expect(steps.get('class')).toMatchObject({
      enrol: { role: 'anyone', form: 'enrolment', until: '"2026-07-01"', capacity: '60' },
      join: 'all',
    });
    expect(steps.get('class-rank')).toMatchObject({
      method: 'rank',
      keys: [{ value: 'each.index', order: 'ascending' }],
      quota: '50',
      reserve: '10',
      ties: 'first',
      next: 'pay',
      empty: 'over',
    });
  });
});

describe('paying a list', () => {
  it('is approved as a whole, and each line is paid by itself', () => {
    expect(steps.get('pay')).toMatchObject({
      method: 'filter',
      where: 'each.outcome = "receipt-issued"',
      next: 'pay-approval',
    });
    expect(steps.get('pay-approval')).toMatchObject({
      role: 'finance',
      'separate-from': ['apply'],
      outcomes: { refuse: { to: 'lead', reasons: 'required' } },
    });
    expect(steps.get('pay-pay')).toMatchObject({
      items: 'selected.pay.chosen',
      join: 'all',
      next: 'over',
    });
  });

  it('takes nothing for paid that is not known to be', () => {
    // That the bank answers is no payment: a rule says what its answer is.
    expect(steps.get('pay-transfer')).toMatchObject({
      rule: 'paid',
      pass: 'pay-book',
      fail: 'pay-repair',
      unknown: 'pay-repair',
    });
    expect(steps.get('pay-repair')).toMatchObject({
      role: 'finance',
      outcomes: { retry: { to: 'pay-transfer' }, paid: { to: 'pay-book', reasons: 'required' } },
    });
  });
});

it('a party that did not apply itself may be named for hearings and appeals', () => {
  const named = (files['programme.yaml'] ?? '')
    .replace('summons: letter,', 'summons: letter, party: police,')
    .replace('separateFrom: [decide], next', 'separateFrom: [decide], party: police, next');
  const roles = (text: string) => {
    const read = parse({ ...files, 'programme.yaml': text });
    const all = flatSteps(read.ok ? read.programme.definition.steps : []).map(({ step }) => step);
    return ['penalty', 'window'].map((id) => {
      const step = all.find((one) => one.id === id);
      return step?.kind === 'wait' ? Object.values(step.events ?? {}).map(({ role }) => role) : [];
    });
  };
  expect(roles(files['programme.yaml'] ?? '')).toEqual([['applicant'], ['applicant']]);
  expect(roles(named)).toEqual([['police'], ['police']]);
});
