/** Who may see and do what, as a table; and what those see who only look. */
import type { Actor } from '@aidflow/engine';
import { describe, expect, test } from 'vitest';
import { application, codeOf, inOffice, people } from './fixtures/office.ts';
import type { CaseView } from './types.ts';

const { applicant, auditor, clerk, leader, neighbour, officer, otherClerk, otherCounty, secondClerk } =
  people;

const DELEGATION = {
  programme: 'relief',
  action: 'confirm',
  from: '620821',
  to: '620821100',
  effective: '2026-01-01',
  document: '县民发〔2026〕1号',
};

const vet: Actor = { ...clerk, id: 'vet-1', grants: [{ role: 'vet', division: '620821100' }] };
const proxy: Actor = {
  id: 'proxy-1',
  kind: 'proxy',
  name: '村委会',
  grants: [{ role: 'committee', division: '620821100201' }],
};

describe('an applicant’s case waiting for acceptance', () => {
  test.each<[string, Actor, 'open' | 'masked' | 'hidden']>([
    ['its applicant', applicant, 'open'],
    ['another applicant', neighbour, 'hidden'],
    ['the clerk whose task it is', clerk, 'open'],
    ['the leader of the township', leader, 'masked'],
    ['the officer of the county', officer, 'masked'],
    ['the auditor of the county', auditor, 'masked'],
    ['a clerk of another township', otherClerk, 'hidden'],
    ['an officer of another county', otherCounty, 'hidden'],
    ['an officer whose role the programme does not have', vet, 'hidden'],
    ['a proxy who did not apply', proxy, 'hidden'],
  ])('is to %s %#: %o', (_, actor, sight) =>
    inOffice(async (office) => {
      const { id } = await office.apply();
      const { service } = office;
      const listed = await service.cases(actor, { limit: 10 });
      const view = await service.caseView(actor, id);
      if (sight === 'hidden') {
        expect(view).toMatchObject({ ok: false, problems: [{ code: 'case/unknown', status: 404 }] });
        expect(await codeOf(service.events(actor, id))).toBe('case/unknown');
        expect(await codeOf(service.explain(actor, id, 1))).toBe('case/unknown');
        expect(listed).toEqual({ ok: true, value: { items: [] } });
        return;
      }
      const open = sight === 'open';
      expect(view).toMatchObject({
        value: { masked: !open, state: { applicant: { name: open ? '王小明' : '王**' } } },
      });
      const data = (view as { value: CaseView }).value.state.data.application;
      expect(data).toEqual(open ? application : { name: '王**', idNumber: '***', income: 50_000 });
      const text = JSON.stringify([
        view,
        await service.events(actor, id),
        await service.explain(actor, id, 1),
      ]);
      expect(text.includes('110101199003070038')).toBe(open);
      expect(text.includes('王小明')).toBe(open);
      expect(listed).toMatchObject({ value: { items: [{ id, applicant: '王**' }] } });
    }),
  );
});

test('whoever has acted on a case goes on seeing it open', () =>
  inOffice(async (office) => {
    const { id } = await office.underNotice();
    const masked = async (actor: Actor) => {
      const view = await office.service.caseView(actor, id);
      return view.ok ? view.value.masked : undefined;
    };
    expect(await masked(clerk)).toBe(false);
    expect(await masked(secondClerk)).toBe(true);
  }));

test('letters and notices are masked like the data they quote', () =>
  inOffice(async (office) => {
    const { id } = await office.underNotice();
    const notices = await office.service.notices({ limit: 10 });
    expect(notices).toMatchObject({
      value: {
        items: [
          {
            case: id,
            from: '2026-03-02',
            to: '2026-03-05',
            items: [{ label: '申请人', value: '王**' }],
            objection: { do: 'objections.object', form: 'objection' },
          },
        ],
      },
    });
    await office.service.advance({ advance: '4d' });
    await office.act(officer, id, 'confirm.approve');
    const letter = async (actor: Actor, lang: string) => {
      const page = await office.service.letter(actor, id, 0, lang, '/letter.css');
      return page.ok ? page.value : '';
    };
    expect(await letter(applicant, 'zh')).toContain('王小明：经审核，决定给予您救助每月 500.00 元');
    expect(await letter(applicant, 'en')).toContain('<html lang="en">');
    expect(await letter(leader, 'zh')).toContain('王**：经审核');
    expect(await codeOf(office.service.letter(applicant, id, 1, 'zh', ''))).toBe('letter/unknown');
  }));

describe('somebody who may not see a case', () => {
  test('may object to its notice, and gets a receipt', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      const objection = { do: 'objections.object', data: { text: '情况不实' } };
      const answer = await office.service.command(neighbour, id, objection, { key: 'objection-1' });
      expect(answer).toEqual({
        ok: true,
        value: { case: id, received: expect.stringContaining('2026-03-02T') },
      });
      const again = await office.service.command(neighbour, id, objection, { key: 'objection-1' });
      expect(again).toEqual(answer);
      expect((await office.state(id)).value).toBe('manual');
    }));

  test('is not told its version or number by naming a version', () =>
    inOffice(async (office) => {
      const { id, number, version } = await office.underNotice();
      const objection = { do: 'objections.object', data: { reason: '有车' } };
      const answer = await office.service.command(neighbour, id, objection, { expected: 1 });
      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'store/conflict' }] });
      expect(version).toBeGreaterThan(1);
      expect(JSON.stringify(answer)).not.toContain(number);
      const [problem] = answer.ok ? [] : answer.problems;
      expect(problem?.params).toEqual({ variant: 'unseen' });
    }));

  test('may do nothing else', () =>
    inOffice(async (office) => {
      const { id } = await office.underNotice();
      for (const what of ['withdraw', 'extend.handling', 'declare-relative', 'confirm.approve']) {
        expect(await codeOf(office.service.command(neighbour, id, { do: what, reasons: 'x' }))).toBe(
          'case/unknown',
        );
      }
    }));
});

