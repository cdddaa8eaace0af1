/** What comes into a field otherwise than key by key: input methods, the clipboard, the browser's own filling in. */
import { afterEach, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import {
  all,
  clear,
  control,
  fillIn,
  focused,
  messageAt,
  mount,
  mountFields,
  one,
} from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

interface InputMethod {
  send(
    method: 'Input.imeSetComposition',
    params: { text: string; selectionStart: number; selectionEnd: number },
  ): Promise<void>;
  send(method: 'Input.insertText', params: { text: string }): Promise<void>;
}

/** Composes with the browser's own input method: each text replaces the one before, the last is taken. */
async function compose(texts: readonly string[], each: (text: string) => void): Promise<void> {
  const method = cdp() as unknown as InputMethod;
  for (const text of texts) {
    await method.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
    each(text);
  }
  await method.send('Input.insertText', { text: texts.at(-1) ?? '' });
}

async function paste(into: HTMLElement, text: string): Promise<void> {
  const source = document.createElement('textarea');
  source.value = text;
  document.body.append(source);
  source.select();
  await userEvent.copy();
  source.remove();
  into.focus();
  await userEvent.paste();
}

describe('an input method', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { title: '姓名', type: 'string', minLength: 4 },
      kin: { title: '称呼', type: 'string' },
      more: { title: '说明', type: 'string', maxLength: 500 },
      members: {
        title: '成员',
        type: 'array',
        items: { type: 'object', properties: { who: { title: '谁', type: 'string' } } },
      },
    },
    // A branch that comes and goes with what is composed.
    if: { properties: { name: { pattern: '桂' } }, required: ['name'] },
    // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema.
    then: {
      properties: { name: { title: '芳名', type: 'string' }, extra: { title: '附言', type: 'string' } },
    },
  };

  it('composes undisturbed while messages wait and other fields come', async () => {
    const form = await mount({ schema });
    await fillIn(form, '姓名', 'x');
    const before = messageAt(form, '姓名');
    expect(before).not.toBe('');
    const input = control(form, '姓名');
    input.focus();
    input.setSelectionRange(1, 1);
    await compose(['z', 'zhang', '张', '张g', '张桂', '张桂兰'], (text) => {
      expect(input.value).toBe(`x${text}`);
      expect(focused(form)).toBe(input);
      expect(input.selectionStart).toBe(1 + text.length);
      expect(all(form, '.error').length).toBe(1);
    });
    expect(form.value).toEqual({ name: 'x张桂兰' });
    expect(all(form, '.error').length).toBe(0);
    expect(all(form, '.field').some((field) => field.textContent.includes('附言'))).toBe(true);
  });

  it('composes in several lines, and in what names an item', async () => {
    const form = await mount({
      schema,
      value: { members: [{}] },
      layout: {
        sections: [{ id: 's', title: 'S', fields: ['/more', { field: '/members', titleField: '/who' }] }],
      },
    });
    for (const title of ['说明', '谁']) {
      const input = control(form, title);
      input.focus();
      await compose(['l', 'li', '李'], (text) => expect(input.value).toBe(text));
    }
    expect(form.value).toEqual({ more: '李', members: [{ who: '李' }] });
    expect(one(form, '.item-title').textContent).toContain('李');
  });

  it('keeps its Enter key', async () => {
    const form = await mountFields({
      a: { title: '甲', type: 'string' },
      b: { title: '乙', type: 'string' },
    });
    const input = control(form, '甲');
    input.focus();
    input.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    expect(focused(form)).toBe(input);
    await userEvent.keyboard('{Enter}');
    expect(focused(form)).toBe(control(form, '乙'));
  });
});

describe('the clipboard', () => {
  const rows: [string, string, string, string][] = [
    ['resident-id', '身份证号：110105 1949-1231 002x', '', '请核对身份证号'],
    ['resident-id', '\u202a110105 1949-1231 002x\u202c\n', '11010519491231002X', ''],
    ['resident-id', '１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X', ''],
    ['bank-card', ' 4111-1111-1111-1111 ', '4111111111111111', ''],
    ['bank-card', '4111\u00a01111\u00a01111\u00a01111', '4111111111111111', ''],
    ['mobile-cn', '+86 138-0000-0000', '13800000000', ''],
    ['mobile-cn', '008613800000000', '13800000000', ''],
  ];
  it.each(rows)('a %s pasted as "%s"', async (format, pasted, value, message) => {
    const form = await mountFields({ a: { title: '号码', type: 'string', format } });
    await paste(control(form, '号码'), pasted);
    await userEvent.tab();
    if (value !== '') expect(form.value).toEqual({ a: value });
    expect(messageAt(form, '号码')).toContain(message);
    if (message === '') expect(messageAt(form, '号码')).toBe('');
  });
});

it('what may be written only is covered while it is typed and where it is read', async () => {
  const secret: JsonSchema = { title: '查询密码', type: 'string', writeOnly: true };
  const form = await mountFields({ a: secret });
  await fillIn(form, '查询密码', 'abc1');
  expect(control(form, '查询密码').type).toBe('password');
  expect([form.value, form.draftValue]).toEqual([{ a: 'abc1' }, {}]);
  const read = await mountFields({ a: secret }, { readonly: true, value: { a: 'abc1' } });
  expect(one(read, 'dd').textContent).toBe('••••••');
});

describe('the browser’s own filling in', () => {
  it('is told what a field is about where the layout says so, and otherwise leaves it alone', async () => {
    const text: JsonSchema = { type: 'string' };
    const form = await mount({
      schema: {
        type: 'object',
        properties: {
          name: text,
          born: { ...text, format: 'date' },
          mobile: { ...text, format: 'mobile-cn' },
          home: { ...text, maxLength: 500 },
          sex: { enum: ['1', '2', '3', '4', '5', '6', '7'] },
          other: text,
        },
      },
      layout: {
        sections: [
          {
            id: 's',
            title: 'S',
            fields: [
              { field: '/name', autocomplete: 'name' },
              { field: '/born', autocomplete: 'bday' },
              { field: '/mobile', autocomplete: 'section-a tel-national' },
              { field: '/home', autocomplete: 'street-address' },
              { field: '/sex', autocomplete: 'sex' },
              '/other',
            ],
          },
        ],
      },
    });
    expect(all(form, '.control').map((one) => one.getAttribute('autocomplete'))).toEqual([
      'name',
      'bday',
      'section-a tel-national',
      'street-address',
      'sex',
      'off',
    ]);
    const name = control(form, 'name');
    name.value = 'Ann';
    name.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(form.value).toEqual({ name: 'Ann' });
  });
});
