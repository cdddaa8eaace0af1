import type { ExpandedStep, OperationRule } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, VILLAGE, worldAt } from '../fixtures/relief.ts';
import { end, Office, small, task } from '../fixtures/small.ts';
import { type Actor, activeSteps, clocks, type OperationId, offered, timers } from '../index.ts';

const colleague: Actor = { ...people.clerk, id: 'colleague', name: 'colleague' };
const county: Actor = people.officer;

const steps = [
  task('check', { go: 'decide' }),
  {
    ...task('decide', { approve: 'approved', deny: 'denied' }, { form: 'paper' }),
    'separate-from': ['check'],
  },
] as ExpandedStep[];

/** A case that stands at `decide`; `rules` narrows operations. */
function at(rules: Partial<Record<OperationId, OperationRule>> = {}, more: object = {}): Office {
  const programme = small(steps, (definition) => {
    definition.operations = rules;
    definition.clocks = {
      handling: {
        title: 'handling',
        limit: { days: 10, unit: 'working-day' },
        extension: { days: 5, unit: 'working-day' },
        starts: ['begin.submit'],
        stops: ['decide.approve', 'decide.deny'],
      },
    };
    Object.assign(definition, more);
  });
  return new Office(programme).open().do('check.go', people.clerk);
}

const because = { reasons: 'because' };

describe('what an operation refuses', () => {
  it.each<[code: string, what: string, actor: Actor, data: Record<string, string | number> | undefined]>([
    ['operation/needs', 'transfer', colleague, undefined],
    ['operation/needs', 'transfer', colleague, { to: 'x' }],
    ['operation/needs', 'ask', colleague, { question: '  ' }],
    ['operation/same-officer', 'transfer', colleague, { to: 'colleague', name: 'x' }],
    ['operation/barred-officer', 'transfer', colleague, { to: 'clerk', name: 'acted in check' }],
    [
      'operation/barred-officer',
      'add-signer',
      colleague,
      { officer: 'applicant', name: 'x', position: 'after' },
    ],
    ['operation/position', 'add-signer', colleague, { officer: 'x', name: 'x', position: 'above' }],
    [
      'operation/same-officer',
      'add-signer',
      colleague,
      { officer: 'colleague', name: 'x', position: 'after' },
    ],
    ['operation/no-task', 'remove-signer', colleague, { officer: 'x' }],
    ['operation/target', 'return', colleague, { to: 'decide' }],
    ['operation/target', 'return', colleague, { to: 'constructor' }],
    ['operation/no-question', 'reply', people.applicant, { answer: 'x' }],
    ['case/not-suspended', 'resume', colleague, undefined],
    ['case/not-ended', 'reopen', county, { to: 'check' }],
    ['authority/separated', 'ask', people.clerk, { question: '?' }],
    ['authority/applicant', 'withdraw', people.other, undefined],
    ['authority/role', 'copy', people.other, { to: 'x', name: 'x' }],
    ['authority/level', 'reopen', colleague, undefined],
    ['clock/unknown', 'extend.other', colleague, undefined],
    ['step/reasons-required', 'suspend', colleague, undefined],
  ])('%s: %s', (code, what, actor, data) => {
    const reasons = code === 'step/reasons-required' ? {} : because;
    expect(at().try(what, actor, { ...reasons, ...(data ? { data } : {}) })).toBe(code);
  });

  it('a step of several signers is not handed over', () => {
    const two = task('decide', { approve: 'approved' }, { by: 2 });
    const office = new Office(small([task('check', { go: 'decide' }), two]))
      .open()
      .do('check.go', people.clerk);
    const data = { to: 'x', name: 'x' };
    expect(office.try('transfer', colleague, { data })).toBe('operation/several');
  });

  it('nothing can be returned from the first task', () => {
    const programme = small(steps, (definition) => {
      definition.start = 'check';
    });
    const open = { id: 'case-1', number: '1', division: VILLAGE };
    const office = new Office(programme).do('open', people.system, { open });
    expect(office.try('return', people.clerk, { ...because, data: { to: 'check' } })).toBe(
      'operation/no-target',
    );
  });
});

