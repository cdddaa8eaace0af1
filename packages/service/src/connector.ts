/** One question to another department's system over HTTP. Its address comes from configuration and nowhere else. */
import { type Problem, problem } from '@aidflow/definition';
import type { JsonObject } from '@aidflow/engine';
import type { ConnectorAddress } from './options.ts';

/** Bytes of an answer that are read at most. */
const LARGEST = 64 * 1024;

export interface Question {
  /** Idempotency key: the same for every repetition. */
  id: string;
  connector: string;
  payload: JsonObject;
  /** Milliseconds. */
  timeout: number;
  /** Ends the waiting early. */
  signal?: AbortSignal | undefined;
}

/** The answer, or `connector/answer` saying what came instead. Never throws. */
export async function askConnector(
  { url, headers }: ConnectorAddress,
  { id, connector, payload, timeout, signal }: Question,
): Promise<{ ok: true; answer: JsonObject } | { ok: false; problem: Problem }> {
  const bad = (reason: string) => ({
    ok: false as const,
    problem: problem('connector/answer', { connector, reason, max: LARGEST }),
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      // A redirect would lead to an address that nobody configured: it is not followed, and its status is no answer.
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]),
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json',
        'idempotency-key': id,
      },
      body: JSON.stringify(payload),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return bad(`status ${response.status}`);
    }
    const text = await readAtMost(response, LARGEST);
    if (text === undefined) return bad(`more than ${LARGEST} bytes`);
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return bad('no JSON object');
    return { ok: true, answer: answer as JsonObject };
  } catch (error) {
    return bad(reasonOf(error, timeout));
  }
}

function reasonOf(error: unknown, timeout: number): string {
  if (error instanceof SyntaxError) return 'no JSON';
  if (error instanceof DOMException && error.name === 'TimeoutError') return `nothing within ${timeout} ms`;
  // fetch hides what happened in the cause.
  const cause = error instanceof Error ? error.cause : undefined;
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined;
  return code ?? (error instanceof Error ? error.message : 'a failure');
}

async function readAtMost(response: Response, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}
