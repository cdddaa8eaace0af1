/** The page as a visitor's browser gets it: its policy, its style sheet, its jQuery, and the form among them. */
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSite } from './server.ts';

type Site = Awaited<ReturnType<typeof createSite>>;

let site: Site;
let browser: Browser;
let page: Page;
let address: string;
const complaints: string[] = [];

beforeAll(async () => {
  site = await createSite();
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH !== undefined && { executablePath: process.env.CHROME_PATH }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
});

afterEach(() => page.close());

async function open(path = ''): Promise<void> {
  complaints.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      complaints.push(message.text());
  });
  await page.goto(address + path);
  await page.locator('aid-form .section').first().waitFor();
}

const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).first().fill(text);

/** The least that an application needs. The id number is the worked example of GB 11643, the card one for tests. */
async function fillIn(): Promise<void> {
  await type('姓名', '张桂兰');
  await type('身份证号码', '11010519491231002X');
  await type('手机号码', '13800000000');
  await page.getByText('农村低保', { exact: true }).click();
  for (const [level, name] of [
    ['县（区）', '某某县'],
    ['乡镇（街道）', '城关镇'],
    ['村（社区）', '东街村'],
  ] as const) {
    await page.locator('.level', { hasText: level }).locator('select').selectOption({ label: name });
  }
  await type('实际居住地址', '东街村一组 3 号');
  await page.getByText('自有', { exact: true }).click();
  const member = page.locator('.item').first();
  await member.getByLabel('姓名', { exact: true }).fill('张桂兰');
  await member.getByLabel('身份证号码', { exact: true }).fill('11010519491231002X');
  await member.getByLabel('与申请人的关系', { exact: true }).selectOption({ label: '本人' });
  await type('持卡人姓名', '张桂兰');
  await type('卡号', '4111 1111 1111 1111');
  await page.getByText('我和家庭成员同意核对家庭经济状况', { exact: true }).click();
  await page.getByText('我保证以上内容真实、完整', { exact: true }).click();
}

describe('the old site', () => {
  it('shows the form under a policy without exceptions', async () => {
    await open();
    expect(complaints).toEqual([]);
    expect(await page.locator('aid-form .section').count()).toBeGreaterThan(5);
  }, 60_000);

  it('keeps its style sheet, and the form its own', async () => {
    await open();
    const sizes = await page.evaluate(() => {
      const size = (element: Element | null | undefined) => element && getComputedStyle(element).fontSize;
      const root = document.querySelector('aid-form')?.shadowRoot;
      return [
        size(document.querySelector('#nav li')),
        size(root?.querySelector('.label')),
        size(root?.querySelector('h2')),
      ];
    });
    expect(sizes).toEqual(['12px', '16px', '22px']);
  }, 60_000);

  it('stops what is not right at a summary', async () => {
    await open();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.locator('aid-form .summary:focus').waitFor();
    expect(await page.locator('#result table').count()).toBe(0);
  }, 60_000);

  it('gets the application as entries of its own form, and forgets the draft', async () => {
    await open();
    await fillIn();
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.locator('#result table').waitFor();
    const rows = await page
      .locator('#result tr')
      .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(Object.fromEntries(rows)).toEqual({
      channel: '村干部',
      'application.applicant.name': '张桂兰',
      'application.applicant.idNumber': '11010519491231002X',
      'application.applicant.mobile': '13800000000',
      'application.area': 'rural',
      'application.registered': '999901100201',
      'application.address': '东街村一组 3 号',
      'application.housing': 'own',
      'application.members.0.name': '张桂兰',
      'application.members.0.idNumber': '11010519491231002X',
      'application.members.0.relation': 'self',
      'application.bank.holder': '张桂兰',
      'application.bank.number': '4111111111111111',
      'application.consent': 'true',
      'application.truth': 'true',
    });
    expect(complaints).toEqual([]);
  }, 60_000);

  it('sends evidence while the rest is still typed', async () => {
    await open();
    const picker = page.locator('aid-form input[type=file]').first();
    await picker.setInputFiles({
      name: '诊断证明.png',
      mimeType: 'image/png',
      buffer: Buffer.from('not really a picture'),
    });
    await page.getByRole('button', { name: '删除 诊断证明.png' }).waitFor();
    const value = await page.evaluate(() =>
      Reflect.get(document.querySelector('aid-form') as Element, 'value'),
    );
    expect(value.evidence).toEqual([
      // sha256sum of the bytes above.
      {
        sha256: 'fe1a4ab1fb6347036bead73597d5d2958b26ac0b96f68ca2f6dcee53a50f297e',
        name: '诊断证明.png',
        size: 20,
        type: 'image/png',
      },
    ]);
  }, 60_000);
});
