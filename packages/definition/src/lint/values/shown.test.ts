import { expect, it } from 'vitest';
import { shownPaths } from './shown.ts';

it.each<[string, string[]]>([
  ['a.b', ['a.b']],
  ['"x" + string(a.b)', ['a.b']],
  ['yuan(a.b) + "元"', ['a.b']],
  ['if a.secret = 1 then a.b else c.d', ['a.b', 'c.d']],
  ['a.secret = 1', []],
  ['a.secret * 2 - 1', []],
  ['count(a.members)', []],
  ['a.members[item.secret = 1].name', ['a.members.name']],
  ['for m in a.members return m.name + m.id', ['a.members.name', 'a.members.id']],
  ['for e in get entries(a.income) return e.value', ['a.income']],
  ['for e in get entries(a.income) return e.key', []],
  ['some m in a.members satisfies m.secret', []],
  ['{ name: a.b, other: count(a.c) }', ['a.b']],
  ['{ name: a.b, secret: a.c, both: name }.both', ['a.b']],
  ['(for m in a.members return { name: m.name, id: m.id }).name', ['a.members.name']],
  ['[a.b, a.c]', ['a.b', 'a.c']],
  ['substring(a.id, 1, 3)', ['a.id']],
  ['a.b +', []],
])('%s shows %j', (text, paths) => {
  expect(shownPaths(text).map((path) => path.join('.'))).toEqual(paths);
});

it('shows only the part that is asked for', () => {
  expect(shownPaths('{ name: a.b, secret: a.c }', ['name'])).toEqual([['a', 'b']]);
  expect(shownPaths('a', ['b', 'c'])).toEqual([['a', 'b', 'c']]);
});
