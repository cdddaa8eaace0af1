import { expect, it } from 'vitest';
import type { HistoryEntry } from '../element/client.ts';
import { versionsAt } from './data-before.ts';

const entry = (
  seq: number,
  ...changes: [pointer: string, before?: unknown, after?: unknown][]
): HistoryEntry =>
  ({
    seq,
    changes: changes.map(([pointer, before, after]) => ({ form: 'f', pointer, before, after })),
  }) as unknown as HistoryEntry;

const latest = { name: 'C', members: [{ name: 'x' }, { name: 'y' }, { name: 'z' }], 'a/b': 1 };
const history = [
  entry(1),
  entry(
    2,
    ['/name', 'A', 'B'],
    ['/members/1', undefined, { name: 'y' }],
    ['/members/2', undefined, { name: 'z' }],
  ),
  entry(3, ['/name', 'B', 'C'], ['/gone', 7, undefined], ['/a~1b', undefined, 1]),
];

it('goes back change by change', () => {
  expect(versionsAt(history, 'f', 3, latest)).toEqual({
    before: { name: 'B', members: [{ name: 'x' }, { name: 'y' }, { name: 'z' }], gone: 7 },
    after: latest,
  });
  expect(versionsAt(history, 'f', 2, latest)).toEqual({
    before: { name: 'A', members: [{ name: 'x' }], gone: 7 },
    after: { name: 'B', members: [{ name: 'x' }, { name: 'y' }, { name: 'z' }], gone: 7 },
  });
  expect(latest.name).toBe('C');
});

it('leaves changes of other forms alone, and what does not fit', () => {
  expect(versionsAt(history, 'g', 2, { name: 'Z' })).toEqual({ before: { name: 'Z' }, after: { name: 'Z' } });
  expect(versionsAt([entry(1, ['/no/where', 1, 2])], 'f', 1, { name: 'Z' }).before).toEqual({ name: 'Z' });
});
