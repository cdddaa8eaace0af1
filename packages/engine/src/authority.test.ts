import { flat } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, relief, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { type Actor, type Delegation, scopeOf, type World } from './index.ts';

const programme = relief();

const delegation: Delegation = {
  programme: 'relief',
  action: 'confirm',
  from: '620821',
  to: '620821100',
  effective: '2026-01-01',
  until: '2026-07-01',
  document: '民发〔2026〕1号',
};

/** A case that stands at confirm. */
const atConfirm = (): Walk =>
  new Walk(programme)
    .apply('2026-03-02')
    .inquire('2026-03-03')
    .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11');

describe('who confirms', () => {
  type Row = [day: string, delegations: Delegation[], actor: Actor, expected: string];
  const rows: Row[] = [
    ['2026-06-30', [], people.officer, 'accepted'],
    ['2026-06-30', [], people.leader, 'authority/role'],
    ['2026-06-30', [], people.officerElsewhere, 'authority/jurisdiction'],
    [
      '2026-06-30',
      [],
      { ...people.officer, grants: [{ role: 'officer', division: '6208' }] },
      'authority/level',
    ],
    ['2026-06-30', [delegation], people.leader, 'accepted'],
    ['2026-06-30', [delegation], people.officer, 'authority/delegated'],
    ['2026-07-01', [delegation], people.leader, 'authority/role'],
    ['2026-07-01', [delegation], people.officer, 'accepted'],
    ['2025-12-31', [delegation], people.officer, 'accepted'],
    ['2026-06-30', [{ ...delegation, action: 'accept' }], people.leader, 'authority/role'],
    ['2026-06-30', [{ ...delegation, programme: 'other' }], people.leader, 'authority/role'],
    ['2026-06-30', [{ ...delegation, to: '620821101' }], people.leader, 'authority/role'],
    ['2026-06-30', [{ ...delegation, from: '620822' }], people.leader, 'authority/role'],
    ['2026-06-30', [{ ...delegation, to: '620821100201' }], people.leader, 'authority/role'],
    ['2026-06-30', [{ ...delegation, until: undefined }], people.leader, 'accepted'],
  ];
  it.each(rows)('on %s', (day, delegations, actor, expected) => {
    const outcome = atConfirm().refused({ do: 'confirm.approve', actor }, worldAt(day, { delegations }));
    expect(outcome).toBe(expected);
  });

  it('the event and the letter name the delegation it rests on', () => {
    const world = worldAt('2026-06-30', { delegations: [delegation] });
    const { now } = atConfirm().do({ do: 'confirm.approve', actor: people.leader }, world);
    expect(now.decided?.authority).toEqual({
      basis: 'delegation',
      role: 'leader',
      division: '620821100',
      delegation,
    });
    expect(now.letters[0]?.text.zh).toBe('镇（民发〔2026〕1号） 600.00 2026年6月30日');
  });

  it('of two grants in force the later one is named', () => {
    const later = { ...delegation, effective: '2026-03-01', document: '民发〔2026〕9号' };
    const world = worldAt('2026-06-30', { delegations: [delegation, later] });
    const { now } = atConfirm().do({ do: 'confirm.approve', actor: people.leader }, world);
    expect(now.decided?.authority?.delegation?.document).toBe('民发〔2026〕9号');
  });

  it('a case on the relatives register stays with the county whatever was delegated', () => {
    const world = worldAt('2026-06-30', { delegations: [delegation] });
    const registered = atConfirm().do(
      { do: 'declare-relative', actor: people.clerk, data: { relation: 'cousin' } },
      world,
    );
    expect(registered.refused({ do: 'confirm.approve', actor: people.leader }, world)).toBe('authority/role');
    expect(registered.refused({ do: 'confirm.approve', actor: people.officer }, world)).toBe('accepted');
  });
});

describe('bars that no role lifts', () => {
  it('one who declared a relation may not act any more, and others may', () => {
    const open = new Walk(programme)
      .apply('2026-03-02')
      .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02')
      .do({ do: 'declare-relative', actor: people.first, data: { relation: 'cousin' } }, '2026-03-02');
    expect(open.refused({ do: 'visit.submit', actor: people.first }, '2026-03-03')).toBe('authority/barred');
    expect(open.refused({ do: 'visit.submit', actor: people.second }, '2026-03-03')).toBe('accepted');
    expect(open.now.registers.relatives).toEqual([{ officer: 'first', name: 'first', relation: 'cousin' }]);
  });

  it('one who acted in a separated step may not confirm', () => {
    const both: Actor = { ...people.clerk, grants: [...people.clerk.grants, ...people.officer.grants] };
    expect(atConfirm().refused({ do: 'confirm.approve', actor: both }, '2026-03-12')).toBe(
      'authority/separated',
    );
  });

  it('nobody decides in their own case', () => {
    const self: Actor = { ...people.officer, id: 'applicant' };
    expect(atConfirm().refused({ do: 'confirm.approve', actor: self }, '2026-03-12')).toBe(
      'authority/own-case',
    );
  });
});

