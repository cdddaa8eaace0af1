import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@aidflow/http';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, personCalled } from './county/people.ts';
import { bundles } from './county/programmes.ts';
import { type County, openCounty } from './county.ts';
import { createPortal } from './portal.ts';

const origin = 'http://127.0.0.1:8420';
let folder: string;
let county: County;
let portal: Hono;

const start = async () => {
  county = await openCounty({ folder, fresh: false, cases: 40 });
  const door = createApp({ service: county.service, demo: { people, clock: true } });
  portal = createPortal({ door, assets: new Map(), verify: county.verify });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aidflow-county-'));
  await start();
});
afterAll(async () => {
  await county.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, cookie = '') => portal.request(`${origin}${path}`, { headers: { cookie } });
const post = (path: string, fields: Record<string, string>, from = origin) =>
  portal.request(`${origin}${path}`, {
    method: 'POST',
    headers: { origin: from, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });
const signIn = async (person: string) =>
  (await post('/person', { person })).headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

describe('pages', () => {
  it('carry a content policy that lets nothing in from elsewhere, and no script of their own', async () => {
    const page = await get('/');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    const body = await page.text();
    expect(body).not.toMatch(/<script(?![^>]* src=)|<style|style="|onclick=/);
  });

  it('speak the language that was chosen, else the one that the browser asks for, else Chinese', async () => {
    const language = async (headers: Record<string, string>) =>
      /<html lang="(\w+)"/.exec(await (await portal.request(`${origin}/`, { headers })).text())?.[1];
    expect(await language({})).toBe('zh');
    expect(await language({ 'accept-language': 'fr,en' })).toBe('zh');
    expect(await language({ 'accept-language': 'en-GB,en' })).toBe('en');
    expect(await language({ 'accept-language': 'en-GB,en', cookie: 'lang=zh' })).toBe('zh');
  });

  it('belong to desks', async () => {
    expect((await get('/inbox')).status).toBe(401);
    expect((await get('/apply', await signIn('auditor'))).status).toBe(403);
    expect((await get('/cases', await signIn('auditor'))).status).toBe(200);
    expect((await get('/nowhere')).status).toBe(404);
  });
});

describe('forms', () => {
  it('lead back to a page of this site and nowhere else', async () => {
    const back = async (path: string) =>
      (await post('/preferences', { lang: 'en', back: path })).headers.get('location');
    expect(await back('/my')).toBe('/my');
    for (const path of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example', '']) {
      expect(await back(path)).toBe('/');
    }
  });

  it('refuse what is no form, and lead back from anything to a page', async () => {
    const sent = (path: string, type: string, body: string) =>
      portal.request(`${origin}${path}`, { method: 'POST', headers: { origin, 'content-type': type }, body });
    for (const path of ['/person', '/preferences']) {
      expect((await sent(path, 'multipart/form-data; boundary=x', 'no form')).status).toBe(400);
      expect((await sent(path, 'multipart/form-data', 'no form')).status).toBe(400);
      expect((await sent(path, 'application/json', '{}')).status).toBe(400);
      expect((await sent(path, 'application/x-www-form-urlencoded', '%')).status).toBe(303);
    }
    const back = async (path: string) => {
      const answer = await post('/preferences', { back: path });
      return [answer.status, answer.headers.get('location')];
    };
    expect(await back('/cases?q=王')).toEqual([303, '/cases?q=%E7%8E%8B']);
    expect(await back('/a\r\nset-cookie: x=1')).toEqual([303, '/aset-cookie:%20x=1']);
    expect(await back('/\t/elsewhere.example')).toEqual([303, '/']);
    expect(await back('/.//elsewhere.example')).toEqual([303, '/']);
    expect(await back('/a\u0000b')).toEqual([303, '/a%00b']);
  });

  it('keep no preference that there is not', async () => {
    const answer = await post('/preferences', { lang: 'fr', theme: 'dark', mode: 'x' });
    expect(answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])).toEqual(['theme=dark']);
  });

  it('are not taken from another site', async () => {
    expect((await post('/person', { person: 'auditor' }, 'https://elsewhere.example')).status).toBe(403);
    const rebound = 'http://rebound.example';
    const answer = await portal.request(`${rebound}/person`, {
      method: 'POST',
      headers: { origin: rebound, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ person: 'auditor' }),
    });
    expect(answer.status).toBe(403);
  });
});

describe('the past', () => {
  it('is there once: a second start finds it, and the day on which it was left', async () => {
    const auditor = personCalled('auditor');
    const count = async (programme?: string) => {
      const page = await county.service.cases(auditor, { limit: 100, programme });
      return page.ok ? page.value.items.length : 0;
    };
    const others = bundles.map(({ programme }) => programme).filter((id) => id !== 'dibao');
    const had = await Promise.all(others.map(count));
    // Every programme has cases behind it.
    expect(others.filter((_, place) => had[place] === 0)).toEqual([]);
    expect(await count('dibao')).toBe(40);
    expect(county.service.now()).toMatch(/^2026-04-08T01:/);
    await county.service.advance({ advance: '1d' });
    await county.stop();
    await start();
    expect(county.made).toBe(false);
    expect(await count('dibao')).toBe(40);
    expect(await Promise.all(others.map(count))).toEqual(had);
    expect(county.service.now()).toMatch(/^2026-04-09T01:/);
  });

  it('left whole records behind, which only those may check who may see the case', async () => {
    const auditor = personCalled('auditor');
    const page = await county.service.cases(auditor, { limit: 100 });
    if (!page.ok) throw new Error('the auditor sees no cases');
    for (const { id } of page.value.items) {
      expect(await county.verify(auditor, id)).toEqual({ entries: expect.any(Number) });
    }
    const [first] = page.value.items;
    expect(await county.verify(personCalled('resident-9002'), first?.id ?? '')).toBeUndefined();
  });
});
