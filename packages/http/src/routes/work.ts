/** Work lists, notices, divisions. */

import { problem } from '@aidflow/definition';
import type { JsonObject } from '@aidflow/engine';
import { problemResponse } from '../problem.ts';
import { json, type Route } from '../route.ts';
import { spokenItem, spokenTitle } from '../speech.ts';
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
      const { items, copies, ...rest } = result.value;
      return json({
        ...rest,
        items: items.map((item) => spokenItem(item, speaker)),
        ...(copies ? { copies: copies.map((copy) => spokenTitle(copy, speaker)) } : {}),
      });
    },
  },
  {
    method: 'get',
    path: '/api/copies',
    id: 'copies',
    summary: 'Cases of which the actor was sent a copy, latest first.',
    roles: 'signed-in',
    query: 'pageQuery',
    answers: { 200: { description: 'A page of copies.', schema: 'CopyPage' } },
    async handle(exchange) {
      const { service, actor, query, speaker } = exchange;
      const result = await service.copies(actor, paged(query));
      if (!result.ok) return answered(exchange, result);
      return json({ ...result.value, items: result.value.items.map((copy) => spokenTitle(copy, speaker)) });
    },
  },
  {
    method: 'get',
    path: '/api/records',
    id: 'records',
    summary: 'Records of a kind that the officer may see, by key, with everything that became of them.',
    roles: 'signed-in',
    query: 'recordQuery',
    answers: { 200: { description: 'A page of records.', schema: 'RecordPage' } },
    async handle(exchange) {
      const { service, actor, query, speaker } = exchange;
      const { type = '', key, state, where } = query;
      const wanted = fieldsIn(where);
      if (wanted === 'malformed') {
        return problemResponse([problem('http/malformed', { reason: '"where" is no JSON object' })], speaker);
      }
      return answered(
        exchange,
        await service.records(actor, { ...paged(query), type, key, state, where: wanted }),
      );
    },
  },
  {
    method: 'get',
    path: '/api/enrolments',
    id: 'enrolments',
    summary: 'Rounds that anybody may enrol in now, latest first, with the form to fill in.',
    roles: 'anyone',
    query: 'enrolmentQuery',
    answers: { 200: { description: 'Rounds.', schema: 'Enrolments' } },
    handle: async ({ service, query }) => json(await service.enrolments(query.division)),
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

function fieldsIn(text: string | undefined): JsonObject | undefined | 'malformed' {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Told below with everything else that is none.
  }
  return 'malformed';
}
