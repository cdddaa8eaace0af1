import { type Json, verifyChain } from '@aidflow/engine';
import { describe, expect, test } from 'vitest';
import { application, codeOf, inOffice, people, VILLAGE } from './fixtures/office.ts';
import { isDeeperThan } from './nesting.ts';

const { applicant, clerk, neighbour, secondClerk } = people;
const request = { programme: 'relief', division: VILLAGE, data: application };

describe('opening a case', () => {
  test('numbers it within its programme and year, and puts it into the inbox of the village’s township', () =>
    inOffice(async ({ service }) => {
      const first = await service.openCase(applicant, request);
      const second = await service.openCase(applicant, request);
      expect(first).toMatchObject({
        ok: true,
        value: { state: { number: 'RELIEF-2026-000001', version: 1 } },
      });
      expect(second).toMatchObject({ ok: true, value: { state: { number: 'RELIEF-2026-000002' } } });
      expect(await service.inbox(clerk, { limit: 10 })).toMatchObject({
        ok: true,
        value: { items: [{ step: 'accept', may: true, applicant: '王小明' }, { step: 'accept' }] },
      });
      expect(await service.inbox(people.otherClerk, { limit: 10 })).toEqual({
        ok: true,
        value: { items: [], copies: [] },
      });
    }));

  test('that is refused leaves no case and takes no number', () =>
    inOffice(async ({ service }) => {
      const refused = await service.openCase(applicant, { ...request, data: { name: '王' } });
      expect(refused).toMatchObject({ ok: false });
      const codes = refused.ok ? [] : refused.problems.map(({ code, pointer }) => [code, pointer]);
      expect(codes.sort()).toEqual([
        ['form/min-length', '/data/name'],
        ['form/required', '/data/income'],
      ]);
      const next = await service.openCase(applicant, request);
      expect(next).toMatchObject({ value: { state: { number: 'RELIEF-2026-000001' } } });
    }));

  test.each([
    ['programme/unknown', { ...request, programme: 'dowry' }],
    ['division/invalid', { ...request, division: '6208' }],
    ['division/invalid', { ...request, division: 'village' }],
    ['division/unknown', { ...request, division: '620821100999' }],
    ['file/unknown', { ...request, data: { ...application, evidence: [{ sha256: 'a'.repeat(64) }] } }],
  ])('is refused with %s', (code, wrong) =>
    inOffice(async ({ service }) => {
      expect(await codeOf(service.openCase(applicant, wrong))).toBe(code);
    }),
  );
});

/** A list in a list in a list, so many levels deep. */
function nested(levels: number): Json {
  let value: Json = 1;
  for (let n = 0; n < levels; n++) value = [value];
  return value;
}

test('data nested beyond all sense is refused, however it comes', () =>
  inOffice(async (office) => {
    const { service } = office;
    const { id } = await office.apply();
    const data = { ...application, more: nested(100_000) };
    const key = 'nested-0001';
    expect(await codeOf(service.openCase(applicant, { ...request, data }, { key }))).toBe('http/malformed');
    const command = { do: 'accept.accept', data };
    expect(await codeOf(service.command(clerk, id, command, { key }))).toBe('http/malformed');
    expect(isDeeperThan(nested(64), 64)).toBe(false);
    expect(isDeeperThan(nested(65), 64)).toBe(true);
  }));

