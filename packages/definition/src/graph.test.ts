import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arc, components, reachable, reversed, shortestPath, waysFrom } from './graph.ts';

const arcs = (...pairs: string[]): Arc[] => pairs.map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '' }));
const graph = fc.array(
  fc.tuple(fc.constantFrom(...'abcdefg'), fc.constantFrom(...'abcdefg')).map(([from, to]) => ({ from, to })),
  { maxLength: 20 },
);

describe('reachable', () => {
  it('follows ways through circles, and starts with itself', () => {
    const ways = waysFrom(arcs('ab', 'bc', 'ca', 'de'));
    expect(reachable(['a'], ways)).toEqual(new Set(['a', 'b', 'c']));
    expect(reachable(['c'], reversed(ways))).toEqual(new Set(['a', 'b', 'c']));
    expect(reachable(['x'], ways)).toEqual(new Set(['x']));
  });
});

describe('shortestPath', () => {
  it('takes the fewest arcs, of equal ones the first', () => {
    const found = shortestPath('a', (node) => node === 'd', arcs('ab', 'ac', 'bc', 'cd', 'bd'));
    expect(found).toEqual(arcs('ab', 'bd'));
  });

  it('is empty where one is already, and nothing where no way leads', () => {
    expect(shortestPath('a', (node) => node === 'a', arcs('ab'))).toEqual([]);
    expect(shortestPath('a', (node) => node === 'z', arcs('ab', 'ba'))).toBeUndefined();
  });

  it('is walkable, and leads to what can be reached only', () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(...'abcdefg'), (all, to) => {
        const path = shortestPath('a', (node) => node === to, all);
        expect(path !== undefined).toBe(reachable(['a'], waysFrom(all)).has(to));
        let at = 'a';
        for (const arc of path ?? []) {
          expect(all).toContain(arc);
          expect(arc.from).toBe(at);
          at = arc.to;
        }
        if (path !== undefined) expect(at).toBe(to);
      }),
    );
  });
});

describe('components', () => {
  it('are the circles', () => {
    const found = components(waysFrom(arcs('ab', 'bc', 'ca', 'cd', 'de', 'ed', 'ff', 'fg')));
    expect(found.map((one) => one.sort())).toEqual([['d', 'e'], ['a', 'b', 'c'], ['f']]);
  });

  it('hold two nodes together just when each reaches the other', () => {
    fc.assert(
      fc.property(graph, (all) => {
        const ways = waysFrom(all);
        const found = components(ways);
        for (const one of 'abcdefg') {
          for (const other of 'abcdefg') {
            const round = (ways.get(one) ?? []).some((next) => reachable([next], ways).has(other));
            const back = (ways.get(other) ?? []).some((next) => reachable([next], ways).has(one));
            const together = found.some((nodes) => nodes.includes(one) && nodes.includes(other));
            expect(together, `${one}${other}`).toBe(round && back);
          }
        }
      }),
    );
  });

  it('do not exhaust the stack on a long way', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => ({
      from: String(index),
      to: String(index + 1),
    }));
    expect(components(waysFrom([...long, { from: '20000', to: '0' }]))[0]).toHaveLength(20_001);
  });
});
