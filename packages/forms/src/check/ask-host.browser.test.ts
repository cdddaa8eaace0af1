import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, clear, control, fillIn, messageAt, moment, mount, question, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { Check, CheckAnswer, JsonSchema, Layout } from '../types.ts';

afterEach(() => {
  vi.useRealTimers();
  clear();
});

const schema: JsonSchema = {
  type: 'object',
  properties: {
    id: { title: '证件号', type: 'string', minLength: 3 },
    name: { title: '姓名', type: 'string' },
  },
};
const layout: Layout = {
  sections: [{ id: 's', title: 'S', fields: [{ field: '/id', check: 'already-applied' }, '/name'] }],
};

/** A host that answers when it is told to. */
function host() {
  const questions: Parameters<Check>[] = [];
  const answers: ((answer: CheckAnswer) => void)[] = [];
  const failures: ((error: Error) => void)[] = [];
  const check: Check = (...asked) => {
    questions.push(asked);
    return new Promise((resolve, reject) => {
      answers.push(resolve);
      failures.push(reject);
    });
  };
  return { check, questions, answers, failures };
}

const status = (form: AidForm) =>
  question(form, '证件号').querySelector('[role=status]')?.textContent?.trim() ?? 'no status';

it('asks a moment after typing and shows how it stands: being asked, then nothing against it', async () => {
  const { check, questions, answers } = host();
  const form = await mount({ schema, layout, check });
  expect(status(form)).toBe('');
  const describes = control(form, '证件号').getAttribute('aria-describedby') ?? '';
  expect(describes).toContain(question(form, '证件号').querySelector('[role=status]')?.id);
  control(form, '证件号').focus();
  await userEvent.keyboard('abc');
  await userEvent.keyboard('d');
  await until(() => questions.length > 0);
  expect(questions.map(([asked]) => asked)).toEqual([
    { name: 'already-applied', pointer: '/id', value: 'abcd', data: { id: 'abcd' } },
  ]);
  expect(status(form)).toBe('正在查询……');
  answers[0]?.(null);
  await until(() => status(form) === '已经查询，没有发现问题。');
  expect(form.submit()).toBe(true);
});

it('holds the form back by what was found, at its field and in the summary, until it is changed', async () => {
  const { check, answers } = host();
  const form = await mount({ schema, layout, check });
  await fillIn(form, '证件号', 'abc');
  answers[0]?.({ problem: '这位老人已经在另一份申请里。' });
  await until(() => messageAt(form, '证件号') !== '');
  expect(messageAt(form, '证件号')).toBe('错误：这位老人已经在另一份申请里。');
  expect(control(form, '证件号').getAttribute('aria-invalid')).toBe('true');
  expect(form.submit()).toBe(false);
  expect(all(form, '.summary a').map((link) => link.textContent)).toEqual([
    '证件号：这位老人已经在另一份申请里。',
  ]);
  expect(form.checkValidity()).toBe(false);
  await fillIn(form, '证件号', 'd');
  expect(messageAt(form, '证件号')).toBe('');
  expect(form.submit()).toBe(true);
});

it('only shows a note', async () => {
  const { check, answers } = host();
  const form = await mount({ schema, layout, check });
  await fillIn(form, '证件号', 'abc');
  answers[0]?.({ note: '去年也申请过。' });
  await until(() => status(form) === '去年也申请过。');
  expect(form.submit()).toBe(true);
});

it('gives up a question about a value that was changed, and asks about the new one', async () => {
  const { check, questions, answers } = host();
  const form = await mount({ schema, layout, check });
  await fillIn(form, '证件号', 'abc');
  await fillIn(form, '证件号', 'd');
  await until(() => questions.length === 2);
  expect(questions[0]?.[1].aborted).toBe(true);
  answers[1]?.(null);
  await until(() => status(form) === '已经查询，没有发现问题。');
  answers[0]?.({ problem: 'Too late.' });
  await moment(20);
  expect(status(form)).toBe('已经查询，没有发现问题。');
  expect(messageAt(form, '证件号')).toBe('');
});

it('asks nothing about what is wrong already', async () => {
  const { check, questions } = host();
  const form = await mount({ schema, layout, check });
  await fillIn(form, '证件号', 'a');
  expect(messageAt(form, '证件号')).not.toBe('');
  expect(questions).toEqual([]);
});

it('holds nothing back that cannot be asked', async () => {
  const { check, failures } = host();
  const form = await mount({ schema, layout, check });
  await fillIn(form, '证件号', 'abc');
  expect(form.submit()).toBe(true);
  failures[0]?.(new Error('offline'));
  await until(() => status(form).startsWith('现在查不了'));
  expect(form.submit()).toBe(true);
});

it('does not wait for an answer for ever', async () => {
  const { check, questions } = host();
  const form = await mount({ schema, layout, check });
  control(form, '证件号').focus();
  vi.useFakeTimers();
  const input = control(form, '证件号');
  input.value = 'abc';
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  vi.advanceTimersByTime(700);
  expect(status(form)).toBe('正在查询……');
  vi.advanceTimersByTime(10_000);
  expect(status(form)).toMatch(/^现在查不了/);
  expect(questions[0]?.[1].aborted).toBe(true);
});

it('asks about what a form begins with', async () => {
  const { check, questions } = host();
  await mount({ schema, layout, check, value: { id: 'abc' } });
  await until(() => questions.length === 1);
});
