/** Work lists, notices, divisions. */
import { json, type Route } from '../route.ts';
import { spokenItem } from '../speech.ts';
import { answered, paged } from './answered.ts';

export const workRoutes: Route[] = [
  {
    method: 'get',
    path: '/api/inbox',
    id: 'inbox',
    summary: 'Tasks that the actor could take up now, those with least time left first.',
    roles: 'signed-in',
    query: 'pageQuery',
    answers: { 200: { description: 'A page of tasks.', schema: 'InboxPage' } },
    async handle(exchange) {
      const { service, actor, query, speaker } = exchange;
      const result = await service.inbox(actor, paged(query));
      if (!result.ok) return answered(exchange, result);
      return json({ ...result.value, items: result.value.items.map((item) => spokenItem(item, speaker)) });
    },
  },
  {
    method: 'get',
    path: '/api/notices',
    id: 'notices',
    summary: 'Public notices that are up today, and how to object.',
    roles: 'anyone',
    query: 'noticeQuery',
    answers: { 200: { description: 'A page of notices, personal data masked.', schema: 'NoticePage' } },
    async handle(exchange) {
      const { service, query } = exchange;
      return answered(exchange, await service.notices({ ...paged(query), division: query.division }));
    },
  },
  {
    method: 'get',
    path: '/api/divisions',
    id: 'divisions',
    summary: 'Divisions directly below one, or the topmost.',
    roles: 'anyone',
    query: 'divisionQuery',
    answers: { 200: { description: 'Divisions by code.', schema: 'Divisions' } },
    handle: async ({ service, query }) => json(service.divisions(query.parent)),
  },
];
