import { describe, expect, test } from 'vitest';
import { application, atDoor, VILLAGE } from './fixtures/door.ts';

const json = { programme: 'dibao', division: VILLAGE, data: application };

describe('applying', () => {
  test('answers 201 with the case, its address and its version', () =>
    atDoor(async (door) => {
      const answer = await door.ask('/api/cases', { as: 'applicant', json, headers: door.key() });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('etag')).toBe('"1"');
      expect(answer.headers.get('location')).toBe(`/api/cases/${answer.body.state.id}`);
      expect(answer.body).toMatchObject({ title: '最低生活保障', steps: [{ id: 'accept' }], masked: false });
    }));

  test('again under the same key gives the same answer and no second case', () =>
    atDoor(async (door) => {
      const headers = { 'idempotency-key': 'one-application' };
      const first = await door.ask('/api/cases', { as: 'applicant', json, headers });
      const again = await door.ask('/api/cases', { as: 'applicant', json, headers });
      expect([again.status, again.body]).toEqual([first.status, first.body]);
      const other = { ...json, data: { ...application, area: 'urban' } };
      const reused = await door.ask('/api/cases', { as: 'applicant', json: other, headers });
      expect([reused.status, reused.body.code]).toEqual([422, 'store/duplicate-key']);
      const list = await door.ask('/api/cases', { as: 'applicant' });
      expect(list.body.items).toHaveLength(1);
    }));
});

