import { afterEach, describe, expect, it } from 'vitest';
import {
  all,
  button,
  clear,
  control,
  fillIn,
  messageAt,
  mount,
  one,
  question,
  turn,
  until,
} from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const asked = (form: Awaited<ReturnType<typeof mount>>, title: string) =>
  all(form, '.field .label').some((label) => label.textContent.startsWith(title));

describe('branches of the schema', () => {
  const schema: JsonSchema = {
    type: 'object',
    required: ['kind'],
    properties: { kind: { title: '类别', enum: ['a', 'b'] }, more: { title: '说明', type: 'string' } },
    allOf: [
      {
        if: { properties: { kind: { const: 'b' } }, required: ['kind'] },
        // biome-ignore lint/suspicious/noThenProperty: it is the keyword of JSON Schema.
        then: { properties: { extra: { title: '附加', type: 'string' } }, required: ['extra', 'more'] },
      },
    ],
    dependentRequired: { more: ['kind'] },
  };

  it('bring fields, and make others needed', async () => {
    const form = await mount({ schema });
    expect(asked(form, '附加')).toBe(false);
    expect(question(form, '说明').textContent).toContain('选填');
    await turn(form, '类别', ' {ArrowDown}');
    expect(asked(form, '附加')).toBe(true);
    expect(question(form, '说明').textContent).not.toContain('选填');
  });

  it('keep what was typed in a field that went, but do not hand it out', async () => {
    const form = await mount({ schema, value: { kind: 'b' } });
    await fillIn(form, '附加', 'x');
    expect(form.value).toEqual({ kind: 'b', extra: 'x' });
    await turn(form, '类别', '{ArrowUp}');
    expect(form.value).toEqual({ kind: 'a' });
    await turn(form, '类别', '{ArrowDown}');
    expect(form.value).toEqual({ kind: 'b', extra: 'x' });
    expect(control(form, '附加').value).toBe('x');
  });
});

describe('FEEL of the layout', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: {
      kind: { title: '类别', enum: ['a', 'other'] },
      which: { title: '哪一种', type: 'string', minLength: 2 },
      why: { title: '原因', type: 'string' },
      rows: {
        title: '收入',
        type: 'array',
        items: {
          title: '一项',
          type: 'object',
          properties: {
            paid: { title: '有', type: 'boolean' },
            sum: { title: '金额', type: 'integer', 'x-unit': 'fen' },
          },
        },
      },
      total: { title: '合计', type: 'integer', 'x-unit': 'fen' },
    },
  };
  const layout = {
    sections: [
      { id: 'one', title: '一', fields: ['/kind', { field: '/which', when: 'kind = "other"' }] },
      { id: 'two', title: '二', when: 'string length(which) > 2', fields: ['/why'] },
      {
        id: 'three',
        title: '三',
        fields: [
          { field: '/rows', fields: ['/paid', { field: '/sum', when: 'paid = true' }] },
          { field: '/total', computed: 'sum(rows.sum)' },
        ],
      },
    ],
  };

  it('shows fields and sections, and numbers the sections that are there', async () => {
    const form = await mount({ schema, layout });
    await until(() => one(form, '.computed').textContent.trim() !== '');
    expect(asked(form, '哪一种')).toBe(false);
    expect(all(form, '.position').map((place) => place.textContent)).toEqual([
      '第 1 部分，共 2 部分',
      '第 2 部分，共 2 部分',
    ]);
    await turn(form, '类别', ' {ArrowDown}');
    await fillIn(form, '哪一种', 'xyz');
    expect(asked(form, '原因')).toBe(true);
    expect(all(form, '.position').map((place) => place.textContent)).toEqual([
      '第 1 部分，共 3 部分',
      '第 2 部分，共 3 部分',
      '第 3 部分，共 3 部分',
    ]);
  });

  it('a field that goes takes along what depends on it', async () => {
    const form = await mount({ schema, layout, value: { kind: 'other', which: 'xyz', why: 'w' } });
    await until(() => asked(form, '原因'));
    expect(form.value).toEqual({ kind: 'other', which: 'xyz', why: 'w' });
    await turn(form, '类别', '{ArrowUp}');
    expect(form.value).toEqual({ kind: 'a' });
    expect(asked(form, '原因')).toBe(false);
  });

  it('looks at the item inside a repeated group, and computes over all', async () => {
    const form = await mount({ schema, layout });
    button(form, '添加一项').click();
    button(form, '继续添加一项').click();
    expect(asked(form, '金额')).toBe(false);
    for (const index of [0, 1]) {
      await turn(form, '有', ' ', index);
      await fillIn(form, '金额', '1.1', index);
    }
    await until(() => form.value.total === 220);
    expect(one(form, '.computed').textContent.trim()).toBe('2.20 元');
    expect(form.value).toEqual({
      rows: [
        { paid: true, sum: 110 },
        { paid: true, sum: 110 },
      ],
      total: 220,
    });
  });
});

it('an object that may be left out asks for its parts only once there is something in it', async () => {
  const form = await mount({
    schema: {
      type: 'object',
      properties: {
        proxy: {
          title: '代办人',
          type: 'object',
          required: ['name', 'mobile'],
          properties: { name: { title: '姓名', type: 'string' }, mobile: { title: '电话', type: 'string' } },
        },
      },
    },
  });
  expect(form.submit()).toBe(true);
  expect(question(form, '电话').textContent).toContain('选填');
  await fillIn(form, '姓名', 'Ann');
  expect(question(form, '电话').textContent).not.toContain('选填');
  expect(form.submit()).toBe(false);
  expect(messageAt(form, '电话')).toContain('请填写电话');
  control(form, '姓名').select();
  await fillIn(form, '姓名', '{Backspace}');
  expect(form.value).toEqual({});
  expect(form.submit()).toBe(true);
});
