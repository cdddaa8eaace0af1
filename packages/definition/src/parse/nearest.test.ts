import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

it.each([
  ['asses', ['assess', 'apply'], 'assess'],
  ['titel', ['title', 'to'], 'title'],
  ['Role', ['role', 'rule'], 'role'],
  ['seal', ['masked', 'sealed'], 'sealed'],
  ['confrim', ['conform', 'confirm'], 'confirm'],
  ['quite-different', ['assess', 'apply'], undefined],
  ['x', ['y', 'z'], undefined],
  ['', ['a'], undefined],
  ['a'.repeat(1000), ['a'.repeat(1001)], undefined],
])('%j among %j: %j', (word, known, expected) => expect(nearest(word, known)).toBe(expected));
