/** Signing in without a password, for demonstrations; there only when a host asks for it. */
import type { Actor } from '@aidflow/engine';
import type { Service } from '@aidflow/service';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

export interface DemoOptions {
  /** Whom a visitor may be. Everything that these objects hold is shown at /api/people. */
  people: readonly Actor[];
  /** Whether the clock may be moved. */
  clock?: boolean;
}

const COOKIE = 'aidflow-session';
/** Hours until a visitor has to choose again. */
const HOURS = 12;

/** The demo person of a request. */
export async function demoActor(
  service: Service,
  demo: DemoOptions,
  context: Context,
): Promise<Actor | undefined> {
  const secret = getCookie(context, COOKIE);
  const id = secret === undefined ? undefined : await service.session(secret);
  return demo.people.find((person) => person.id === id);
}

export async function signIn(service: Service, context: Context, person: Actor): Promise<void> {
  // A session is never taken over: signing in makes a new one.
  await endSession(service, context);
  setCookie(context, COOKIE, await service.startSession(person.id, HOURS), {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: HOURS * 3600,
    secure: new URL(context.req.url).protocol === 'https:',
  });
}

async function endSession(service: Service, context: Context): Promise<void> {
  const secret = getCookie(context, COOKIE);
  if (secret !== undefined) await service.endSession(secret);
}

export async function signOut(service: Service, context: Context): Promise<void> {
  await endSession(service, context);
  deleteCookie(context, COOKIE, { path: '/' });
}