describe('a command', () => {
  test('moves the case on and is chained to what was before', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      const after = await office.act(clerk, id, 'accept.accept');
      expect(after.version).toBe(3);
      const events = await office.store.events(id);
      expect(events.map(({ type }) => type)).toEqual(['apply.submit', 'accept.accept', 'check.ask']);
      expect(verifyChain(events)).toBeUndefined();
    }));

  test('on a version that has passed is a conflict that names the newer one', () =>
    inOffice(async (office) => {
      const { service } = office;
      const { id } = await office.apply();
      await service.command(clerk, id, { do: 'complain', reasons: 'x' });
      const late = await service.command(clerk, id, { do: 'accept.accept' }, { expected: 1 });
      expect(late).toMatchObject({
        ok: false,
        problems: [{ code: 'store/conflict', params: { expected: 1, found: 2 } }],
      });
    }));

  test('of two that were made on one version exactly one wins', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      const tries = await Promise.all(
        [clerk, secondClerk, clerk, secondClerk, clerk].map((actor) =>
          office.service.command(actor, id, { do: 'accept.accept' }, { expected: 1 }),
        ),
      );
      expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
      const lost = tries.filter((result) => !result.ok).map(({ problems }) => problems[0]?.code);
      expect(lost).toEqual(Array(4).fill('store/conflict'));
    }));

  test('of two without a version the loser is decided again, on what the winner left', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      const [one, two] = await Promise.all([
        office.service.command(clerk, id, { do: 'complain', reasons: 'one' }),
        office.service.command(secondClerk, id, { do: 'complain', reasons: 'two' }),
      ]);
      expect([one.ok, two.ok]).toEqual([true, true]);
      expect((await office.state(id)).complaints).toBe(2);
      const answers = await Promise.all([
        office.service.command(clerk, id, { do: 'accept.accept' }),
        office.service.command(secondClerk, id, { do: 'accept.return', reasons: 'x' }),
      ]);
      const refused = answers.filter(({ ok }) => !ok);
      expect(refused).toMatchObject([{ ok: false, problems: [{ code: 'step/not-active' }] }]);
    }));

  test('from two servers on one file wins once', () =>
    inOffice(async (office) => {
      const store = await office.openStore();
      const other = await office.start(store);
      const { id } = await office.apply();
      const results = await Promise.all([
        office.service.command(clerk, id, { do: 'accept.accept' }, { expected: 1 }),
        other.command(secondClerk, id, { do: 'accept.accept' }, { expected: 1 }),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      await store.close();
    }));

  test('on a case that is not there, or not for these eyes, finds none', () =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      const { service } = office;
      expect(await codeOf(service.command(clerk, 'nowhere', { do: 'accept.accept' }))).toBe('case/unknown');
      expect(await codeOf(service.command(neighbour, id, { do: 'withdraw' }))).toBe('case/unknown');
      expect(await codeOf(service.command(people.otherClerk, id, { do: 'accept.accept' }))).toBe(
        'case/unknown',
      );
      expect(await codeOf(service.command(people.leader, id, { do: 'accept.accept' }))).toBe(
        'authority/role',
      );
    }));
});

describe('an idempotency key', () => {
  test('gives the first answer again, though the case has moved on, and adds nothing', () =>
    inOffice(async ({ service, store }) => {
      const key = 'key-of-the-application';
      const first = await service.openCase(applicant, request, { key });
      const id = first.ok ? first.value.state.id : '';
      await service.command(clerk, id, { do: 'complain', reasons: 'x' });
      const again = await service.openCase(applicant, request, { key });
      expect(again).toEqual(first);
      expect(await store.events(id)).toHaveLength(2);

      const command = { do: 'accept.accept' };
      const accepted = await service.command(clerk, id, command, { key: 'key-of-acceptance' });
      await service.tick();
      expect(await service.command(clerk, id, command, { key: 'key-of-acceptance' })).toEqual(accepted);
      expect((await store.events(id)).filter(({ type }) => type === 'accept.accept')).toHaveLength(1);
    }));

  test('counts once even when both attempts are under way at the same time', () =>
    inOffice(async ({ service, store }) => {
      const key = 'key-of-the-application';
      const answers = await Promise.all([
        service.openCase(applicant, request, { key }),
        service.openCase(applicant, request, { key }),
      ]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
      const ids = answers.map((answer) => (answer.ok ? answer.value.state.id : ''));
      expect(ids[0]).toBe(ids[1]);
      expect((await store.cases({ applicant: applicant.id, limit: 10 })).items).toHaveLength(1);
    }));

  test('is refused for another request, and free for another person', () =>
    inOffice(async ({ service }) => {
      const key = 'key-of-the-application';
      await service.openCase(applicant, request, { key });
      const other = { ...request, data: { ...application, income: 1 } };
      expect(await codeOf(service.openCase(applicant, other, { key }))).toBe('store/duplicate-key');
      expect(await codeOf(service.openCase(neighbour, other, { key }))).toBe('ok');
    }));
});
