import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, undefined, 'en'],
  ['zh', 'en', 'zh'],
  ['zh-CN', undefined, 'zh'],
  ['de', 'zh', 'en'],
  [undefined, 'zh-Hans-CN', 'zh'],
  [undefined, 'en;q=0.2, zh;q=0.9', 'zh'],
  [undefined, 'zh;q=0, de', 'en'],
  [undefined, ',;q=,,', 'en'],
])('query %o, header %o: %s', (query, header, language) => {
  expect(languageOf(query, header)).toBe(language);
});