describe('a definition', () => {
  const urged = (rule: OperationRule, ...days: string[]) => {
    const office = at({ urge: rule });
    return days.map((day) => {
      office.now = day;
      return office.try('urge', people.applicant);
    });
  };

  it('forbids an operation in words of its own', () => {
    const office = at({ withdraw: { forbid: true, refused: 'an inspection is not withdrawn' } });
    expect(office.try('withdraw', people.applicant)).toBe('operation/forbidden');
    const offer = offered(office.programme, office.of(), people.applicant, worldAt('2026-03-02')).find(
      ({ do: what }) => what === 'withdraw',
    );
    expect(offer?.problem?.detail).toContain('an inspection is not withdrawn');
  });

  it('leaves it to roles', () => {
    const office = at({ suspend: { roles: ['officer'] } });
    expect(office.try('suspend', colleague, because)).toBe('operation/role');
    expect(office.try('suspend', county, because)).toBe('accepted');
  });

  it('ties it to a condition', () => {
    const office = at({ 'report-change': { when: 'case.complaints > 0', refused: 'nobody complained' } });
    expect(office.try('report-change', people.applicant, because)).toBe('operation/not-now');
    office.do('complain', people.other, because);
    expect(office.try('report-change', people.applicant, because)).toBe('accepted');
  });

  it('limits how often and how soon again', () => {
    expect(
      urged({ every: { days: 3, unit: 'working-day' } }, '2026-03-02', '2026-03-04', '2026-03-05'),
    ).toEqual(['accepted', 'operation/too-soon', 'accepted']);
    expect(urged({ max: 1 }, '2026-03-02', '2026-03-20')).toEqual(['accepted', 'operation/too-often']);
  });

  it('says where a return leads', () => {
    const office = at({ return: { to: 'check' } });
    office.do('return', colleague, because);
    expect(activeSteps(office.programme, office.of())).toEqual(['check']);
  });
});

describe('a task that was handed over', () => {
  it('is done by the one to whom it was handed and by nobody else, until it is handed over again', () => {
    const office = at().do('transfer', colleague, { data: { to: 'third', name: 'third' } });
    const third = { ...colleague, id: 'third' };
    expect(office.try('decide.approve', colleague, { data: {} })).toBe('authority/assigned');
    expect(office.try('decide.approve', { ...third, grants: [] }, { data: {} })).toBe('authority/role');
    expect(office.try('decide.approve', third, { data: {} })).toBe('accepted');
  });

  it('is free again in the next round', () => {
    const office = at().do('transfer', colleague, { data: { to: 'third', name: 'third' } });
    office.do('return', colleague, { ...because, data: { to: 'check' } });
    office.do('check.go', people.clerk);
    expect(office.try('decide.approve', colleague, { data: {} })).toBe('accepted');
  });
});

describe('added signers', () => {
  const expert: Actor = { id: 'expert', kind: 'officer', name: 'expert', grants: [] };
  const with_ = (position: string) =>
    at().do('add-signer', colleague, { data: { officer: 'expert', name: 'expert', position } });
  const approve = { data: {} };

  it('sign before, after or beside, and the case waits for them', () => {
    const before = with_('before');
    expect(before.try('decide.approve', colleague, approve)).toBe('step/signer-order');
    before.do('decide.approve', expert, approve).do('decide.approve', colleague, approve);
    expect(before.of().decided?.outcome).toBe('approved');

    const after = with_('after');
    expect(after.try('decide.approve', expert, approve)).toBe('step/signer-order');
    after.do('decide.approve', colleague, approve);
    expect(after.of().status).toBe('active');
    after.do('decide.approve', expert, approve);
    expect(after.of().status).toBe('ended');
  });

  it('who disagree may change their mind, and then it goes on', () => {
    const office = with_('beside')
      .do('decide.deny', expert, approve)
      .do('decide.approve', colleague, approve);
    expect(office.of().status).toBe('active');
    expect(office.try('decide.deny', expert, approve)).toBe('step/already-signed');
    office.do('decide.approve', expert, approve);
    expect(office.of().status).toBe('ended');
    expect(office.of().steps.decide?.signatures.map(({ by, outcome }) => [by.id, outcome])).toEqual([
      ['colleague', 'approve'],
      ['expert', 'approve'],
    ]);
  });

  it('can be removed until they have signed', () => {
    const office = with_('before');
    expect(office.try('remove-signer', colleague, { data: { officer: 'nobody' } })).toBe(
      'operation/no-signer',
    );
    office.do('remove-signer', colleague, { data: { officer: 'expert' } });
    office.do('decide.approve', colleague, approve);
    expect(office.of().status).toBe('ended');
  });

  it('are told as such in what they sign', () => {
    const office = with_('before').do('decide.approve', expert, approve);
    expect(office.events.get('case-1')?.at(-1)?.authority).toMatchObject({ basis: 'added-signer' });
  });
});

