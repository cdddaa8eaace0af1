import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

it.each([
  ['{"a":[1,2,]}', 10],
  ['{"a" 1}', 5],
  ['{"a":1,}', 7],
  ['[1 2]', 3],
  ['{a:1}', 1],
  ["['x']", 1],
  ['{"a":1', 6],
  ['', 0],
  ['01', 1],
  ['"a\nb"', 0],
  ['[] []', 3],
  ['{"a":tru}', 5],
])('finds the fault of %j at %i', (text, offset) => {
  expect(jsonFault(text)).toBe(offset);
});

it('finds no fault in JSON, and one in whatever JSON.parse refuses', () => {
  fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === undefined));
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"1 a') }), (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      return (jsonFault(text) === undefined) === valid;
    }),
    { numRuns: 2000 },
  );
});
