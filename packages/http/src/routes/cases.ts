/** Cases: opening, reading, acting. */
import type {
  Answer,
  BatchCommand,
  CaseListQuery,
  CaseView,
  CommandRequest,
  OpenRequest,
  Receipt,
} from '@aidflow/service';
import { conditionsOf, etag } from '../conditions.ts';
import { problemBody, problemResponse } from '../problem.ts';
import { type Exchange, json, type Route } from '../route.ts';
import { spokenRow, spokenView } from '../speech.ts';
import { answered, paged } from './answered.ts';
import { refusal } from './refusal.ts';

const view = { description: 'The case as the actor sees it. ETag: its version.', schema: 'CaseView' };

export const caseRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/cases',
    id: 'openCase',
    summary: 'Applies: opens a case with the data of the first form.',
    roles: 'signed-in',
    body: 'openCase',
    keyed: true,
    answers: { 201: view },
    async handle(exchange) {
      const { service, actor, body, context, speaker } = exchange;
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const result = await service.openCase(actor, body as OpenRequest, { key: given.conditions.key });
      return caseAnswer(exchange, result, 201);
    },
  },
  {
    method: 'get',
    path: '/api/cases',
    id: 'listCases',
    summary: 'Cases that the actor may see, newest first; names masked.',
    roles: 'signed-in',
    query: 'caseQuery',
    answers: { 200: { description: 'A page of cases.', schema: 'CasePage' } },
    async handle(exchange) {
      const { service, actor, query, speaker } = exchange;
      const { status, step, q, programme, parent } = query;
      const filter = { status: status as CaseListQuery['status'], step, q, programme, parent };
      const result = await service.cases(actor, { ...paged(query), ...filter });
      if (!result.ok) return answered(exchange, result);
      return json({ ...result.value, items: result.value.items.map((row) => spokenRow(row, speaker)) });
    },
  },
  {
    method: 'get',
    path: '/api/cases/:id',
    id: 'readCase',
    summary: 'One case: where it stands, what may be done, how it came there.',
    roles: 'signed-in',
    query: 'languageQuery',
    answers: { 200: view },
    handle: async (exchange) =>
      caseAnswer(exchange, await exchange.service.caseView(exchange.actor, exchange.param('id')), 200),
  },
  {
    method: 'post',
    path: '/api/cases/:id/commands',
    id: 'command',
    summary: 'Acts on a case. Repeated under the same key it gives the first answer and does nothing again.',
    roles: 'signed-in',
    body: 'command',
    keyed: true,
    versioned: true,
    answers: {
      200: view,
      202: { description: 'Taken from somebody who may not see the case: an objection.', schema: 'Receipt' },
    },
    async handle(exchange) {
      const { service, actor, body, context, speaker } = exchange;
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const id = exchange.param('id');
      const result = await service.command(actor, id, body as CommandRequest, given.conditions);
      return caseAnswer(exchange, result, 200, given.conditions.expected);
    },
  },
  {
    method: 'post',
    path: '/api/batch',
    id: 'batch',
    summary: 'Acts on many cases: one answer for each command, in their order, each decided on its own.',
    roles: 'signed-in',
    body: 'batch',
    keyed: true,
    answers: { 200: { description: 'One answer for each command.', schema: 'BatchAnswers' } },
    async handle({ service, actor, body, context, speaker }) {
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const { commands } = body as { commands: BatchCommand[] };
      const answers = await service.batch(actor, commands, { key: given.conditions.key });
      return json(
        answers.map((answer) =>
          answer.ok
            ? answer
            : { case: answer.case, ok: false, problem: problemBody(answer.problems, speaker) },
        ),
      );
    },
  },
  {
    method: 'get',
    path: '/api/cases/:id/children',
    id: 'listChildren',
    summary: 'Cases that belong to a case, by step and index, as far as the actor may see them.',
    roles: 'signed-in',
    query: 'pageQuery',
    answers: { 200: { description: 'A page of cases.', schema: 'CasePage' } },
    async handle(exchange) {
      const { service, actor, query, speaker, param } = exchange;
      const result = await service.children(actor, param('id'), paged(query));
      if (!result.ok) return answered(exchange, result);
      return json({ ...result.value, items: result.value.items.map((row) => spokenRow(row, speaker)) });
    },
  },
  {
    method: 'get',
    path: '/api/cases/:id/events',
    id: 'readEvents',
    summary: 'Everything that happened in a case, chained by hashes.',
    roles: 'signed-in',
    query: 'languageQuery',
    answers: { 200: { description: 'Events in order.', schema: 'Events' } },
    handle: async (exchange) =>
      answered(exchange, await exchange.service.events(exchange.actor, exchange.param('id'))),
  },
  {
    method: 'get',
    path: '/api/cases/:id/explain/:seq',
    id: 'explain',
    summary: 'On what one event rested: law, rule, authority, data, signatures.',
    roles: 'signed-in',
    query: 'languageQuery',
    answers: { 200: { description: 'The explanation.', schema: 'Explanation' } },
    async handle(exchange) {
      const seq = Number(exchange.param('seq'));
      return answered(exchange, await exchange.service.explain(exchange.actor, exchange.param('id'), seq));
    },
  },
  {
    method: 'get',
    path: '/api/cases/:id/letters/:n',
    id: 'readLetter',
    summary: 'A letter as a page to read and print; `n` counts from 0.',
    roles: 'signed-in',
    query: 'languageQuery',
    answers: { 200: { description: 'The letter.', type: 'text/html', schema: { type: 'string' } } },
    async handle(exchange) {
      const { service, actor, query, speaker } = exchange;
      const n = Number(exchange.param('n'));
      const language = query.lang ?? '';
      const result = await service.letter(actor, exchange.param('id'), n, language, '/api/letter.css');
      if (!result.ok) return problemResponse(result.problems, speaker);
      const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      return new Response(result.value, { headers });
    },
  },
  {
    method: 'get',
    path: '/api/cases/:id/dossier',
    id: 'exportDossier',
    summary:
      'The whole case as a ZIP archive that `aidflow verify` checks; masked and without documents for those who do not act on it. Every export is on record.',
    roles: 'signed-in',
    answers: {
      200: {
        description: 'The archive. X-Chain-Head: hash of the last event.',
        type: 'application/zip',
        schema: { type: 'string' },
      },
    },
    async handle({ service, actor, param, speaker }) {
      const result = await service.dossier(actor, param('id'));
      if (!result.ok) return problemResponse(result.problems, speaker);
      const { zip, name, head } = result.value;
      return new Response(zip as Uint8Array<ArrayBuffer>, {
        headers: {
          'content-type': 'application/zip',
          'content-length': String(zip.byteLength),
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
          'x-chain-head': head,
          'cache-control': 'private, no-store',
        },
      });
    },
  },
];

async function caseAnswer(
  exchange: Exchange,
  result: Answer<CaseView | Receipt>,
  status: number,
  expected?: number,
): Promise<Response> {
  const { speaker } = exchange;
  if (!result.ok) return refusal(exchange, result.problems, expected);
  const { value } = result;
  if (!('state' in value)) return json(value, 202);
  const headers = {
    etag: etag(value.state.version),
    ...(status === 201 ? { location: `/api/cases/${value.state.id}` } : {}),
  };
  return json(spokenView(value, speaker), status, headers);
}
