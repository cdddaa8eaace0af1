/** The host examples as their visitors meet them, in both browsers. Whatever a page complains of is a fault. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createJquerySite } from '@aidflow/example-jquery';
import { createReactSite } from '@aidflow/example-react';
import { createVueSite } from '@aidflow/example-vue';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserNames, control, launchBrowser, openTab, type Tab } from '../support/both-browsers.ts';

const makers = { jquery: createJquerySite, react: createReactSite, vue: createVueSite };
const sites: Server[] = [];
const addresses: Record<string, string> = {};

beforeAll(async () => {
  for (const [name, make] of Object.entries(makers)) {
    const site = await make();
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    sites.push(site);
    addresses[name] = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  }
});
afterAll(() => {
  for (const site of sites) site.close();
});

describe.each(browserNames)('in %s', (name) => {
  let browser: Browser;
  let tab: Tab;
  /** Answers of the site that a page shows and that a browser also reports on its console. */
  const expected = /status of 422/;

  beforeAll(async () => {
    browser = await launchBrowser(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    tab = await openTab(browser);
  });
  afterEach(async () => {
    expect(tab.faults.filter((fault) => !expected.test(fault))).toEqual([]);
    await tab.close();
  });

  const open = (site: keyof typeof makers) => tab.page.goto(addresses[site] ?? '');
  const type = async (label: string, text: string) => {
    const input = await control(tab.page, label);
    await input.click();
    // What the page shows may move while a click is on its way.
    await input.evaluate((element) => element.focus());
    await tab.page.keyboard.type(text);
  };
  const press = (label: string) =>
    tab.page.evaluate((words) => {
      const all = [...document.querySelectorAll<HTMLElement>('button, input[type=submit], a')];
      all.find((one) => (one.textContent || one.getAttribute('value')) === words)?.click();
    }, label);
  /** Waits until a place of the page says so. */
  const says = (selector: string, words: string | RegExp) =>
    expect
      .poll(() => tab.page.evaluate((at) => document.querySelector(at)?.textContent?.trim() ?? '', selector))
      .toMatch(words);
  /** Waits until the form says so at a field. */
  const saysAtField = (words: string) =>
    expect
      .poll(() =>
        tab.page.evaluate(
          () => document.querySelector('aid-form')?.shadowRoot?.querySelector('.field .error')?.textContent,
        ),
      )
      .toContain(words);

  it('React: properties go in, events come out, the form of the page is sent, problems come back', async () => {
    await open('react');
    expect(await (await control(tab.page, '姓名')).evaluate((input) => input.value)).toBe('张桂兰');
    await says('footer b', '2');
    await (await control(tab.page, '低保复核')).click();
    await says('footer b', '1');
    await type('希望哪一天', '20260407');
    await says('footer b', '0');
    await press('预约');
    await saysAtField('已经约满');
    const day = await control(tab.page, '希望哪一天');
    await day.click({ count: 3 });
    await tab.page.keyboard.type('2026-04-08');
    await press('English');
    expect(await (await control(tab.page, 'Which day')).evaluate((input) => input.value)).toBe('2026-04-08');
    await press('Book');
    await says('.booked b', 'V-2026-04-08');
  });

  it('React: what is wrong stops the page’s form at the summary', async () => {
    await open('react');
    await control(tab.page, '姓名');
    await press('预约');
    await tab.page.waitForFunction(
      () => document.querySelector('aid-form')?.shadowRoot?.activeElement?.className === 'summary',
    );
    expect(await tab.page.$('.booked')).toBeNull();
  });

  it('Vue: a form of the counter with problems of the office, beside the inbox', async () => {
    await open('vue');
    await press('窗口登记');
    const submit = async (person: string) => {
      // The form of the one before is empty again a moment after it was noted.
      await expect
        .poll(async () => (await control(tab.page, '姓名')).evaluate((input) => input.value))
        .toBe('');
      await type('姓名', person);
      await type('手机号码', name === 'chromium' ? '13800000000' : '13900000000');
      await tab.page.evaluate(() =>
        document.querySelector('aid-form')?.shadowRoot?.querySelector<HTMLElement>('.submit')?.click(),
      );
    };
    await submit('张兰');
    await says('.noted', /^今天已登记 \d 人$/);
    await submit('李山');
    await says('.who', '李山');
    await saysAtField('已经登记过了');
  });

  it('Vue: a case is opened from the inbox, and an outcome is chosen in it', async () => {
    await open('vue');
    await tab.page.waitForFunction(() =>
      document.querySelector('aid-inbox')?.shadowRoot?.querySelector('button.open'),
    );
    await tab.page.evaluate(() =>
      document.querySelector('aid-inbox')?.shadowRoot?.querySelector<HTMLElement>('button.open')?.click(),
    );
    await tab.page.waitForFunction(() =>
      document.querySelector('aid-case')?.shadowRoot?.textContent.includes('张兰'),
    );
    await tab.page.evaluate(() => {
      const buttons = document.querySelector('aid-case')?.shadowRoot?.querySelectorAll('button') ?? [];
      [...buttons].find((one) => one.textContent.trim() === '受理')?.click();
    });
    // The form of the step stands in the case.
    await tab.page.waitForFunction(() =>
      document
        .querySelector('aid-case')
        ?.shadowRoot?.querySelector('aid-act')
        ?.shadowRoot?.querySelector('aid-form')
        ?.shadowRoot?.querySelector('.field'),
    );
  });

  it('jQuery: an old page with its globals and its force sets properties, hears events and sends', async () => {
    await open('jquery');
    await control(tab.page, '哪条路');
    const size = await tab.page.evaluate(() => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      const input = root?.querySelector('input') as HTMLElement;
      return [
        getComputedStyle(input).height,
        getComputedStyle(document.querySelector('[name=who]') as Element).height,
      ];
    });
    expect(size).toEqual(['48px', '20px']);
    await tab.page.click('input[type=submit]');
    await says('#live', '还有 3 处要改');
    await tab.page.click('#fill');
    const street = await control(tab.page, '哪条路');
    await street.click({ count: 3 });
    await tab.page.keyboard.type('滨河路');
    await says('#live', '正在填写：滨河路');
    await tab.page.click('input[type=submit]');
    await saysAtField('归邻县管');
    await street.click({ count: 3 });
    await tab.page.keyboard.type('人民路');
    await tab.page.click('input[type=submit]');
    await tab.page.waitForSelector('#sent');
    const rows = await tab.page.$$eval('#sent tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    expect(Object.fromEntries(rows)).toEqual({
      who: '居民',
      'report.street': '人民路',
      'report.fault': '不亮',
      'report.mobile': '13800000000',
    });
  });
});
