/** What an input method composes is left alone: nothing is drawn over it, no message comes in between. */
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { clear, control, fillIn, messageAt, mount } from '../fixtures/mount.ts';
import { protocol } from '../fixtures/protocol.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2 },
    story: { title: '情况', type: 'string', minLength: 2, maxLength: 500 },
    age: { title: '年龄', type: 'integer' },
  },
};

const compose = (text: string) =>
  protocol().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
const commit = (text: string) => protocol().send('Input.insertText', { text });

it.each(['姓名', '情况'])('in %s', async (title) => {
  const form = await mount({ schema });
  // From here on the field is checked while it is typed.
  await fillIn(form, title, 'x');
  expect(messageAt(form, title)).not.toBe('');
  const field = control<HTMLInputElement | HTMLTextAreaElement>(form, title);
  field.focus();
  await userEvent.keyboard('{End}');
  let ends = 0;
  field.addEventListener('compositionend', () => {
    ends += 1;
  });
  for (const text of ['z', 'zh', 'zha', 'zhan', 'zhang']) {
    await compose(text);
    expect(field.value).toBe(`x${text}`);
    // The message of before stays until the composition is over: it must not move the field under the candidates.
    expect(messageAt(form, title)).not.toBe('');
  }
  expect(ends).toBe(0);
  await commit('张');
  expect(field.value).toBe('x张');
  expect(ends).toBe(1);
  expect(messageAt(form, title)).toBe('');
  expect(Object.values(form.value)).toEqual(['x张']);
});

it('Enter that takes a candidate leads nowhere', async () => {
  const form = await mount({ schema });
  const name = control(form, '姓名');
  name.focus();
  await compose('zhang');
  const enter = new KeyboardEvent('keydown', {
    key: 'Enter',
    isComposing: true,
    bubbles: true,
    composed: true,
    cancelable: true,
  });
  name.dispatchEvent(enter);
  expect(enter.defaultPrevented).toBe(false);
  expect(form.shadowRoot?.activeElement).toBe(name);
  await commit('张');
  expect(form.value).toEqual({ name: '张' });
});

it('what is composed in a number stays as it is typed', async () => {
  const form = await mount({ schema });
  const age = control(form, '年龄');
  age.focus();
  await compose('１');
  await commit('１２');
  await userEvent.tab();
  expect(form.value).toEqual({ age: 12 });
});
