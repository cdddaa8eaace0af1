import { describe, expect, test } from 'vitest';
import { atDoor, type Door, type PersonName } from './fixtures/door.ts';

const delegation = {
  programme: 'dibao',
  action: 'confirm',
  from: '620821',
  to: '620821100',
  effective: '2026-03-16',
  document: '县民发〔2026〕1号',
};
const standIn = {
  absent: 'clerk-1',
  grants: [{ role: 'clerk', division: '620821100' }],
  substitute: 'clerk-2',
  from: '2026-03-16',
  document: '甲镇请假〔2026〕3号',
};

const post = (door: Door, path: string, as: PersonName, json: unknown, key = door.key()) =>
  door.ask(path, { as, json, headers: key });

describe('a delegation', () => {
  test('is granted and ended with documents by the county, and moves the task meanwhile', () =>
    atDoor(async (door) => {
      const granted = await post(door, '/api/delegations', 'officer', delegation);
      expect([granted.status, granted.body.document, granted.body.inForce]).toEqual([
        201,
        delegation.document,
        true,
      ]);
      expect(granted.body).toMatchObject({ actionTitle: '确认', toName: '甲镇', may: true });
      expect((await door.ask('/api/delegations', { as: 'leader' })).body).toMatchObject([
        { id: granted.body.id, may: false },
      ]);
      const ending = { document: '县民发〔2026〕9号' };
      const ended = await post(door, `/api/delegations/${granted.body.id}/end`, 'officer', ending, {});
      expect([ended.status, ended.body.until, ended.body.ended.document]).toEqual([
        200,
        '2026-03-16',
        ending.document,
      ]);
      const again = await post(door, `/api/delegations/${granted.body.id}/end`, 'officer', ending, {});
      expect([again.status, again.body.code]).toEqual([404, 'delegation/unknown']);
    }));

  test('sent twice under one key is granted once', () =>
    atDoor(async (door) => {
      const key = door.key();
      const first = await post(door, '/api/delegations', 'officer', delegation, key);
      expect(await post(door, '/api/delegations', 'officer', delegation, key)).toMatchObject({
        status: 201,
        body: first.body,
      });
      expect((await door.ask('/api/delegations', { as: 'officer' })).body).toHaveLength(1);
    }));

  test.each<[number, string, PersonName, Record<string, unknown>]>([
    [403, 'delegation/authority', 'leader', {}],
    [403, 'delegation/authority', 'auditor', {}],
    [403, 'delegation/authority', 'applicant', {}],
    [422, 'delegation/invalid', 'officer', { action: 'accept' }],
    [422, 'clock/invalid-date', 'officer', { effective: 'soon' }],
    [400, 'http/malformed', 'officer', { document: undefined }],
    [400, 'http/malformed', 'officer', { note: 'x' }],
  ])('is refused with %i %s for %s and %o', (status, code, as, more) =>
    atDoor(async (door) => {
      const answer = await post(door, '/api/delegations', as, { ...delegation, ...more });
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }),
  );

  test('needs a key, and an officer to be read by', () =>
    atDoor(async (door) => {
      expect((await post(door, '/api/delegations', 'officer', delegation, {})).status).toBe(428);
      await post(door, '/api/delegations', 'officer', delegation);
      expect((await door.ask('/api/delegations', { as: 'applicant' })).body).toEqual([]);
      expect((await door.ask('/api/delegations')).status).toBe(401);
    }));
});

test('a stand-in is arranged by the absent officer and ended by the county', () =>
  atDoor(async (door) => {
    const granted = await post(door, '/api/stand-ins', 'clerk', standIn);
    expect([granted.status, granted.body.added.document]).toEqual([201, standIn.document]);
    const id = await door.apply();
    expect((await door.act('otherClerk', id, 'accept.accept', {})).status).toBe(200);
    expect((await post(door, '/api/stand-ins', 'leader', standIn)).body.code).toBe('delegation/authority');
    expect((await door.ask('/api/stand-ins', { as: 'officer' })).body).toMatchObject([{ may: true }]);
    const path = `/api/stand-ins/${granted.body.id}/end`;
    expect((await post(door, path, 'otherCounty', { document: 'x' }, {})).status).toBe(404);
    const ended = await post(door, path, 'officer', { document: '销假' }, {});
    expect([ended.status, ended.body.inForce]).toEqual([200, false]);
  }));
