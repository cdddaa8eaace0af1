import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
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
  question,
  turn,
} from '../fixtures/mount.ts';
import type { JsonSchema } from '../types.ts';

afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  required: ['pay'],
  properties: {
    pay: {
      title: '怎样收款',
      type: 'object',
      oneOf: [
        {
          title: '银行卡',
          required: ['kind', 'number'],
          properties: {
            kind: { const: 'card' },
            number: { title: '卡号', type: 'string', format: 'bank-card' },
          },
        },
        {
          title: '请人代领',
          required: ['kind', 'name'],
          properties: {
            kind: { const: 'person' },
            name: { title: '代领人姓名', type: 'string' },
            mobile: { title: '代领人手机', type: 'string', format: 'mobile-cn' },
          },
        },
      ],
    },
    place: {
      title: '门牌',
      type: 'array',
      prefixItems: [
        { title: '楼', type: 'integer' },
        { title: '室', type: 'string' },
      ],
      items: false,
      minItems: 2,
    },
  },
};

const titles = (form: Awaited<ReturnType<typeof mount>>) =>
  all(form, '.field .label').map(
    (label) => label.firstChild?.nextSibling?.textContent ?? label.textContent.trim(),
  );

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

describe('a choice between shapes', () => {
  it('is made on the keyboard, and what was typed comes back', async () => {
    const form = await mount({ schema });
    expect(() => question(form, '卡号')).toThrow();
    const radios = all<HTMLInputElement>(form, '[role=radiogroup] input');
    radios[0]?.focus();
    await userEvent.keyboard(' ');
    await fillIn(form, '卡号', '4111 1111 1111 1111');
    await turn(form, '是哪一种', '{ArrowDown}');
    await fillIn(form, '代领人姓名', 'Ann');
    expect(() => question(form, '卡号')).toThrow();
    expect(form.value).toEqual({ pay: { kind: 'person', name: 'Ann' } });
    await turn(form, '是哪一种', '{ArrowUp}');
    expect(control(form, '卡号').value).toBe('4111 1111 1111 1111');
    expect(form.value).toEqual({ pay: { kind: 'card', number: '4111111111111111' } });
    expect(titles(form)).not.toContain('kind');
    expect(await violations()).toEqual([]);
  });

  it('that was not made is told, and the summary leads to it', async () => {
    const form = await mount({ schema, lang: 'zh' });
    expect(form.submit()).toBe(false);
    expect(messageAt(form, '是哪一种')).toContain('请选择怎样收款');
    const group = one(form, '[role=radiogroup]');
    expect(group.getAttribute('aria-invalid')).toBe('true');
    expect(one(form, `#${group.getAttribute('aria-describedby')}`).textContent).toContain('请选择怎样收款');
    one(form, '.summary a').click();
    expect(focused(form)).toBe(all(form, '[role=radiogroup] input')[0]);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard(' ');
    expect(messageAt(form, '卡号')).toContain('请填写卡号');
    expect(all(form, '.summary a').length).toBe(1);
  });

  it('is read as an answer like others', async () => {
    const form = await mount({ schema, readonly: true, value: { pay: { kind: 'person', name: 'Ann' } } });
    expect(all(form, '.answer').map((answer) => answer.textContent.replace(/\s+/g, ' ').trim())).toEqual([
      '是哪一种请人代领',
      '代领人姓名Ann',
    ]);
    expect(await violations()).toEqual([]);
  });

  it('at the top of a form stands before what depends on it', async () => {
    const form = await mount({
      schema: {
        ...(schema.properties?.pay as JsonSchema),
        properties: { note: { title: '备注', type: 'string' } },
      },
      layout: { sections: [{ id: 's', title: 'S', fields: ['/note', '/number', '/name'] }] },
    });
    await turn(form, '是哪一种', ' ');
    expect(
      all(form, '.field').map((field) => field.querySelector('.label')?.textContent.trim().slice(0, 2)),
    ).toEqual(['备注', '是哪', '卡号']);
    expect(form.value).toEqual({ kind: 'card' });
  });
});

it('a tuple asks for each of its places', async () => {
  await page.viewport(800, 900);
  const form = await mount({ schema: { ...schema, required: [] } });
  await fillIn(form, '室', '201');
  expect(form.value).toEqual({ place: [null, '201'] });
  expect(form.submit()).toBe(false);
  expect(messageAt(form, '楼')).toContain('请填写楼');
  await fillIn(form, '楼', '3');
  expect(form.value).toEqual({ place: [3, '201'] });
  expect(await violations()).toEqual([]);
  button(form, '提交').focus();
  expect(form.submit()).toBe(true);
});
