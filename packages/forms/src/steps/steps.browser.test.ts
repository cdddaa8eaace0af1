import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveDraft } from '../draft/vault.ts';
import {
  divisions,
  locales,
  layout as long,
  schema as longSchema,
  value as longValue,
} from '../fixtures/household.ts';
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
  until,
} from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';
import type { JsonSchema, Layout } from '../types.ts';

beforeEach(() => page.viewport(1000, 900));
afterEach(clear);

const schema: JsonSchema = {
  type: 'object',
  required: ['name', 'age', 'agree'],
  properties: {
    name: { title: '姓名', type: 'string', minLength: 2 },
    age: { title: '年龄', type: 'integer', minimum: 0 },
    ill: { title: '患病', type: 'boolean' },
    illness: { title: '病情', type: 'string' },
    members: {
      title: '成员',
      type: 'array',
      items: { type: 'object', properties: { who: { title: '称呼', type: 'string' } } },
    },
    agree: { title: '我同意', type: 'boolean', const: true },
  },
};
const layout: Layout = {
  steps: 'sections',
  review: true,
  submit: '提交申请',
  sections: [
    { id: 'who', title: '您是谁', fields: ['/name', '/age'] },
    { id: 'health', title: '健康', fields: ['/ill', '/members'] },
    { id: 'illness', title: '病情说明', when: 'ill = true', fields: ['/illness'] },
    { id: 'end', title: '承诺', fields: ['/agree'] },
  ],
};

const heading = (form: AidForm) => one(form, '.step-title').textContent.replace(/\s+/g, ' ').trim();
const asked = (form: AidForm) =>
  all(form, '.field').map((field) =>
    field.querySelector('.label, .option span')?.textContent.trim().slice(0, 3),
  );

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Presses a button with the Enter key. */
async function press(form: AidForm, name: string): Promise<void> {
  button(form, name).focus();
  await userEvent.keyboard('{Enter}');
}

