import { describe, expect, it } from 'vitest';
import { people, worldAt } from './fixtures/relief.ts';
import { Office, small, task } from './fixtures/small.ts';
import { offered } from './index.ts';

describe('what a definition cannot say is the reason of one offer, and of the refusal, and hides no other', () => {
  const open = (days: number | string, on: string) => {
    const programme = small([task('look', { ok: 'approved' })], (definition) => {
      definition.operations = { urge: { every: { days, unit: 'working-day' } } };
    });
    const office = new Office(programme);
    office.now = on;
    return office.open().do('urge', people.applicant);
  };

  it.each([
    ['a length that is none', 'application.days', '2026-03-02', 'clock/no-period'],
    // The days off of 2027 are published at the end of 2026.
    ['a year whose days off nobody knows', 20, '2026-12-21', 'clock/unknown-year'],
  ])('%s', (_what, days, on, code) => {
    const office = open(days, on);
    const offers = offered(office.programme, office.of(), people.applicant, worldAt(on));
    expect(offers.find(({ do: what }) => what === 'urge')).toMatchObject({ may: false, problem: { code } });
    expect(offers.find(({ do: what }) => what === 'withdraw')).toMatchObject({ may: true });
    expect(office.try('urge', people.applicant)).toBe(code);
  });
});
