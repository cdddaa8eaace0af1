/**
 * A stand-in for another department's system: a real HTTP server on this machine that gives the answers it was told to.
 * It can be slow, down, or answer with rubbish, so that everything a connector must survive can be tried.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '@aidflow/engine';

export type StandInMode =
  | 'up'
  /** Answers with what it was asked. */
  | 'echo'
  /** Answers with status 503. */
  | 'down'
  /** Answers with something that is not a JSON object. */
  | 'rubbish'
  /** Answers with a redirect to itself. */
  | 'redirect';

export interface StandInOptions {
  /** Answer for a household none of whose members has an answer of their own. */
  answer?: JsonObject;
  /** Answers by resident identity number. The first member that has one decides. */
  answers?: Record<string, JsonObject>;
}

export interface StandInConnector {
  url: string;
  /** What was asked, in order, with the idempotency key of each request. */
  requests: { key: string; payload: JsonObject }[];
  set(mode: StandInMode): void;
  /** Milliseconds to wait before each answer. */
  delay(ms: number): void;
  close(): Promise<void>;
}

/** Starts the server on a free port of the loopback interface. */
export async function standInConnector({
  answer = {},
  answers = {},
}: StandInOptions = {}): Promise<StandInConnector> {
  const requests: StandInConnector['requests'] = [];
  let mode: StandInMode = 'up';
  let wait = 0;

  const server = createServer(async (request, response) => {
    try {
      const payload = JSON.parse(await bodyOf(request)) as JsonObject;
      requests.push({ key: String(request.headers['idempotency-key']), payload });
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      reply(response, mode, mode === 'echo' ? payload : answerFor(payload));
    } catch {
      response.writeHead(400).end();
    }
  });

  function answerFor(payload: JsonObject): JsonObject {
    const members = Array.isArray(payload.members) ? payload.members : [];
    for (const member of members) {
      if (typeof member !== 'object' || member === null || Array.isArray(member)) continue;
      const found = answers[String(member.idNumber)];
      if (found) return found;
    }
    return answer;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests,
    set(next) {
      mode = next;
    },
    delay(ms) {
      wait = ms;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reply(response: ServerResponse, mode: StandInMode, answer: JsonObject): void {
  switch (mode) {
    case 'down':
      response.writeHead(503).end();
      return;
    case 'rubbish':
      response.writeHead(200, { 'content-type': 'application/json' }).end('["no object"]');
      return;
    case 'redirect':
      response.writeHead(302, { location: '/' }).end();
      return;
    case 'up':
    case 'echo':
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
