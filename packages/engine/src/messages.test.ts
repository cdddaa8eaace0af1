import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people } from './fixtures/relief.ts';
import { end, Office, small, task } from './fixtures/small.ts';
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

describe('a case that is no longer waited for', () => {
  const hazards = {
    id: 'hazards',
    kind: 'each',
    title: 'hazards',
    items: 'application.hazards',
    steps: [task('mend', { done: 'mended' }), { ...end('approved'), id: 'mended' }],
    join: 'any',
    next: 'close',
  } as ExpandedStep;
  const cancels = (office: Office) => office.sent.filter(({ command }) => command.do === 'cancel');

  it('is called off once, whatever else is decided at the same instant', () => {
    const steps = [hazards, task('close', { ok: 'look' }), task('look', { ok: 'approved' })];
    const office = new Office(small(steps)).open({ hazards: ['roof', 'exit', 'stairs'] });
    office.do('mend.done', people.clerk, { case: 'case-1~hazards~1~1' });
    expect(cancels(office).map(({ case: id }) => id)).toEqual(['case-1~hazards~1~2', 'case-1~hazards~1~3']);
    office.do('close.ok', people.clerk).do('look.ok', people.clerk);
    expect(cancels(office)).toHaveLength(2);
  });

  it('is called off when others have ended the parallel around it', () => {
    const both = {
      id: 'both',
      kind: 'parallel',
      title: 'both',
      join: 'any',
      branches: {
        items: { title: 'items', steps: [{ ...hazards, join: 'all', next: 'done' }] },
        desk: { title: 'desk', steps: [task('read', { ok: 'done' })] },
      },
      next: 'look',
    } as ExpandedStep;
    const office = new Office(small([both, task('look', { ok: 'approved' })])).open({ hazards: ['roof'] });
    office.do('read.ok', people.clerk);
    expect(cancels(office)).toHaveLength(1);
    office.do('look.ok', people.clerk);
    expect(cancels(office)).toHaveLength(1);
  });
});