describe('stand-ins', () => {
  const world = (day: string, change: Partial<World['standIns'][number]> = {}): World =>
    worldAt(day, {
      standIns: [
        {
          absent: 'officer',
          grants: people.officer.grants,
          substitute: 'clerk-b',
          from: '2026-03-10',
          until: '2026-03-20',
          ...change,
        },
      ],
    });

  it('act under their own name for the other, while it lasts', () => {
    const { now } = atConfirm().do(
      { do: 'confirm.approve', actor: people.clerkElsewhere },
      world('2026-03-12'),
    );
    expect(now.decided?.authority).toEqual({
      basis: 'stand-in',
      role: 'officer',
      division: '620821',
      for: 'officer',
    });
    expect(now.steps.confirm?.signatures[0]?.by.id).toBe('clerk-b');
    const late = atConfirm().refused(
      { do: 'confirm.approve', actor: people.clerkElsewhere },
      world('2026-03-20'),
    );
    expect(late).toBe('authority/role');
  });

  it('are barred with the one for whom they act', () => {
    const barred = atConfirm().do(
      { do: 'declare-relative', actor: people.officer, data: { relation: 'aunt' } },
      '2026-03-11',
    );
    const outcome = barred.refused(
      { do: 'confirm.approve', actor: people.clerkElsewhere },
      world('2026-03-12'),
    );
    expect(outcome).toBe('authority/role');
  });

  it('give no second signature for one who has signed, whichever signs first', () => {
    const lent = worldAt('2026-03-03', {
      standIns: [{ absent: 'first', grants: people.first.grants, substitute: 'clerk-b', from: '2026-03-01' }],
    });
    const open = () =>
      new Walk(programme).apply('2026-03-02').do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
    const own = { do: 'visit.submit', actor: people.first };
    const substitute = { do: 'visit.submit', actor: people.clerkElsewhere };
    expect(open().do(own, lent).refused(substitute, lent)).toBe('step/already-signed');
    expect(open().do(substitute, lent).refused(own, lent)).toBe('step/already-signed');
    expect(
      open()
        .do(substitute, lent)
        .refused({ ...own, actor: people.second }, lent),
    ).toBe('accepted');
  });

  it('do not get round separated duties', () => {
    const lent = worldAt('2026-03-12', {
      standIns: [
        { absent: 'clerk', grants: people.officer.grants, substitute: 'clerk-b', from: '2026-03-01' },
      ],
    });
    expect(atConfirm().refused({ do: 'confirm.approve', actor: people.clerkElsewhere }, lent)).toBe(
      'authority/role',
    );
  });

  it('may not decide the own case of the one for whom they act', () => {
    const lent = worldAt('2026-03-12', {
      standIns: [
        { absent: 'applicant', grants: people.officer.grants, substitute: 'clerk-b', from: '2026-03-01' },
      ],
    });
    expect(atConfirm().refused({ do: 'confirm.approve', actor: people.clerkElsewhere }, lent)).toBe(
      'authority/role',
    );
  });

  it('under a delegation still act by delegation, so that the county samples what they decide', () => {
    const lent = worldAt('2026-06-30', {
      delegations: [delegation],
      standIns: [
        { absent: 'leader', grants: people.leader.grants, substitute: 'clerk-b', from: '2026-03-01' },
      ],
    });
    const { now } = atConfirm().do({ do: 'confirm.approve', actor: people.clerkElsewhere }, lent);
    expect(now.decided?.authority).toMatchObject({
      basis: 'stand-in',
      delegation: { document: '民发〔2026〕1号' },
    });
    expect(flat(scopeOf(programme, now, { now: lent.now })).case).toMatchObject({ delegated: true });
  });
});

describe('signatures', () => {
  const withForm = relief(({ definition }) => {
    const inquiry = definition.steps.find(({ id }) => id === 'inquiry');
    const visit = inquiry?.kind === 'parallel' ? inquiry.branches.visit?.steps[0] : undefined;
    if (visit?.kind === 'task') visit.form = 'application';
  });
  const record = (income: number) => ({ income, members: 3 });
  const open = () =>
    new Walk(withForm).apply('2026-03-02').do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
  const sign = (actor: Actor, income: number) => ({ do: 'visit.submit', actor, data: record(income) });

  it('stand on the record that was signed: a changed one begins anew', () => {
    const changed = open()
      .do(sign(people.first, 90_000), '2026-03-03')
      .do(sign(people.second, 0), '2026-03-03');
    expect(changed.now.steps.visit?.signatures.map(({ by }) => by.id)).toEqual(['second']);
    const agreed = changed.do(sign(people.first, 0), '2026-03-04');
    expect(agreed.now.steps.visit?.leftAt).toBeDefined();
    expect(agreed.now.data.application).toEqual(record(0));
  });

  it('of one who declares a relation afterwards do not count', () => {
    const declared = open()
      .do(sign(people.first, 90_000), '2026-03-03')
      .do({ do: 'declare-relative', actor: people.first, data: { relation: 'cousin' } }, '2026-03-03')
      .do(sign(people.second, 90_000), '2026-03-03');
    expect(declared.now.steps.visit?.leftAt).toBeUndefined();
  });
});

