import type { SelectStep } from '@aidflow/definition';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from './selection.ts';
import type { Json } from './types.ts';

const step = (change: Partial<SelectStep>): SelectStep => ({
  id: 'choice',
  kind: 'select',
  title: 'choice',
  method: 'sample',
  from: 'pool',
  next: 'after',
  ...change,
});
const pool = (size: number) => Array.from({ length: size }, (_, index) => ({ id: index + 1 }));
const ids = (list: Json[]) => list.map((one) => (one as { id: number }).id);
const pick = (change: Partial<SelectStep>, list: Json[], seed = 'seed') =>
  choose(step(change), { pool: list }, seed, 'case-1#1');

describe('a sample', () => {
  it('of a share is rounded up and can be drawn again (83 organisations at a tenth: 9)', () => {
    const first = pick({ share: '0.10' }, pool(83), '2025-A');
    expect(first.chosen).toHaveLength(9);
    expect(pick({ share: '0.10' }, pool(83), '2025-A')).toEqual(first);
    expect(ids(pick({ share: '0.10' }, pool(83), '2025-B').chosen)).not.toEqual(ids(first.chosen));
    expect(pick({ share: '0.10' }, pool(84), '2025-A').pool).not.toBe(first.pool);
  });

  it.each([
    [{ share: '0.07' }, 100, 7],
    [{ share: '0.3' }, 10, 3],
    [{ share: '0.01', minimum: '2' }, 10, 2],
    [{ count: '5' }, 3, 3],
    [{ share: '0.5' }, 0, 0],
  ])('%j of %d: %d', (change, size, chosen) => {
    expect(pick(change, pool(size)).chosen).toHaveLength(chosen);
  });

  it('leaves out conflicts before it draws', () => {
    const drawn = pick({ count: '9', exclude: 'each.id = 3', where: 'each.id <= 8' }, pool(10));
    expect(ids(drawn.chosen).sort()).toEqual([1, 2, 4, 5, 6, 7, 8]);
    expect(drawn.size).toBe(7);
  });

  it('draws from each stratum by itself', () => {
    const list = pool(20).map((one) => ({ ...one, kind: one.id % 4 === 0 ? 'rare' : 'common' }));
    const drawn = pick({ share: '0.2', strata: 'each.kind' }, list);
    expect(ids(drawn.chosen).filter((id) => id % 4 === 0)).toHaveLength(1);
    expect(drawn.chosen).toHaveLength(4);
  });

  it('of a long list is drawn in the time of sorting it', () => {
    const list = pool(130_000);
    const begun = performance.now();
    expect(pick({ share: '0.99', strata: 'each.id > 10' }, list).chosen).toHaveLength(128_701);
    // A second or so; with the list copied for each member it was minutes.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it('takes everybody about equally often', () => {
    const counts = new Map<number, number>();
    for (let seed = 0; seed < 2_000; seed++) {
      for (const id of ids(pick({ count: '2' }, pool(10), `${seed}`).chosen)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
    // 400 expected of each; four standard deviations are 72.
    for (const count of counts.values()) expect(Math.abs(count - 400)).toBeLessThan(72);
  });
});

describe('a rank', () => {
  const score = (...scores: number[]): Json[] => scores.map((points, index) => ({ id: index + 1, points }));
  const keys: SelectStep['keys'] = [{ value: 'each.points', order: 'descending' }];

  it.each([
    ['first', [90, 80, 80, 70], 2, [1, 2], [3]],
    ['include-all', [90, 80, 80, 70], 2, [1, 2, 3], [4]],
    ['include-all', [80, 80, 80], 1, [1, 2, 3], []],
    ['first', [70, 90], 5, [2, 1], []],
  ] as const)('ties %s of %j with quota %d', (ties, scores, quota, chosen, reserve) => {
    const ranked = pick({ method: 'rank', keys, quota: `${quota}`, ties, reserve: '1' }, score(...scores));
    expect(ids(ranked.chosen)).toEqual(chosen);
    expect(ids(ranked.reserve)).toEqual(reserve);
  });

  it('orders by the second key where the first is equal, and those without a value come last', () => {
    const list = [
      { id: 1, points: 80, age: 70 },
      { id: 2, points: 80, age: 75 },
      { id: 3, age: 99 },
      { id: 4, points: 85, age: 60 },
    ];
    const two = [...(keys ?? []), { value: 'each.age', order: 'descending' as const }];
    expect(ids(pick({ method: 'rank', keys: two }, list).chosen)).toEqual([4, 2, 1, 3]);
  });

  it('has none in reserve where the number of them comes out below zero, and rounds parts down', () => {
    const ranked = pick({ method: 'rank', keys, quota: '3', reserve: '-2' }, score(5, 4, 3, 2, 1));
    expect([ids(ranked.chosen), ranked.reserve, ids(ranked.rest)]).toEqual([[1, 2, 3], [], [4, 5]]);
    const drawn = pick({ count: '3', reserve: '-2' }, pool(5));
    expect([drawn.chosen.length, drawn.reserve.length, drawn.rest.length]).toEqual([3, 0, 2]);
    const half = pick(
      { method: 'rank', keys, quota: '1.5', ties: 'include-all', reserve: '1.5' },
      score(5, 5, 4, 3),
    );
    expect([ids(half.chosen), ids(half.reserve), ids(half.rest)]).toEqual([[1, 2], [3], [4]]);
  });

  it('loses nobody, whatever the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.nat(), points: fc.nat({ max: 5 }) }), { maxLength: 40 }),
        fc.nat({ max: 10 }),
        fc.constantFrom('include-all', 'draw', 'first') as fc.Arbitrary<'draw'>,
        (list, quota, ties) => {
          const { chosen, reserve, rest } = pick(
            { method: 'rank', keys, quota: `${quota}`, ties, reserve: '2' },
            list,
          );
          expect([...chosen, ...reserve, ...rest].map((one) => JSON.stringify(one)).sort()).toEqual(
            list.map((one) => JSON.stringify(one)).sort(),
          );
          const worst = Math.min(...chosen.map((one) => (one as { points: number }).points));
          const best = Math.max(
            ...[...reserve, ...rest].map((one) => (one as { points: number }).points),
            -1,
          );
          if (chosen.length > 0) expect(best).toBeLessThanOrEqual(worst);
        },
      ),
    );
  });
});

it.each<Partial<SelectStep>>([
  { count: 'parameters.gone' },
  { share: '"0.3"' },
  { count: '1', reserve: 'null' },
  { method: 'rank', keys: [{ value: 'each.id', order: 'ascending' }], quota: 'parameters.gone' },
])('how many to choose must be known: %j', (change) => {
  expect(() => pick(change, pool(3))).toThrow('select/no-number');
});
