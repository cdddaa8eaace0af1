/** Programmes and their definitions, which are public: everybody may read the rules they live under. */
import { problemResponse } from '../problem.ts';
import { json, type Route } from '../route.ts';
import { answered } from './answered.ts';

/** A hash names its content: caches may keep it for good. */
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

export const definitionRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/programmes',
    id: 'programmes',
    summary: 'Programmes that can be applied for.',
    roles: 'anyone',
    query: 'languageQuery',
    answers: {
      200: {
        description: 'Programmes with their first form.',
        schema: { type: 'array', items: { $ref: '#/components/schemas/Programme' } },
      },
    },
    handle: async ({ service }) => json(service.programmes()),
  },
  {
    method: 'get',
    path: '/api/programmes/:programme/versions',
    id: 'versions',
    summary: 'Every version of a programme, the newest first: which one new cases run on, and from when.',
    roles: 'anyone',
    query: 'languageQuery',
    answers: { 200: { description: 'Versions.', schema: 'Versions' } },
    handle: async (exchange) =>
      answered(exchange, await exchange.service.versions(exchange.param('programme'))),
  },
  {
    method: 'get',
    path: '/api/definitions/:hash',
    id: 'definition',
    summary: 'A definition: procedure, forms, rules, letters and translations.',
    roles: 'anyone',
    query: 'languageQuery',
    answers: { 200: { description: 'The bundle without its validators.', schema: 'Definition' } },
    async handle({ service, param, speaker }) {
      const found = await service.definition(param('hash'));
      if (!found.ok) return problemResponse(found.problems, speaker);
      const { validators: _, ...bundle } = found.value;
      return json(bundle, 200, FOR_EVER);
    },
  },
  {
    method: 'get',
    path: '/api/definitions/:hash/validators.js',
    id: 'validators',
    summary: 'Precompiled validators of a definition’s forms: an ES module with an export for each form.',
    roles: 'anyone',
    answers: { 200: { description: 'The module.', type: 'text/javascript', schema: { type: 'string' } } },
    async handle({ service, param, speaker }) {
      const found = await service.definition(param('hash'));
      if (!found.ok) return problemResponse(found.problems, speaker);
      const headers = { 'content-type': 'text/javascript; charset=utf-8', ...FOR_EVER };
      return new Response(found.value.validators, { headers });
    },
  },
];
