import { evaluate, flat, givenNames } from '@aidflow/definition';
import { expect, it } from 'vitest';
import { people, relief, worldAt } from './fixtures/relief.ts';
import { Walk } from './fixtures/walk.ts';
import { scopeOf } from './index.ts';

it('what expressions are checked against is what they see', () => {
  const walk = new Walk(relief())
    .apply('2026-03-02')
    .do({ do: 'accept.accept', actor: people.clerk }, '2026-03-02');
  const seen = scopeOf(walk.programme, walk.now, worldAt('2026-03-02'));
  const scope = flat(seen);
  const functions = Object.keys(scope).filter((name) => typeof scope[name] === 'function');
  expect(functions.sort()).toEqual([...givenNames.functions].sort());
  expect(Object.keys(evaluate('case', seen).value as object).sort()).toEqual([...givenNames.case].sort());
});

it('of a case on two versions at one instant are those of each version', () => {
  const first = relief();
  const second = relief((bundle) => {
    bundle.hash = 'e'.repeat(64);
    const { standard } = bundle.definition.parameters ?? {};
    if (standard) standard.values = [{ value: 60_000, 'valid-from': '2026-01-01' }];
  });
  const { now } = new Walk(first).apply('2026-03-02');
  const at = worldAt('2026-03-02').now;
  expect(flat(scopeOf(first, now, { now: at })).parameters).toEqual({ standard: 50_000 });
  expect(flat(scopeOf(second, now, { now: at })).parameters).toEqual({ standard: 60_000 });
});
