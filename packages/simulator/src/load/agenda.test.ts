import { expect, it } from 'vitest';
import { Agenda, type Entry, entryOf } from './agenda.ts';
import { Chance } from './chance.ts';

it('gives back in order what was entered, moved and taken out in any order', () => {
  const agenda = new Agenda();
  const chance = new Chance('agenda');
  const entries = Array.from({ length: 500 }, () => entryOf(() => {}));
  const wanted = new Map<Entry, number>();
  for (let round = 0; round < 5000; round++) {
    const entry = entries[Math.floor(chance.at(round, 1) * entries.length)] as Entry;
    if (chance.at(round, 2) < 0.3) {
      agenda.drop(entry);
      wanted.delete(entry);
    } else {
      const at = Math.floor(chance.at(round, 3) * 1000);
      agenda.set(entry, at);
      wanted.set(entry, at);
    }
  }
  const taken: [number, number][] = [];
  for (let entry = agenda.take(); entry; entry = agenda.take()) {
    expect(wanted.get(entry)).toBe(entry.at);
    taken.push([entry.at, entry.order]);
  }
  expect(taken).toHaveLength(wanted.size);
  expect(taken).toEqual([...taken].sort(([a, x], [b, y]) => a - b || x - y));
});
