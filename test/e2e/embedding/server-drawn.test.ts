/** A form that a server drew: seen and typed into before the script comes, taken over when it does, whatever came. */
import type { ServerForm } from '@aidflow/forms/server';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserNames, control, launchBrowser, openTab, type Tab } from '../support/both-browsers.ts';
import { type FormSite, page, startFormSite } from '../support/form-site.ts';
import { serverOf } from '../support/renderer.ts';

const form: ServerForm = {
  lang: 'en',
  name: 'a',
  styles: '/aid-form.css',
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
      paper: { title: 'Paper', type: 'object', properties: { sha256: { type: 'string' } } },
    },
    if: { properties: { kind: { const: 'urban' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { street: { title: 'Street', type: 'string' } } },
  },
  value: { name: 'Ann', kind: 'rural', story: 'x', rows: [{ age: 7 }] },
};

/** Brings the script when the page is told to, so that a test decides how long it is on its way. */
const later = "addEventListener('bring', () => import('/aid-form.js'))";

let site: FormSite;
let server: Awaited<ReturnType<typeof serverOf>>;

beforeAll(async () => {
  site = await startFormSite({ 'later.js': later });
  server = await serverOf(site);
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
    tab = await openTab(browser);
  });
  afterEach(async () => {
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  async function open(setup: Partial<ServerForm> = {}): Promise<void> {
    const drawn = await server.renderForm({ ...form, ...setup });
    const head =
      '<link rel="preload" as="style" href="/aid-form.css"><script type="module" src="/later.js"></script>';
    site.files.set('drawn', page(`<form>${drawn}</form>`, head));
    await tab.page.goto(`${site.url}/drawn`);
  }

  /** Brings the script and waits until it is in charge. Says whether what the server drew is still there. */
  const bring = (): Promise<boolean> =>
    tab.page.evaluate(async () => {
      const drawn = document.querySelector('aid-form')?.shadowRoot?.querySelector('.form');
      dispatchEvent(new Event('bring'));
      await customElements.whenDefined('aid-form');
      const element = document.querySelector('aid-form');
      await element?.updateComplete;
      // The looks that the server sent go when the script is in charge.
      while (element?.shadowRoot?.querySelector('link')) await new Promise(requestAnimationFrame);
      return drawn?.isConnected === true;
    });

  const value = () => tab.page.evaluate(() => document.querySelector('aid-form')?.value);

  it('it is seen in its own looks without the script, and can be read', async () => {
    await open();
    await tab.page.waitForFunction(() => {
      const button = document.querySelector('aid-form')?.shadowRoot?.querySelector('.submit');
      return button instanceof HTMLElement && getComputedStyle(button).backgroundColor === 'rgb(11, 92, 110)';
    });
    const seen = await tab.page.evaluate(() => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      const labels = [...(root?.querySelectorAll('.label, .option > span') ?? [])];
      return labels.map((label) => label.textContent.trim()).filter((text) => text !== '');
    });
    expect(seen.join('|')).toMatch(/Name.*Kind.*rural.*urban.*Town.*Story.*I agree/);
    expect(await (await control(tab.page, 'Name')).evaluate((input) => input.value)).toBe('Ann');
  });

  it('what was typed, ticked and chosen before the script came is kept, and told', async () => {
    await open();
    const input = await control(tab.page, 'Name');
    await input.click();
    await tab.page.keyboard.press('End');
    await tab.page.keyboard.type(' Lee');
    await (await control(tab.page, 'urban')).click();
    await (await control(tab.page, 'I agree')).click();
    await (await control(tab.page, 'Town')).select('2');
    const story = await control(tab.page, 'Story');
    await story.click();
    await tab.page.keyboard.press('End');
    await tab.page.keyboard.type('y');
    await tab.page.evaluate(() => {
      const heard: string[] = [];
      Reflect.set(globalThis, 'heard', heard);
      addEventListener('aid-input', (event) => heard.push(event.detail.pointer));
    });
    expect(await bring()).toBe(true);
    expect(await value()).toEqual({
      name: 'Ann Lee',
      kind: 'urban',
      town: 'c',
      story: 'xy',
      consent: true,
      rows: [{ age: 7 }],
    });
    // Each once, the one in use perhaps before the others.
    const heard = await tab.page.evaluate(() => Reflect.get(globalThis, 'heard') as string[]);
    expect(heard.toSorted()).toEqual(['/consent', '/kind', '/name', '/story', '/town']);
    // What the choice brings is there, too.
    await control(tab.page, 'Street');
    const sent = await tab.page.evaluate(() =>
      new FormData(document.querySelector('form') ?? undefined).get('a'),
    );
    expect(JSON.parse(String(sent)).name).toBe('Ann Lee');
  });

  it('whoever is typing goes on typing in the same control, at the same place', async () => {
    await open();
    const input = await control(tab.page, 'Name');
    await input.click();
    await tab.page.keyboard.press('Home');
    await tab.page.keyboard.type('X');
    await tab.page.evaluate(() => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      Reflect.set(globalThis, 'before', root?.activeElement);
    });
    expect(await bring()).toBe(true);
    expect(
      await tab.page.evaluate(() => {
        const now = document.querySelector('aid-form')?.shadowRoot?.activeElement;
        return (
          now instanceof HTMLInputElement && now === Reflect.get(globalThis, 'before') && now.selectionStart
        );
      }),
    ).toBe(1);
    await tab.page.keyboard.type('Y');
    expect(await value()).toMatchObject({ name: 'XYAnn' });
  });

  // Only this browser lets a test compose as an input method does.
  if (name === 'chromium') {
    it('what an input method is composing goes on being composed', async () => {
      await open({ value: {} });
      await (await control(tab.page, 'Name')).click();
      const devtools = await tab.page.createCDPSession();
      const compose = (text: string) =>
        devtools.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      await compose('zhang');
      expect(await bring()).toBe(true);
      await compose('zhang gui');
      await devtools.send('Input.insertText', { text: '张桂' });
      expect(await value()).toMatchObject({ name: '张桂' });
      expect(await (await control(tab.page, 'Name')).evaluate((input) => input.value)).toBe('张桂');
    });
  }

  it('works like any other form afterwards', async () => {
    await open({ value: {} });
    expect(await bring()).toBe(true);
    const click = (selector: string) =>
      tab.page.evaluate((at) => {
        const found = document.querySelector('aid-form')?.shadowRoot?.querySelector<HTMLElement>(at);
        found?.click();
        return found !== null;
      }, selector);
    expect(await click('.submit')).toBe(true);
    const focused = () =>
      tab.page.evaluate(() => document.querySelector('aid-form')?.shadowRoot?.activeElement?.className);
    expect(await focused()).toBe('summary');
    expect(await click('.summary a')).toBe(true);
    await tab.page.keyboard.type('Bob');
    expect(await click('.add')).toBe(true);
    await tab.page.keyboard.type('8');
    expect(await value()).toMatchObject({ name: 'Bob', rows: [{ age: 8 }] });
  });

  it('steps, a page of problems and a form that is only read are taken over, too', async () => {
    const layout = {
      steps: 'sections' as const,
      review: {},
      sections: [
        { id: 'who', title: 'Who', fields: ['/name', '/kind'] },
        { id: 'rest', title: 'The rest', fields: ['/story', '/rows', '/paper'] },
      ],
    };
    await open({ layout });
    expect(await bring()).toBe(true);
    await tab.page.waitForFunction(() =>
      document.querySelector('aid-form')?.shadowRoot?.querySelector('.next'),
    );
    await open({ problems: [{ detail: 'We know her already.', pointer: '/name' }] });
    expect(await bring()).toBe(true);
    const words = () =>
      tab.page.evaluate(
        () => document.querySelector('aid-form')?.shadowRoot?.querySelector('.error')?.textContent,
      );
    expect(await words()).toContain('We know her already.');
    await open({ readonly: true });
    expect(await bring()).toBe(true);
    expect(await value()).toEqual(form.value);
  });

  it('another version of the script draws afresh, and what was typed is kept all the same', async () => {
    await open();
    const drawn = site.files.get('drawn') ?? '';
    site.files.set('drawn', drawn.replace(/<!--lit-part [^>]+-->/, '<!--lit-part OfAnotherVersion=-->'));
    await tab.page.reload();
    const input = await control(tab.page, 'Name');
    await input.click();
    await tab.page.keyboard.press('End');
    await tab.page.keyboard.type(' Lee');
    expect(await bring()).toBe(false);
    expect(await value()).toMatchObject({ name: 'Ann Lee', kind: 'rural' });
    await tab.page.keyboard.type('!');
    expect(await value()).toMatchObject({ name: 'Ann Lee!' });
  });
});
