/** What is not asked again must be something whose answer cannot have changed. */
import { givenNames } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { people, relief } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { mayDiffer } from './may-differ.ts';

const walk = new Walk(relief()).apply('2026-03-02');
const before = walk.now;
const accepted = walk.do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02').now;
const now = '2026-03-02T02:00:00Z';

const touched = (expression: string, after = accepted, later = now) =>
  mayDiffer(walk.programme, expression)({ facts: before, now }, { facts: after, now: later });

describe('an expression may answer otherwise', () => {
  it.each([
    ['what a step left behind', 'list contains(passed, "accept")'],
    ['who acted in the step', 'count(signers.accept) = 1'],
    ['outcomes of steps', 'case.outcomes.accept = "accept"'],
    ['rounds of steps', 'case.rounds.accept = 1'],
  ])('where the command changed it: %s', (_, that) => {
    expect(touched(that)).toBe(true);
  });

  it.each([
    ['names of divisions', 'name(case.division) != null'],
    ['the clock of the machine', 'now() != null'],
    ['a name that nobody knows', 'somewhere.else = 1'],
    ['what cannot be read', '1 +'],
  ])('always where it rests on more than the case: %s', (_, that) => {
    expect(touched(that, before)).toBe(true);
  });

  it.each([
    ['a form', 'application.members > 0'],
    ['letters', 'every letter in letters satisfies letter.number != null'],
    ['notices', 'every text in notices satisfies not(matches(text, "[0-9]{17}"))'],
    ['who decided', 'decider = null'],
    ['who acted in another step', 'signers.confirm = null'],
    ['the outcome', 'case.outcome != "approved"'],
  ])('not where the command left it alone: %s', (_, that) => {
    expect(touched(that)).toBe(false);
  });

  it.each(givenNames.case.filter((name) => name !== 'applied' && name !== 'opened'))(
    'without asking for what case.%s rests on again, where nothing has changed',
    (name) => {
      expect(touched(`case.${name} != null`, before)).toBe(false);
    },
  );

  it.each(['today < "2030-01-01"', 'parameters.standard > 0'])('on another day only: %s', (that) => {
    expect(touched(that)).toBe(false);
    expect(touched(that, accepted, '2026-03-02T15:59:59Z')).toBe(false);
    // Midnight in Shanghai.
    expect(touched(that, accepted, '2026-03-02T16:00:00Z')).toBe(true);
  });

  it('where a letter, a notice, an award or a complaint came', () => {
    const [letter] = [{ id: 'x', title: 'x', number: '1', issued: '2026-03-02', text: {} }];
    expect(touched('count(letters) = 0', { ...accepted, letters: [letter] })).toBe(true);
    expect(touched('case.complaints = 0', { ...accepted, complaints: 1 })).toBe(true);
    expect(touched('case.award = null', { ...accepted, award: { amount: 1, starts: '2026-04' } })).toBe(true);
    expect(touched('application.members > 0', { ...accepted, data: { application: { members: 2 } } })).toBe(
      true,
    );
  });
});
