import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people } from './fixtures/relief.ts';
import { Office, small } from './fixtures/small.ts';
import { activeSteps } from './index.ts';

const programme = small([
  {
    id: 'tell',
    kind: 'effect',
    title: 'tell',
    when: 'application.tells != null',
    effects: [{ send: { to: 'application.tells', event: 'listen.news', data: { score: '90' } } }],
    next: 'listen',
  },
  {
    id: 'listen',
    kind: 'wait',
    title: 'listen',
    events: { news: { title: 'news', to: 'approved', role: 'case' } },
    next: 'denied',
  },
] as ExpandedStep[]);

describe('an event that one case sends to another', () => {
  it('arrives where it is waited for, and says who sent it', () => {
    const office = new Office(programme).open({}, 'case-2').open({ tells: ['case-2'] });
    expect(office.of('case-2').status).toBe('ended');
    expect(office.events.get('case-2')?.at(-1)).toMatchObject({
      type: 'listen.news',
      by: { kind: 'system' },
      data: { score: 90 },
      detail: { from: { case: 'case-1', number: '0001' } },
    });
    expect(activeSteps(programme, office.of('case-1'))).toEqual(['listen']);
  });

  it('cannot be given by a person', () => {
    const office = new Office(programme).open();
    expect(office.try('listen.news', people.officer)).toBe('step/unknown-outcome');
    expect(office.try('listen.other', people.system)).toBe('step/unknown-outcome');
  });
});