test('an auditor reads and does not act', () =>
  inOffice(async (office) => {
    const { id } = await office.underNotice();
    const view = await office.service.caseView(auditor, id);
    const may = view.ok ? view.value.offers.filter((offer) => offer.may).map((offer) => offer.do) : [];
    // Both are everybody's.
    expect(may).toEqual(['objections.object', 'complain']);
    const extend = { do: 'extend.handling', reasons: 'x' };
    expect(await codeOf(office.service.command(auditor, id, extend))).toMatch(/^(authority|clock)\//);
    expect(
      await codeOf(office.service.command(auditor, id, { do: 'declare-relative', data: { relation: 'x' } })),
    ).toMatch(/^authority\//);
    expect(await office.service.cases(auditor, { limit: 10, q: '王小' })).toEqual({
      ok: true,
      value: { items: [] },
    });
    expect(await office.service.cases(officer, { limit: 10, q: '王小' })).toMatchObject({
      value: { items: [{ id }] },
    });
  }));

describe('a delegation', () => {
  test('moves the task to the township from the day it is in force, and back when it is ended', () =>
    inOffice(async (office) => {
      const { service } = office;
      const { id } = await office.underNotice();
      await service.advance({ advance: '4d' });
      const inboxOf = async (actor: Actor) => {
        const page = await service.inbox(actor, { limit: 10 });
        return page.ok ? page.value.items.map((item) => item.step) : [];
      };
      expect([await inboxOf(officer), await inboxOf(leader)]).toEqual([['confirm'], []]);
      const added = await service.addDelegation(officer, DELEGATION);
      const delegation = added.ok ? added.value : '';
      expect([await inboxOf(officer), await inboxOf(leader)]).toEqual([[], ['confirm']]);
      expect(await codeOf(service.command(officer, id, { do: 'confirm.approve' }))).toBe(
        'authority/delegated',
      );
      expect(await service.endDelegation(officer, delegation)).toEqual({ ok: true, value: null });
      expect([await inboxOf(officer), await inboxOf(leader)]).toEqual([['confirm'], []]);
      expect(await codeOf(service.endDelegation(officer, delegation))).toBe('delegation/unknown');
      const audited = await service.audited(2);
      expect(audited.map(({ action, by }) => [action, by.id])).toEqual([
        ['delegation.ended', 'officer-1'],
        ['delegation.added', 'officer-1'],
      ]);
    }));

  test.each([
    ['division/invalid', { ...DELEGATION, to: 'x' }],
    ['delegation/invalid', { ...DELEGATION, to: '620822100' }],
    ['delegation/invalid', { ...DELEGATION, document: ' ' }],
    ['delegation/invalid', { ...DELEGATION, until: '2026-01-01' }],
    ['clock/invalid-date', { ...DELEGATION, effective: '2026-02-30' }],
  ])('is refused with %s', (code, value) =>
    inOffice(async ({ service }) => {
      expect(await codeOf(service.addDelegation(officer, value))).toBe(code);
      expect(await service.delegations()).toEqual([]);
    }),
  );
});

describe('a stand-in', () => {
  const standIn = {
    absent: clerk.id,
    grants: clerk.grants,
    substitute: otherClerk.id,
    from: '2026-03-01',
    until: '2026-03-03',
  };

  test('sees and does what the absent officer would, until the last day', () =>
    inOffice(async (office) => {
      const { service } = office;
      const { id } = await office.apply();
      expect(await codeOf(service.addStandIn(leader, standIn))).toBe('ok');
      expect(await service.inbox(otherClerk, { limit: 10 })).toMatchObject({
        value: { items: [{ case: id }] },
      });
      const after = await office.act(otherClerk, id, 'accept.accept');
      expect(after.steps.accept?.signatures[0]?.authority).toMatchObject({
        basis: 'stand-in',
        for: 'clerk-1',
      });
      await service.advance({ advance: '1d' });
      const other = await office.apply();
      expect(await codeOf(service.command(otherClerk, other.id, { do: 'accept.accept' }))).toBe(
        'case/unknown',
      );
    }));

  test('is not taken for oneself, for nothing or backwards, and can be ended early', () =>
    inOffice(async ({ service }) => {
      expect(await codeOf(service.addStandIn(leader, { ...standIn, substitute: clerk.id }))).toBe(
        'delegation/invalid',
      );
      expect(await codeOf(service.addStandIn(leader, { ...standIn, grants: [] }))).toBe('delegation/invalid');
      expect(await codeOf(service.addStandIn(leader, { ...standIn, until: '2026-02-01' }))).toBe(
        'delegation/invalid',
      );
      const added = await service.addStandIn(leader, standIn);
      expect(await codeOf(service.endStandIn(leader, added.ok ? added.value : ''))).toBe('ok');
      expect((await service.standIns())[0]?.value.until).toBe('2026-03-02');
    }));
});
