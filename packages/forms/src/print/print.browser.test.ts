import { afterEach, describe, expect, it, vi } from 'vitest';
import { divisions, layout, locales, schema, value } from '../fixtures/household.ts';
import { all, button, clear, control, mount, until } from '../fixtures/mount.ts';
import { protocol } from '../fixtures/protocol.ts';
import type { AidForm } from '../form-element.ts';
import type { Layout } from '../types.ts';

afterEach(clear);

const steps: Layout = {
  ...layout,
  steps: 'sections',
  review: true,
  print: { signatures: ['申请人', '受理人'] },
};
const { hasIllness: _, ...unsaid } = value;

const household = (setup: Partial<AidForm> = {}) =>
  mount({ schema, layout: steps, locales, divisions, value: unsaid, ...setup });

const rows = (form: AidForm) =>
  Object.fromEntries(
    all(form, '.paper .row').map((row) =>
      [...row.children].map((part) => part.textContent.replace(/\s+/g, ' ').trim()),
    ),
  );

/** What stands on the page while it is printed. */
async function printed<T>(look: () => T): Promise<T> {
  await protocol().send('Emulation.setEmulatedMedia', { media: 'print' });
  dispatchEvent(new Event('beforeprint'));
  try {
    return look();
  } finally {
    dispatchEvent(new Event('afterprint'));
    await protocol().send('Emulation.setEmulatedMedia', { media: '' });
  }
}

describe('a form on paper', () => {
  it('has every question of every step, its answer or room for one, and lines to sign on', async () => {
    const form = await household();
    await until(() => all(form, '.step').length === 1);
    const { titles, answers, signatures } = await printed(() => ({
      titles: all(form, '.paper h2').map((title) => title.textContent),
      answers: rows(form),
      signatures: all(form, '.paper .signer').map((line) => line.textContent),
    }));
    expect(titles).toEqual(['您的情况', '家庭成员和收入', '财产和支出', '收款和承诺']);
    expect(answers).toMatchObject({
      身份证号码: '110101199003074514',
      手机号码: '13800000000',
      电子邮箱: '',
      申请哪一类低保: '☑ 农村低保 ☐ 城市低保',
      家里有人患重大疾病: '☐ 是 ☐ 否',
      存款: '3,500.00 元',
      我和家庭成员同意核对家庭经济状况: '☑ 是',
    });
    expect(signatures).toEqual(['申请人（签名）', '受理人（签名）']);
  });

  it('leaves room for an amount before its unit', async () => {
    const { savings: __, ...poor } = unsaid;
    const form = await household({ value: poor });
    await until(() => all(form, '.step').length === 1);
    expect(await printed(() => rows(form))).toMatchObject({ 存款: '元' });
  });

  it('stands in the place of what is on the screen, without anything to press', async () => {
    const form = await household();
    const { seen, controls } = await printed(() => ({
      seen: all(form, '.form, .paper')
        .filter((element) => element.getClientRects().length > 0)
        .map((element) => element.className.split(' ')[0]),
      controls: all(form, 'button, input, select, textarea').filter((one) => one.getClientRects().length > 0),
    }));
    expect(seen).toEqual(['paper']);
    expect(controls).toEqual([]);
    expect(all(form, '.paper')).toEqual([]);
    expect(all(form, '.form')[0]?.getClientRects().length).toBe(1);
  });

  it('is black on white in the dark, and shows what was typed last', async () => {
    const form = await household({ theme: 'dark' });
    await until(() => all(form, '.step').length === 1);
    const name = control(form, '姓名');
    name.value = '王芳';
    name.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    const { colours, written } = await printed(() => {
      const style = getComputedStyle(all(form, '.paper')[0] as Element);
      return {
        colours: [style.color, style.backgroundColor],
        written: all(form, '.paper .written').map((one) => one.textContent.trim()),
      };
    });
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(written[0]).toBe('王芳');
  });

  it('is what print() prints of a form without steps, and has one line to sign on', async () => {
    const form = await mount({ schema, layout, divisions, value });
    const asked = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await form.print();
    expect(asked).toHaveBeenCalledOnce();
    asked.mockRestore();
    const signers = await printed(() => all(form, '.paper .signer').map((line) => line.textContent));
    expect(signers).toEqual(['签名']);
  });

  it('comes out of the browser’s own menu, too, where the form keeps a draft', async () => {
    const form = await mount({ schema, layout, divisions, value, draftKey: 'paper' });
    expect(await printed(() => all(form, '.paper').length)).toBe(1);
    await form.forgetDraft();
  });

  it('is dark on white without a sheet, too, and shows what has changed where that is shown', async () => {
    const compare = { ...value, vehicles: 3 };
    const form = await mount({ schema, layout, divisions, value, compare, readonly: true, theme: 'dark' });
    await until(() => all(form, '.compared').length === 1);
    const { sheets, colour, marks } = await printed(() => ({
      sheets: all(form, '.paper').length,
      colour: getComputedStyle(all(form, '.answer dd')[0] as Element).color,
      marks: all(form, '.compared').filter((mark) => mark.getClientRects().length > 0).length,
    }));
    expect(sheets).toBe(0);
    expect(colour).toBe('rgb(31, 35, 34)');
    expect(marks).toBe(1);
  });

  it('is gone with its form', async () => {
    const form = await household();
    form.remove();
    await printed(() => expect(all(form, '.paper')).toEqual([]));
    expect(() => button(form, '下一步')).not.toThrow();
  });
});
