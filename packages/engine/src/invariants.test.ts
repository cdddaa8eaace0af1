/** A definition may forget a condition; what must hold of every case is then still guarded. */
import type { Invariant } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, relief, VILLAGE, worldAt } from './fixtures/relief.ts';
import { decide, type Programme } from './index.ts';

const withInvariant = (that: string) => {
  const invariant: Invariant = { id: 'held', title: '必须成立', that };
  return relief(({ definition }) => {
    definition.invariants = [invariant];
  });
};

const open = { id: 'case-1', number: '1', division: VILLAGE };
const applied = (programme: Programme) =>
  decide(
    programme,
    undefined,
    { do: 'apply', actor: people.applicant, data: { income: 0, members: 3 }, open },
    worldAt('2026-03-02'),
  );

describe('an invariant', () => {
  it.each([
    'count(letters) = 0',
    'count(notices) = 0',
    'decider = null',
    'signers.apply = ["applicant"]',
    'list contains(passed, "apply")',
  ])('that holds refuses nothing: %s', (that) => {
    expect(applied(withInvariant(that))).toMatchObject({ ok: true });
  });

  it.each(['list contains(passed, "nowhere")', 'application.members < 3', 'application.nothing > 1'])(
    'that is false or unknown afterwards refuses the command: %s',
    (that) => {
      expect(applied(withInvariant(that))).toMatchObject({
        ok: false,
        problems: [{ code: 'case/invariant', params: { invariant: 'held', title: '必须成立' } }],
      });
    },
  );

  it('that was broken before lets the case go on', () => {
    const kept = withInvariant('case.complaints < 1');
    const begun = applied(kept);
    if (!begun.ok) throw new Error('not begun');
    const command = { do: 'complain', actor: people.applicant, reasons: 'x' };
    const first = decide(kept, begun.state, command, worldAt('2026-03-03'));
    expect(first).toMatchObject({ ok: false, problems: [{ code: 'case/invariant' }] });
    const broken = { ...begun.state, complaints: 1 };
    expect(decide(kept, broken, command, worldAt('2026-03-03'))).toMatchObject({ ok: true });
  });
});
