/** The ten lines of the README that embed a form: served as they stand, under a strict policy, they give a form. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadProgramme } from '@aidflow/definition/node';
import { buildForms } from '@aidflow/forms/build';
import { programmeFolders } from '@aidflow/programmes';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openWindow } from './support/browser.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const sample = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  const loaded = await loadProgramme(programmeFolders.dibao as URL);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  const { validators, ...bundle } = loaded.bundle;
  const built = Object.entries(await buildForms()).map(([name, text]) => [`/aid/${name}`, text] as const);
  const files = new Map([
    ['/', `<!doctype html><html lang="zh-CN"><title>x</title><body>${sample}</body></html>`],
    ['/aid/dibao.json', JSON.stringify(bundle)],
    ['/aid/dibao.validators.js', validators],
    ...built,
  ]);
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const type = path.endsWith('.js')
      ? 'text/javascript'
      : path.endsWith('.json')
        ? 'application/json'
        : 'text/html';
    response.writeHead(files.has(path) ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'self'; require-trusted-types-for 'script'",
    });
    response.end(files.get(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

it('draws the application, and submitting it empty leads through its errors', async () => {
  const { page, faults, close } = await openWindow(browser);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const form = page.locator('aid-form');
  await form.getByLabel('手机号码').first().waitFor();
  await form.getByRole('button', { name: /提交/ }).click();
  const summary = form.locator('[part~="summary"]');
  await summary.waitFor();
  expect(await summary.getByRole('link').count()).toBeGreaterThan(3);
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  await close();
});
