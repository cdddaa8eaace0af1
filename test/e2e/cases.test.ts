/**
 * Three applications carried to their decisions in the portal as `npm start` serves it, each act in the browser by the
 * person whose it is, under the portal's own strict content policy. Whatever the page, the console or the policy
 * complains about fails the test.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { act, advance, fillVisit, openCase, today } from './support/acts.ts';
import { launch, openWindow, type Window } from './support/browser.ts';
import { fillApplication, type Household, submitApplication } from './support/household.ts';
import { enterAs } from './support/person.ts';
import { type Portal, startPortal } from './support/portal.ts';

let portal: Portal;
let browser: Browser;
let window: Window;
let page: Page;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ cases: 8 }), launch()]);
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

/** Numbers under a county code that nobody has, and a card number with the right last digit. */
const poor: Household = {
  name: '甲某7001',
  idNumber: '620899195803090016',
  mobile: '13800007001',
  wages: '300',
  card: '6217000000000000012',
};

const enter = (person: string) => enterAs(page, portal.url, person);
const textOf = async (selector: string) =>
  ((await page.locator(selector).first().textContent()) ?? '').trim();

/** A resident applies; answers the path of the case. */
async function apply(resident: string, home: Household): Promise<string> {
  await enter(resident);
  await page.goto(`${portal.url}/apply/dibao/apply`);
  await fillApplication(page, home);
  return submitApplication(page);
}

/** Somebody opens a case and does one thing in it. */
async function as(
  person: string,
  path: string,
  ...done: Parameters<typeof act> extends [Page, ...infer Rest] ? Rest : never
) {
  await enter(person);
  await openCase(page, portal.url, path);
  await act(page, ...done);
}

/** From acceptance to the reviewer's desk: papers, departments, two investigators. */
async function investigate(path: string, township: string): Promise<void> {
  await as(`clerk-${township}`, path, 'accept.accept');
  const date = await today(page);
  const fill = (form: ReturnType<Page['locator']>) => fillVisit(form, date);
  await as(`investigator-a-${township}`, path, 'visit.submit', { fill });
  // The second signs what the first wrote down.
  await as(`investigator-b-${township}`, path, 'visit.submit');
}

async function proposeAndPublish(path: string, township: string): Promise<string> {
  await as(`reviewer-${township}`, path, 'opinion.propose-approve');
  expect(await textOf('aid-case .who')).toContain('公示');
  await advance(page, '7d');
  return advance(page, '1d');
}

async function letter(title: string): Promise<string> {
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    page.locator('aid-case').getByRole('link', { name: title }).first().click(),
  ]);
  const words = (await opened.locator('body').textContent()) ?? '';
  await opened.close();
  return words;
}

it('one is awarded by the township under a delegation that the letter names, and its record verified', async () => {
  const township = '620821100';
  const path = await apply('resident-9002', poor);
  expect(await textOf('.note.done')).toContain('申请已经提交');
  await investigate(path, township);

  await as(`reviewer-${township}`, path, 'opinion.propose-approve');
  await page.goto(`${portal.url}/notices`);
  // One person with 300 yuan under a standard of 500: 200 yuan a month.
  await page.locator('aid-notices').getByText('200.00元/月').first().waitFor();
  await advance(page, '7d');
  expect(await advance(page, '1d')).toMatch(
    /^现在是2026年4月16日 星期四 09:\d\d，其间有\d+项到期事项自动办理。$/,
  );

  await enter('officer-a');
  await openCase(page, portal.url, path);
  expect(await page.locator('aid-case [data-do="confirm.approve"]').count()).toBe(0);
  await page.locator('aid-case .why-not summary').click();
  expect(await textOf('aid-case .why-not')).toContain('示民发〔2025〕88号');

  await as(`leader-${township}`, path, 'confirm.approve');
  expect(await textOf('aid-case .award')).toContain('200.00');

  await as(`clerk-${township}`, path, 'file-decision.filed');
  // Which cases the county looks at is drawn by their own numbers: some are, before they end.
  await enter('auditor');
  await openCase(page, portal.url, path);
  if ((await page.locator('aid-case [data-do="oversight-review.uphold"]').count()) > 0) {
    const fill = (form: ReturnType<Page['locator']>) =>
      form.getByLabel('抽查发现').pressSequentially('认定正确');
    await act(page, 'oversight-review.uphold', { fill });
  }

  await enter('resident-9002');
  expect(await textOf('main .tile')).toContain('予以确认');
  await openCase(page, portal.url, path);
  const words = await letter('确认通知书');
  expect(words).toContain('本决定由城关镇人民政府根据示范县民政局');
  expect(words).toContain('示民发〔2025〕88号');
  expect(words).toContain('贰佰元整');

  await enter('auditor');
  await page.goto(`${portal.url}/cases?status=ended`);
  await page.locator(`main a[href="${path}"]`).click();
  await page.locator('[data-verify]').click();
  await page.locator('.verify p.whole').waitFor();
  expect(await textOf('.verify p')).toMatch(/^记录完整：\d+条记录/);
});

it('one is confirmed by the county, where nothing is delegated', async () => {
  const township = '620821101';
  const path = await apply('resident-9004', { ...poor, name: '丙某7003' });
  await investigate(path, township);
  await proposeAndPublish(path, township);

  await enter(`leader-${township}`);
  await openCase(page, portal.url, path);
  expect(await page.locator('aid-case [data-do="confirm.approve"]').count()).toBe(0);

  await as('officer-a', path, 'confirm.approve');
  expect(await textOf('aid-case .tag')).toBe('予以批准');
  const words = await letter('确认通知书');
  expect(words).toContain('示范县民政局');
  expect(words).not.toContain('88号');
});

it('one is denied with reasons, in a letter that is served', async () => {
  const township = '620821102';
  const reasons = '月人均收入2000元，高于低保标准500元';
  const path = await apply('resident-9006', { ...poor, name: '乙某7002', wages: '2000' });
  await investigate(path, township);
  await as(`reviewer-${township}`, path, 'opinion.propose-deny', { reasons });
  await as(`leader-${township}`, path, 'confirm.deny', { reasons });
  const date = await today(page);
  await as(`clerk-${township}`, path, 'serve-denial.served', {
    async fill(form) {
      await form.getByRole('textbox', { name: '送达日期' }).pressSequentially(date);
      await form.getByRole('radio', { name: '直接送达' }).check();
    },
  });

  await as(`clerk-${township}`, path, 'file-denial.filed');

  await enter('resident-9006');
  await openCase(page, portal.url, path);
  expect(await textOf('aid-case .tag')).toBe('不予批准');
  const words = await letter('不予确认告知书');
  expect(words).toContain(reasons);
  expect(words).toContain('行政复议');
});
