/** Of each keyword of the JSON Schema organisation's suite a right and a wrong case, in `<aid-form>` on a page. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { suiteGroups } from './fixtures/conformance/suite.ts';
import { type InForm, verdicts } from './fixtures/conformance/verdicts.ts';
import type { AidForm } from './form-element.ts';

type Case = InForm & { readonly keyword: string; readonly name: string };

/** The cases whose data a form hands out as they are. */
const whole = verdicts(suiteGroups()).flatMap(({ keyword, name, inForm }): Case[] =>
  typeof inForm === 'string' || !inForm.whole ? [] : [{ keyword, name, ...inForm }],
);

/** Of each keyword the first case that Ajv takes and the first that it refuses. */
const firstOfEach = (cases: readonly Case[]) =>
  cases.filter((one) => one === cases.find(({ keyword, ajv }) => keyword === one.keyword && ajv === one.ajv));

const text = ({ value }: Case) => (typeof value.value === 'string' ? value.value : '');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('script.ts', import.meta.url));
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'error',
  });
  browser = await chromium.launch({
    ...(process.env.CHROME_PATH !== undefined && { executablePath: process.env.CHROME_PATH }),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>x</title><aid-form lang="en"></aid-form>');
  await page.addScriptTag({ content: built.outputFiles[0]?.text ?? '' });
}, 60_000);

afterAll(() => browser?.close());

/** Mounts a form and answers once it is drawn. */
const mount = ({ schema }: Case, value: Case['value']) =>
  page.evaluate(async (given) => {
    const form = document.createElement('aid-form') as AidForm;
    form.lang = 'en';
    Object.assign(form, JSON.parse(given));
    document.querySelector('aid-form')?.replaceWith(form);
    await form.updateComplete;
  }, JSON.stringify({ schema, value }));

const said = () =>
  page.evaluate(() => {
    const form = document.querySelector('aid-form') as AidForm;
    return { value: form.value, valid: form.checkValidity() };
  });

it('takes the data that Ajv takes, and refuses those that it refuses', async () => {
  const cases = firstOfEach(whole);
  expect(new Set(cases.map(({ keyword }) => keyword)).size).toBeGreaterThan(35);
  for (const one of cases) {
    await mount(one, one.value);
    expect({ name: one.name, ...(await said()) }).toEqual({
      name: one.name,
      value: one.value,
      valid: one.ajv,
    });
  }
});

it('says of a text that is typed what Ajv says of it', async () => {
  // A text of nothing but spaces is no text to a form.
  const cases = firstOfEach(whole.filter((one) => text(one).trim() !== ''));
  const typed: string[] = [];
  for (const one of cases) {
    await mount(one, {});
    const box = page.locator('aid-form').locator('input[type=text], textarea');
    if ((await box.count()) !== 1) continue;
    await box.fill(text(one));
    expect({ name: one.name, ...(await said()) }).toEqual({
      name: one.name,
      value: one.value,
      valid: one.ajv,
    });
    typed.push(one.keyword);
  }
  expect(new Set(typed).size).toBeGreaterThan(15);
});
