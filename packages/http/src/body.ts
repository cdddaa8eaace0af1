/** Reading JSON bodies, of a limited size. */
import { type Problem, problem } from '@aidflow/definition';
import { DEEPEST, isDeeperThan } from '@aidflow/service';
import { incoming } from './incoming.ts';

/** Bytes of a JSON body at most; files have a door of their own. */
export const LARGEST_BODY = 1024 * 1024;

export async function readJson(
  request: Request,
): Promise<{ ok: true; value: unknown } | { ok: false; problem: Problem }> {
  const body = incoming(request);
  const refuse = async (found: Problem) => {
    await body.discard();
    return { ok: false as const, problem: found };
  };
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    const params = { path: new URL(request.url).pathname, type, allowed: 'application/json' };
    return refuse(problem('http/media-type', params));
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body.pieces()) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) return refuse(problem('http/too-large', { max: LARGEST_BODY }));
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    const value: unknown = JSON.parse(text);
    if (!isDeeperThan(value, DEEPEST)) return { ok: true, value };
    return refuse(problem('http/malformed', { reason: `the body is nested deeper than ${DEEPEST} levels` }));
  } catch {
    return refuse(problem('http/malformed', { reason: 'the body is not JSON in UTF-8' }));
  }
}
