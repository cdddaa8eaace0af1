/**
 * The dibao application on a phone of 360 px in elder mode, filled in without a mouse or a finger, with three mistakes
 * that are found by the summary, corrected and sent. `AIDFLOW_SHOTS=FOLDER` keeps a picture of each screen.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openWindow, type Window } from './support/browser.ts';
import { focused, tabTo, typeInto } from './support/keys.ts';
import { enterAs } from './support/person.ts';
import { type Portal, startPortal } from './support/portal.ts';
import { spokenControls } from './support/spoken.ts';

let portal: Portal;
let browser: Browser;
let window: Window;
let page: Page;
let shots = 0;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ cases: 2 }), launch()]);
  window = await openWindow(browser, { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  page = window.page;
});
afterAll(async () => {
  await window.close();
  await browser.close();
  expect(await portal.stop()).toBe(0);
});

async function look(name: string): Promise<void> {
  const folder = process.env.AIDFLOW_SHOTS;
  if (folder === undefined) return;
  await mkdir(folder, { recursive: true });
  shots += 1;
  await page.screenshot({ path: join(folder, `${String(shots).padStart(2, '0')}-${name}.png`) });
}

const choose = async (name: RegExp, key: string) => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

it('is filled in, corrected and sent on the keyboard alone', async () => {
  await page.context().addCookies([{ name: 'mode', value: 'elder', url: portal.url }]);
  await enterAs(page, portal.url, 'resident-9008');
  await page.goto(`${portal.url}/apply/dibao/apply`);
  await page.locator('aid-form .submit').waitFor();
  await look('opened');

  await typeInto(page, /^姓名/, '庚某7004');
  // The first mistake: the last character does not fit the others.
  await typeInto(page, /^身份证号码/, '620899195803090010');
  await page.keyboard.press('Tab');
  await look('wrong-id-told-on-leaving');
  await page.keyboard.press('Shift+Tab');
  // The second: a digit is missing.
  await typeInto(page, /^手机号码/, '1380000900');
  await typeInto(page, /^实际居住地址/, '三组十二号');
  await choose(/自有/, 'Space');
  await look('home');

  await typeInto(page, /^姓名/, '庚某7004');
  await tabTo(page, /^与申请人的关系/);
  await page.keyboard.press('ArrowDown');
  await typeInto(page, /^身份证号码/, '620899195803090016');
  await look('member');
  await typeInto(page, /^工资、务工收入/, '320.5');
  await look('income');
  await typeInto(page, /^持卡人姓名/, '庚某7004');
  // The third: two digits have changed places.
  await typeInto(page, /^卡号/, '6228480000000000081');
  await look('card');
  await choose(/同意核对/, 'Space');
  await choose(/真实、完整/, 'Space');
  await look('declared');
  await tabTo(page, /^提交/);
  await page.keyboard.press('Enter');

  const summary = page.locator('aid-form .summary');
  await summary.waitFor();
  expect(await focused(page)).toMatchObject({ tag: 'div', visible: true });
  await look('summary');
  expect(await lines()).toEqual([
    '身份证号码：有一位不对，请从头到尾再核对一遍',
    '手机号码：应是 11 位，现在是 10 位，请再核对一遍',
    '卡号：有一位不对，请从头到尾再核对一遍',
  ]);

  // What a screen reader says about each control that is wrong: its name, its state, help and message together.
  const spoken = (await spokenControls(page)).filter(({ role }) => role === 'textbox');
  expect(spoken.filter(({ invalid }) => invalid)).toEqual([
    expect.objectContaining({
      name: '身份证号码',
      required: true,
      value: '620899195803090010',
      description: '18位号码，末位可能是字母X。 错误： 有一位不对，请从头到尾再核对一遍',
    }),
    expect.objectContaining({
      name: '手机号码',
      required: true,
      description: '用来通知您办理进度。 错误： 应是 11 位，现在是 10 位，请再核对一遍',
    }),
    expect.objectContaining({
      name: '卡号',
      required: true,
      description: '社保卡或者银行卡卡面上的数字。 错误： 有一位不对，请从头到尾再核对一遍 已输入 19 位',
    }),
  ]);
  expect(spoken.filter(({ name }) => name === '')).toEqual([]);

  await follow(/^身份证号码/, '620899195803090016', 'id', 'Tab');
  await follow(/^手机号码：/, '13800009008', 'mobile');
  await follow(/^卡号/, '6228480000000000018', 'number');
  await expect.poll(() => summary.count()).toBe(0);
  await tabTo(page, /^提交/);
  await look('corrected');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}/);
  await page.locator('h1').waitFor();
  await look('sent');
});

const lines = async () =>
  (await page.locator('aid-form .summary a').allTextContents()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );

/** Goes to the summary, forwards from its heading or back from a field, follows the line, and types over what stands in the field that it leads to. */
async function follow(line: RegExp, text: string, name: string, key: 'Tab' | 'Shift+Tab' = 'Shift+Tab') {
  expect(await tabTo(page, line, key)).toMatchObject({ tag: 'a', visible: true });
  await page.keyboard.press('Enter');
  expect(await focused(page), 'the line leads into its field').toMatchObject({ tag: 'input', visible: true });
  await look(`at-${name}`);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await look(`mended-${name}`);
}
