/** The ways that every browser has to go: fill in, go wrong, mend, send, come back; as a control of the page's form. */
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserNames, control, launchBrowser, openTab, type Tab } from '../support/both-browsers.ts';
import { type FormSite, page, startFormSite } from '../support/form-site.ts';

const schema = {
  type: 'object',
  required: ['name', 'born', 'kind'],
  properties: {
    name: { title: 'Name', type: 'string', minLength: 2 },
    born: { title: 'Born', type: 'string', format: 'date' },
    kind: { title: 'Kind', type: 'string', enum: ['rural', 'urban'] },
    income: { title: 'Income', type: 'integer', 'x-unit': 'fen' },
    people: {
      title: 'People',
      type: 'array',
      items: { title: 'Person', type: 'object', properties: { age: { title: 'Age', type: 'integer' } } },
    },
  },
};

const head = '<script type="module" src="/aid-form.js"></script>';
const right = { name: 'Ann', born: '1950-03-02', kind: 'rural' };

let site: FormSite;

beforeAll(async () => {
  site = await startFormSite({
    'schema.json': JSON.stringify(schema),
    apply: page(
      `<form id="host" action="/sent" method="post">
        <input name="token" value="t">
        <fieldset id="set">
          <aid-form lang="en" name="a" entries="flat" draft-key="x" schema-src="/schema.json"></aid-form>
        </fieldset>
        <button id="send">Send</button>
      </form>`,
      head,
    ),
    outside: page(
      `<form id="host" action="/sent" method="post"><button id="send">Send</button></form>
       <aid-form id="first" form="host" lang="en" name="a" schema-src="/schema.json" no-submit></aid-form>
       <aid-form id="second" form="host" lang="en" name="b" schema-src="/schema.json"></aid-form>`,
      head,
    ),
    elsewhere: page('<p>Another page</p>'),
  });
});
afterAll(() => site.close());

