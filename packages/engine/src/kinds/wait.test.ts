import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, worldAt } from '../fixtures/relief.ts';
import { Office, small } from '../fixtures/small.ts';
import { timers } from '../index.ts';

const waiting = (how: object) =>
  new Office(
    small([
      {
        id: 'rest',
        kind: 'wait',
        title: 'rest',
        ...how,
        events: { stop: { title: 'stop', to: 'denied', role: 'clerk' } },
        next: 'approved',
      } as ExpandedStep,
    ]),
  ).open({ from: '2026-03-05' });

const due = (office: Office) => timers(office.programme, office.of(), worldAt('2026-03-02').calendar)[0]?.due;

describe('a wait', () => {
  // It is entered on Monday 2 March; a day in China begins at 16:00 UTC of the day before.
  it.each([
    [{ for: { days: 7, unit: 'calendar-day' } }, '2026-03-09T16:00:00.000Z'],
    [{ for: { days: 7, unit: 'working-day' } }, '2026-03-11T16:00:00.000Z'],
    [{ until: 'application.from' }, '2026-03-04T16:00:00.000Z'],
    [{ for: { days: 7, unit: 'calendar-day' }, until: 'application.from' }, '2026-03-04T16:00:00.000Z'],
    [{ for: { days: 1, unit: 'calendar-day' }, until: 'application.from' }, '2026-03-03T16:00:00.000Z'],
    [{ for: { days: 'application.days', unit: 'calendar-day' }, until: 'null' }, 'clock/no-period'],
    [{}, undefined],
  ])('%j is over at %s', (how, end) => {
    if (end === 'clock/no-period') expect(() => waiting(how)).toThrow(end);
    else expect(due(waiting(how))).toBe(end);
  });

  it('ends early by an event of whoever may raise it', () => {
    const office = waiting({ until: 'application.from' });
    expect(office.try('rest.stop', people.applicant)).toBe('authority/role');
    expect(office.try('rest.stop', people.clerkElsewhere)).toBe('authority/jurisdiction');
    office.do('rest.stop', people.clerk);
    expect(office.of().decided?.outcome).toBe('denied');
  });
});
