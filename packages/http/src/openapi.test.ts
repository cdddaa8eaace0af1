/** The document is held to by the answers themselves: what the doors really say is checked against its schemas. */
import type { JsonSchema } from '@aidflow/definition';
import { bundleHash, validatorModule } from '@aidflow/definition/node';
import { describe, expect, test } from 'vitest';
import { application, atDoor, type Door, people, VILLAGE } from './fixtures/door.ts';
import { answerSchemas } from './schemas/answers.ts';

type Check = ((value: unknown) => boolean) & { errors?: unknown };

/** A validator for each answer schema, its references pointing into itself. */
async function checks(): Promise<Record<string, Check>> {
  const standing = (schema: JsonSchema): JsonSchema =>
    JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));
  const $defs = Object.fromEntries(
    Object.entries(answerSchemas).map(([name, schema]) => [name, standing(schema)]),
  );
  const schemas = Object.fromEntries(
    Object.keys(answerSchemas).map((name) => [name, { $defs, $ref: `#/$defs/${name}` }]),
  );
  const code = await validatorModule(schemas);
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

test('answers are what the document says they are', async () => {
  const all = await checks();
  await atDoor(async (door) => {
    const id = await door.apply();
    await door.act('clerk', id, 'accept.accept', {});
    await door.service.tick();
    const open = await door.apply();
    await door.act('clerk', open, 'copy', { to: 'officer-2', name: '外县' });
    await door.act('applicant', open, 'urge');
    await door.act('visitor', id, 'ask', { question: '收入从何而来？' });
    const round = await door.begin('officer', 'recruit');
    await door.act('applicant', round, 'class.enrol', { name: '张兰' });
    await door.act('officer', round, 'suspend', undefined, '等待结论');
    await door.begin('officer', 'found', { key: 'S1', name: '一校' });
    await door.service.tick();
    const key = { headers: { 'idempotency-key': 'document-1' } };
    const json = {
      commands: [
        { case: open, do: 'complain', reasons: 'x' },
        { case: 'x', do: 'y' },
      ],
    };
    const delegation = {
      programme: 'dibao',
      action: 'confirm',
      from: '620821',
      to: '620821100',
      effective: '2026-01-01',
      document: '1号',
    };
    const granted = await door.ask('/api/delegations', { as: 'officer', json: delegation, ...key });
    const standIn = {
      absent: 'clerk-1',
      grants: [{ role: 'clerk', division: '620821100' }],
      substitute: 'x',
      from: '2026-01-01',
      document: '2号',
    };
    await door.ask('/api/stand-ins', { as: 'clerk', json: standIn, ...key });
    const hash = door.service.programmes()[0]?.hash ?? '';
    const later = await door.service.definition(hash);
    if (!later.ok) throw new Error();
    const next = { ...later.value, version: 'next' };
    await door.service.publish({ ...next, hash: bundleHash(next) }, people.officer);
    const dry = { to: bundleHash(next), reasons: '新版', dryRun: true };
    const moving = { ...dry, cases: [{ case: open }, { case: 'x' }] };
    const expected: [string, string, Parameters<Door['ask']>[1]?][] = [
      ['CaseView', `/api/cases/${id}`, { as: 'clerk' }],
      ['CaseView', `/api/cases/${open}`, { as: 'auditor' }],
      ['CaseView', `/api/cases/${encodeURIComponent(`${round}~class~1~1`)}`, { as: 'applicant' }],
      ['CaseView', `/api/cases/${round}`, { as: 'officer' }],
      ['CasePage', '/api/cases', { as: 'officer' }],
      ['CasePage', `/api/cases/${round}/children`, { as: 'officer' }],
      ['InboxPage', '/api/inbox', { as: 'otherCounty' }],
      ['CopyPage', '/api/copies', { as: 'otherCounty' }],
      ['RecordPage', '/api/records?type=school', { as: 'officer' }],
      ['Enrolments', '/api/enrolments'],
      ['BatchAnswers', '/api/batch', { as: 'clerk', json, ...key }],
      ['Versions', '/api/programmes/dibao/versions'],
      ['MigrationAnswers', '/api/migrate', { as: 'officer', json: moving, ...key }],
      ['Migrated', `/api/cases/${open}/migrate`, { as: 'officer', json: dry, ...key }],
      ['Delegations', '/api/delegations', { as: 'officer' }],
      ['Delegation', `/api/delegations/${granted.body.id}/end`, { as: 'officer', json: { document: '3号' } }],
      ['StandIns', '/api/stand-ins', { as: 'clerk' }],
      ['InboxPage', '/api/inbox', { as: 'clerk' }],
      ['NoticePage', '/api/notices'],
      ['Events', `/api/cases/${id}/events`, { as: 'clerk' }],
      ['Explanation', `/api/cases/${id}/explain/2`, { as: 'clerk' }],
      ['Divisions', '/api/divisions?parent=620821'],
      ['Definition', `/api/definitions/${hash}`],
      ['Session', '/api/session'],
      ['Health', '/api/health'],
      ['Problem', '/api/inbox'],
      ['Problem', '/api/cases?limit=x', { as: 'clerk' }],
    ];
    for (const [name, path, ask] of expected) {
      const { body } = await door.ask(path, ask);
      const check = all[name] as Check;
      expect(check(body), `${path}: ${JSON.stringify(check.errors)}`).toBe(true);
    }
  });
});

describe('the document', () => {
  test('lists every door with a summary, and refers to nothing that is not there', () =>
    atDoor(async (door) => {
      const { body } = await door.ask('/api/openapi.json');
      expect(body.openapi).toBe('3.1.0');
      expect(Object.keys(body.paths)).toContain('/api/cases/{id}/commands');
      expect(Object.keys(body.paths)).not.toContain('/api/clock');
      const command = body.paths['/api/cases/{id}/commands'].post;
      expect(
        command.parameters.map(({ name, required }: { name: string; required: boolean }) => [name, required]),
      ).toEqual([
        ['id', true],
        ['Idempotency-Key', true],
        ['If-Match', false],
      ]);
      const operations = Object.values<Record<string, { operationId: string; summary: string }>>(
        body.paths,
      ).flatMap((path) => Object.values(path));
      expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
      expect(operations.every(({ summary }) => summary.length > 5)).toBe(true);
      for (const [, name] of JSON.stringify(body).matchAll(/#\/components\/schemas\/(\w+)/g)) {
        expect(body.components.schemas).toHaveProperty(String(name));
      }
    }));
});

test('definitions and validators are cached for good under their hash', () =>
  atDoor(async (door) => {
    const [programme] = (await door.ask('/api/programmes')).body;
    expect(programme).toMatchObject({ programme: 'dibao', start: { step: 'apply', form: 'application' } });
    const definition = await door.ask(`/api/definitions/${programme.hash}`);
    expect(definition.body).not.toHaveProperty('validators');
    expect(definition.headers.get('cache-control')).toContain('immutable');
    const module = await door.ask(`/api/definitions/${programme.hash}/validators.js`);
    expect(module.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const url = `data:text/javascript;base64,${Buffer.from(module.body).toString('base64')}`;
    const validators = (await import(url)) as Record<string, (data: unknown) => boolean>;
    expect(validators.application?.(application)).toBe(true);
    expect(validators.application?.({ ...application, registered: VILLAGE.slice(1) })).toBe(false);
  }));
