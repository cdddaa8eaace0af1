/** Moving cases over HTTP: what is asked is checked, what comes back is what happened or why it did not. */
import type { Bundle } from '@aidflow/definition';
import { bundleHash } from '@aidflow/definition/node';
import { describe, expect, test } from 'vitest';
import { createClient } from './client/index.ts';
import { atDoor, type Door, people } from './fixtures/door.ts';

/** The allowance with the step "accept" called "intake", published beside the one that is there. */
async function published(door: Door): Promise<{ from: string; to: string }> {
  const from = door.service.programmes().find(({ programme }) => programme === 'dibao')?.hash ?? '';
  const found = await door.service.definition(from);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  const copy: Bundle = structuredClone(found.value);
  copy.definition = JSON.parse(
    JSON.stringify(copy.definition)
      .replaceAll(/"accept"(?!:)/g, '"intake"')
      .replaceAll('"accept.', '"intake.')
      .replaceAll('"title":"受理审查"', '"title":"接件审查"'),
  );
  Object.assign(copy, { version: 'next' });
  copy.definition.version = 'next';
  copy.locales.en = { ...copy.locales.en, 接件审查: 'Intake' };
  copy.hash = bundleHash(copy);
  await door.service.publish(copy, people.officer);
  return { from, to: copy.hash };
}

const map = { steps: { accept: 'intake' } };
const reasons = '新版施行';

describe('one case', () => {
  test('is moved by an officer of the county, after a dry run that says the same', () =>
    atDoor(async (door) => {
      const id = await door.apply();
      const { from, to } = await published(door);
      const path = `/api/cases/${id}/migrate?lang=en`;
      const ask = (more: object) =>
        door.ask(path, { as: 'officer', json: { to, map, reasons, ...more }, headers: door.key() });
      const dry = await ask({ dryRun: true });
      expect(dry).toMatchObject({
        status: 200,
        body: {
          case: id,
          dryRun: true,
          move: {
            from: { hash: from },
            to: { hash: to, version: 'next' },
            stands: ['Intake'],
            steps: expect.arrayContaining([
              { from: { id: 'accept', title: expect.any(String) }, to: { id: 'intake', title: 'Intake' } },
            ]),
          },
        },
      });
      expect((await door.ask(`/api/cases/${id}`, { as: 'clerk' })).body.state.definition).toBe(from);
      const real = await ask({});
      expect(real.body).toEqual({ ...dry.body, dryRun: false });
      const view = (await door.ask(`/api/cases/${id}`, { as: 'clerk' })).body;
      expect(view).toMatchObject({ state: { definition: to }, steps: [{ id: 'intake' }] });
      // Who reads the inbox in English reads the words of the later version.
      const inbox = await door.ask('/api/inbox?lang=en', { as: 'clerk' });
      expect(inbox.body.items).toMatchObject([{ case: id, stepTitle: 'Intake' }]);
      expect((await door.act('clerk', id, 'intake.accept', {})).status).toBe(200);
      const why = await door.ask(`/api/cases/${id}/explain/2`, { as: 'officer' });
      expect(why.body).toMatchObject({ event: { type: 'migrate' }, move: { to: { hash: to } } });
    }));

  test.each<[number, string, object, Parameters<Door['ask']>[1]]>([
    [400, 'http/malformed', { to: 'x' }, {}],
    [400, 'http/malformed', { map: { steps: { accept: 3 } } }, {}],
    [400, 'http/malformed', { reasons: '' }, {}],
    [404, 'definition/unknown', { to: 'f'.repeat(64) }, {}],
    [409, 'migrate/step-gone', { map: { steps: {} } }, {}],
    [403, 'authority/level', {}, { as: 'clerk' }],
    [404, 'case/unknown', {}, { as: 'otherCounty' }],
    [401, 'auth/required', {}, { headers: {} }],
    [412, 'http/precondition-failed', {}, { headers: { 'if-match': '"9"' } }],
  ])('is refused with %i %s', (status, code, change, more) =>
    atDoor(async (door) => {
      const id = await door.apply();
      const { to } = await published(door);
      const as = code === 'auth/required' ? {} : { as: 'officer' as const };
      const headers = { ...door.key(), ...more?.headers };
      const asked = { ...as, ...more, json: { to, map, reasons, ...change }, headers };
      const answer = await door.ask(`/api/cases/${id}/migrate`, asked);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }),
  );

  test('needs a key', () =>
    atDoor(async (door) => {
      const id = await door.apply();
      const { to } = await published(door);
      const json = { to, map, reasons };
      expect((await door.ask(`/api/cases/${id}/migrate`, { as: 'officer', json })).status).toBe(428);
    }));
});

test('many cases are moved by the client, each or not, and the versions are listed', () =>
  atDoor(async (door) => {
    const id = await door.apply();
    const { from, to } = await published(door);
    const client = createClient({
      baseUrl: 'http://door',
      headers: { 'x-person': 'officer' },
      fetch: async (input, init) => door.app.request(String(input).replace('http://door', ''), init),
    });
    expect((await client.versions('dibao')).map(({ hash, state }) => [hash, state])).toEqual([
      [to, 'current'],
      [from, 'past'],
    ]);
    const answers = await client.migrateAll([{ case: id }, { case: 'none' }], { to, map, reasons });
    expect(answers).toMatchObject([
      { case: id, ok: true, value: { version: 2, dryRun: false } },
      { case: 'none', ok: false, problem: { code: 'case/unknown', status: 404 } },
    ]);
    const again = client.migrate(id, { to, map, reasons }, { version: 2 });
    await expect(again).rejects.toMatchObject({ problem: { code: 'migrate/same' } });
    expect((await door.ask('/api/programmes/dowry/versions')).status).toBe(404);
  }));
