/** Sending one request: problems become errors, and a request that got no answer is sent again under its key. */
import type { ClientOptions, HttpProblem } from './types.ts';

/** What a call rejects with when the server refuses; `newer` is the version of a case that has moved on. */
export class ClientError extends Error {
  readonly problem: HttpProblem;
  readonly newer: number | undefined;

  constructor(problem: HttpProblem, newer?: number) {
    super(`${problem.code}: ${problem.detail}`);
    this.name = 'ClientError';
    this.problem = problem;
    this.newer = newer;
  }
}

export interface Ask {
  method?: 'GET' | 'POST' | 'DELETE';
  query?: Record<string, string | number | undefined>;
  json?: unknown;
  body?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** Waits before the second and third try, in milliseconds. */
const WAITS = [300, 1200];

export type Send = (path: string, ask?: Ask) => Promise<Response>;

export function createSend(options: ClientOptions): Send {
  const { baseUrl = '', fetch: send = globalThis.fetch.bind(globalThis) } = options;
  const language = () => (typeof options.language === 'function' ? options.language() : options.language);

  async function once(path: string, { method = 'GET', query = {}, json, body, headers, signal }: Ask) {
    const given: Record<string, string> = {};
    for (const [name, value] of Object.entries(query)) if (value !== undefined) given[name] = String(value);
    const search = new URLSearchParams(given).toString();
    const spoken = language();
    return send(`${baseUrl}${path}${search === '' ? '' : `?${search}`}`, {
      method,
      credentials: baseUrl === '' ? 'same-origin' : 'include',
      headers: {
        accept: 'application/json, application/problem+json',
        'x-requested-with': 'aidflow',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(spoken === undefined ? {} : { 'accept-language': spoken }),
        ...options.headers,
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined ? {} : { body }),
      ...(signal ? { signal } : {}),
    });
  }

  return async (path, ask = {}) => {
    const repeatable = (ask.method ?? 'GET') === 'GET' || ask.headers?.['idempotency-key'] !== undefined;
    const waits = repeatable ? WAITS : [];
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await once(path, ask);
        if (response.ok) return response;
        throw new ClientError(await problemOf(response), versionOf(response));
      } catch (error) {
        const wait = waits[attempt];
        if (error instanceof ClientError || ask.signal?.aborted || wait === undefined) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  };
}

async function problemOf(response: Response): Promise<HttpProblem> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) return (await response.json()) as HttpProblem;
  const { status, statusText } = response;
  return { type: 'about:blank', code: 'http/status', status, title: statusText, detail: `Status ${status}` };
}

function versionOf(response: Response): number | undefined {
  const version = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
  return version === undefined ? undefined : Number(version);
}
