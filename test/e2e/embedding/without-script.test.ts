/** A form that a server drew, in a browser that runs no script at all. */
import type { ServerForm } from '@aidflow/forms/server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, openWindow } from '../support/browser.ts';
import { type FormSite, page, startFormSite } from '../support/form-site.ts';
import { serverOf } from '../support/renderer.ts';

const form: ServerForm = {
  lang: 'en',
  styles: '/aid-form.css',
  action: '/sent',
  hidden: { token: 't' },
  schema: {
    type: 'object',
    required: ['name', 'kind'],
    properties: {
      name: { title: 'Name', type: 'string', minLength: 3 },
      kind: { title: 'Kind', type: 'string', enum: ['rural', 'urban'] },
      town: { title: 'Town', type: 'string', enum: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      story: { title: 'Story', type: 'string', maxLength: 500 },
      consent: { title: 'I agree', const: true },
      rows: {
        title: 'People',
        type: 'array',
        items: { title: 'Person', type: 'object', properties: { age: { title: 'Age', type: 'integer' } } },
      },
    },
  },
  value: { kind: 'rural', story: 'x', rows: [{ age: 7 }] },
};

let site: FormSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([startFormSite({}), launch()]);
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

it('is sent as plain fields, read on the server, and drawn again with what is wrong', async () => {
  const { readForm, renderForm } = await serverOf(site);
  const window = await openWindow(browser, { javaScriptEnabled: false });
  const draw = async (setup: Partial<ServerForm>) => {
    // The script is asked for, and never runs.
    const head = '<script type="module" src="/aid-form.js"></script>';
    site.files.set('drawn', page(await renderForm({ ...form, ...setup }), head));
    await window.page.goto(`${site.url}/drawn`);
  };
  await draw({});
  const { page: tab } = window;
  await tab.getByLabel('Name').fill('Bo');
  await tab.getByText('urban', { exact: true }).click();
  await tab.getByLabel('Town').selectOption('2');
  await tab.getByLabel('I agree').check();
  await tab.getByLabel('Age').fill('8');
  await tab.getByRole('button', { name: 'Submit' }).click();
  await tab.getByText('Received').waitFor();
  expect(site.posted).toHaveLength(1);
  const [sent = new URLSearchParams()] = site.posted;
  expect(sent.get('token')).toBe('t');
  const value = readForm(form, sent);
  expect(value).toEqual({
    name: 'Bo',
    kind: 'urban',
    town: 'c',
    story: 'x',
    consent: true,
    rows: [{ age: 8 }],
  });
  await draw({ value, problems: [{ detail: 'Enter at least 3 characters.', pointer: '/name' }] });
  await tab.locator('.field .error', { hasText: 'Enter at least 3 characters.' }).waitFor();
  expect(await tab.getByLabel('Name').inputValue()).toBe('Bo');
  await window.close();
  expect(window.faults).toEqual([]);
});

it('once the script is there, nothing of the plain form is left', async () => {
  const { renderForm } = await serverOf(site);
  const window = await openWindow(browser);
  const head = '<script type="module" src="/aid-form.js"></script>';
  site.files.set('drawn', page(`<form>${await renderForm({ ...form, name: 'a' })}</form>`, head));
  await window.page.goto(`${site.url}/drawn`);
  await window.page.getByLabel('Name').fill('Bob');
  await window.page.waitForFunction(
    () => document.querySelector('aid-form')?.shadowRoot?.querySelector('form') === null,
  );
  await window.page.getByLabel('Name').fill('Bobby');
  const seen = await window.page.evaluate(() => ({
    owners: [...(document.querySelector('aid-form')?.shadowRoot?.querySelectorAll('input') ?? [])].map(
      (one) => one.form,
    ),
    sent: [...new FormData(document.querySelector('form') ?? undefined).keys()],
    value: document.querySelector('aid-form')?.value,
  }));
  expect(new Set(seen.owners)).toEqual(new Set([null]));
  expect(seen.sent).toEqual(['a']);
  expect(seen.value).toMatchObject({ name: 'Bobby', kind: 'rural' });
  // Its button is the form's own again: what is wrong is told, and nothing is posted.
  await window.page.getByLabel('Name').fill('Bo');
  const before = site.posted.length;
  await window.page.getByRole('button', { name: 'Submit' }).click();
  await window.page.locator('aid-form .summary').waitFor();
  expect(site.posted).toHaveLength(before);
  await window.close();
  expect(window.faults).toEqual([]);
});
