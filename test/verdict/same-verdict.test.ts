/**
 * One table of values, judged by the server and by the form in a browser, both with what one bundle holds: the same
 * verdict, and the same fields. The page forbids evaluation of text, so what runs there is the code of the bundle.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { type Actor, nationalCalendar } from '@aidflow/engine';
import type { AidForm } from '@aidflow/forms';
import { buildForms } from '@aidflow/forms/build';
import { createApp, serve } from '@aidflow/http';
import { createService } from '@aidflow/service';
import { openSqliteStore } from '@aidflow/store';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../e2e/support/browser.ts';

type Data = Record<string, unknown>;

const right: Data = {
  name: '张桂兰',
  idNumber: '11010519491231002X',
  kind: 'a',
  members: [{ name: '张桂兰' }],
  agree: true,
};

/** What is put into data that is right, or taken out of it, and the fields that are then wrong. */
const rows: [what: string, change: Data, wrong: string[]][] = [
  ['nothing', {}, []],
  [
    'everything optional',
    {
      card: '4111111111111111',
      mobile: '13800000000',
      income: 100,
      share: 1.5,
      code: 'A123',
      tags: ['x'],
      from: '2026-01-01',
      until: '2026-02-01',
      home: { line: '三组' },
    },
    [],
  ],
  ['no name', { name: undefined }, ['/name']],
  ['a short name', { name: '张' }, ['/name']],
  ['a long name', { name: '张'.repeat(11) }, ['/name']],
  ['a name beyond the basic plane', { name: '𠮷' }, ['/name']],
  ['an id number with a wrong last character', { idNumber: '110105194912310021' }, ['/idNumber']],
  ['an id number of a day that is none', { idNumber: '110105194902310024' }, ['/idNumber']],
  ['a card with a wrong digit', { card: '4111111111111112' }, ['/card']],
  ['a short mobile number', { mobile: '1380000000' }, ['/mobile']],
  ['too much income', { income: 100_001 }, ['/income']],
  ['negative income', { income: -1 }, ['/income']],
  ['income in text', { income: '12a' }, ['/income']],
  ['a fraction of a fen', { income: 0.5 }, ['/income']],
  ['a share of nothing', { share: 0 }, ['/share']],
  ['a share between the steps', { share: 0.75 }, ['/share']],
  ['another kind', { kind: 'c' }, ['/kind']],
  ['a kind that needs a note', { kind: 'b' }, ['/note']],
  ['a kind that needs a longer note', { kind: 'b', note: '短' }, ['/note']],
  ['a kind with its note', { kind: 'b', note: '有说明' }, []],
  ['a code in small letters', { code: 'a123' }, ['/code']],
  ['too many tags', { tags: ['x', 'y', 'z'] }, ['/tags']],
  ['the 30th of February', { from: '2026-02-30' }, ['/from']],
  ['an end before the beginning', { from: '2026-03-01', until: '2026-02-01' }, ['/from', '/until']],
  ['a home without an address', { home: { rooms: 2 } }, ['/home/line']],
  ['a home without rooms', { home: { line: '三组', rooms: 0 } }, ['/home/rooms']],
  ['a second member without a name', { members: [{ name: '张桂兰' }, { age: 7 }] }, ['/members/1/name']],
  ['a member of 151', { members: [{ name: '张桂兰', age: 151 }] }, ['/members/0/age']],
  [
    'four members',
    { members: [{ name: '张一' }, { name: '张二' }, { name: '张三' }, { name: '张四' }] },
    ['/members'],
  ],
  [
    'a member who spends more than comes in',
    {
      members: [
        { name: '张一', earned: 2, spent: 1 },
        { name: '张二', earned: 1, spent: 2 },
      ],
    },
    ['/members/1/spent'],
  ],
  ['no agreement', { agree: false }, ['/agree']],
  [
    'several things at once',
    { name: '张', agree: undefined, home: { rooms: 0 } },
    ['/agree', '/home/line', '/home/rooms', '/name'],
  ],
];

