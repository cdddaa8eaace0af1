import { describe, expect, it } from 'vitest';
import { people, worldAt } from '../fixtures/relief.ts';
import { Office, small, task } from '../fixtures/small.ts';
import { type Actor, activeSteps } from '../index.ts';

const officer = (id: string): Actor => ({ ...people.officer, id, name: id });
const decide = task('decide', { go: 'approved', more: 'check' }, { role: 'officer', level: 'county', by: 2 });
const check = task('check', { ok: 'approved' });
if (decide.kind === 'task' && decide.outcomes.go) decide.outcomes.go.decides = 'approved';

const decided = (reopen?: { to: string }) =>
  new Office(
    small([decide, check], (definition) => {
      if (reopen) definition.operations = { reopen };
    }),
  )
    .open()
    .do('decide.go', officer('one'))
    .do('decide.go', officer('two'));

const to = (step?: string) => ({ reasons: 'appeal', ...(step === undefined ? {} : { data: { to: step } }) });

describe('a case is reopened', () => {
  it('by nobody who signed the decision, the first of several included', () => {
    const office = decided();
    expect(office.try('reopen', officer('one'), to())).toBe('authority/separated');
    expect(office.try('reopen', officer('two'), to())).toBe('authority/separated');
    expect(office.try('reopen', officer('three'), to())).toBe('accepted');
  });

  it('by nobody for whom somebody signed', () => {
    const office = new Office(small([decide, check]));
    const grants = people.officer.grants;
    const lent = { absent: 'one', grants, substitute: 'stand-in', from: '2026-01-01' };
    office.world = (now) => worldAt(now, { standIns: [lent] });
    office
      .open()
      .do('decide.go', { ...officer('stand-in'), grants: [] })
      .do('decide.go', officer('two'));
    expect(office.try('reopen', officer('one'), to())).toBe('authority/separated');
  });

  it('in a step that it has been through, or in the one that the definition names', () => {
    expect(decided().try('reopen', officer('three'), to('check'))).toBe('operation/target');
    const named = decided({ to: 'check' }).do('reopen', officer('three'), to());
    expect(activeSteps(named.programme, named.of())).toEqual(['check']);
  });
});
