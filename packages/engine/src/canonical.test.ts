import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from './canonical.ts';

it('is what the library for RFC 8785 writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      expect(canonical(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  [{ b: 1, a: { '10': 1, '9': 2 } }, '{"a":{"10":1,"9":2},"b":1}'],
  [JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
  [{ a: undefined, b: 1e21, c: -0 }, '{"b":1e+21,"c":0}'],
  [{ '\u20ac': 1, '\r': 2, '\ufb33': 3, '\ud83d\ude00': 4 }, '{"\\r":2,"€":1,"😀":4,"\ufb33":3}'],
])('orders keys by their code units: %j', (value, text) => {
  expect(canonical(value)).toBe(text);
});
