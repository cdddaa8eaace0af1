import type { ScenarioSource } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { relocated } from './relocate.ts';
import type { Scenario } from './scenario.ts';

const source = (value: Scenario): ScenarioSource => ({ file: 'a.yaml', value, line: () => 1 });

describe('a scenario on another day', () => {
  // From 10 March 2025 to 9 April 2026: 395 days, 13 months and one year later.
  const { value } = relocated(
    source({
      scenario: 'a',
      programme: 'p',
      clock: '2025-03-10T09:30:00+08:00',
      actors: { clerk: { role: 'clerk', division: '620821100' } },
      given: {
        data: {
          application: {
            birth: '1990-05-06',
            since: '2025-03-01',
            month: '2025-02',
            year: 2024,
            until: '2025-06-10',
          },
        },
      },
      steps: [
        { do: 'apply', as: 'applicant', data: { on: '2025-03-10' } },
        { do: 'accept', as: 'clerk', refused: 'authority/role' },
        { until: '2025-03-20' },
        { do: 'visit', as: 'clerk', case: 'yearly/F1/2025-03-12' },
        { expect: { outcome: 'approved', award: null } },
        { expect: { step: 'accept' } },
      ],
    } as unknown as Scenario),
    { date: '2026-04-09', cast: { clerk: { id: 'c', name: '丙' } } },
  );

  it('has its dates, months and years moved, those of before it began to matter left alone', () => {
    expect(value.clock).toBe('2026-04-09T09:30:00+08:00');
    expect(value.given?.data?.application).toEqual({
      birth: '1990-05-06',
      since: '2026-03-31',
      month: '2026-03',
      year: 2025,
      until: '2026-07-10',
    });
  });

  it('keeps what is done and how it ends, and leaves out what was worked out for the old dates', () => {
    expect(value.steps).toEqual([
      { do: 'apply', as: 'applicant', data: { on: '2026-04-09' } },
      { until: '2026-04-19' },
      { do: 'visit', as: 'clerk', case: 'yearly/F1/2026-04-11' },
      { expect: { outcome: 'approved' } },
    ]);
  });

  it('is played by others', () => {
    expect(value.actors).toEqual({ clerk: { id: 'c', name: '丙' } });
  });
});