describe('a form in steps', () => {
  it('is filled in one step at a time, on the keyboard alone, to the end', async () => {
    const form = await mount({ schema, layout });
    let sent: unknown;
    const pages: unknown[] = [];
    form.addEventListener('aid-submit', (event) => {
      sent = event.detail.value;
    });
    form.addEventListener('aid-step', (event) => pages.push(event.detail));
    expect(heading(form)).toBe('第 1 步，共 4 步 您是谁');
    expect(asked(form)).toEqual(['姓名', '年龄']);
    expect(() => button(form, '上一步')).toThrow();
    await fillIn(form, '姓名', 'Ann');
    control(form, '年龄').focus();
    await userEvent.keyboard('70{Enter}');
    expect(focused(form)).toBe(button(form, '下一步'));
    await userEvent.keyboard('{Enter}');
    expect(heading(form)).toBe('第 2 步，共 4 步 健康');
    expect(focused(form)).toBe(one(form, '.step-title'));
    await turn(form, '患病', ' ');
    expect(heading(form)).toBe('第 2 步，共 5 步 健康');
    await press(form, '下一步');
    await fillIn(form, '病情', 'x');
    await press(form, '下一步');
    control(form, '我同意').focus();
    await userEvent.keyboard(' ');
    await press(form, '核对填写的内容');
    expect(heading(form)).toBe('第 5 步，共 5 步 核对填写的内容');
    expect(sent).toBeUndefined();
    await press(form, '提交申请');
    expect(sent).toEqual({ name: 'Ann', age: 70, ill: true, illness: 'x', agree: true });
    expect(pages.at(-1)).toEqual({ index: 4, count: 5, review: true });
  });

  it('stops at what is wrong in the step, and tells nothing of later ones', async () => {
    const form = await mount({ schema, layout });
    await fillIn(form, '姓名', 'A');
    await press(form, '下一步');
    expect(heading(form)).toContain('您是谁');
    expect(focused(form)).toBe(one(form, '.summary'));
    expect(all(form, '.summary a').map((link) => link.textContent.trim())).toEqual([
      '姓名：请至少输入 2 个字',
      '请填写年龄',
    ]);
    all(form, '.summary a')[1]?.click();
    expect(focused(form)).toBe(control(form, '年龄'));
    expect(control(form, '年龄').getAttribute('aria-invalid')).toBe('true');
    await userEvent.keyboard('70');
    await fillIn(form, '姓名', 'nn');
    expect(all(form, '.summary')).toEqual([]);
    await press(form, '下一步');
    expect(heading(form)).toContain('健康');
    expect([all(form, '.summary'), all(form, '.error')]).toEqual([[], []]);
  });

  it('can be gone back in at any time, and forwards only past what is right', async () => {
    const form = await mount({ schema, layout, value: { name: 'Ann', age: 70 } });
    await press(form, '下一步');
    await press(form, '下一步');
    expect(heading(form)).toContain('承诺');
    await press(form, '上一步');
    expect(heading(form)).toContain('健康');
    await press(form, '您是谁');
    expect(heading(form)).toContain('您是谁');
    control(form, '姓名').focus();
    await userEvent.keyboard('{Control>}a{/Control}{Backspace}');
    await press(form, '承诺');
    expect(heading(form)).toContain('您是谁');
    expect(messageAt(form, '姓名')).toContain('请填写姓名');
    await fillIn(form, '姓名', 'Bea');
    await press(form, '承诺');
    expect(heading(form)).toContain('承诺');
    expect(() => button(form, '核对填写的内容')).not.toThrow();
    // What nobody has reached is no button in the list of steps.
    expect(all(form, 'nav button .step-name').map((one) => one.textContent)).toEqual(['您是谁', '健康']);
  });

  it('links of the summary lead to the right step', async () => {
    const form = await mount({ schema, layout });
    expect(form.submit()).toBe(false);
    const links = all(form, '.summary a');
    expect(links.map((link) => link.textContent.trim())).toEqual([
      '请填写姓名',
      '请填写年龄',
      '请勾选“我同意”后再继续',
    ]);
    links[2]?.click();
    expect(heading(form)).toContain('承诺');
    expect(focused(form)).toBe(control(form, '我同意'));
    form.problems = [{ detail: '年龄与身份证不符。', pointer: '/data/age' }];
    await form.updateComplete;
    all(form, '.summary a')
      .find((link) => link.textContent.includes('不符'))
      ?.click();
    expect(heading(form)).toContain('您是谁');
    expect(focused(form)).toBe(control(form, '年龄'));
    expect(messageAt(form, '年龄')).toContain('年龄与身份证不符。');
  });

  it('keeps several sections together, and leaves none out', async () => {
    const form = await mount({
      schema,
      layout: { ...layout, steps: [{ title: '基本情况', sections: ['who', 'health', 'illness'] }] },
      value: { name: 'Ann', age: 70 },
    });
    expect(heading(form)).toBe('第 1 步，共 3 步 基本情况');
    expect(all(form, 'h3').map((one) => one.textContent)).toEqual(['您是谁', '健康']);
    await press(form, '下一步');
    expect(heading(form)).toBe('第 2 步，共 3 步 承诺');
    expect(asked(form)).toEqual(['我同意']);
  });

  it('starts over at the first step when it is reset', async () => {
    const form = await mount({ schema, layout, value: { name: 'Ann', age: 70 } });
    await press(form, '下一步');
    form.reset();
    expect(heading(form)).toContain('您是谁');
  });

  it('goes on where a draft ends', async () => {
    const value = { name: 'Ann', age: 70, ill: false };
    await saveDraft('steps', { value, names: {} }, { days: 1, by: 'another page', known: 0 });
    const form = await mount({ schema, layout, draftKey: 'steps' });
    await until(() => all(form, '.draft').length === 1);
    expect(heading(form)).toContain('承诺');
    await press(form, '您是谁');
    expect(control(form, '姓名').value).toBe('Ann');
    await form.forgetDraft();
  });

  it('is shown as a whole to read', async () => {
    const form = await mount({
      schema,
      layout,
      readonly: true,
      value: { name: 'Ann', age: 70, agree: true },
    });
    expect(all(form, '.step, .actions')).toEqual([]);
    expect(all(form, '.answer').length).toBe(3);
  });
});