describe.each(browserNames)('in %s', (name) => {
  let browser: Browser;
  let tab: Tab;

  beforeAll(async () => {
    browser = await launchBrowser(name);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    site.posted.length = 0;
    tab = await openTab(browser);
  });
  afterEach(async () => {
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  const open = async (path: string) => {
    await tab.page.goto(`${site.url}/${path}`);
    await control(tab.page, 'Name');
  };
  const type = async (label: string, text: string) => {
    await (await control(tab.page, label)).click();
    await tab.page.keyboard.type(text);
  };
  /** What a person who looks at the form, or hears it, is at. */
  const at = () =>
    tab.page.evaluate(() => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      const active = root?.activeElement;
      const ids = active?.getAttribute('aria-describedby')?.split(' ') ?? [];
      return {
        summary: active?.className === 'summary',
        label: active instanceof HTMLInputElement ? active.labels?.[0]?.textContent.trim() : undefined,
        invalid: active?.getAttribute('aria-invalid'),
        description: ids.map((id) => root?.getElementById(id)?.textContent ?? '').join(' '),
      };
    });
  const value = () => tab.page.evaluate(() => document.querySelector('aid-form')?.value);

  it('what is wrong is told, leads to its place, is mended and sent by the page’s own button', async () => {
    await open('apply');
    await type('Name', 'A');
    await tab.page.click('#send');
    expect(await at()).toMatchObject({ summary: true });
    expect(site.posted).toEqual([]);
    const links = await tab.page.evaluate(() => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      return [...(root?.querySelectorAll('.summary a') ?? [])].map((link) => link.textContent);
    });
    expect(links).toHaveLength(3);
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Enter');
    const place = await at();
    expect(place).toMatchObject({ label: 'Name', invalid: 'true' });
    // The summary adds the name of the field to what is said at it.
    expect(place.description.trim()).not.toBe('');
    expect(links[0]).toBe(`Name: ${place.description.replace('Error:', '').trim()}`);
    await tab.page.keyboard.type('nn');
    await type('Born', '1950年3月2日');
    await (await control(tab.page, 'rural')).click();
    await type('Income', '12.5');
    expect(await value()).toEqual({ ...right, name: 'Ann', income: 1250 });
    await Promise.all([tab.page.waitForNavigation(), tab.page.click('#send')]);
    expect(site.posted.map((one) => [...one])).toEqual([
      [
        ['token', 't'],
        ['a.name', 'Ann'],
        ['a.born', '1950-03-02'],
        ['a.kind', 'rural'],
        ['a.income', '1250'],
      ],
    ]);
  });

  it('a list grows by keyboard, and gives back what was removed', async () => {
    await open('apply');
    const press = (name: string) =>
      tab.page.evaluate((words) => {
        const root = document.querySelector('aid-form')?.shadowRoot;
        [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(words))?.focus();
      }, name);
    await press('Add');
    await tab.page.keyboard.press('Enter');
    await tab.page.keyboard.type('71');
    await press('Remove');
    await tab.page.keyboard.press('Enter');
    expect(await value()).not.toHaveProperty('people');
    await tab.page.keyboard.press('Enter');
    expect(await value()).toMatchObject({ people: [{ age: 71 }] });
  });

  it('a draft is there again after the page was left, until it is forgotten', async () => {
    await open('apply');
    await type('Name', 'Ann Lee');
    await tab.page.waitForFunction(async () => {
      const [database] = await indexedDB.databases();
      if (database?.name === undefined) return false;
      const opening = indexedDB.open(database.name);
      await new Promise((done) => opening.addEventListener('success', done));
      const kept = opening.result.transaction('drafts').objectStore('drafts').count();
      await new Promise((done) => kept.addEventListener('success', done));
      opening.result.close();
      return kept.result > 0;
    });
    await tab.page.goto(`${site.url}/elsewhere`);
    await open('apply');
    await tab.page.waitForFunction(() => document.querySelector('aid-form')?.value.name === 'Ann Lee');
    await tab.page.evaluate(() => document.querySelector('aid-form')?.forgetDraft());
    await open('apply');
    await tab.page.waitForFunction(async () => {
      // Whatever was kept has been looked up by then.
      await document.querySelector('aid-form')?.forgetDraft();
      return true;
    });
    expect(await value()).toEqual({});
  });

  it('is a control of the form around: entries, validity, reset, and off with its fieldset', async () => {
    await open('apply');
    const seen = () =>
      tab.page.evaluate(() => {
        const form = document.querySelector('form') as HTMLFormElement;
        const aid = document.querySelector('aid-form');
        return {
          listed: [...form.elements].some((one) => one === aid),
          owner: aid?.form === form,
          valid: form.checkValidity(),
          matches: aid?.matches(':invalid'),
          entries: [...new FormData(form).keys()],
          nested:
            document.querySelectorAll('form form').length +
            (aid?.shadowRoot?.querySelectorAll('form').length ?? 0),
          usable: aid?.shadowRoot?.querySelector('input')?.disabled === false,
        };
      });
    const within = { listed: true, owner: true, nested: 0 };
    expect(await seen()).toEqual({
      ...within,
      valid: false,
      matches: true,
      entries: ['token'],
      usable: true,
    });
    await type('Name', 'Ann');
    await type('Born', '19500302');
    await (await control(tab.page, 'urban')).click();
    const entries = ['token', 'a.name', 'a.born', 'a.kind'];
    expect(await seen()).toEqual({ ...within, valid: true, matches: false, entries, usable: true });
    await tab.page.evaluate(() => document.querySelector('#set')?.setAttribute('disabled', ''));
    expect(await seen()).toEqual({
      ...within,
      valid: true,
      matches: false,
      entries: ['token'],
      usable: false,
    });
    await tab.page.evaluate(() => {
      document.querySelector('#set')?.removeAttribute('disabled');
      document.querySelector('form')?.reset();
    });
    expect(await seen()).toEqual({
      ...within,
      valid: false,
      matches: true,
      entries: ['token'],
      usable: true,
    });
    expect(await (await control(tab.page, 'Name')).evaluate((input) => input.value)).toBe('');
  });

  it('belongs to the form that its attribute names, from anywhere on the page', async () => {
    await open('outside');
    await tab.page.evaluate((data) => {
      for (const form of document.querySelectorAll('aid-form')) form.value = data;
    }, right);
    const owned = await tab.page.evaluate(() => {
      const host = document.querySelector('form') as HTMLFormElement;
      return [...document.querySelectorAll('aid-form')].map((one) => one.form === host);
    });
    expect(owned).toEqual([true, true]);
    const click = () =>
      tab.page.evaluate(() =>
        document.querySelector('#second')?.shadowRoot?.querySelector<HTMLElement>('.submit')?.click(),
      );
    await Promise.all([tab.page.waitForNavigation(), click()]);
    expect(site.posted.map((one) => [...one])).toEqual([
      [
        ['a', JSON.stringify(right)],
        ['b', JSON.stringify(right)],
      ],
    ]);
  });

  it('one of two that is wrong stops the form that both belong to', async () => {
    await open('outside');
    await tab.page.evaluate((data) => {
      const [first] = document.querySelectorAll('aid-form');
      if (first) first.value = data;
    }, right);
    await tab.page.click('#send');
    const open2 = await tab.page.evaluate(() =>
      ['#first', '#second'].map(
        (id) => document.querySelector(id)?.shadowRoot?.querySelector('.summary') !== null,
      ),
    );
    expect(open2).toEqual([false, true]);
    expect(site.posted).toEqual([]);
  });

  it('is as it was left when a person goes back to the page', async () => {
    await open('outside');
    await type('Name', 'Ann');
    await tab.page.goto(`${site.url}/elsewhere`);
    await tab.page.evaluate(() => history.back());
    await tab.page.waitForFunction(() => document.querySelector('aid-form')?.value.name === 'Ann');
  });
});
