/** What ships, as it ships: how large it is, and that it lives under the strictest policies. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildForms } from './build.ts';

let files: Record<string, string>;
let server: Server;
let browser: Browser;

/** `trusted-types lit-html` allows Lit's own policy and no other. */
const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

const schema = {
  type: 'object',
  required: ['name', 'rows'],
  properties: {
    name: { title: 'Name', type: 'string' },
    born: { title: 'Born', type: 'string', format: 'date' },
    rows: {
      title: 'Rows',
      type: 'array',
      minItems: 1,
      items: { type: 'object', properties: { n: { title: 'N', type: 'integer' } } },
    },
    total: { title: 'Total', type: 'integer' },
    paper: { title: 'Paper', type: 'object', properties: { sha256: { type: 'string' } } },
  },
};
const layout = {
  sections: [
    {
      id: 's',
      title: 'S',
      fields: ['/name', '/born', '/rows', { field: '/total', computed: 'count(rows) + 1' }, '/paper'],
    },
  ],
};

/** The code of the README that shows a widget of one's own, by language. */
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8').split('### Your own')[1] ?? '';
const shown = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';

const page = (
  script: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${script}
<form><aid-form lang="en" schema-src="schema.json" layout-src="layout.json" validators-src="check.js" form-id="my-form"></aid-form></form>`;

beforeAll(async () => {
  files = {
    ...(await buildForms()),
    module: page('<script type="module" src="aid-form.js"></script>'),
    stars: `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title>${shown('html')}`,
    'stars.js': shown('js'),
    'opinion.json': shown('json'),
    classic: page('<script src="aid-form.classic.js"></script>'),
    'schema.json': JSON.stringify(schema),
    'layout.json': JSON.stringify(layout),
    'check.js': `export function myForm(data) {
      myForm.errors = data.name === 'no' ? [{ keyword: 'pattern', instancePath: '/name', params: {} }] : null;
      return myForm.errors === null;
    }`,
  };
  server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const text = files[name];
    const type = name.endsWith('.js')
      ? 'text/javascript'
      : name.endsWith('.json')
        ? 'application/json'
        : 'text/html';
    response.writeHead(text === undefined ? 404 : 200, {
      'Content-Type': type,
      'Content-Security-Policy': policy,
    });
    response.end(text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH !== undefined && { executablePath: process.env.CHROME_PATH }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

const address = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`;

/** A page, and what it complained about. */
async function open(name: string) {
  const tab = await browser.newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      complaints.push(message.text());
  });
  await tab.goto(address(name));
  return { tab, complaints };
}

const gzipped = (name: string) => gzipSync(files[name] ?? '', { level: 9 }).length;

describe('the bundles', () => {
  // Nearly all widgets, checks and Chinese; Lit is 6 kB of it. A village has slow lines: with its page and its schema an
  // application of 60 fields weighs 2.5 kB more, and is to come down to 40 kB.
  it('the form is below 39 kB compressed, and the same as a module and as a script', () => {
    console.info(`aid-form.js: ${gzipped('aid-form.js')} bytes compressed`);
    expect(gzipped('aid-form.js')).toBeLessThan(39_000);
    expect(files['aid-form.classic.js']).toBe(files['aid-form.js']);
  });

  it.each([
    // Comparing and paper are a third of it; whoever has steps or a draft loads it once.
    ['aid-more.js', 13_500],
    ['aid-take-over.js', 4_000],
    // Files, signatures, divisions, cards, rich help, and what sends files.
    ['aid-rare.js', 12_500],
    ['aid-many.js', 3_000],
    ['aid-en.js', 2_400],
  ])('%s holds what few forms need, in at most %d bytes', (name, most) => {
    expect(files['aid-form.js']).toContain(`import("./${name}")`);
    expect(gzipped(name)).toBeLessThan(most);
  });

  it('FEEL is apart, for the few forms that need it', () => {
    expect(files['aid-form.js']).toContain('import("./aid-feel.js")');
    expect(gzipped('aid-feel.js')).toBeLessThan(90_000);
  });

  it.each(['aid-form.js', 'aid-more.js', 'aid-rare.js', 'aid-many.js', 'aid-take-over.js', 'aid-feel.js'])(
    '%s evaluates no text as code',
    (name) => {
      expect(files[name]).not.toMatch(/\bnew Function\b|\beval\(/);
    },
  );
});

describe.each(['module', 'classic'])('as a %s script', (kind) => {
  it('works without any complaint under a policy with trusted types', async () => {
    const { tab, complaints } = await open(kind);
    await tab.getByRole('button', { name: 'Submit' }).waitFor();
    await tab.locator('output', { hasText: '2' }).waitFor();
    await tab.getByRole('button', { name: 'Choose a file' }).waitFor();
    await tab.getByLabel('Name').fill('no');
    await tab.getByLabel('Name').press('Tab');
    await tab.locator('.error', { hasText: 'Enter it as the example shows' }).waitFor();
    const styled = await tab
      .locator('.submit')
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(styled).toBe('rgb(11, 92, 110)');
    expect(complaints).toEqual([]);
    await tab.close();
  }, 60_000);
});

it('a widget of one’s own works as the README shows it', async () => {
  const { tab, complaints } = await open('stars');
  const group = tab.getByRole('radiogroup', { name: 'How was it?' });
  await group.waitFor();
  await tab.getByRole('button', { name: 'Submit' }).click();
  await tab.locator('.error', { hasText: 'How was it?: please choose' }).waitFor();
  await tab.getByRole('radio', { name: '4 of 5' }).check();
  expect(
    await tab.locator('aid-form').evaluate((form) => (form as HTMLElement & { value: unknown }).value),
  ).toEqual({
    rating: 4,
  });
  await tab.locator('aid-form').evaluate((form) => form.setAttribute('readonly', ''));
  await tab.getByText('★★★★', { exact: true }).waitFor();
  expect(complaints).toEqual([]);
  await tab.close();
}, 60_000);
