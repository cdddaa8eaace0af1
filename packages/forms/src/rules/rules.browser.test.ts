import { afterEach, describe, expect, it } from 'vitest';
import { all, clear, fillIn, focused, messageAt, mount, until } from '../fixtures/mount.ts';
import type { JsonSchema, Layout } from '../types.ts';

afterEach(clear);

const number = (title: string) => ({ title, type: 'integer' }) as const;
const schema: JsonSchema = {
  type: 'object',
  properties: {
    earned: number('收入'),
    spent: number('支出'),
    members: {
      title: '成员',
      type: 'array',
      items: { type: 'object', properties: { born: number('出生年'), school: number('入学年') } },
    },
  },
};
const layout: Layout = {
  must: [{ that: 'spent <= earned', at: ['/earned', '/spent'], say: '支出不能多于收入，请核对这两项' }],
  sections: [
    {
      id: 's',
      title: 'S',
      fields: [
        '/earned',
        '/spent',
        {
          field: '/members',
          must: [{ that: 'school > born + 3', at: ['school'], say: '入学要在出生三年以后' }],
          fields: ['/born', '/school'],
        },
      ],
    },
  ],
};
const locales = { en: { '支出不能多于收入，请核对这两项': 'Expenses cannot exceed income. Check both.' } };

describe('a rule between answers', () => {
  it('speaks up at the field that was left last, and at every field concerned when the form is sent', async () => {
    const form = await mount({ schema, layout });
    await until(() => !form.checkValidity() || form.matches(':defined'));
    await fillIn(form, '收入', '5');
    expect(all(form, '.error')).toEqual([]);
    await fillIn(form, '支出', '9');
    await until(() => messageAt(form, '支出') === '错误：支出不能多于收入，请核对这两项');
    expect(form.submit()).toBe(false);
    expect(messageAt(form, '收入')).toBe('错误：支出不能多于收入，请核对这两项');
    const links = all(form, '.summary a');
    expect(links).toHaveLength(2);
    links[1]?.click();
    expect(focused(form)?.closest('.field')?.textContent).toContain('支出');
    await fillIn(form, '收入', '0');
    expect(all(form, '.error')).toEqual([]);
    expect(form.submit()).toBe(true);
  });

  it('of an item speaks about that item', async () => {
    const value = {
      members: [
        { born: 2000, school: 2006 },
        { born: 2010, school: 2006 },
      ],
    };
    const form = await mount({ schema, layout, value });
    await until(() => !form.submit());
    expect(messageAt(form, '入学年', 0)).toBe('');
    expect(messageAt(form, '入学年', 1)).toBe('错误：入学要在出生三年以后');
    expect(all(form, '.summary a').map((link) => link.textContent)).toEqual([
      '成员 2 · 入学年：入学要在出生三年以后',
    ]);
  });

  it('says it in the language of the reader', async () => {
    const form = await mount({ schema, layout, locales, lang: 'en', value: { earned: 1, spent: 2 } });
    await until(() => !form.submit());
    expect(messageAt(form, '支出')).toBe('Error:Expenses cannot exceed income. Check both.');
  });
});