const applicant: Actor = { id: 'a', kind: 'applicant', name: '张桂兰', grants: [] };
const village = '620821100201';
const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

let browser: Browser;
let page: Page;
let end: (() => Promise<void>) | undefined;
let send: (data: Data) => Promise<{ ok: boolean; wrong: string[] }>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-verdict-'));
  const loaded = await loadProgramme(fileURLToPath(new URL('programme', import.meta.url)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const store = openSqliteStore(join(folder, 'cases.db'));
  const service = await createService({
    store,
    programmes: [loaded.bundle],
    calendar: nationalCalendar(),
    seed: 'announced',
    divisions: [{ code: village, name: '一村' }],
    files: join(folder, 'files'),
  });
  const app = createApp({ service, authenticate: async () => applicant });
  const definition = `/api/definitions/${loaded.bundle.hash}`;
  const files = new Map(Object.entries(await buildForms()));
  files.set(
    'form',
    `<!doctype html><html lang="zh"><title>x</title><script type="module" src="aid-form.js"></script>
    <aid-form programme-src="${definition}" validators-src="${definition}/validators.js" form-id="application"></aid-form>`,
  );
  app.get('/site/:name', (context) => {
    const name = context.req.param('name');
    const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
    return context.body(files.get(name) ?? '', 200, {
      'content-type': type,
      'content-security-policy': policy,
    });
  });
  const site = await serve(app, { port: 0 });
  browser = await launch();
  page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const icon = message.location().url.endsWith('favicon.ico');
    if (message.type() === 'error' && !icon) complaints.push(message.text());
  });
  await page.goto(`${site.url}/site/form`);
  await page.locator('aid-form .submit').waitFor();
  await page.waitForFunction(
    () => performance.getEntriesByName(new URL('aid-feel.js', location.href).href).length > 0,
  );
  let sent = 0;
  send = async (data) => {
    sent += 1;
    const response = await app.request('/api/cases', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `verdict-${sent}` },
      body: JSON.stringify({ programme: 'verdict', division: village, data }),
    });
    if (response.status === 201) return { ok: true, wrong: [] };
    const refusal = (await response.json()) as { pointer?: string; problems?: { pointer?: string }[] };
    return { ok: false, wrong: pointersOf(refusal.problems ?? [refusal]) };
  };
  end = async () => {
    await browser.close();
    await site.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  };
});
afterAll(() => end?.());

const pointersOf = (problems: readonly { pointer?: string }[]): string[] =>
  [...new Set(problems.map(({ pointer = '' }) => pointer.replace(/^\/data/, '')))].sort();

/** What the form says, and the data that it would send. */
const fill = (data: Data): Promise<{ ok: boolean; problems: { pointer: string }[]; sent: Data }> =>
  page.evaluate(async (value) => {
    const form = document.querySelector('aid-form') as AidForm;
    form.value = value as AidForm['value'];
    await form.updateComplete;
    let problems: { pointer: string }[] = [];
    const take = (event: CustomEvent<{ problems: { pointer: string }[] }>) => {
      problems = event.detail.problems;
    };
    form.addEventListener('aid-invalid', take, { once: true });
    form.addEventListener('aid-submit', (event) => event.preventDefault(), { once: true });
    const ok = form.submit();
    form.removeEventListener('aid-invalid', take);
    return { ok, problems, sent: form.value };
  }, data);

it.each(rows)('%s', async (_, change, wrong) => {
  const data = JSON.parse(JSON.stringify({ ...right, ...change })) as Data;
  const form = await fill(data);
  const server = await send(form.sent);
  expect({ ok: form.ok, wrong: pointersOf(form.problems) }).toEqual({ ok: wrong.length === 0, wrong });
  expect(server).toEqual({ ok: wrong.length === 0, wrong });
});
