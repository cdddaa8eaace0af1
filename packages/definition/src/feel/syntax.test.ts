import { expect, it } from 'vitest';
import { readFeel } from './syntax.ts';

/** What an expression reads, calls in brackets. */
const read = (text: string): string[] =>
  readFeel(text, 'expression', {}).references.map(({ path, called }) =>
    called ? `${path.join('.')}()` : path.join('.'),
  );

it.each([
  ['a.b + c', ['a.b', 'c']],
  ['count(a.b)', ['count()', 'a.b']],
  ['for x in list return x.name', ['list']],
  ['list[n = other].name', ['n', 'other', 'list.name']],
  // What is filtered may be called, and so may what a part is taken of.
  ['flatten(a.lists)[n = 1]', ['n', 'flatten()', 'a.lists']],
  ['flatten(a)[1].name', ['flatten()', 'a']],
  ['(a + b).days', ['a', 'b']],
])('%s', (text, names) => {
  expect(read(text)).toEqual(names);
});

it.each([
  ['a == 1', '=='],
  ['a => 1', '=>'],
  ['a =< 1', '=<'],
  ['a = 1 && b', '&&'],
  ['a = 1 || b', '||'],
  ['count（a） > 1', '（'],
  ['a ＞ 1', '＞'],
])('a sign that is none of FEEL is named, and no part of a name: %s', (text, near) => {
  expect(readFeel(text).fault).toEqual({ offset: text.indexOf(near), near });
});

it('what stands in a text is not looked at', () => {
  expect(readFeel('a = "== （和） \\" && "').fault).toBeUndefined();
});