describe('versions', () => {
  test('the ETag of a case is taken as If-Match, once', () =>
    atDoor(async (door) => {
      const id = await door.apply();
      const read = await door.ask(`/api/cases/${id}`, { as: 'clerk' });
      const match = { 'if-match': String(read.headers.get('etag')) };
      const command = (headers: Record<string, string>) =>
        door.ask(`/api/cases/${id}/commands`, {
          as: 'clerk',
          json: { do: 'complain', reasons: '群众反映' },
          headers: { ...door.key(), ...headers },
        });
      const taken = await command(match);
      expect([taken.status, taken.headers.get('etag')]).toEqual([200, '"2"']);
      const late = await command(match);
      expect([late.status, late.headers.get('etag'), late.body.code]).toEqual([
        412,
        '"2"',
        'http/precondition-failed',
      ]);
      expect(late.body.params).toEqual({ expected: 1, found: 2 });
      expect((await command({ 'if-match': '*' })).status).toBe(200);
      expect((await command({})).status).toBe(200);
      const wrong = await command({ 'if-match': 'W/"3"' });
      expect([wrong.status, wrong.body.code]).toEqual([400, 'http/malformed']);
    }));

  test('of commands that are sent at once with one version one is taken', () =>
    atDoor(async (door) => {
      const id = await door.apply();
      const answers = await Promise.all(
        Array.from({ length: 5 }, () =>
          door.ask(`/api/cases/${id}/commands`, {
            as: 'clerk',
            json: { do: 'accept.accept' },
            headers: { ...door.key(), 'if-match': '"1"' },
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
    }));
});

describe('a case', () => {
  test('is explained event by event, with its letters as pages', () =>
    atDoor(async (door) => {
      const id = await door.apply();
      await door.act('clerk', id, 'accept.accept', {});
      const events = await door.ask(`/api/cases/${id}/events`, { as: 'clerk' });
      expect(events.body.map(({ type, title }: { type: string; title: string }) => [type, title])).toEqual([
        ['apply.submit', '提出申请'],
        ['accept.accept', '受理审查'],
        ['register.done', '出具受理通知、登记近亲属'],
        ['verification.ask', '信息核对'],
      ]);
      const explained = await door.ask(`/api/cases/${id}/explain/2`, { as: 'clerk' });
      expect(explained.body).toMatchObject({
        title: '受理审查',
        authority: { basis: 'own-role', role: 'clerk', division: '620821100' },
        basis: [{ id: 'one-notice' }],
      });
      const letter = await door.ask(`/api/cases/${id}/letters/0?lang=zh`, { as: 'applicant' });
      expect(letter.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(letter.body).toContain('张兰');
      const masked = await door.ask(`/api/cases/${id}/letters/0?lang=zh`, { as: 'auditor' });
      expect(masked.body).not.toContain('张兰');
      expect(masked.body).toContain('张*');
      const style = await door.ask('/api/letter.css');
      expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
      for (const [path, code] of [
        [`/api/cases/${id}/letters/7`, 'letter/unknown'],
        [`/api/cases/${id}/explain/99`, 'case/no-event'],
        [`/api/cases/${id}/explain/x`, 'case/no-event'],
      ]) {
        expect((await door.ask(String(path), { as: 'clerk' })).body.code).toBe(code);
      }
    }));

  test('goes on when the other department has answered, and its inbox item moves with it', () =>
    atDoor(async (door) => {
      const id = await door.apply();
      const before = await door.ask('/api/inbox?limit=5', { as: 'clerk' });
      expect(before.body.items).toMatchObject([
        {
          case: id,
          step: 'accept',
          may: true,
          applicant: '张兰',
          due: { clock: 'accept', left: 5, unit: 'working-day' },
        },
      ]);
      await door.act('clerk', id, 'accept.accept', {});
      await door.service.tick();
      expect((await door.ask('/api/inbox', { as: 'clerk' })).body.items).toEqual([]);
      const visit = await door.ask('/api/inbox?lang=zh', { as: 'visitor' });
      expect(visit.body.items).toMatchObject([{ case: id, step: 'visit', stepTitle: '入户调查' }]);
    }));
});

/** Who may ask what of one case in village 620821100201: the status of each door. */
describe('jurisdiction', () => {
  const doors = ['', '/events', '/explain/1', '/commands'] as const;
  test.each([
    ['applicant', [200, 200, 200, 403]],
    ['neighbour', [404, 404, 404, 404]],
    ['clerk', [200, 200, 200, 200]],
    ['otherClerk', [404, 404, 404, 404]],
    ['leader', [200, 200, 200, 403]],
    ['officer', [200, 200, 200, 403]],
    ['otherCounty', [404, 404, 404, 404]],
    ['auditor', [200, 200, 200, 403]],
    [undefined, [401, 401, 401, 401]],
  ] as const)('%s', (as, expected) =>
    atDoor(async (door) => {
      const id = await door.apply();
      const found: number[] = [];
      for (const path of doors) {
        const asked =
          path === '/commands' ? { json: { do: 'accept.accept', data: {} }, headers: door.key() } : {};
        found.push((await door.ask(`/api/cases/${id}${path}`, { ...(as ? { as } : {}), ...asked })).status);
      }
      expect(found).toEqual(expected);
    }),
  );
});

test('reading masks personal data for those who do not act on the case', () =>
  atDoor(async (door) => {
    const id = await door.apply();
    const seen = async (as: 'clerk' | 'auditor' | 'officer') =>
      (await door.ask(`/api/cases/${id}`, { as })).body.state.data.application;
    expect((await seen('clerk')).applicant).toEqual(application.applicant);
    for (const as of ['auditor', 'officer'] as const) {
      expect((await seen(as)).applicant).toEqual({ name: '张*', idNumber: '***', mobile: '138****0001' });
      const events = await door.ask(`/api/cases/${id}/events`, { as });
      expect(JSON.stringify(events.body)).not.toMatch(/张兰|62082119780512002X|6217000000000000012/);
    }
  }));

test('lists are paged, filtered and masked', () =>
  atDoor(async (door) => {
    const ids = [await door.apply(), await door.apply(), await door.apply()];
    const first = await door.ask('/api/cases?limit=2&status=active&step=accept&lang=zh', { as: 'officer' });
    expect(first.body.items).toHaveLength(2);
    expect(first.body.items[0]).toMatchObject({
      applicant: '张*',
      divisionName: '甲镇一村',
      steps: ['受理审查'],
    });
    const rest = await door.ask(`/api/cases?limit=2&cursor=${first.body.next}`, { as: 'officer' });
    const found = [...first.body.items, ...rest.body.items].map(({ id }) => id);
    expect(found.toSorted()).toEqual(ids.toSorted());
    expect(rest.body.next).toBeUndefined();
    const english = await door.ask('/api/cases?lang=en', { as: 'officer' });
    expect(english.body.items[0]).toMatchObject({ steps: ['Check of papers'] });
    expect((await door.ask('/api/cases?step=visit', { as: 'officer' })).body.items).toEqual([]);
    expect((await door.ask('/api/cases?q=DIBAO-2026-000002', { as: 'officer' })).body.items).toHaveLength(1);
    expect((await door.ask('/api/cases', { as: 'neighbour' })).body.items).toEqual([]);
  }));
