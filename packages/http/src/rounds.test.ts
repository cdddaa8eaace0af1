/** What goes beyond one case: batches, rounds with the cases of those who enrolled, records, copies. */
import { describe, expect, test } from 'vitest';
import { atDoor, type Door } from './fixtures/door.ts';

const enrol = (door: Door, as: 'applicant' | 'neighbour', round: string, name: string) =>
  door.act(as, round, 'class.enrol', { name });

describe('a batch', () => {
  test('answers each command on its own, with its problem in the reader’s language', () =>
    atDoor(async (door) => {
      const [a, b] = [await door.apply(), await door.apply()];
      const commands = [
        { case: a, do: 'accept.accept', version: 1, data: {} },
        { case: b, do: 'accept.accept', version: 9, data: {} },
        { case: 'nobody', do: 'accept.accept' },
      ];
      const key = door.key();
      const ask = () => door.ask('/api/batch?lang=zh', { as: 'clerk', json: { commands }, headers: key });
      const { status, body } = await ask();
      expect(status).toBe(200);
      expect(body).toMatchObject([
        { case: a, ok: true, value: { version: 4, status: 'active' } },
        { case: b, ok: false, problem: { code: 'store/conflict', status: 409, title: '办件已被他人更新' } },
        { case: 'nobody', ok: false, problem: { code: 'case/unknown', status: 404 } },
      ]);
      expect((await ask()).body[0]).toEqual({ case: a, ok: true, value: { version: 4 } });
    }));

  test.each<[number, unknown, Record<string, string>]>([
    [428, { commands: [{ case: 'x', do: 'y' }] }, {}],
    [400, { commands: [] }, { 'idempotency-key': 'batch-key-1' }],
    [400, { commands: [{ case: 'x' }] }, { 'idempotency-key': 'batch-key-1' }],
    [400, { commands: Array(201).fill({ case: 'x', do: 'y' }) }, { 'idempotency-key': 'batch-key-1' }],
  ])('is refused whole with %i', (status, json, headers) =>
    atDoor(async (door) => {
      expect((await door.ask('/api/batch', { as: 'clerk', json, headers })).status).toBe(status);
    }),
  );
});

describe('a round', () => {
  test('is opened by an officer, found by everybody, enrolled in, and carried through', () =>
    atDoor(async (door) => {
      const round = await door.begin('officer', 'recruit');
      expect((await door.ask('/api/enrolments')).body).toMatchObject([
        { case: round, do: 'class.enrol', form: 'signup', until: '2026-04-01', enrolled: 0 },
      ]);
      const taken = await enrol(door, 'applicant', round, '张兰');
      expect([taken.status, taken.body]).toEqual([202, { case: round, received: expect.any(String) }]);
      const twice = await enrol(door, 'applicant', round, '张兰');
      expect([twice.status, twice.body.code]).toEqual([409, 'each/enrolled']);
      expect((await enrol(door, 'neighbour', round, 'x')).body.code).toBe('form/invalid');
      await door.service.tick();

      const children = await door.ask(`/api/cases/${round}/children`, { as: 'officer' });
      expect(children.body.items).toMatchObject([
        { parent: { case: round, step: 'class', index: 1 }, steps: ['培训'], applicant: '张*' },
      ]);
      const [child] = children.body.items;
      expect((await door.ask(`/api/cases?parent=${round}`, { as: 'applicant' })).body.items).toMatchObject([
        { id: child.id },
      ]);
      expect((await door.ask(`/api/cases/${round}/children`, { as: 'applicant' })).status).toBe(404);
      const path = `/api/cases/${encodeURIComponent(child.id)}`;
      const view = await door.ask(path, { as: 'applicant' });
      expect(view.body).toMatchObject({ parent: { case: round, index: 1, may: false }, masked: false });
      expect((await door.act('clerk', encodeURIComponent(child.id), 'train.pass')).status).toBe(200);
    }));

  test('is one among several things that a programme may begin with', () =>
    atDoor(async (door) => {
      const course = (await door.ask('/api/programmes')).body.at(-1);
      expect(course).toMatchObject({
        start: { step: 'recruit', form: null },
        starts: [
          { step: 'recruit', title: '开班', role: 'officer', form: null },
          { step: 'found', title: '登记学校', role: 'officer', form: 'school' },
        ],
      });
      const json = {
        programme: 'course',
        division: '620821100201',
        do: 'found',
        data: { key: 'S1', name: '一校' },
      };
      const refused = await door.ask('/api/cases', { as: 'applicant', json, headers: door.key() });
      expect([refused.status, refused.body.code]).toEqual([403, 'authority/role']);
    }));
});

describe('records', () => {
  test('are read by officers of their place, by what they hold', () =>
    atDoor(async (door) => {
      await door.begin('officer', 'found', { key: 'S1', name: '一校' });
      await door.begin('officer', 'found', { key: 'S2', name: '二校' });
      const json = {
        programme: 'course',
        division: '620821100201',
        do: 'found',
        data: { key: 'S1', name: '冒名' },
      };
      const again = await door.ask('/api/cases', { as: 'officer', json, headers: door.key() });
      expect([again.status, again.body.code]).toEqual([409, 'record/exists']);

      const ask = async (
        query: Record<string, string>,
        as: 'officer' | 'clerk' | 'otherCounty' = 'officer',
      ) => {
        const path = `/api/records?${new URLSearchParams({ type: 'school', ...query })}`;
        return (await door.ask(path, { as })).body;
      };
      const keys = (page: { items: { key: string }[] }) => page.items.map(({ key }) => key);
      const first = await ask({ limit: '1' });
      expect(keys(first)).toEqual(['S1']);
      expect(keys(await ask({ limit: '1', cursor: first.next }))).toEqual(['S2']);
      expect(keys(await ask({ where: '{"name":"二校"}' }))).toEqual(['S2']);
      expect(keys(await ask({ state: 'closed' }))).toEqual([]);
      expect(keys(await ask({ key: 'S2' }, 'clerk'))).toEqual(['S2']);
      expect(keys(await ask({}, 'otherCounty'))).toEqual([]);
      expect((await ask({ where: '[1]' })).code).toBe('http/malformed');
      expect((await ask({ where: '{"a.b\\"":1}' })).code).toBe('store/field');
      expect((await door.ask('/api/records', { as: 'officer' })).status).toBe(400);
    }));
});

test('copies lie in the inbox of whom they were sent to, titled in their language', () =>
  atDoor(async (door) => {
    const id = await door.apply();
    await door.act('clerk', id, 'copy', { to: 'officer-2', name: '外县' });
    const inbox = await door.ask('/api/inbox?lang=en', { as: 'otherCounty' });
    expect(inbox.body).toMatchObject({ items: [], copies: [{ case: id, applicant: '张*' }] });
    expect(inbox.body.copies[0].title).not.toBe('最低生活保障');
    expect((await door.ask('/api/copies', { as: 'otherCounty' })).body.items).toHaveLength(1);
    expect((await door.ask('/api/copies', { as: 'leader' })).body).toEqual({ items: [] });
  }));
