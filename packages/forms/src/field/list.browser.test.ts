import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  all,
  button,
  clear,
  control,
  fillIn,
  focused,
  messageAt,
  mount,
  one,
  until,
} from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  required: ['members'],
  properties: {
    members: {
      title: '家庭成员',
      type: 'array',
      minItems: 1,
      maxItems: 3,
      items: {
        title: '成员',
        type: 'object',
        required: ['name'],
        properties: {
          name: { title: '姓名', type: 'string', minLength: 2 },
          age: { title: '年龄', type: 'integer' },
        },
      },
    },
  },
};
const layout = { sections: [{ id: 's', title: 'S', fields: [{ field: '/members', titleField: '/name' }] }] };
const titles = (form: Awaited<ReturnType<typeof mount>>) =>
  all(form, '.item-title').map((title) => title.textContent.trim());
const three = { members: [{ name: 'Ann' }, { name: 'Bea' }, { name: 'Cas' }] };

describe('a repeated group', () => {
  it('starts with as many items as it needs', async () => {
    const form = await mount({ schema, layout });
    expect(titles(form)).toEqual(['成员 1']);
    expect(form.value).toEqual({ members: [{}] });
  });

  it('is filled on the keyboard alone: add, type, remove, undo', async () => {
    const form = await mount({ schema, layout });
    await fillIn(form, '姓名', 'Ann');
    button(form, '继续添加成员').focus();
    await userEvent.keyboard('{Enter}');
    expect(focused(form)).toBe(control(form, '姓名', 1));
    await userEvent.keyboard('Bea');
    expect(titles(form)).toEqual(['成员 1 · Ann', '成员 2 · Bea']);
    expect(form.value).toEqual({ members: [{ name: 'Ann' }, { name: 'Bea' }] });

    button(form, '删除 成员 1 · Ann').focus();
    await userEvent.keyboard('{Enter}');
    expect(form.value).toEqual({ members: [{ name: 'Bea' }] });
    expect(titles(form)).toEqual(['成员 1 · Bea']);
    expect(one(form, '.removed').textContent).toContain('已删除成员 1 · Ann。');
    expect(focused(form)).toBe(button(form, '撤销'));

    await userEvent.keyboard('{Enter}');
    expect(form.value).toEqual({ members: [{ name: 'Ann' }, { name: 'Bea' }] });
    expect(titles(form)).toEqual(['成员 1 · Ann', '成员 2 · Bea']);
    expect(focused(form)).toBe(control(form, '姓名', 0));
    expect(all(form, '.removed')).toHaveLength(0);
  });

  it('gives back several rows in turn, each in its place, and what was half typed in them', async () => {
    const form = await mount({ schema, layout, value: three });
    await fillIn(form, '年龄', 'old', 1);
    button(form, '删除 成员 2 · Bea').click();
    button(form, '删除 成员 1 · Ann').click();
    await fillIn(form, '姓名', '{Control>}a{/Control}Cassia');
    expect(titles(form)).toEqual(['成员 1 · Cassia']);
    button(form, '撤销').click();
    expect(titles(form)).toEqual(['成员 1 · Ann', '成员 2 · Cassia']);
    expect(one(form, '.removed').textContent).toContain('Bea');
    button(form, '撤销').click();
    expect(titles(form)).toEqual(['成员 1 · Ann', '成员 2 · Bea', '成员 3 · Cassia']);
    expect(control(form, '年龄', 1).value).toBe('old');
    expect(all(form, '.removed')).toHaveLength(0);
    button(form, '删除 成员 3 · Cassia').click();
    button(form, '继续添加成员').click();
    expect(all(form, '.removed')).toHaveLength(0);
  });

  it('keeps what was typed in the others, value or not', async () => {
    const form = await mount({ schema, layout, value: three });
    await fillIn(form, '年龄', 'old', 2);
    expect(messageAt(form, '年龄', 2)).toContain('请输入整数');
    button(form, '删除 成员 2 · Bea').click();
    expect(control(form, '年龄', 1).value).toBe('old');
    expect(messageAt(form, '年龄', 1)).toContain('请输入整数');
    expect(titles(form)).toEqual(['成员 1 · Ann', '成员 2 · Cas']);
  });

  it('says when there are as many as there may be', async () => {
    const form = await mount({ schema, layout, value: three });
    expect(all(form, '.add')).toHaveLength(0);
    expect(one(form, '.list > .note').textContent).toContain('最多 3 项');
  });

  it('asks for an item when none is left', async () => {
    const form = await mount({ schema, layout });
    button(form, '删除 成员 1').click();
    expect(one(form, '.empty').textContent).toContain('还没有添加家庭成员');
    expect(form.submit()).toBe(false);
    expect(one(form, '.list > .error').textContent).toContain('请添加家庭成员');
    one<HTMLAnchorElement>(form, '.summary a').click();
    expect(focused(form)).toBe(button(form, '添加成员'));
    expect(focused(form)?.getAttribute('aria-describedby')).toBe(one(form, '.list > .error').id);
    await userEvent.keyboard('{Enter}');
    await until(() => all(form, '.list > .error').length === 0);
  });

  it('shows an item’s name as it is typed', async () => {
    const form = await mount({ schema, layout });
    control(form, '姓名').focus();
    await userEvent.keyboard('Ann');
    expect(titles(form)).toEqual(['成员 1 · Ann']);
    expect(button(form, '删除 成员 1 · Ann')).toBeDefined();
  });
});
