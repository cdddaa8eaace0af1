/** What may come back from another department's system, and what is said of it. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { askConnector } from './connector.ts';

const question = { id: 'q-1', connector: 'household', payload: { income: 1 }, timeout: 200 };

/** Asks a server that answers so. */
async function ask(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await askConnector({ url: `http://127.0.0.1:${port}/`, headers: { 'x-office': 'a' } }, question);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('an object is an answer; the request carries key, payload and the configured headers', async () => {
  const seen: unknown[] = [];
  const result = await ask(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, headers } = request;
    seen.push(
      method,
      headers['idempotency-key'],
      headers['x-office'],
      JSON.parse(Buffer.concat(chunks).toString()),
    );
    response.end('{"vehicles":0}');
  });
  expect(result).toEqual({ ok: true, answer: { vehicles: 0 } });
  expect(seen).toEqual(['POST', 'q-1', 'a', { income: 1 }]);
});

test.each<[string, RequestListener]>([
  ['status 500', (_, response) => response.writeHead(500).end('{}')],
  ['status 204', (_, response) => response.writeHead(204).end()],
  ['no JSON object', (_, response) => response.end('[]')],
  ['no JSON object', (_, response) => response.end('null')],
  ['no JSON', (_, response) => response.end('{"vehicles":')],
  ['no JSON', (_, response) => response.end()],
  ['more than 65536 bytes', (_, response) => response.end(`{"a":"${'x'.repeat(70_000)}"}`)],
  ['nothing within 200 ms', () => {}],
  ['nothing within 200 ms', (_, response) => response.write('{')],
  ['status 302', (_, response) => response.writeHead(302, { location: '/' }).end()],
  ['UND_ERR_SOCKET', (request) => request.socket.destroy()],
])('%s is no answer', async (reason, listener) => {
  const result = await ask(listener);
  expect(result).toMatchObject({ ok: false, problem: { code: 'connector/answer', params: { reason } } });
});

test('nobody there is no answer', async () => {
  const result = await askConnector({ url: 'http://127.0.0.1:9/' }, question);
  expect(result).toMatchObject({ ok: false, problem: { code: 'connector/answer' } });
});
