/** What a visitor meets on the pages of the portal: errors in words, drafts, languages, looks, a phone, the keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, openWindow, type Window } from './support/browser.ts';
import { enterAs } from './support/person.ts';
import { type Portal, startPortal } from './support/portal.ts';

let portal: Portal;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ cases: 24 }), launch()]);
});
afterAll(async () => {
  await browser.close();
  expect(await portal.stop()).toBe(0);
});
beforeEach(async () => {
  window = await openWindow(browser, { viewport: { width: 1280, height: 900 } });
  page = window.page;
});
afterEach(async () => {
  await window.close();
  expect(window.faults).toEqual([]);
});

const enter = (person: string) => enterAs(page, portal.url, person);
const go = (path: string) => page.goto(`${portal.url}${path}`);
const textOf = async (selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? '').trim();

describe('what goes wrong is said in words', () => {
  it('a wrong form shows a summary that has the focus and leads to each field', async () => {
    await enter('resident-9008');
    await go('/apply/dibao/apply');
    const form = page.locator('aid-form');
    await form.getByLabel('身份证号码').first().pressSequentially('620899195803090017');
    await form.locator('button.submit').click();
    const summary = form.locator('[part~="summary"]');
    await summary.waitFor();
    const inside = () =>
      page.evaluate(() => {
        const focused = document.querySelector('aid-form')?.shadowRoot?.activeElement;
        return {
          summary: focused?.closest('[part~="summary"]') != null,
          typed: focused instanceof HTMLInputElement ? focused.value.replaceAll(' ', '') : '',
        };
      });
    expect((await inside()).summary).toBe(true);
    await summary
      .getByRole('link', { name: /身份证号码/ })
      .first()
      .click();
    expect((await inside()).typed).toBe('620899195803090017');
  });

  it('what was typed is there again after the page was left', async () => {
    await enter('resident-9008');
    await go('/apply/dibao/apply');
    const name = page.locator('aid-form').getByLabel('姓名').first();
    await name.pressSequentially('庚某7004');
    // Drafts are kept a moment after the last key.
    await page.waitForTimeout(1000);
    await go('/my');
    await go('/apply/dibao/apply');
    await expect.poll(() => name.inputValue()).toBe('庚某7004');
  });

  it('a case of another township is not shown, and a page of another desk says whose it is', async () => {
    await enter('clerk-620821100');
    await go('/cases');
    const own = (await page.locator('main a[href^="/cases/"]').first().getAttribute('href')) ?? '';
    await enter('clerk-620821101');
    await go(own);
    expect(await textOf('h1')).toBe('没有这一页');
    await go('/my');
    expect(await textOf('h1')).toBe('这一页不在您的工作台上');
    expect(await textOf('main')).toContain('东川镇受理岗');
  });

  it('who may not act is told why', async () => {
    await enter('officer-a');
    await go('/cases?status=active&programme=dibao');
    await page.locator('main tr').filter({ hasText: '城关镇' }).getByRole('link').first().click();
    await page.locator('aid-case .why-not summary').click();
    expect(await textOf('aid-case .why-not')).toMatch(/您没有该岗位|权限已下放|不能办理/);
  });

  it('without a person there is a way to choose one', async () => {
    await go('/inbox');
    expect(await textOf('h1')).toBe('请先选择身份');
    await page.getByRole('link', { name: '去选择身份' }).click();
    await page.locator('button[value="auditor"]').first().waitFor();
  });
});

describe('how it is shown', () => {
  it('speaks English and Chinese, in large type and in the dark, and remembers it', async () => {
    await enter('resident-9001');
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => textOf('h1')).toBe('My applications');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    await page.getByRole('button', { name: 'Large type' }).click();
    await page.locator('html[data-aid-mode=elder]').waitFor();

    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.getByLabel('Colours').selectOption('dark');
    expect(await paper()).not.toBe(light);

    await go('/apply/dibao/apply');
    const form = page.locator('aid-form');
    await form.getByRole('heading', { name: 'Where you live' }).waitFor();
    expect(await form.getAttribute('mode')).toBe('elder');
    expect(await form.getAttribute('theme')).toBe('dark');
    expect(await page.locator('html').getAttribute('data-aid-theme')).toBe('dark');
  });

  it('fits a phone: no page is wider than 360 px, in large type either', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    const ready: Record<string, string> = {
      '/apply/dibao/apply': 'aid-form .submit',
      '/notices': 'aid-notices .board',
      '/inbox': 'aid-inbox button.open',
    };
    const desks = {
      'resident-9001': ['/', '/my', '/apply', '/apply/dibao/apply', '/notices'],
      'officer-a': ['/inbox', '/cases', '/apply'],
    };
    for (const mode of ['normal', 'elder']) {
      await page.context().addCookies([{ name: 'mode', value: mode, url: portal.url }]);
      for (const [person, paths] of Object.entries(desks)) {
        await enter(person);
        for (const path of paths) {
          await go(path);
          await page
            .locator(ready[path] ?? 'h1')
            .first()
            .waitFor();
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, `${path} ${mode}`).toBeLessThanOrEqual(360);
        }
      }
    }
  });

  it('begins with a link that skips to the content', async () => {
    await go('/notices');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('the list of cases is searched and filtered by its address', async () => {
    await enter('auditor');
    await page.getByLabel('状态').selectOption({ label: '已办结' });
    await page.getByRole('button', { name: '查找' }).click();
    await page.waitForURL(/status=ended/);
    const marks = await page
      .locator('main tbody .state')
      .evaluateAll((all) => all.map((one) => one.className));
    expect(marks.length).toBeGreaterThan(0);
    expect(marks.every((mark) => /good|over/.test(mark))).toBe(true);
    await page.getByLabel('编号').fill('DIBAO-2026-000001');
    await page.getByRole('button', { name: '查找' }).click();
    await expect.poll(() => page.locator('main tbody tr').count()).toBeLessThanOrEqual(1);
    await page.getByRole('link', { name: '清除条件' }).click();
    await page.waitForURL(/\/cases$/);
  });
});
