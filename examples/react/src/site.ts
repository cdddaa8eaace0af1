import type { Server } from 'node:http';
import { built, createSite, json, received } from '@aidflow/example-site';

/** Days on which every visitor is out already. */
const full = new Set(['2026-04-07']);

/** Takes a request for a visit as the application's own form sends it. */
async function visits(request: Request): Promise<Response | undefined> {
  if (request.method !== 'POST' || new URL(request.url).pathname !== '/visits') return undefined;
  const entries = Object.fromEntries(await received(request));
  const visit = JSON.parse(entries.visit ?? '{}') as { day?: string };
  if (full.has(visit.day ?? '')) {
    const problems = [{ code: 'visit/full', detail: '这一天已经约满，请换一天。', pointer: '/day' }];
    return json({ problems }, 422);
  }
  return json({ number: `V-${visit.day}`, entries }, 201);
}

/** The application as a visitor gets it, and the door behind it. It listens nowhere yet. */
export const createReactSite = async (): Promise<Server> =>
  createSite(await built(new URL('../app/', import.meta.url)), visits);