describe('who may extend a clock', () => {
  const extend = (actor: Actor) => ({ do: 'extend.handling', actor, reasons: 'snow' });
  const village: Actor = {
    ...people.clerk,
    id: 'v',
    grants: [{ role: 'committee', division: '620821100201' }],
  };

  it('an officer of the township or the county whom nothing bars', () => {
    const open = new Walk(programme)
      .apply('2026-03-02')
      .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02')
      .do({ do: 'declare-relative', actor: people.first, data: { relation: 'cousin' } }, '2026-03-02');
    expect(open.refused(extend(people.first), '2026-03-03')).toBe('authority/barred');
    expect(open.refused(extend(village), '2026-03-03')).toBe('authority/level');
    expect(open.refused(extend({ ...people.officer, id: 'applicant' }), '2026-03-03')).toBe(
      'authority/own-case',
    );
    expect(open.refused(extend(people.officer), '2026-03-03')).toBe('accepted');
  });
});

it('holders of the role act only when they are among those whom the definition names', () => {
  const named = relief(({ definition }) => {
    const visit = definition.steps
      .flatMap((step) => (step.kind === 'parallel' ? Object.values(step.branches) : []))
      .flatMap(({ steps }) => steps)
      .find(({ id }) => id === 'visit');
    Object.assign(visit ?? {}, { officers: '["second"]' });
  });
  const visiting = new Walk(named)
    .apply('2026-03-02')
    .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02')
    .do({ do: 'verify.answer', actor: people.system, data: { vehicles: 0 } }, '2026-03-02');
  expect(visiting.refused({ do: 'visit.submit', actor: people.first }, '2026-03-03')).toBe(
    'authority/others-named',
  );
  expect(visiting.refused({ do: 'visit.submit', actor: people.second }, '2026-03-03')).toBe('accepted');
  // Whoever stands in for one of them acts for them.
  const standIn = { absent: 'second', substitute: 'first', from: '2026-03-01', grants: people.second.grants };
  const world = worldAt('2026-03-03', { standIns: [standIn] });
  const lent = { ...people.first, grants: [] };
  expect(visiting.refused({ do: 'visit.submit', actor: lent }, world)).toBe('accepted');
});

describe('a delegation up to an amount', () => {
  const small = relief(({ definition }) => {
    const confirm = definition.steps.find(({ id }) => id === 'confirm');
    if (confirm?.kind === 'task' && confirm.delegable) confirm.delegable.amount = 'checks.assess.amount';
  });
  const at = () =>
    new Walk(small)
      .apply('2026-03-02')
      .inquire('2026-03-03')
      .do({ do: 'elapse', timer: 'step:notice:1', actor: people.system }, '2026-03-11');

  // The case is about 600.00 yuan: three times 500 less 300.
  it.each([
    [60_000, people.leader, 'accepted'],
    [60_000, people.officer, 'authority/delegated'],
    [59_999, people.leader, 'authority/role'],
    [59_999, people.officer, 'accepted'],
    [undefined, people.leader, 'accepted'],
  ])('of %s fen', (limit, actor, expected) => {
    const world = worldAt('2026-03-12', { delegations: [{ ...delegation, limit }] });
    expect(at().refused({ do: 'confirm.approve', actor }, world)).toBe(expected);
  });

  it('the wider of two holds where the narrower does not reach', () => {
    const narrow = { ...delegation, limit: 10_000, effective: '2026-03-01', document: 'narrow' };
    const world = worldAt('2026-03-12', { delegations: [narrow, { ...delegation, limit: 100_000 }] });
    const { now } = at().do({ do: 'confirm.approve', actor: people.leader }, world);
    expect(now.decided?.authority?.delegation?.document).toBe(delegation.document);
  });
});

describe('stand-ins of stand-ins', () => {
  const lend = (absent: Actor, substitute: string): World['standIns'][number] => ({
    absent: absent.id,
    grants: absent.grants,
    substitute,
    from: '2026-01-01',
  });
  const nobody: Actor = { id: 'third', kind: 'officer', name: 'third', grants: [] };

  it('act for the one at the end of the chain', () => {
    const standIns = [lend(people.officer, 'second'), lend({ ...nobody, id: 'second' }, 'third')];
    const { now } = atConfirm().do(
      { do: 'confirm.approve', actor: nobody },
      worldAt('2026-03-12', { standIns }),
    );
    expect(now.decided?.authority).toMatchObject({ basis: 'stand-in', for: 'officer' });
  });

  it('who stand in for each other end the search', () => {
    const standIns = [lend({ ...nobody, id: 'second' }, 'third'), lend(nobody, 'second')];
    const refused = atConfirm().refused(
      { do: 'confirm.approve', actor: nobody },
      worldAt('2026-03-12', { standIns }),
    );
    expect(refused).toBe('authority/role');
  });
});
