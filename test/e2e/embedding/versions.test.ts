/** A page that loads the form more than once, as pages of many hands do: the first script stays in charge. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browserNames, launchBrowser, openTab, type Tab } from '../support/both-browsers.ts';
import { type FormSite, page, policy, startFormSite } from '../support/form-site.ts';

const schema = {
  type: 'object',
  required: ['name', 'rating'],
  properties: {
    name: { title: 'Name', type: 'string', default: 'Ann' },
    rating: { title: 'Stars', type: 'integer', 'x-stars': true },
  },
};

/** What a host adds after the second script. */
const stars = `AidForm.registerWidget('stars', {
  rank: (schema) => (schema['x-stars'] ? 20 : 0),
  render: (field) => AidForm.html\`<button id=\${field.control} class="stars" @click=\${() => field.choose(5)}>five</button>\`,
});`;

/** The form of another version under a name of its own, as a host with a bundler makes it. */
const next = `
  import { AidForm } from '@aidflow/forms';
  customElements.define('aid-form-next', class extends AidForm {});
`;

let site: FormSite;

beforeAll(async () => {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: next, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  site = await startFormSite({
    'schema.json': JSON.stringify(schema),
    'stars.js': stars,
    'first.js': `Reflect.set(globalThis, 'first', [customElements.get('aid-form'), AidForm]);`,
    'next.js': outputFiles[0]?.text ?? '',
  });
  for (const name of ['aid-form.js', 'aid-form.classic.js', 'aid-field.js'])
    site.files.set(`later/${name}`, site.files.get(name) ?? '');
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
    site.policy = policy;
    tab = await openTab(browser);
  });
  afterEach(async () => {
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  const open = async (head: string, body: string) => {
    site.files.set('page', page(body, head));
    await tab.page.goto(`${site.url}/page`);
  };
  const labels = (element: string) =>
    tab.page.waitForFunction(
      (tag) => {
        const found = document.querySelector(tag)?.shadowRoot?.querySelectorAll('.label');
        return found && found.length > 0 ? [...found].map((one) => one.textContent.trim()) : undefined;
      },
      {},
      element,
    );

  it('the first of three scripts is in charge, and knows the widgets that are added after all of them', async () => {
    await open(
      `<script src="/aid-form.classic.js"></script><script src="/first.js"></script><script src="/aid-field.js"></script>
       <script src="/later/aid-form.classic.js"></script><script src="/later/aid-field.js"></script>
       <script type="module" src="/later/aid-form.js"></script><script src="/stars.js"></script>`,
      '<form><aid-form lang="en" name="a" schema-src="/schema.json"></aid-form></form>',
    );
    expect(await (await labels('aid-form')).jsonValue()).toEqual(['Name', 'Stars']);
    const found = await tab.page.evaluate(async () => {
      const form = document.querySelector('aid-form');
      form?.shadowRoot?.querySelector<HTMLElement>('.stars')?.click();
      const [element, script] = Reflect.get(globalThis, 'first');
      return {
        first: customElements.get('aid-form') === element && Reflect.get(globalThis, 'AidForm') === script,
        value: form?.value,
        sent: [...new FormData(document.querySelector('form') ?? undefined)],
      };
    });
    expect(found).toEqual({
      first: true,
      value: { name: 'Ann', rating: 5 },
      sent: [['a', '{"name":"Ann","rating":5}']],
    });
  });

  it('an element that the page has under that name already is left alone', async () => {
    site.files.set('taken.js', `customElements.define('aid-form', class extends HTMLElement {});`);
    await open(
      '<script src="/taken.js"></script><script src="/aid-form.classic.js"></script>',
      '<aid-form>mine</aid-form>',
    );
    expect(await tab.page.evaluate(() => document.querySelector('aid-form')?.textContent)).toBe('mine');
  });

  it('two versions live side by side, one of them under a name of its own', async () => {
    // Each brings a Lit of its own, and each Lit a policy of that name.
    site.policy = `${policy} 'allow-duplicates'`;
    await open(
      '<script src="/aid-form.classic.js"></script><script type="module" src="/next.js"></script>',
      `<aid-form lang="en" schema-src="/schema.json"></aid-form>
       <aid-form-next lang="en" schema-src="/schema.json"></aid-form-next>`,
    );
    expect(await (await labels('aid-form')).jsonValue()).toEqual(['Name', 'Stars']);
    expect(await (await labels('aid-form-next')).jsonValue()).toEqual(['Name', 'Stars']);
  });
});
