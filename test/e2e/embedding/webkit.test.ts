/**
 * The same ways in WebKit, the engine of Safari and of every browser on an iPhone. Its driver comes with Debian; where
 * it is not to be had there is nothing to drive.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type FormSite, page, startFormSite } from '../support/form-site.ts';
import { serverOf } from '../support/renderer.ts';
import { WebKit } from '../support/webkit.ts';

const driver = process.env.WEBKIT_DRIVER ?? '';

const schema = {
  type: 'object',
  required: ['name', 'born', 'kind'],
  properties: {
    name: { title: 'Name', type: 'string', minLength: 2 },
    born: { title: 'Born', type: 'string', format: 'date' },
    kind: { title: 'Kind', type: 'string', enum: ['rural', 'urban'] },
    people: {
      title: 'People',
      type: 'array',
      items: { title: 'Person', type: 'object', properties: { age: { title: 'Age', type: 'integer' } } },
    },
  },
};

/** Keeps whatever the page complains of: this driver tells nothing of consoles. */
const faults = `
  const faults = [];
  Reflect.set(globalThis, 'faults', faults);
  addEventListener('error', (event) => faults.push(event.message));
  addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
  document.addEventListener('securitypolicyviolation', (event) => faults.push('policy: ' + event.violatedDirective));
  const error = console.error;
  console.error = (...words) => { faults.push(words.join(' ')); error(...words); };
`;

describe.runIf(driver !== '')('in WebKit', () => {
  let site: FormSite;
  let webkit: WebKit;

  beforeAll(async () => {
    const head = '<script src="/faults.js"></script><script type="module" src="/aid-form.js"></script>';
    site = await startFormSite({
      'faults.js': faults,
      'schema.json': JSON.stringify(schema),
      apply: page(
        `<form action="/sent" method="post"><input name="token" value="t"><fieldset id="set">
          <aid-form lang="en" name="a" entries="flat" draft-key="x" schema-src="/schema.json"></aid-form>
        </fieldset><button id="send">Send</button></form>`,
        head,
      ),
      'later.js': "addEventListener('bring', () => import('/aid-form.js'))",
    });
    webkit = await WebKit.launch(driver);
  });
  afterAll(async () => {
    await webkit?.close();
    site?.close();
  });
  afterEach(async () => {
    expect(await webkit.run(() => Reflect.get(globalThis, 'faults') ?? [])).toEqual([]);
  });

  const open = async () => {
    await webkit.goto(`${site.url}/apply`);
    await webkit.until(
      () => document.querySelector('aid-form')?.shadowRoot?.querySelector('.submit') !== null,
    );
  };
  /** Puts the focus into the control of a question, and clicks it where it is a box. */
  const at = (label: string) =>
    webkit.run((words) => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      const labels = [...(root?.querySelectorAll('label') ?? [])];
      const control = labels.find((one) => one.textContent.trim().startsWith(words))
        ?.control as HTMLInputElement;
      control.focus();
      if (control.type === 'radio') control.click();
      return control.value;
    }, label);
  const press = (selector: string) =>
    webkit.run((place) => {
      const root = document.querySelector('aid-form')?.shadowRoot;
      (root?.querySelector<HTMLElement>(place) ?? document.querySelector<HTMLElement>(place))?.click();
    }, selector);
  const value = () => webkit.run(() => document.querySelector('aid-form')?.value);

  it('what is wrong is told at a summary, mended, and sent by the page’s own button', async () => {
    site.posted.length = 0;
    await open();
    await at('Name');
    await webkit.type('A');
    await press('#send');
    await webkit.until(
      () => document.querySelector('aid-form')?.shadowRoot?.activeElement?.className === 'summary',
    );
    await press('.summary a');
    await webkit.type('nn');
    await at('Born');
    await webkit.type('1950-03-02');
    await at('rural');
    expect(await value()).toEqual({ name: 'Ann', born: '1950-03-02', kind: 'rural' });
    await press('#send');
    await expect
      .poll(() => site.posted.map((one) => [...one]))
      .toEqual([
        [
          ['token', 't'],
          ['a.name', 'Ann'],
          ['a.born', '1950-03-02'],
          ['a.kind', 'rural'],
        ],
      ]);
  });

  it('is a control of the form around, and grows by a person', async () => {
    await open();
    await press('.add');
    await webkit.type('7');
    expect(await value()).toEqual({ people: [{ age: 7 }] });
    const seen = () =>
      webkit.run(() => {
        const form = document.querySelector('form') as HTMLFormElement;
        const aid = document.querySelector('aid-form');
        return [
          aid?.form === form,
          form.checkValidity(),
          aid?.matches(':disabled'),
          [...new FormData(form).keys()],
        ];
      });
    expect(await seen()).toEqual([true, false, false, ['token', 'a.people.0.age']]);
    await webkit.run(() => document.querySelector('#set')?.setAttribute('disabled', ''));
    expect(await seen()).toEqual([true, true, true, ['token']]);
    await webkit.run(() => {
      document.querySelector('#set')?.removeAttribute('disabled');
      document.querySelector('form')?.reset();
    });
    expect(await value()).toEqual({});
  });

  it('a draft is there again after the page was left', async () => {
    await open();
    await at('Name');
    await webkit.type('Ann Lee');
    await webkit.until(async () => {
      const [database] = await indexedDB.databases();
      if (database?.name === undefined) return false;
      const opening = indexedDB.open(database.name);
      await new Promise((done) => opening.addEventListener('success', done));
      const kept = opening.result.transaction('drafts').objectStore('drafts').count();
      await new Promise((done) => kept.addEventListener('success', done));
      opening.result.close();
      return kept.result > 0;
    });
    await open();
    await webkit.until(() => document.querySelector('aid-form')?.value.name === 'Ann Lee');
    await webkit.run(() => document.querySelector('aid-form')?.forgetDraft());
  });

  it('what a server drew is taken over with what was typed, and whoever is typing goes on', async () => {
    const { renderForm } = await serverOf(site);
    const drawn = await renderForm({
      schema,
      lang: 'en',
      name: 'a',
      styles: '/aid-form.css',
      value: { name: 'Ann' },
    });
    const head = '<script src="/faults.js"></script><script type="module" src="/later.js"></script>';
    site.files.set('drawn', page(`<form>${drawn}</form>`, head));
    await webkit.goto(`${site.url}/drawn`);
    expect(await at('Name')).toBe('Ann');
    await webkit.run(() => {
      const input = document.querySelector('aid-form')?.shadowRoot?.activeElement as HTMLInputElement;
      input.setSelectionRange(0, 0);
      Reflect.set(globalThis, 'before', input);
    });
    await webkit.type('X');
    await at('urban');
    await at('Name');
    await webkit.run(() => {
      const input = Reflect.get(globalThis, 'before') as HTMLInputElement;
      input.setSelectionRange(1, 1);
      dispatchEvent(new Event('bring'));
    });
    await webkit.until(() => document.querySelector('aid-form')?.value?.kind === 'urban');
    await webkit.type('Y');
    expect(await value()).toEqual({ name: 'XYAnn', kind: 'urban' });
    expect(
      await webkit.run(
        () =>
          document.querySelector('aid-form')?.shadowRoot?.activeElement === Reflect.get(globalThis, 'before'),
      ),
    ).toBe(true);
  });
});
