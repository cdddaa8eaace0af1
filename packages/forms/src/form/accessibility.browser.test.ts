import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { divisions, layout, locales, schema, value } from '../fixtures/household.ts';
import { all, button, clear, mount, until } from '../fixtures/mount.ts';
import type { AidForm } from '../form-element.ts';

afterEach(() => {
  clear();
  document.body.removeAttribute('class');
});

async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    // What a page needs around the form is the page's own affair.
    rules: { region: { enabled: false } },
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

const looks: Record<string, Partial<AidForm>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  elder: { mode: 'elder', lang: 'en' },
};

const states: Record<string, (look: Partial<AidForm>) => Promise<AidForm>> = {
  empty: (look) => mount({ schema, layout, locales, divisions, ...look }),
  filled: (look) => mount({ schema, layout, locales, divisions, value, ...look }),
  'read only': (look) => mount({ schema, layout, locales, divisions, value, readonly: true, ...look }),
  async 'with errors'(look) {
    const form = await mount({ schema, layout, locales, divisions, ...look });
    form.submit();
    return form;
  },
  async 'with what was removed, a fault in the layout, and a server’s problem'(look) {
    const sections = [...layout.sections, { id: 'x', title: 'X', fields: ['/nothing'] }];
    const form = await mount({ schema, layout: { sections }, divisions, value, ...look });
    button(form, look.lang === 'en' ? 'Remove 成员 1 · 张桂兰' : '删除 成员 1 · 张桂兰').click();
    form.problems = [{ detail: '卡号与姓名不符。', pointer: '/data/bank/number' }];
    await form.updateComplete;
    return form;
  },
};

describe.each(Object.keys(looks))('%s', (look) => {
  it.each(Object.keys(states))('axe finds nothing in a form that is %s', async (state) => {
    await page.viewport(800, 900);
    const form = await states[state]?.(looks[look] ?? {});
    await until(() => form !== undefined && all(form, '.wait').length === 0);
    expect(await violations()).toEqual([]);
  });
});

describe.each([
  ['a phone', 320, {}],
  ['a phone in elder mode', 320, { mode: 'elder' as const }],
  ['a desk', 1280, {}],
])('on %s', (_, width, look) => {
  it('nothing is wider than the screen, and everything can be hit with a finger', async () => {
    await page.viewport(width, 700);
    document.body.style.margin = '0';
    const form = await mount({ schema, layout, locales, divisions, value, ...look });
    await until(() => all(form, '.level').length === 3);
    form.problems = [{ detail: '卡号与姓名不符。', pointer: '/data/bank/number' }];
    await form.updateComplete;
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const targets = all(form, 'button, select, textarea, .option, .summary a, input.control');
    expect(targets.length).toBeGreaterThan(30);
    const small = targets.filter((target) => {
      const { width: wide, height } = target.getBoundingClientRect();
      return wide > 0 && (height < 44 || wide < 44);
    });
    expect(small.map((target) => target.outerHTML.slice(0, 100))).toEqual([]);
  });
});

it('elder mode shows nothing under 20 px', async () => {
  const form = await mount({ schema, layout, locales, divisions, value, mode: 'elder' });
  form.problems = [{ detail: '卡号与姓名不符。', pointer: '/data/bank/number' }];
  await form.updateComplete;
  const small = all(form, '*').filter(
    (element) =>
      [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') &&
      !element.matches('.unseen, option') &&
      Number.parseFloat(getComputedStyle(element).fontSize) < 20,
  );
  expect(small.map((element) => element.outerHTML.slice(0, 100))).toEqual([]);
});
