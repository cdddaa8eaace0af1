import type { ExpandedStep } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, VILLAGE, worldAt } from '../fixtures/relief.ts';
import { small } from '../fixtures/small.ts';
import { decide } from '../index.ts';

const drawing = (share: string) => {
  const lot = { id: 'lot', kind: 'draw', title: 'lot', share, chosen: 'approved', rest: 'denied' };
  const open = { id: 'case-1', number: '0001', division: VILLAGE };
  const command = { do: 'begin', actor: people.applicant, data: { share: '0.3' }, open };
  return decide(small([lot as ExpandedStep]), undefined, command, worldAt('2026-03-02'));
};

describe('a draw', () => {
  it.each(['parameters.gone', 'application.share', 'null'])('needs a share that is known: %s', (share) => {
    expect(drawing(share)).toMatchObject({ ok: false, problems: [{ code: 'select/no-number' }] });
  });

  it.each([
    ['0', 'denied'],
    ['1', 'approved'],
  ])('of a share of %s: %s', (share, outcome) => {
    expect(drawing(share)).toMatchObject({ ok: true, state: { decided: { outcome } } });
  });
});
