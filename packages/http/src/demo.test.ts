import { describe, expect, test } from 'vitest';
import { atDoor, people } from './fixtures/door.ts';

const demo = { people: Object.values(people), clock: true };
const mine = { 'x-requested-with': 'test' };

describe('signing in for a demonstration', () => {
  test('lasts until signing out, by a cookie that scripts and other sites do not get', () =>
    atDoor(
      async (door) => {
        expect((await door.ask('/api/people')).body).toHaveLength(9);
        expect((await door.ask('/api/session')).body).toEqual({ person: null });
        const signedIn = await door.ask('/api/session', { json: { person: 'clerk-1' } });
        expect(signedIn.body).toEqual({ person: people.clerk });
        const set = signedIn.headers.get('set-cookie') ?? '';
        expect(set).toMatch(/^aidflow-session=[\w-]{43}; /);
        expect(set).toContain('HttpOnly');
        expect(set).toContain('SameSite=Strict');
        const cookie = set.slice(0, set.indexOf(';'));
        expect((await door.ask('/api/session', { headers: { cookie } })).body).toEqual({
          person: people.clerk,
        });
        expect((await door.ask('/api/inbox', { headers: { cookie } })).status).toBe(200);
        await door.ask('/api/session', { method: 'DELETE', headers: { cookie, ...mine } });
        expect((await door.ask('/api/inbox', { headers: { cookie } })).status).toBe(401);
      },
      { demo },
    ));

  test('as somebody who is not offered is refused, and a made-up cookie is nobody', () =>
    atDoor(
      async (door) => {
        const answer = await door.ask('/api/session', { json: { person: 'mayor' } });
        expect([answer.status, answer.body.code]).toEqual([404, 'auth/person']);
        const headers = { cookie: `aidflow-session=${'a'.repeat(43)}` };
        expect((await door.ask('/api/inbox', { headers })).status).toBe(401);
      },
      { demo },
    ));

  test('is not there unless it was asked for', () =>
    atDoor(async (door) => {
      const answer = await door.ask('/api/session', { json: { person: 'clerk-1' } });
      expect([answer.status, answer.body.code]).toEqual([405, 'http/method']);
      expect((await door.ask('/api/session', { as: 'clerk' })).body).toEqual({ person: people.clerk });
    }));
});

test('the demo clock moves forward and takes what falls due along', () =>
  atDoor(
    async (door) => {
      const id = await door.apply();
      // 16 March is a Monday; five working days for acceptance end on the 23rd.
      const moved = await door.ask('/api/clock', { json: { until: '2026-03-24' } });
      expect(moved.body).toEqual({ now: '2026-03-24T01:00:00.000Z', fired: 1 });
      const { body } = await door.ask(`/api/cases/${id}`, { as: 'clerk' });
      expect(body.history.at(-1)).toMatchObject({ type: 'clock.breached', at: '2026-03-23T16:00:00.000Z' });
      const back = await door.ask('/api/clock', { json: { until: '2026-03-01' } });
      expect([back.status, back.body.code]).toEqual([422, 'clock/backwards']);
      const both = await door.ask('/api/clock', { json: { until: '2026-04-01', advance: '1d' } });
      expect([both.status, both.body.code]).toEqual([400, 'http/malformed']);
      expect((await door.ask('/api/clock')).body.now.slice(0, 10)).toBe('2026-03-24');
    },
    { demo },
  ));
