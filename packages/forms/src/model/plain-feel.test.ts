import { evaluate } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { plainFeel } from './plain-feel.ts';

const scopes = [
  {},
  { kind: 'a', count: 0, agrees: true, inner: { grade: '1', n: 2 } },
  { kind: 'b', count: 3, agrees: false, inner: { grade: 'none' } },
  { kind: null, count: '3', inner: null },
  { kind: 'x and y', count: -1, agrees: null },
];

describe('plain expressions are decided as FEEL decides them', () => {
  it.each([
    'kind = "a"',
    'kind != "a"',
    'kind = "x and y"',
    'kind = null',
    'kind != null',
    'agrees = true',
    'agrees = false',
    'count > 0',
    'count < 0',
    'count = 3',
    'count = -1',
    'inner.grade in ("1", "2", "3", "4")',
    'inner.grade = "1" and inner.n = 2',
    'kind = "a" or count > 2',
    'kind = "a" or count > 2 and agrees = false',
    'kind = "b" and agrees = false and count = 3',
  ])('%s', (expression) => {
    const decide = plainFeel(expression);
    for (const scope of scopes) {
      expect(decide?.(scope) === true, JSON.stringify(scope)).toBe(
        evaluate(expression, scope).value === true,
      );
    }
  });
});

describe('everything else is left to FEEL', () => {
  it.each([
    'count(members) > 0',
    // What the FEEL library makes of a missing number here is its own affair.
    'count >= 3',
    'count <= 3',
    'not(agrees)',
    'agrees',
    'a + 1 > 2',
    'kind = other',
    'kind = "a\\"b"',
    'kind > "a"',
    'date(born) < date("2000-01-01")',
    'if a = 1 then true else false',
    'some m in members satisfies m.age > 3',
    '(kind = "a" or kind = "b") and count > 0',
    'count in [1..3]',
    'count in (1, 2)',
    'kind in (a, "b")',
    '',
  ])('%s', (expression) => expect(plainFeel(expression)).toBeUndefined());
});
