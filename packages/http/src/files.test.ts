import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Ask, atDoor } from './fixtures/door.ts';
import { serve } from './serve.ts';

const MB = 1024 * 1024;

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const named = (name: string) => ({ 'x-file-name': encodeURIComponent(name), 'content-type': 'image/png' });

test('a file comes back as what it is, and can do nothing in a browser', () =>
  atDoor(async (door) => {
    const up = await door.ask('/api/files', { as: 'applicant', body: PNG, headers: named('低保证.png') });
    expect([up.status, up.body]).toEqual([
      201,
      { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), size: 9, type: 'image/png', name: '低保证.png' },
    ]);
    const down = await door.app.request(`/api/files/${up.body.sha256}`, {
      headers: { 'x-person': 'applicant' },
    });
    expect(new Uint8Array(await down.arrayBuffer())).toEqual(PNG);
    expect(down.headers.get('content-type')).toBe('image/png');
    expect(down.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'self'; sandbox",
    );
    expect(down.headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent('低保证.png')}`,
    );
    expect((await door.ask(`/api/files/${up.body.sha256}`, { as: 'clerk' })).status).toBe(404);
  }));

test.each<[number, string, Ask]>([
  [401, 'auth/required', { body: PNG, headers: named('a.png') }],
  [415, 'file/type', { as: 'applicant', body: '<svg onload="alert(1)"/>', headers: named('a.png') }],
  [422, 'file/empty', { as: 'applicant', body: '', headers: named('a.png') }],
  [
    413,
    'file/size',
    { as: 'applicant', body: PNG, headers: { ...named('a.png'), 'content-length': '10485761' } },
  ],
  [
    400,
    'http/malformed',
    { as: 'applicant', body: PNG, headers: { ...named('a'), 'x-file-name': '%E0%A4%A' } },
  ],
])('%i %s', (status, code, ask) =>
  atDoor(async (door) => {
    const answer = await door.ask('/api/files', { method: 'POST', ...ask });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  }),
);

/** Sends `size` bytes of a picture to a real server, as browsers do: the answer is read while the rest is still going out. */
function send(url: string, size: number, headers: Record<string, string>): Promise<number | string> {
  return new Promise((resolve) => {
    const sending = request(`${url}/api/files`, {
      method: 'POST',
      headers: { 'x-person': 'applicant', ...named('a.png'), ...headers },
    });
    sending.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sending.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    const content = Buffer.alloc(size);
    content.set(PNG);
    sending.end(content);
  });
}

test.each([
  [413, 'a length that is told', { 'content-length': String(11 * MB) }],
  [413, 'a length that only shows', { 'transfer-encoding': 'chunked' }],
  [401, 'nobody who is known', { 'x-person': 'nobody' }],
  [400, 'a name that is none', { 'x-file-name': '%E0%A4%A' }],
  [403, 'another site', { origin: 'https://elsewhere.example' }],
])('a large file is refused with %i so that its sender hears it: %s', (status, _, headers) =>
  atDoor(async (door) => {
    const server = await serve(door.app, { port: 0, grace: 100 });
    for (let n = 0; n < 5; n++) expect(await send(server.url, 11 * MB, headers)).toBe(status);
    await server.close();
  }),
);

test('text that is too large is refused so that its sender hears it', () =>
  atDoor(async (door) => {
    const server = await serve(door.app, { port: 0, grace: 100 });
    const response = await fetch(`${server.url}/api/cases`, {
      method: 'POST',
      headers: { 'x-person': 'applicant', 'content-type': 'application/json', ...door.key() },
      body: JSON.stringify({ text: 'x'.repeat(11 * MB) }),
    });
    expect(response.status).toBe(413);
    await response.body?.cancel();
    await server.close();
  }));
