import { describe, expect, it } from 'vitest';
import { merged, splitOperation } from './operations.ts';

describe('merging data', () => {
  // The examples of RFC 7396, appendix A, that are objects on both sides.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (base, patch, result) => expect(merged(base, patch)).toEqual(result));

  it('takes what is there when one side is missing', () => {
    expect(merged({ a: 1 }, undefined)).toEqual({ a: 1 });
    expect(merged(undefined, { a: 1 })).toEqual({ a: 1 });
    expect(merged(undefined, undefined)).toBeUndefined();
  });

  it('leaves its arguments as they are', () => {
    const base = { a: { b: 1 } };
    merged(base, { a: { b: 2 } });
    expect(base).toEqual({ a: { b: 1 } });
  });
});

it.each([
  ['accept.return', { step: 'accept', outcome: 'return' }],
  ['apply', { step: 'apply', outcome: undefined }],
])('%s is split', (id, parts) => expect(splitOperation(id)).toEqual(parts));