describe('the page to check', () => {
  const value = { name: 'Ann', age: 70, ill: false, members: [{ who: 'Bea' }], agree: true };

  async function atReview(setup: Partial<AidForm> = {}): Promise<AidForm> {
    const form = await mount({ schema, layout, value, ...setup });
    for (const name of ['下一步', '下一步', '核对填写的内容']) await press(form, name);
    return form;
  }

  it('shows all answers, none to be changed, each with a way back and back again', async () => {
    const form = await atReview();
    expect(all(form, 'input, select, textarea')).toEqual([]);
    expect(all(form, '.reviewed').map((part) => part.textContent.replace(/\s+/g, ''))).toEqual([
      '您是谁修改姓名Ann年龄70',
      '健康修改患病否成员成员1称呼Bea',
      '承诺修改我同意是',
    ]);
    await press(form, '修改 您是谁');
    expect(heading(form)).toContain('您是谁');
    await fillIn(form, '姓名', '{Control>}a{/Control}Cas');
    await press(form, '改好了，回到核对');
    expect(heading(form)).toContain('核对');
    expect(all(form, '.answer')[0]?.textContent).toContain('Cas');
  });

  it('says what a server found, with links to the steps', async () => {
    const form = await atReview();
    form.problems = [{ detail: '此人已在另一份申请中。', pointer: '/data/members/0/who' }];
    await form.updateComplete;
    one(form, '.summary a').click();
    expect(heading(form)).toContain('健康');
    expect(focused(form)).toBe(control(form, '称呼'));
    await press(form, '改好了，回到核对');
    expect(heading(form)).toContain('核对');
  });

  it('comes after a form that has no steps, too', async () => {
    const form = await mount({
      schema,
      value,
      layout: { review: { title: '请您过目', help: '看一遍。' }, sections: layout.sections },
    });
    expect(all(form, 'nav')).toEqual([]);
    expect(asked(form).length).toBe(5);
    await press(form, '核对填写的内容');
    expect(heading(form)).toBe('请您过目');
    expect(one(form, '.step > .help').textContent).toBe('看一遍。');
    await press(form, '上一步');
    expect(question(form, '姓名')).toBeTruthy();
  });

  it('leaves the button to the page that has its own', async () => {
    const form = await atReview({ noSubmit: true });
    expect(all(form, '.submit')).toEqual([]);
    expect(all(form, '.actions button').map((one) => one.textContent.trim())).toEqual(['上一步']);
  });
});

describe.each([
  ['light', 1280, { theme: 'light' as const }],
  ['dark, on a phone', 360, { theme: 'dark' as const }],
  ['elder, in English, on a phone', 360, { mode: 'elder' as const, lang: 'en' }],
])('%s', (_, width, look) => {
  it('axe finds nothing at any step, nothing is too wide or too small', async () => {
    await page.viewport(width, 800);
    document.body.style.margin = '0';
    const form = await mount({
      schema: longSchema,
      layout: { ...long, steps: 'sections', review: true },
      locales,
      divisions,
      value: longValue,
      ...look,
    });
    const names: string[] = [];
    for (;;) {
      await until(() => all(form, '.wait').length === 0);
      names.push(heading(form));
      expect(await violations()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      const small = all(form, 'button, select, textarea, .option, input.control').filter((target) => {
        const box = target.getBoundingClientRect();
        return (
          box.width > 0 &&
          (box.height < 44 || box.width < 44) &&
          getComputedStyle(target).visibility === 'visible'
        );
      });
      expect(small.map((target) => target.outerHTML.slice(0, 120))).toEqual([]);
      const next = all<HTMLButtonElement>(form, '.next')[0];
      if (next === undefined) break;
      next.click();
    }
    expect(names.length).toBe(5);
  });
});
