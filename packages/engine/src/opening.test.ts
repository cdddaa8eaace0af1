import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, VILLAGE, worldAt } from './fixtures/relief.ts';
import { end, Office, small, task } from './fixtures/small.ts';
import { type Actor, type Command, decide, type Opening } from './index.ts';

const hazards = {
  id: 'hazards',
  kind: 'each',
  title: 'hazards',
  items: 'application.hazards',
  steps: [task('mend', { done: 'mended' }, { role: 'applicant' }), { ...end('approved'), id: 'mended' }],
  join: 'all',
  next: 'approved',
} as ExpandedStep;
const programme = small([hazards]);
const opened = (what: string, actor: Actor, open: Partial<Opening>) => {
  const command: Command = {
    do: what,
    actor,
    open: { id: 'case-1', number: '0001', division: VILLAGE, ...open },
  };
  return decide(programme, undefined, command, worldAt('2026-03-02'));
};

/** What only a case that opens by itself can say of itself. */
const claims: Partial<Opening> = {
  item: { amount: 1 },
  applicant: { id: 'other', kind: 'applicant', name: 'somebody else' },
  parent: { case: 'case-0', number: '0000', step: 'hazards', index: 1 },
  schedule: { id: 'yearly', due: '2026-03-02', late: false },
};

describe('whoever opens a case', () => {
  it('says nothing of it but its number and its division', () => {
    const found = opened('begin', people.applicant, claims);
    if (!found.ok) throw new Error(found.problems[0]?.code);
    expect(found.state.applicant).toMatchObject({ id: 'applicant' });
    for (const claim of ['item', 'parent', 'schedule']) expect(found.state).not.toHaveProperty(claim);
    expect(Object.keys(found.events[0]?.detail?.open ?? {}).sort()).toEqual([
      'definition',
      'division',
      'number',
      'programme',
    ]);
  });

  it('opens no case of an item', () => {
    const found = opened('mend', people.applicant, { ...claims, procedure: 'hazards' });
    expect(found).toMatchObject({ ok: false, problems: [{ code: 'case/not-open' }] });
  });
});

describe('a case that opens by itself', () => {
  it('lies in a division', () => {
    for (const division of ['', 'abc', 'constructor', '62082110020x']) {
      expect(opened('open', people.system, { division })).toMatchObject({
        ok: false,
        problems: [{ code: 'division/invalid' }],
      });
    }
    expect(opened('open', people.system, { division: '620821' }).ok).toBe(true);
  });

  it('for an item lies where the item says, if it says a division', () => {
    const data = {
      hazards: [{ division: '620821100202' }, { division: 'next to the' }, { division: '----------..' }],
    };
    const office = new Office(programme).open(data);
    const divisions = [1, 2, 3].map((index) => office.of(`case-1~hazards~1~${index}`).division);
    expect(divisions).toEqual(['620821100202', VILLAGE, VILLAGE]);
  });
});
