/** The pages of the portal. Each is one route, drawn on the server; the elements in it talk to /api by themselves. */
import type { CaseListItem, ProgrammeItem } from '@aidflow/service';
import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { apiOf, type Door } from './api.ts';
import type { Asset } from './assets.ts';
import type { Person } from './county/people.ts';
import { people } from './county/people.ts';
import { applyPage } from './pages/apply.ts';
import { casePage } from './pages/case.ts';
import { casesPage } from './pages/cases.ts';
import { firstPage, mayOpen } from './pages/desks.ts';
import { inboxPage } from './pages/inbox.ts';
import { myPage } from './pages/my.ts';
import { notFoundPage, notYoursPage, signInPage } from './pages/notes.ts';
import { noticesPage } from './pages/notices.ts';
import { type Page, shell } from './pages/shell.ts';
import { startPage } from './pages/start.ts';
import { type Visit, visitOf } from './pages/visit.ts';
import { policy } from './policy.ts';
import type { StepTitle } from './resting-steps.ts';
import type { Verdict } from './verification.ts';

export interface PortalOptions {
  /** The HTTP interface, which answers below /api. */
  door: Door;
  assets: ReadonlyMap<string, Asset>;
  /** Steps that a list of cases can be filtered by. */
  steps: readonly StepTitle[];
  /** Checks the record of a case for somebody who may see it. */
  verify(person: Person, caseId: string): Promise<Verdict | undefined>;
}

interface ListPage<T> {
  items: T[];
  next?: string | null;
}

export function createPortal({ assets, steps, verify, door }: PortalOptions): Hono {
  const portal = new Hono();
  const api = apiOf(door);
  // Before the headers of pages: the interface sets its own.
  portal.all('/api/*', (context) => door.fetch(context.req.raw));
  portal.use(secureHeaders(policy));
  portal.use(csrf());

  portal.get('/assets/:name', (context) => {
    const found = assets.get(context.req.param('name'));
    if (found === undefined) return context.notFound();
    const headers = { 'content-type': found.type, etag: found.etag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === found.etag) return context.body(null, 304, headers);
    return context.body(found.body, 200, headers);
  });

  const show = async (
    context: Context,
    draw: (visit: Visit) => Page | Promise<Page>,
    status: 200 | 401 | 403 | 404 = 200,
  ) =>
    context.html(shell(...(await drawn(context, draw))), status, {
      'cache-control': 'no-store',
      vary: 'cookie, accept-language',
    });

  const drawn = async (
    context: Context,
    draw: (visit: Visit) => Page | Promise<Page>,
  ): Promise<[Visit, Page]> => {
    const visit = await visitOf(context, api);
    return [visit, await draw(visit)];
  };

  /** A page of somebody's desk: others are told so. */
  const desk = (path: string, draw: (visit: Visit, context: Context) => Page | Promise<Page>) =>
    portal.get(path, async (context) => {
      const { person } = await visitOf(context, api);
      if (person === undefined) return show(context, signInPage, 401);
      if (!mayOpen(person, path)) return show(context, notYoursPage, 403);
      return show(context, (visit) => draw(visit, context));
    });

  portal.get('/', (context) => show(context, startPage));
  portal.get('/notices', (context) => show(context, noticesPage));
  desk('/inbox', inboxPage);

  desk('/apply', async (visit, context) => {
    const [programme] = (await api.get<ProgrammeItem[]>(context, '/api/programmes')) ?? [];
    return programme === undefined ? notFoundPage(visit) : applyPage(visit, programme);
  });

  desk('/my', async (visit, context) => {
    const page = await api.get<ListPage<CaseListItem>>(context, '/api/cases?limit=50');
    return myPage(visit, page?.items ?? []);
  });

  desk('/cases', async (visit, context) => {
    const asked = (name: string) => context.req.query(name)?.trim() ?? '';
    const query = { q: asked('q'), status: asked('status'), step: asked('step'), cursor: asked('cursor') };
    const given = Object.entries({ ...query, limit: '25' }).filter(([, value]) => value !== '');
    const [page, programmes] = await Promise.all([
      api.get<ListPage<CaseListItem>>(context, `/api/cases?${new URLSearchParams(given)}`),
      api.get<ProgrammeItem[]>(context, '/api/programmes'),
    ]);
    const [programme] = programmes ?? [];
    return casesPage(visit, query, {
      items: page?.items ?? [],
      next: page?.next,
      steps,
      locale: programme?.locales.en ?? {},
    });
  });

  portal.get('/cases/:id', async (context) => {
    const id = context.req.param('id');
    const { person } = await visitOf(context, api);
    if (person === undefined) return show(context, signInPage, 401);
    if ((await api.get(context, `/api/cases/${encodeURIComponent(id)}`)) === undefined)
      return show(context, notFoundPage, 404);
    return show(context, (visit) => casePage(visit, id, context.req.query('received')));
  });

  portal.get('/cases/:id/verification', async (context) => {
    const { person } = await visitOf(context, api);
    const verdict = person === undefined ? undefined : await verify(person, context.req.param('id'));
    return verdict === undefined ? context.json({}, 404) : context.json(verdict);
  });

  portal.post('/person', async (context) => {
    const chosen = String((await context.req.formData()).get('person'));
    const person = people.find(({ id }) => id === chosen);
    const cookies = person === undefined ? undefined : await api.signIn(context, person.id);
    if (person === undefined || cookies === undefined) return context.redirect('/', 303);
    for (const cookie of cookies) context.header('set-cookie', cookie, { append: true });
    return context.redirect(firstPage(person).path, 303);
  });

  portal.post('/preferences', async (context) => {
    const chosen = await context.req.formData();
    for (const name of ['lang', 'theme', 'mode']) {
      const value = chosen.get(name);
      if (typeof value === 'string' && /^[a-z]+$/.test(value)) {
        setCookie(context, name, value, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' });
      }
    }
    return context.redirect(backTo(chosen.get('back')), 303);
  });

  portal.notFound((context) => show(context, notFoundPage, 404));
  return portal;
}

/** A path of this site and nothing else. */
function backTo(path: FormDataEntryValue | null): string {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : '/';
}
