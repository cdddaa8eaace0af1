/** Moving cases to another version of their programme. */
import type { MigrationRequest, MovingCase } from '@aidflow/service';
import { conditionsOf } from '../conditions.ts';
import { problemBody, problemResponse } from '../problem.ts';
import { json, type Route } from '../route.ts';
import { spokenMigrated } from '../speech.ts';
import { refusal } from './refusal.ts';

export const migrationRoutes: Route[] = [
  {
    method: 'post',
    path: '/api/cases/:id/migrate',
    id: 'migrate',
    summary:
      'Moves a case to another version of its programme, all or nothing; a dry run only says what would happen.',
    roles: 'signed-in',
    body: 'migration',
    keyed: true,
    versioned: true,
    answers: {
      200: { description: 'Between which versions, and what is called otherwise there.', schema: 'Migrated' },
    },
    async handle(exchange) {
      const { service, actor, body, context, speaker, param } = exchange;
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const { conditions } = given;
      const result = await service.migrate(actor, param('id'), body as MigrationRequest, conditions);
      if (!result.ok) return refusal(exchange, result.problems, conditions.expected);
      return json(spokenMigrated(result.value, speaker));
    },
  },
  {
    method: 'post',
    path: '/api/migrate',
    id: 'migrateAll',
    summary:
      'Moves many cases to another version: one answer for each, in their order, each moved or refused on its own.',
    roles: 'signed-in',
    body: 'migrations',
    keyed: true,
    answers: { 200: { description: 'One answer for each case.', schema: 'MigrationAnswers' } },
    async handle({ service, actor, body, context, speaker }) {
      const given = conditionsOf(context.req.raw.headers);
      if (!given.ok) return problemResponse([given.problem], speaker);
      const { cases, ...request } = body as MigrationRequest & { cases: MovingCase[] };
      const answers = await service.migrateAll(actor, cases, request, { key: given.conditions.key });
      return json(
        answers.map((answer) =>
          answer.ok
            ? { ...answer, value: spokenMigrated(answer.value, speaker) }
            : { case: answer.case, ok: false, problem: problemBody(answer.problems, speaker) },
        ),
      );
    },
  },
];
