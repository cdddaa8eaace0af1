/** Whom a difference touches: a case that has passed it is left in peace, a case in its midst must know. */
import { expect, it } from 'vitest';
import { changed, heating } from '../fixtures/heating.ts';
import { type Files, parse } from '../parse.ts';
import { diff } from './diff.ts';
import type { RunningCase } from './running.ts';
import { touched } from './touched.ts';

function programme(files: Files) {
  const parsed = parse(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.programme;
}

const before = programme(heating);
const edited = (file: string, from: string, to: string) => diff(before, programme(changed(file, from, to)));
const at = (id: string, step: string, more: Partial<RunningCase> = {}): RunningCase => ({
  id,
  number: id,
  steps: [step],
  ...more,
});

const cases = [
  at('new', 'assess'),
  at('asked', 'papers'),
  at('deciding', 'decide', { clocks: ['handling'] }),
];

it('tells cases that stand in the step from those that may still come to it', () => {
  const found = edited('programme.yaml', 'within: { days: 5', 'within: { days: 3');
  const { differences } = touched(found, cases);
  // Whoever decides may still ask for papers.
  expect(differences.map((one) => one.cases)).toEqual([
    [
      { id: 'new', number: 'new', when: 'later' },
      { id: 'asked', number: 'asked', when: 'now' },
      { id: 'deciding', number: 'deciding', when: 'later' },
    ],
  ]);
});

it('leaves alone who has passed', () => {
  const found = edited(
    'programme.yaml',
    'submit: { title: 提交, to: assess }',
    'submit: { title: 交表, to: assess }',
  );
  expect(touched(found, cases).differences.map((one) => one.cases)).toEqual([[]]);
});

it('touches a case in which the clock runs', () => {
  const found = edited('programme.yaml', 'limit: { days: 10', 'limit: { days: 8');
  expect(touched(found, cases).differences[0]?.cases).toEqual([
    { id: 'deciding', number: 'deciding', when: 'now' },
  ]);
});

it('touches a case that carries data of a form, and says that they will be looked at', () => {
  const found = edited(
    'application.schema.json',
    '"required": ["name", "rooms"]',
    '"required": ["name", "rooms", "code"]',
  );
  const carrying = [at('carrying', 'decide', { data: ['application'] }), at('empty', 'decide')];
  const { differences, cases: ways } = touched(found, carrying);
  expect(differences[0]?.cases).toContainEqual({ id: 'carrying', number: 'carrying', when: 'now' });
  expect(ways.map(({ id, forms }) => [id, forms])).toEqual([
    ['carrying', ['application']],
    ['empty', []],
  ]);
});

it('says how each can move: to stay is always first', () => {
  const text = (heating['programme.yaml'] ?? '')
    .replaceAll('to: decide', 'to: ruling')
    .replaceAll('id: decide', 'id: ruling');
  const renamed = text
    .replaceAll(/(pass|fail|unknown): decide/g, '$1: ruling')
    .replaceAll('[decide.', '[ruling.')
    .replaceAll('decide.deny', 'ruling.deny');
  const found = diff(before, programme({ ...heating, 'programme.yaml': renamed }));
  expect(found.map(({ code, guess }) => [code, guess])).toEqual([['diff/step-renamed', true]]);
  expect(touched(found, cases).cases.map(({ id, ways, lost }) => [id, ways, lost])).toEqual([
    ['new', ['stay', 'migrate'], []],
    ['asked', ['stay', 'migrate'], []],
    ['deciding', ['stay', 'step-map'], ['decide']],
  ]);
});

it('touches every case where an operation is forbidden', () => {
  const found = edited(
    'programme.yaml',
    'start: apply',
    'operations:\n  withdraw: { forbid: true }\nstart: apply',
  );
  expect(touched(found, cases).differences[0]?.cases.map(({ when }) => when)).toEqual(['now', 'now', 'now']);
});

it('touches through rules, letters, standards and roles those whose steps use them', () => {
  const judged = edited('rules.yaml', '"> 0"', '"> 1"').find(({ code }) => code === 'diff/row-test');
  expect(judged?.concerns.steps).toEqual(['assess']);
  const letter = edited('letters/approval.md', '# 通知书', '# 告知书')[0];
  expect(letter?.concerns.steps).toEqual(expect.arrayContaining(['inform', 'papers-notice']));
  const standard = edited('programme.yaml', 'value: 32000', 'value: 33000').find(
    ({ area }) => area === 'parameter',
  );
  expect(standard?.concerns.steps).toEqual(expect.arrayContaining(['inform', 'assess']));
  const role = edited('programme.yaml', 'title: 受理岗', 'title: 受理员')[0];
  expect(role?.concerns.steps).toEqual(['decide']);
});
