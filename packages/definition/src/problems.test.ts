import { describe, expect, it } from 'vitest';
import type { ProblemEntry, ProblemText } from './problems/entry.ts';
import { localize, ProblemError, problem, problems } from './problems.ts';

const rows = Object.entries(problems) as [keyof typeof problems, ProblemEntry][];
const places = ({ title, detail, hint }: Partial<ProblemText>) =>
  new Set(`${title} ${detail} ${hint}`.match(/\{[a-z][A-Za-z0-9]*\}/g) ?? []);

describe('the catalogue', () => {
  it.each(rows)('%s is said in both languages', (code, { status, en, zh, variants = {} }) => {
    expect(code).toMatch(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    for (const text of [en, zh]) {
      for (const part of [text.title, text.detail, text.hint]) expect(part.trim()).not.toBe('');
    }
    expect(zh.title + zh.hint).toMatch(/\p{Script=Han}/u);
    expect(places(zh)).toEqual(places(en));
    for (const variant of Object.values(variants)) {
      expect(Object.keys(variant.zh).sort()).toEqual(Object.keys(variant.en).sort());
      expect(places(variant.zh)).toEqual(places(variant.en));
    }
  });
});

describe('problem', () => {
  it('fills its words and keeps what they were filled with', () => {
    expect(
      problem('step/unknown-outcome', { step: 'accept', outcome: 'rject', outcomes: ['accept', 'reject'] }),
    ).toEqual({
      code: 'step/unknown-outcome',
      status: 422,
      title: 'No such outcome',
      detail: '"accept" has no outcome "rject".',
      hint: 'It has: accept, reject.',
      params: { step: 'accept', outcome: 'rject', outcomes: ['accept', 'reject'] },
    });
  });

  it('leaves out what it was not given', () => {
    expect(Object.keys(problem('auth/required', {}, { pointer: undefined }))).toEqual([
      'code',
      'status',
      'title',
      'detail',
      'hint',
    ]);
  });

  it('does not fill places from the prototype, nor twice', () => {
    expect(problem('file/unknown', { file: '{constructor}' }).detail).toBe('There is no file {constructor}.');
  });
});

describe('localize', () => {
  it('says the same in Chinese, texts of the definition translated or not', () => {
    const found = problem('step/already-signed', { step: '入户调查', by: 2 });
    expect(localize(found, 'zh-CN').detail).toBe('“入户调查”需要2名不同人员签字，您已签过。');
    expect(localize(found, 'en', { 入户调查: 'Home visit' }).detail).toContain(
      '"Home visit" needs 2 different people',
    );
  });

  it('joins lists and words as the language does', () => {
    const found = problem('definition/wrong-type', {
      key: 'title',
      found: { term: 'number' },
      expected: [{ term: 'text' }, { term: 'list' }],
    });
    expect(found.detail).toBe('"title" is a number, and a text, a list is expected.');
    expect(localize(found, 'zh').detail).toBe('“title”是数字，应为文字、列表。');
  });

  it('leaves a problem that the catalogue does not know as it is', () => {
    const foreign = { code: 'other/thing', status: 400, title: 'T', detail: 'D' };
    expect(localize(foreign, 'zh')).toBe(foreign);
    const tricky = { code: '__proto__', status: 400, title: 'T', detail: 'D' };
    expect(localize(tricky, 'zh')).toBe(tricky);
  });
});

it('ProblemError says its problem', () => {
  const error = new ProblemError(problem('division/invalid', { division: '62x' }));
  expect(error.message).toContain('division/invalid: "62x" is not a division code.');
  expect(error.problem.params).toEqual({ division: '62x' });
});
