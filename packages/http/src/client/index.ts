/** The client for browsers and other programs: one function for each thing that the HTTP interface does. */
import type { Actor } from '@aidflow/engine';
import type { FileView } from '@aidflow/service';
import { subscribe } from './events.ts';
import { createSend } from './request.ts';
import type { ActOptions, Client, ClientOptions } from './types.ts';

export { ClientError } from './request.ts';
export type {
  ActOptions,
  BatchAnswer,
  CaseQuery,
  Client,
  ClientOptions,
  HttpProblem,
  Migration,
  MigrationAnswer,
  Page,
  PageQuery,
  RecordQuery,
  UploadOptions,
} from './types.ts';

/** Every call rejects with a `ClientError` that carries the server's problem. */
export function createClient(options: ClientOptions = {}): Client {
  const send = createSend(options);
  const base = options.baseUrl ?? '';
  const get = async <T>(path: string, query: object = {}): Promise<T> =>
    (await send(path, { query: query as Record<string, string | number | undefined> })).json() as Promise<T>;
  const post = async <T>(path: string, json: unknown, headers: Record<string, string> = {}): Promise<T> =>
    (await send(path, { method: 'POST', json, headers })).json() as Promise<T>;
  const caseAt = (id: string) => `/api/cases/${encodeURIComponent(id)}`;
  const personOf = ({ person }: { person: Actor | null }) => person;

  return {
    programmes: () => get('/api/programmes'),
    versions: (programme) => get(`/api/programmes/${encodeURIComponent(programme)}/versions`),
    definition: (hash) => get(`/api/definitions/${hash}`),
    validators: (hash) => import(/* @vite-ignore */ absolute(base, `/api/definitions/${hash}/validators.js`)),
    open: (application, act) => post('/api/cases', application, actHeaders(act)),
    cases: (query) => get('/api/cases', query),
    case: (id) => get(caseAt(id)),
    command: (id, command, act) => post(`${caseAt(id)}/commands`, command, actHeaders(act)),
    batch: (commands, key) => post('/api/batch', { commands }, actHeaders(key === undefined ? {} : { key })),
    migrate: (id, migration, act) => post(`${caseAt(id)}/migrate`, migration, actHeaders(act)),
    migrateAll: (cases, migration, key) =>
      post('/api/migrate', { cases, ...migration }, actHeaders(key === undefined ? {} : { key })),
    children: (id, query) => get(`${caseAt(id)}/children`, query),
    events: (id) => get(`${caseAt(id)}/events`),
    explain: (id, seq) => get(`${caseAt(id)}/explain/${seq}`),
    inbox: (query) => get('/api/inbox', query),
    copies: (query) => get('/api/copies', query),
    records: ({ where, ...query }) =>
      get('/api/records', { ...query, ...(where === undefined ? {} : { where: JSON.stringify(where) }) }),
    enrolments: (query) => get('/api/enrolments', query),
    delegations: () => get('/api/delegations'),
    grantDelegation: (value, key) =>
      post('/api/delegations', value, actHeaders(key === undefined ? {} : { key })),
    revokeDelegation: (id, ending) => post(`/api/delegations/${encodeURIComponent(id)}/end`, ending),
    standIns: () => get('/api/stand-ins'),
    grantStandIn: (value, key) => post('/api/stand-ins', value, actHeaders(key === undefined ? {} : { key })),
    revokeStandIn: (id, ending) => post(`/api/stand-ins/${encodeURIComponent(id)}/end`, ending),
    notices: async (query) => {
      const { items } = await get<{ items: Awaited<ReturnType<Client['notices']>> }>('/api/notices', {
        ...query,
        limit: 100,
      });
      return items;
    },
    object: (notice, command, key) =>
      post(`${caseAt(notice.case)}/commands`, command, actHeaders(key === undefined ? {} : { key })),
    divisions: (parent) => get('/api/divisions', { parent }),
    async upload(file, { onProgress, signal } = {}) {
      // fetch cannot tell how much has been sent: nothing, and then everything.
      onProgress?.(0);
      const response = await send('/api/files', {
        method: 'POST',
        body: file,
        headers: {
          'content-type': file.type || 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name ?? 'file'),
        },
        signal,
      });
      onProgress?.(1);
      return (await response.json()) as FileView;
    },
    letterUrl: (id, n, lang) =>
      `${base}${caseAt(id)}/letters/${n}${lang === undefined ? '' : `?lang=${lang}`}`,
    fileUrl: (sha256) => `${base}/api/files/${sha256}`,
    subscribe: (listener) => subscribe(send, listener),

    people: () => get('/api/people'),
    session: async () => personOf(await get('/api/session')),
    signIn: async (person) => personOf(await post('/api/session', { person })),
    signOut: async () => void (await send('/api/session', { method: 'DELETE' })),
    clock: async () => (await get<{ now: string }>('/api/clock')).now,
    advance: (by) => post('/api/clock', by),
  };
}

function actHeaders({ key = crypto.randomUUID(), version }: ActOptions = {}): Record<string, string> {
  return { 'idempotency-key': key, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) };
}

/** A module's address counts from the page, not from the script that asks for it. */
function absolute(base: string, path: string): string {
  const page = (globalThis as { location?: { href: string } }).location?.href;
  return page === undefined ? `${base}${path}` : new URL(`${base}${path}`, page).href;
}
