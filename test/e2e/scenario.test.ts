/** The simulator's main door in a browser: a bundle and a scenario, no server that knows of either, no eval. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { programmeFolders } from '@aidflow/programmes';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openWindow } from './support/browser.ts';

/** What a page has to write: load the bundle and its validators, play, show. */
const PAGE = `
import { parseScenario } from '@aidflow/definition';
import { compile } from '@aidflow/engine';
import { resultLines, runScenario } from '@aidflow/simulator';
import * as validators from '/dibao.validators.js';

const bundle = await (await fetch('/dibao.json')).json();
const programme = compile(bundle, { ...validators });
const shown = [];
for (const name of ['/good.yaml', '/bad.yaml', '/wrong.yaml']) {
  const read = parseScenario(name, await (await fetch(name)).text());
  const result = read.ok ? runScenario({ dibao: programme }, read.source) : undefined;
  shown.push({
    passed: result?.passed ?? false,
    steps: result?.steps.length ?? 0,
    award: result?.state?.award?.amount ?? null,
    head: result?.state?.head ?? null,
    lines: result ? resultLines(result) : read.problems.map(({ code }) => code),
  });
}
document.querySelector('output').textContent = JSON.stringify(shown);
`;

interface Shown {
  passed: boolean;
  steps: number;
  award: number | null;
  head: string | null;
  lines: string[];
}

let server: Server;
let browser: Browser;

beforeAll(async () => {
  const folder = programmeFolders.dibao as URL;
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  const { validators, ...bundle } = loaded.bundle;
  const built = await build({
    stdin: { contents: PAGE, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    external: ['/dibao.validators.js'],
  });
  const scenario = readFileSync(new URL('scenarios/township-confirms.yaml', folder), 'utf8');
  const files = new Map([
    [
      '/',
      '<!doctype html><title>scenario</title><output></output><script type="module" src="/page.js"></script>',
    ],
    ['/page.js', built.outputFiles[0]?.text ?? ''],
    ['/dibao.json', JSON.stringify(bundle)],
    ['/dibao.validators.js', validators],
    ['/good.yaml', scenario],
    ['/bad.yaml', scenario.replace('amount: 45600', 'amount: 45700')],
    ['/wrong.yaml', scenario.replace('do: accept.accept, as: clerk', 'do: accept.accept, as: clark')],
  ]);
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const type = path.endsWith('.js') ? 'text/javascript' : path === '/' ? 'text/html' : 'text/plain';
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

it('plays scenarios to the same end as anywhere else, and tells the same of those that do not hold', async () => {
  const { page, faults, close } = await openWindow(browser);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator('output:not(:empty)').waitFor();
  const [good, bad, wrong] = JSON.parse((await page.locator('output').textContent()) ?? '') as [
    Shown,
    Shown,
    Shown,
  ];
  expect(good).toMatchObject({
    passed: true,
    award: 45_600,
    lines: [],
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(bad.passed).toBe(false);
  expect(bad.head).toBe(good.head);
  expect(bad.lines.join('\n')).toContain('Expected 45700 for "award.amount", found 45600.');
  expect(wrong).toMatchObject({ passed: false, steps: 0 });
  expect(wrong.lines.join('\n')).toMatch(/wrong\.yaml:\d+ \/steps\/1\/as scenario\/unknown-actor/);
  expect(faults).toEqual([]);
  await close();
});
