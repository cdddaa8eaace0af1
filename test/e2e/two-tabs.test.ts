/** One browser, two tabs, one form: drafts are one for both, and neither takes away what was typed in the other. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from './support/browser.ts';
import { type FormSite, startFormSite } from './support/form-site.ts';

const schema = (properties: object) => JSON.stringify({ type: 'object', properties });
const text = (title: string) => ({ title, type: 'string' });

let site: FormSite;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  site = await startFormSite({
    'schema.json': schema({ name: text('姓名'), cars: { title: '车辆数量', type: 'integer' } }),
    form: `<!doctype html><html lang="zh"><meta charset="utf-8"><title>x</title><script type="module" src="aid-form.js"></script>
      <aid-form schema-src="schema.json" draft-key="tabs"></aid-form>`,
  });
  browser = await launch();
  context = await browser.newContext({ locale: 'zh-CN' });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function tab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}/form`);
  await page.locator('aid-form .submit').waitFor();
  return page;
}

/** When the draft was written last, as the database has it. */
const savedAt = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('aidflow-drafts');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction('drafts').objectStore('drafts').get('tabs');
          request.onsuccess = () => resolve(request.result?.saved ?? 0);
          opening.result.close();
        };
      }),
  );

it('tells the tab that is behind, and lets a person choose', async () => {
  const first = await tab();
  const second = await tab();
  await second.getByLabel('姓名').fill('那边');
  await second.locator('.kept').waitFor();
  await first.getByLabel('姓名').fill('这边');
  const warning = first.locator('.draft[role=alert]');
  await warning.waitFor();
  expect(await warning.textContent()).toContain('同一张表在另一个窗口里也在填写');
  expect(await first.getByLabel('姓名').inputValue()).toBe('这边');
  await first.getByRole('button', { name: '改用那边的内容' }).click();
  await expect.poll(() => first.getByLabel('姓名').inputValue()).toBe('那边');
  await first.close();
  await second.close();
});

it('goes on with a draft in a form that has become another, and says what it lost', async () => {
  const before = await tab();
  const earlier = await savedAt(before);
  await before.getByLabel('车辆数量').fill('2');
  await expect.poll(() => savedAt(before)).toBeGreaterThan(earlier);
  await before.close();
  site.files.set('schema.json', schema({ name: text('姓名'), houses: { title: '房屋', type: 'integer' } }));
  const after = await tab();
  await after.locator('.draft').waitFor();
  expect(await after.getByLabel('姓名').inputValue()).toBe('那边');
  expect(await after.locator('.draft').textContent()).toContain('这几项没能保留：车辆数量。');
  await after.getByRole('button', { name: '从这台设备上删除' }).click();
  await after.locator('.kept').waitFor({ state: 'detached' });
  await after.reload();
  await after.locator('aid-form .submit').waitFor();
  expect(await after.getByLabel('姓名').inputValue()).toBe('');
  await after.close();
});
