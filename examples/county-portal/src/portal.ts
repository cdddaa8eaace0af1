/** The portal: its pages, the few forms that work without a script, and the county's interface below /api. */
import { isKnownOrigin } from '@aidflow/http';
import { type Context, Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { type Api, apiOf, type Door } from './api.ts';
import type { Asset } from './assets.ts';
import type { Person } from './county/people.ts';
import { listOfCases, openCase, openRounds, ownCases } from './page-data.ts';
import { applyPage, enrolPage } from './pages/apply.ts';
import { beginPage } from './pages/begin.ts';
import { casePage } from './pages/case.ts';
import { casesPage } from './pages/cases.ts';
import { mayOpen } from './pages/desks.ts';
import { inboxPage } from './pages/inbox.ts';
import { myPage } from './pages/my.ts';
import { notFoundPage, notYoursPage, signInPage } from './pages/notes.ts';
import { noticesPage } from './pages/notices.ts';
import { type Page, shell } from './pages/shell.ts';
import { startPage } from './pages/start.ts';
import { type Visit, visitOf } from './pages/visit.ts';
import { policy } from './policy.ts';
import { choices } from './portal-forms.ts';
import { startsFor } from './starts.ts';
import type { Verdict } from './verification.ts';

export interface PortalOptions {
  /** The HTTP interface, which answers below /api. */
  door: Door;
  assets: ReadonlyMap<string, Asset>;
  /** Checks the record of a case for somebody who may see it. */
  verify(person: Person, caseId: string): Promise<Verdict | undefined>;
}

type Draw = (visit: Visit, context: Context, api: Api) => Page | Promise<Page>;

export function createPortal({ door, assets, verify }: PortalOptions): Hono {
  const portal = new Hono();
  const api = apiOf(door);
  // Before the headers of pages: the interface sets its own.
  portal.all('/api/*', (context) => door.fetch(context.req.raw));
  portal.use(secureHeaders(policy));
  portal.use(csrf({ origin: (origin, context) => isKnownOrigin(origin, context.req.raw) }));

  portal.get('/assets/:name', (context) => {
    const found = assets.get(context.req.param('name'));
    if (found === undefined) return context.notFound();
    const headers = { 'content-type': found.type, etag: found.etag, 'cache-control': 'no-cache' };
    if (context.req.header('if-none-match') === found.etag) return context.body(null, 304, headers);
    return context.body(found.body, 200, headers);
  });

  const send = (context: Context, visit: Visit, page: Page, status: 200 | 401 | 403 | 404 = 200) =>
    context.html(shell(visit, page), status, {
      'cache-control': 'no-store',
      vary: 'cookie, accept-language',
    });

  /** A page that everybody may open. */
  const open = (path: string, draw: Draw) =>
    portal.get(path, async (context) => {
      const visit = await visitOf(context, api);
      return send(context, visit, await draw(visit, context, api));
    });

  /** A page of somebody's desk: others are told so. */
  const desk = (path: string, draw: Draw) =>
    portal.get(path, async (context) => {
      const visit = await visitOf(context, api);
      if (visit.person === undefined) return send(context, visit, signInPage(visit), 401);
      if (!mayOpen(visit.person, context.req.path)) return send(context, visit, notYoursPage(visit), 403);
      return send(context, visit, await draw(visit, context, api));
    });

  open('/', startPage);
  open('/notices', noticesPage);
  desk('/inbox', inboxPage);
  desk('/apply', async (visit, context) =>
    beginPage(visit, await api.programmes(context, visit.language), await openRounds(api, context, visit)),
  );
  desk('/apply/round/:case/:step', async (visit, context) => {
    const round = (await openRounds(api, context, visit)).find(
      (one) => one.case === context.req.param('case') && one.do === context.req.param('step'),
    );
    return round === undefined ? notFoundPage(visit) : enrolPage(visit, round);
  });
  desk('/apply/:programme/:step', async (visit, context) => {
    const begun = startsFor(visit.person, await api.programmes(context, visit.language), visit.language).find(
      ({ programme, start }) =>
        programme.programme === context.req.param('programme') && start.step === context.req.param('step'),
    );
    return begun === undefined ? notFoundPage(visit) : applyPage(visit, begun);
  });
  desk('/my', async (visit, context) => myPage(visit, await ownCases(api, context, visit)));
  desk('/cases', async (visit, context) => casesPage(visit, ...(await listOfCases(api, context, visit))));

  portal.get('/cases/:id', async (context) => {
    const visit = await visitOf(context, api);
    const id = context.req.param('id');
    if (visit.person === undefined) return send(context, visit, signInPage(visit), 401);
    const found = await openCase(api, context, visit, id);
    if (found === undefined) return send(context, visit, notFoundPage(visit), 404);
    return send(context, visit, casePage(visit, found, context.req.query('received') !== undefined));
  });

  portal.get('/cases/:id/verification', async (context) => {
    const { person } = await visitOf(context, api);
    const verdict = person === undefined ? undefined : await verify(person, context.req.param('id'));
    return verdict === undefined ? context.json({}, 404) : context.json(verdict);
  });

  choices(portal, api);

  portal.notFound(async (context) => {
    const visit = await visitOf(context, api);
    return send(context, visit, notFoundPage(visit), 404);
  });
  return portal;
}
