/** Every refusal that this door makes by itself or passes on: its status, its code, and that nothing else is told. */
import { problem } from '@aidflow/definition';
import { describe, expect, test } from 'vitest';
import { type Ask, application, atDoor, type Door, VILLAGE } from './fixtures/door.ts';

const key = { 'idempotency-key': 'some-key-0001' };
const json = { programme: 'dibao', division: VILLAGE, data: application };
const opening = { as: 'applicant', json, headers: key } as const;

describe('a problem', () => {
  test.each<[number, string, string, Ask]>([
    [401, 'auth/required', '/api/inbox', {}],
    [401, 'auth/required', '/api/stream', {}],
    [404, 'http/not-found', '/api/nothing', {}],
    [404, 'http/not-found', '/api/people', {}],
    [404, 'http/not-found', '/api/clock', { json: { advance: '1d' } }],
    [405, 'http/method', '/api/inbox', { as: 'clerk', json: {} }],
    [
      405,
      'http/method',
      '/api/cases/x',
      { as: 'clerk', method: 'DELETE', headers: { 'x-requested-with': 'x' } },
    ],
    [428, 'http/key-required', '/api/cases', { as: 'applicant', json }],
    [
      428,
      'http/key-required',
      '/api/cases',
      { as: 'applicant', json, headers: { 'idempotency-key': 'short' } },
    ],
    [428, 'http/key-required', '/api/cases/x/commands', { as: 'applicant', json: { do: 'withdraw' } }],
    [
      400,
      'http/malformed',
      '/api/cases',
      { as: 'applicant', body: '{"programme":', headers: { ...key, 'content-type': 'application/json' } },
    ],
    [
      400,
      'http/malformed',
      '/api/cases',
      {
        as: 'applicant',
        body: new Uint8Array([0x22, 0xff, 0x22]),
        headers: { ...key, 'content-type': 'application/json' },
      },
    ],
    [400, 'http/malformed', '/api/cases', { ...opening, json: [] }],
    [400, 'http/malformed', '/api/cases', { ...opening, json: { ...json, division: undefined } }],
    [400, 'http/malformed', '/api/cases', { ...opening, json: { ...json, extra: 1 } }],
    [400, 'http/malformed', '/api/cases', { ...opening, json: { ...json, data: 'text' } }],
    [400, 'http/malformed', '/api/cases?limit=1000', { as: 'clerk' }],
    [400, 'http/malformed', '/api/cases?status=lost', { as: 'clerk' }],
    [400, 'http/malformed', '/api/cases?nobody=knows', { as: 'clerk' }],
    [400, 'store/cursor', '/api/cases?cursor=abc', { as: 'clerk' }],
    [
      400,
      'http/malformed',
      '/api/cases',
      {
        as: 'applicant',
        body: `{"programme":"dibao","division":"${VILLAGE}","data":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
        headers: { ...key, 'content-type': 'application/json' },
      },
    ],
    [
      415,
      'http/media-type',
      '/api/cases',
      { as: 'applicant', body: '{}', headers: { ...key, 'content-type': 'text/plain' } },
    ],
    [
      413,
      'http/too-large',
      '/api/cases',
      { ...opening, json: { ...json, data: { text: 'x'.repeat(1024 * 1024) } } },
    ],
    [404, 'programme/unknown', '/api/cases', { ...opening, json: { ...json, programme: 'dowry' } }],
    [422, 'division/invalid', '/api/cases', { ...opening, json: { ...json, division: '62082110020' } }],
    [422, 'division/unknown', '/api/cases', { ...opening, json: { ...json, division: '620821100999' } }],
    [422, 'form/invalid', '/api/cases', { ...opening, json: { ...json, data: {} } }],
    [404, 'case/unknown', '/api/cases/x', { as: 'clerk' }],
    [404, 'definition/unknown', '/api/definitions/abc', {}],
    [404, 'definition/unknown', '/api/definitions/abc/validators.js', {}],
    [404, 'file/unknown', `/api/files/${'a'.repeat(64)}`, { as: 'clerk' }],
  ])('%i %s at %s', (status, code, path, ask) =>
    atDoor(async (door) => {
      const answer = await door.ask(path, ask);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).toMatchObject({ type: `urn:aidflow:problem:${code}`, status });
      expect(answer.body.title).toBeTruthy();
      expect(answer.body.hint).toBeTruthy();
      expect(door.errors).toEqual([]);
    }),
  );

  test('of a method says which ones there are', () =>
    atDoor(async (door) => {
      const answer = await door.ask('/api/cases', {
        as: 'clerk',
        method: 'DELETE',
        headers: { 'x-requested-with': 'x' },
      });
      expect(answer.headers.get('allow')).toBe('POST, GET');
    }));

  test('of a form names every field that is wrong', () =>
    atDoor(async (door) => {
      const { members: _, ...rest } = application;
      const data = { ...rest, area: 'moon' };
      const { body } = await door.ask('/api/cases', { ...opening, json: { ...json, data } });
      expect(body.params).toEqual({ count: 2 });
      const found = body.problems.map(({ code, pointer }: { code: string; pointer: string }) => [
        code,
        pointer,
      ]);
      expect(found.sort()).toEqual([
        ['form/enum', '/data/area'],
        ['form/required', '/data/members'],
      ]);
    }));

  test.each([
    ['zh', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' }, '', '请先登录'],
    ['en', { 'accept-language': 'fr, en;q=0.5, zh;q=0.1' }, '', 'Sign in first'],
    ['en', {}, '', 'Sign in first'],
    ['zh', { 'accept-language': 'en' }, '?lang=zh', '请先登录'],
  ])('is told in %s for %o %s', (language, headers, query, title) =>
    atDoor(async (door) => {
      const answer = await door.ask(`/api/cases/x${query}`, { headers });
      expect(answer.body.title).toBe(title);
      expect(answer.headers.get('content-language')).toBe(language);
    }),
  );

  test('that is the program’s own fault tells a reference and nothing of what it is', () =>
    atDoor(async (door) => {
      door.service.caseView = async () => {
        throw new Error('no such table: cases, at node:sqlite');
      };
      const answer = await door.ask('/api/cases/x', { as: 'clerk' });
      expect([answer.status, answer.body.code]).toEqual([500, 'http/internal']);
      expect(JSON.stringify(answer.body)).not.toMatch(/table|sqlite|node:/);
      expect(door.errors).toMatchObject([{ message: 'no such table: cases, at node:sqlite' }]);
    }));
});

test('a stranger learns nothing of a case from a version that is not its own', () =>
  atDoor(async (door) => {
    const id = await door.apply();
    const real = door.service.command.bind(door.service);
    door.service.command = async (...args) => {
      // As for an objection: whoever objects need not see the case.
      const answer = await real(...args);
      const unseen = problem('store/conflict', { variant: 'unseen' });
      return answer.ok ? answer : { ok: false, problems: [unseen] };
    };
    const answer = await door.ask(`/api/cases/${id}/commands`, {
      as: 'neighbour',
      json: { do: 'complain' },
      headers: { ...key, 'if-match': '"7"' },
    });
    expect([answer.status, answer.body.code]).toEqual([412, 'http/precondition-failed']);
    expect(answer.body.detail).toBe('The case has changed.');
    expect(answer.body.params).toEqual({ variant: 'unseen' });
    expect([answer.body.problems, answer.headers.get('etag')]).toEqual([undefined, null]);
  }));

describe('a request from another site', () => {
  test.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'https://elsewhere.example', 'content-type': 'application/json' }],
    ['another port', { origin: 'http://localhost:81', 'content-type': 'application/json' }],
    ['nowhere', { origin: 'null', 'content-type': 'application/json' }],
    ['another site', { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', 'content-type': 'application/json' }],
    ['a plain form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a plain form of files', { 'content-type': 'text/plain' }],
  ])('is refused: %s', (_, headers) =>
    atDoor(async (door) => {
      const answer = await door.ask('/api/cases/x/commands', {
        as: 'clerk',
        body: '{"do":"withdraw"}',
        headers,
      });
      expect([answer.status, answer.body.code]).toEqual([403, 'http/origin']);
    }),
  );

  const from = async (door: Door, origin: string, host: string) => {
    const headers = { origin, host, 'content-type': 'application/json' };
    const ask = { as: 'clerk', body: '{"do":"withdraw"}', headers } as const;
    return (await door.ask('/api/cases/x/commands', ask)).body.code;
  };

  test('is one whatever it says the host is: a name may be made to lead here', () =>
    atDoor(async (door) => {
      expect(await from(door, 'https://rebound.example', 'rebound.example')).toBe('http/origin');
    }));

  test('on this machine only the same port is the same origin', () =>
    atDoor(async (door) => {
      for (const host of ['localhost:8420', '127.0.0.1:8420', '[::1]:8420']) {
        expect(await from(door, `http://${host}`, host)).toBe('http/key-required');
        expect(await from(door, 'http://localhost:81', host)).toBe('http/origin');
      }
    }));

  test('is none when it comes from the public address or from an origin that the host trusts', () =>
    atDoor(
      async (door) => {
        for (const origin of ['https://aid.example', 'https://portal.example']) {
          expect(await from(door, origin, '10.0.0.7:8080')).toBe('http/key-required');
        }
        for (const origin of ['http://aid.example', 'https://aid.example:8443', 'http://localhost:8420']) {
          expect(await from(door, origin, 'localhost:8420')).toBe('http/origin');
        }
      },
      { publicUrl: 'https://aid.example/portal/', origins: ['https://portal.example'] },
    ));
});

test('every answer carries the headers of safety', () =>
  atDoor(async (door) => {
    for (const path of ['/api/health', '/api/nothing', '/api/inbox', '/somewhere']) {
      const { headers } = await door.ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  }));

test('more requests than allowed are refused for that person alone', () =>
  atDoor(
    async (door) => {
      const statuses = [];
      for (let n = 0; n < 4; n++) statuses.push((await door.ask('/api/inbox', { as: 'clerk' })).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      expect((await door.ask('/api/inbox', { as: 'leader' })).status).toBe(200);
    },
    { rate: { max: 3, seconds: 3600 } },
  ));
