import { describe, expect, test } from 'vitest';
import { codeOf, inOffice, people } from './fixtures/office.ts';

const { officer, leader, clerk, otherClerk, otherCounty, auditor, applicant } = people;

const delegation = {
  programme: 'relief',
  action: 'confirm',
  from: '620821',
  to: '620821100',
  effective: '2026-03-01',
  document: '县民发〔2026〕1号',
};
const ending = { document: '县民发〔2026〕9号' };

describe('a delegation', () => {
  test('is granted and taken back by officers of the division that holds the power, with documents', () =>
    inOffice(async ({ service }) => {
      const granted = await service.grantDelegation(officer, delegation, 'grant-0001');
      expect(granted).toMatchObject({
        ok: true,
        value: {
          ...delegation,
          programmeTitle: '临时救助',
          actionTitle: '确认',
          fromName: '示范县',
          toName: '甲镇',
          added: { by: { id: officer.id } },
          inForce: true,
          may: true,
        },
      });
      const id = granted.ok ? granted.value.id : '';
      const revoked = await service.revokeDelegation(officer, id, ending);
      expect(revoked).toMatchObject({
        value: { until: '2026-03-02', ended: { document: ending.document }, inForce: false, may: false },
      });
      expect(await codeOf(service.revokeDelegation(officer, id, ending))).toBe('delegation/unknown');
    }));

  test('sent again under its key is the same, and another under that key is refused', () =>
    inOffice(async ({ service }) => {
      const first = await service.grantDelegation(officer, delegation, 'grant-0001');
      expect(await service.grantDelegation(officer, delegation, 'grant-0001')).toEqual(first);
      const other = { ...delegation, document: '别的' };
      expect(await codeOf(service.grantDelegation(officer, other, 'grant-0001'))).toBe('store/duplicate-key');
      expect(await service.delegations()).toHaveLength(1);
    }));

  test.each([
    ['the township it would go to', leader],
    ['another county', otherCounty],
    ['who only oversees', auditor],
    ['no officer', applicant],
  ])('is not granted or ended by %s', (_, actor) =>
    inOffice(async ({ service }) => {
      expect(await codeOf(service.grantDelegation(actor, delegation, 'grant-0001'))).toBe(
        'delegation/authority',
      );
      const granted = await service.grantDelegation(officer, delegation, 'grant-0001');
      const id = granted.ok ? granted.value.id : '';
      expect(await codeOf(service.revokeDelegation(actor, id, ending))).toMatch(
        /^delegation\/(authority|unknown)$/,
      );
      expect((await service.delegations())[0]?.ended).toBeUndefined();
    }),
  );

  test.each([
    ['delegation/invalid', { action: 'accept' }],
    ['delegation/invalid', { action: 'nothing' }],
    ['delegation/invalid', { from: '620821100', to: '620821100201' }],
    ['delegation/invalid', { to: '620821100201' }],
    ['delegation/invalid', { document: ' ' }],
    ['programme/unknown', { programme: 'dowry' }],
    ['division/invalid', { to: '1' }],
  ])('that could never hold is refused with %s: %o', (code, wrong) =>
    inOffice(async ({ service }) => {
      const value = { ...delegation, ...wrong };
      expect(await codeOf(service.grantDelegation(officer, value, 'grant-0001'))).toBe(code);
    }),
  );

  test('is not ended without a document, nor for days that are over', () =>
    inOffice(async ({ service }) => {
      const granted = await service.grantDelegation(officer, delegation, 'grant-0001');
      const id = granted.ok ? granted.value.id : '';
      const end = (value: { document: string; until?: string }) =>
        codeOf(service.revokeDelegation(officer, id, value));
      expect(await end({ document: '' })).toBe('delegation/invalid');
      expect(await end({ ...ending, until: '2026-03-01' })).toBe('delegation/invalid');
      expect(await end({ ...ending, until: '2026-06-01' })).toBe('ok');
    }));

  test('is listed for the officers whose divisions it touches', () =>
    inOffice(async ({ service }) => {
      await service.grantDelegation(officer, delegation, 'grant-0001');
      const seen = async (actor: typeof officer) => {
        const list = await service.listDelegations(actor);
        return list.ok ? list.value.map(({ may }) => may) : undefined;
      };
      expect(await seen(officer)).toEqual([true]);
      expect(await seen(leader)).toEqual([false]);
      expect(await seen(auditor)).toEqual([false]);
      for (const stranger of [otherClerk, otherCounty, applicant]) {
        expect(await seen(stranger)).toEqual(stranger === otherClerk ? [false] : []);
      }
    }));
});

describe('a stand-in', () => {
  const standIn = {
    absent: clerk.id,
    grants: clerk.grants,
    substitute: otherClerk.id,
    from: '2026-03-02',
    until: '2026-03-05',
    document: '甲镇请假〔2026〕3号',
  };

  test('is arranged by the absent officer or by the division above, and holds', () =>
    inOffice(async (office) => {
      const { service } = office;
      const { id } = await office.apply();
      const granted = await service.grantStandIn(clerk, standIn, 'lend-0001');
      expect(granted).toMatchObject({
        value: { added: { document: standIn.document }, divisionNames: { 620821100: '甲镇' }, may: true },
      });
      await office.act(otherClerk, id, 'accept.accept');
      const again = await service.grantStandIn(clerk, standIn, 'lend-0001');
      expect(again).toEqual(granted);
      expect(await codeOf(service.grantStandIn(officer, standIn, 'lend-0002'))).toBe('ok');
      const standInId = granted.ok ? granted.value.id : '';
      const ended = await service.revokeStandIn(officer, standInId, { document: '销假' });
      expect(ended).toMatchObject({ value: { inForce: false, ended: { document: '销假' } } });
    }));

  test.each([
    ['a colleague', leader],
    ['another county', otherCounty],
    ['who only oversees', auditor],
    ['no officer', applicant],
  ])('is not arranged by %s', (_, actor) =>
    inOffice(async ({ service }) => {
      expect(await codeOf(service.grantStandIn(actor, standIn, 'lend-0001'))).toBe('delegation/authority');
    }),
  );

  test('lends nothing that one does not hold, and nothing to oneself', () =>
    inOffice(async ({ service }) => {
      const more = { ...standIn, grants: leader.grants };
      expect(await codeOf(service.grantStandIn(clerk, more, 'lend-0001'))).toBe('delegation/authority');
      const own = { ...standIn, substitute: officer.id };
      expect(await codeOf(service.grantStandIn(officer, own, 'lend-0002'))).toBe('delegation/invalid');
      const unwritten = { ...standIn, document: '' };
      expect(await codeOf(service.grantStandIn(clerk, unwritten, 'lend-0003'))).toBe('delegation/invalid');
    }));

  test('is listed for the officers whose divisions it touches', () =>
    inOffice(async ({ service }) => {
      await service.grantStandIn(clerk, standIn, 'lend-0001');
      const count = async (actor: typeof officer) => {
        const list = await service.listStandIns(actor);
        return list.ok ? list.value.length : undefined;
      };
      expect([await count(leader), await count(officer)]).toEqual([1, 1]);
      expect([await count(otherClerk), await count(otherCounty)]).toEqual([0, 0]);
      const list = await service.listStandIns(otherCounty);
      expect(list).toEqual({ ok: true, value: [] });
      const [one] = await service.standIns();
      expect(await codeOf(service.revokeStandIn(otherCounty, one?.id ?? '', ending))).toBe(
        'delegation/unknown',
      );
    }));
});