describe('a question to the applicant', () => {
  it('leaves the task where it is, and the clocks that the definition names stand until it is answered', () => {
    const office = at({ ask: { pauses: ['handling'] } });
    office.do('ask', colleague, { data: { question: 'which income?' } });
    expect(activeSteps(office.programme, office.of())).toEqual(['decide']);
    expect(office.of().steps.decide?.rounds).toBe(1);
    expect(office.try('reply', people.applicant, { data: { question: 7, answer: 'x' } })).toBe(
      'operation/unknown-question',
    );
    office.now = '2026-03-05';
    office.do('reply', people.applicant, { data: { answer: 'wages' } });
    expect(office.of().questions).toMatchObject([{ question: 'which income?', answer: 'wages' }]);
    const [clock] = clocks(
      office.programme,
      office.of(),
      worldAt('2026-03-05').calendar,
      '2026-03-05T01:00:00Z',
    );
    // Ten working days from 2 March, of which 3, 4 and 5 March do not count.
    expect(clock).toMatchObject({ state: 'running', due: '2026-03-19' });
  });

  it('no longer holds a clock when the task has been left', () => {
    const office = at({ ask: { pauses: ['handling'] } });
    office.do('ask', colleague, { data: { question: '?' } });
    office.now = '2026-03-04';
    office.do('return', colleague, { ...because, data: { to: 'check' } });
    expect(office.of().clocks.handling?.pauses).toEqual([
      { from: '2026-03-02', to: '2026-03-04', step: 'decide', cause: 'ask' },
    ]);
  });
});

describe('a suspended case', () => {
  it('does nothing, loses nothing, and its clocks stand', () => {
    const office = at().do('suspend', colleague, because);
    const { calendar } = worldAt('2026-03-02');
    expect(timers(office.programme, office.of(), calendar)).toEqual([]);
    expect(office.try('decide.approve', colleague, { data: {} })).toBe('case/suspended');
    office.now = '2026-03-06';
    office.do('resume', colleague);
    const [clock] = clocks(office.programme, office.of(), calendar, '2026-03-06T01:00:00Z');
    // Ten working days from 2 March, of which 3 to 6 March do not count.
    expect(clock?.due).toBe('2026-03-20');
    expect(office.try('decide.approve', colleague, { data: {} })).toBe('accepted');
  });

  it('books the answer of a system and goes on from it when it is resumed', () => {
    const asking = [
      {
        id: 'ask-bank',
        kind: 'check',
        title: 'bank',
        connector: 'bank',
        request: {},
        pass: 'approved',
        fail: 'denied',
        unknown: 'denied',
      },
    ] as unknown as ExpandedStep[];
    const office = new Office(small([...asking, end('lapsed')])).open();
    office.do('suspend', people.clerk, because);
    office.do('ask-bank.answer', people.system, { data: {} });
    expect(office.of().value).toBe('approved');
  });
});

describe('a case that has ended', () => {
  const ended = () => at().do('decide.deny', colleague, { data: {} });

  it('is decided again by another officer of the county, in the step in which it was decided', () => {
    const office = ended();
    expect(office.try('reopen', { ...county, id: 'colleague' }, because)).toBe('authority/separated');
    office.do('reopen', county, because);
    expect(activeSteps(office.programme, office.of())).toEqual(['decide']);
    expect(office.of()).toMatchObject({ status: 'active', decided: null });
    office.do('decide.approve', colleague, { data: {} });
    expect(office.of().decided?.outcome).toBe('approved');
    expect(office.events.get('case-1')?.filter(({ type }) => type.startsWith('decide.'))).toHaveLength(2);
  });

  it('hears of changes, and of nothing else', () => {
    const office = ended().do('report-change', people.applicant, because);
    expect(office.of().changes).toMatchObject([{ text: 'because', by: { id: 'applicant' } }]);
    expect(office.try('complain', people.other, because)).toBe('case/ended');
    expect(office.try('withdraw', people.applicant)).toBe('case/ended');
  });
});
