/** Asks the county's own HTTP interface in the name of the one who opens a page, without leaving the process. */
import type { ProgrammeItem } from '@aidflow/service';
import type { Context } from 'hono';
import type { Language } from './words/words.ts';

/** Whatever answers requests: the Hono app of the interface. */
export interface Door {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
  fetch(request: Request): Response | Promise<Response>;
}

export interface Api {
  /** Id of the person who is signed in, as far as the cookie says. */
  whoIs(context: Context): Promise<string | undefined>;
  /** Instant of the demo clock. */
  now(): Promise<string>;
  /** Signs in; answers the cookies to be set. */
  signIn(context: Context, person: string): Promise<string[] | undefined>;
  /** What a GET answers in a language, or nothing where it was refused. */
  get<T>(context: Context, path: string, language: Language): Promise<T | undefined>;
  /** Programmes that can be applied for. */
  programmes(context: Context, language: Language): Promise<ProgrammeItem[]>;
}

export function apiOf(door: Door): Api {
  const cookie = (context: Context) => ({ cookie: context.req.header('cookie') ?? '' });

  async function read<T>(path: string, headers: Record<string, string>): Promise<T | undefined> {
    const response = await door.request(path, { headers });
    return response.ok ? ((await response.json()) as T) : undefined;
  }

  return {
    whoIs: async (context) =>
      (await read<{ person: { id: string } | null }>('/api/session', cookie(context)))?.person?.id,
    now: async () => (await read<{ now: string }>('/api/clock', {}))?.now ?? new Date().toISOString(),
    async signIn(context, person) {
      const response = await door.request('/api/session', {
        method: 'POST',
        headers: { ...cookie(context), 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      });
      return response.ok ? response.headers.getSetCookie() : undefined;
    },
    get: (context, path, language) => read(path, { ...cookie(context), 'accept-language': language }),
    programmes: async (context, language) =>
      (await read<ProgrammeItem[]>('/api/programmes', { ...cookie(context), 'accept-language': language })) ??
      [],
  };
}
