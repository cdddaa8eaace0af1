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
        events: { stop: { title: 'stop', to: 'denied', role: 'clerk' } },
        ...how,
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

  it.each([
    ['a text', { until: '"soon"' }],
    ['a day that no month has', { until: '"2026-02-30"' }],
    ['a time of day', { until: '"2026-03-05T10:00:00"' }],
    ['nothing, where nothing else ends it', { until: 'application.gone', events: undefined }],
  ])('until %s is not begun', (_what, how) => {
    expect(() => waiting(how)).toThrow('clock/invalid-date');
  });

  it('keeps what another case sends as a form, where its event has one', () => {
    const told = { title: 'told', to: 'approved', role: 'case', form: 'paper' };
    const office = waiting({ events: { told, heard: { ...told, form: undefined } } });
    const from = { case: 'case-9', number: '0009' };
    office.do('rest.told', people.system, { data: { amount: 5, from } });
    expect(office.of().data.paper).toEqual({ amount: 5 });
    expect(office.events.get('case-1')?.find(({ type }) => type === 'rest.told')).toMatchObject({
      form: 'paper',
      detail: { from },
    });
    const other = waiting({ events: { heard: { ...told, form: undefined } } });
    other.do('rest.heard', people.system, { data: { amount: 5, from } });
    expect(other.of().data).not.toHaveProperty('paper');
  });

  it('ends early by an event of whoever may raise it', () => {
    const office = waiting({ until: 'application.from' });
    expect(office.try('rest.stop', people.applicant)).toBe('authority/role');
    expect(office.try('rest.stop', people.clerkElsewhere)).toBe('authority/jurisdiction');
    office.do('rest.stop', people.clerk);
    expect(office.of().decided?.outcome).toBe('denied');
  });

  it('is ended by no officer who is barred from the case, or whose own case it is', () => {
    const office = waiting({});
    office.do('declare-relative', people.clerk, { data: { relation: 'cousin' } });
    expect(office.try('rest.stop', people.clerk)).toBe('authority/barred');
    expect(office.try('rest.stop', { ...people.clerk, id: 'applicant' })).toBe('authority/own-case');
    expect(office.try('rest.stop', { ...people.clerk, id: 'colleague' })).toBe('accepted');
  });
});
