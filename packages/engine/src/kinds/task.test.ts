import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, worldAt } from '../fixtures/relief.ts';
import { Office, small, task } from '../fixtures/small.ts';
import { type Actor, activeSteps, offered, replay } from '../index.ts';

const colleague: Actor = { ...people.clerk, id: 'colleague', name: 'colleague' };
const expert: Actor = { ...people.officer, id: 'expert', name: 'expert' };

const decide = (more: object = {}, outcomes: object = {}): ExpandedStep =>
  ({
    ...task('decide', { approve: 'approved' }),
    outcomes: {
      approve: { title: 'approve', to: 'approved', decides: 'approved' },
      deny: { title: 'deny', to: 'denied', decides: 'denied', form: 'paper', reasons: 'required' },
      ...outcomes,
    },
    ...more,
  }) as ExpandedStep;

const adding = (position: string) => ({ data: { officer: 'expert', name: 'expert', position } });

describe('a signer who is not waited for any more', () => {
  it.each<[how: string, what: string, actor: Actor, data: Record<string, string>]>([
    ['is removed', 'remove-signer', people.clerk, { officer: 'expert' }],
    ['stands back as a relative', 'declare-relative', expert, { relation: 'cousin' }],
  ])('%s: whoever has signed leaves the step by signing again', (_how, what, actor, data) => {
    const office = new Office(small([decide()])).open();
    office.do('add-signer', people.clerk, adding('beside')).do('decide.approve', people.clerk);
    expect(office.try('decide.approve', people.clerk)).toBe('step/already-signed');
    office.do(what, actor, { data });
    const offer = offered(office.programme, office.of(), people.clerk, worldAt('2026-03-02'));
    expect(offer.find(({ do: one }) => one === 'decide.approve')?.may).toBe(true);
    office.do('decide.approve', people.clerk);
    expect(office.of()).toMatchObject({ status: 'ended', decided: { outcome: 'approved', by: 'clerk' } });
    expect(replay(office.programme, office.events.get('case-1') ?? [])).toEqual(office.of());
  });
});

describe('several signers', () => {
  it('who choose another outcome bring the form of that one', () => {
    const office = new Office(small([decide({ by: 2 })])).open();
    office.do('decide.approve', people.clerk);
    office.do('decide.deny', colleague, { reasons: 'r' });
    // Without data the form is judged as an empty one, which a real form refuses.
    expect(office.events.get('case-1')?.at(-1)).toMatchObject({ form: 'paper', data: {} });
    // It is there now, and who comes round to it confirms it.
    office.do('decide.deny', people.clerk, { reasons: 'r' });
    expect(office.events.get('case-1')?.at(-1)).not.toHaveProperty('form');
    expect(office.of()).toMatchObject({ status: 'ended', data: { paper: {} } });
  });

  it('undo a decision only when all of them have', () => {
    const again = task('again', { undo: 'decide', leave: 'approved' }, { by: 2 });
    if (again.kind === 'task' && again.outcomes.undo) again.outcomes.undo.reopens = true;
    const approve = { title: 'approve', to: 'again', decides: 'approved' };
    const office = new Office(small([decide({}, { approve }), again])).open();
    office.do('decide.approve', people.clerk).do('again.undo', people.clerk);
    expect(office.of().decided?.outcome).toBe('approved');
    expect(office.try('withdraw', people.applicant)).toBe('case/decided');
    office.do('again.undo', colleague);
    expect(activeSteps(office.programme, office.of())).toEqual(['decide']);
    expect(office.of().decided).toBeNull();
  });
});

it('a decision is that of the office that holds the task, whoever signs last', () => {
  const step = decide({ role: 'officer', level: 'county', delegable: { level: 'township', role: 'leader' } });
  const office = new Office(small([step]));
  const delegation = {
    programme: 'relief',
    action: 'decide',
    from: '620821',
    to: '620821100',
    effective: '2026-01-01',
    document: '县政发〔2026〕1号',
  };
  office.world = (now) => worldAt(now, { delegations: [delegation] });
  office.open().do('add-signer', people.leader, adding('after'));
  office.do('decide.approve', people.leader, { reasons: 'below the line' });
  office.do('decide.approve', expert, { reasons: 'agreed' });
  expect(office.of().decided).toMatchObject({
    outcome: 'approved',
    by: 'leader',
    reasons: 'below the line',
    authority: { basis: 'delegation', role: 'leader', division: '620821100', delegation },
  });
});
