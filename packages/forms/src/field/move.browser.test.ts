import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, button, clear, control, fillIn, focused, messageAt, mount, one } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonSchema, Layout } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  properties: {
    wishes: {
      title: '志愿',
      type: 'array',
      items: {
        type: 'object',
        properties: { name: { title: '学校', type: 'string' }, year: { title: '年份', type: 'integer' } },
      },
    },
  },
};
const layout: Layout = {
  sections: [{ id: 's', title: 'S', fields: [{ field: '/wishes', titleField: '/name', ordered: true }] }],
};
const value = { wishes: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] };
const names = (form: AidForm) => (form.value.wishes as { name: string }[]).map(({ name }) => name).join('');

it('items whose order means something are moved on the keyboard, and moved back by Ctrl+Z', async () => {
  const form = await mount({ schema, layout, value });
  expect(button(form, '上移 志愿 1 · A').disabled).toBe(true);
  expect(button(form, '下移 志愿 3 · C').disabled).toBe(true);
  await fillIn(form, '年份', 'x', 2);
  button(form, '上移 志愿 3 · C').focus();
  await userEvent.keyboard('{Enter}');
  expect(names(form)).toBe('ACB');
  expect(one(form, '[role=status].removed-place').textContent).toContain('志愿 3 · C现在是第 2 项。');
  expect(focused(form)).toBe(button(form, '上移 志愿 2 · C'));
  await userEvent.keyboard('{Enter}');
  expect(names(form)).toBe('CAB');
  // At the top there is only the way down.
  expect(focused(form)).toBe(button(form, '下移 志愿 1 · C'));
  expect(control(form, '年份', 0).value).toBe('x');
  expect(messageAt(form, '年份', 0)).toContain('请输入整数');

  await userEvent.keyboard('{Control>}z{/Control}');
  expect(names(form)).toBe('ACB');
  await userEvent.keyboard('{Meta>}z{/Meta}');
  // In a text Ctrl+Z belongs to the text: the focus is in the item that came back.
  expect(names(form)).toBe('ACB');
  button(form, '撤销').click();
  expect(names(form)).toBe('ABC');
  expect(control(form, '年份', 2).value).toBe('x');
  expect(all(form, '.undo')).toEqual([]);
});

it('Ctrl+Z takes back what was removed, and not what is typed', async () => {
  const form = await mount({ schema, layout, value });
  button(form, '删除 志愿 2 · B').click();
  expect(names(form)).toBe('AC');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(names(form)).toBe('ABC');
  expect(focused(form)).toBe(control(form, '学校', 1));
  button(form, '删除 志愿 1 · A').click();
  control(form, '学校', 0).focus();
  await userEvent.keyboard('x{Control>}z{/Control}');
  expect(all(form, '.item')).toHaveLength(2);
});

it('items of other lists have no such buttons', async () => {
  const plain: Layout = { sections: [{ id: 's', title: 'S', fields: ['/wishes'] }] };
  const form = await mount({ schema, layout: plain, value });
  expect(all(form, '.move')).toEqual([]);
});
