/** The whole table, in the order in which the OpenAPI document lists it. */
import { letterStyle } from '@aidflow/service';
import { openApi } from '../openapi.ts';
import { json, type Route } from '../route.ts';
import { caseRoutes } from './cases.ts';
import { definitionRoutes } from './definitions.ts';
import { demoRoutes } from './demo.ts';
import { fileRoutes } from './files.ts';
import { grantRoutes } from './grants.ts';
import { migrationRoutes } from './migrations.ts';
import { streamRoute } from './stream.ts';
import { workRoutes } from './work.ts';

const about: Route[] = [
  {
    method: 'get',
    path: '/api/openapi.json',
    id: 'openApi',
    summary: 'This description.',
    roles: 'anyone',
    answers: { 200: { description: 'OpenAPI 3.1.', schema: { type: 'object' } } },
    handle: async ({ demo }) => json(openApi(routesFor(demo))),
  },
  {
    method: 'get',
    path: '/api/health',
    id: 'health',
    summary: 'Whether the service answers.',
    roles: 'anyone',
    answers: { 200: { description: 'It does.', schema: 'Health' } },
    handle: async ({ service }) => json({ status: 'ok', now: service.now() }),
  },
  {
    method: 'get',
    path: '/api/letter.css',
    id: 'letterStyle',
    summary: 'The stylesheet of letters.',
    roles: 'anyone',
    answers: { 200: { description: 'The stylesheet.', type: 'text/css', schema: { type: 'string' } } },
    handle: async () =>
      new Response(letterStyle, {
        headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      }),
  },
];

const all: Route[] = [
  ...about,
  ...definitionRoutes,
  ...caseRoutes,
  ...migrationRoutes,
  ...workRoutes,
  ...grantRoutes,
  ...fileRoutes,
  streamRoute,
  ...demoRoutes,
];

/** The routes that are there for a host: those of demonstrations only where it asked for them. */
export function routesFor(demo: { clock?: boolean } | undefined): Route[] {
  return all.filter(
    ({ only }) => only === undefined || (only === 'clock' ? demo?.clock === true : demo !== undefined),
  );
}
