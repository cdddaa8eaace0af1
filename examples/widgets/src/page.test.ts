/** Every widget that is registered has its page, and no page complains, under the strictest policy. */
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSite } from './server.ts';
import { widgets } from './widgets.ts';

let site: Server;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  site = await createSite();
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH !== undefined && { executablePath: process.env.CHROME_PATH }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
});

async function open(path: string): Promise<{ tab: Page; complaints: string[] }> {
  // Colours on their way from one look to another are nobody's.
  const tab = await browser.newPage({ reducedMotion: 'reduce' });
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      complaints.push(message.text());
  });
  await tab.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/${path}`);
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('aid-form')].every(
      (form) => form.shadowRoot?.querySelector('.form') != null,
    ),
  );
  await tab.waitForLoadState('networkidle');
  return { tab, complaints };
}

it('every registered widget is on a page', async () => {
  const { tab } = await open('zh/text.html');
  const registered = await tab.evaluate(() => [
    ...(Reflect.get(globalThis, Symbol.for('aid-form widgets')) as Map<string, unknown>).keys(),
  ]);
  const shown = new Set(widgets.map(({ name }) => name));
  expect(registered.filter((name) => !shown.has(name))).toEqual([]);
  expect(registered).toContain('stars');
  await tab.close();
});

it.each(widgets.map(({ name }) => name))('the page of %s has nothing to complain about', async (name) => {
  const { tab, complaints } = await open(`zh/${name}.html`);
  expect(complaints).toEqual([]);
  const wrong = widgets.find((one) => one.name === name)?.wrong;
  if (wrong !== undefined) await tab.locator('[data-state=wrong] .error').first().waitFor();
  // Through the debugger, which no policy holds back.
  const session = await tab.context().newCDPSession(tab);
  await session.send('Runtime.evaluate', { expression: axe });
  for (const look of [undefined, 'dark', 'elder']) {
    if (look !== undefined) await tab.locator(`[data-switch=${look}]`).click();
    const found = await session.send('Runtime.evaluate', {
      expression:
        'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + " " + node.html.slice(0, 120))))',
      awaitPromise: true,
      returnByValue: true,
    });
    expect([look, found.result.value]).toEqual([look, []]);
  }
  await tab.close();
});

it('a file goes on after the line was cut, to a server that others wrote', async () => {
  const { tab } = await open('zh/file.html');
  let parts = 0;
  await tab.route('**/files/**', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    parts += 1;
    return parts === 2 ? route.abort('connectionreset') : route.continue();
  });
  const buffer = Buffer.alloc(1_300_000, 7);
  await tab
    .locator('section aid-form')
    .first()
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '户口簿.pdf', mimeType: 'application/pdf', buffer });
  await tab.waitForFunction(
    () =>
      (document.querySelector('aid-form') as HTMLElement & { value: { value?: unknown[] } }).value.value
        ?.length === 1,
  );
  const [kept] = await tab.evaluate(
    () =>
      (
        document.querySelector('aid-form') as HTMLElement & {
          value: { value: { size: number; name: string }[] };
        }
      ).value.value,
  );
  expect([kept?.size, kept?.name, parts]).toEqual([1_300_000, '户口簿.pdf', 4]);
  await tab.close();
});
