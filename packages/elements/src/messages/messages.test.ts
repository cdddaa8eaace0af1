import { expect, test } from 'vitest';
import { en } from './en.ts';
import { languageOf, say } from './messages.ts';
import { zh } from './zh.ts';

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

test('both languages have the same keys, apart from English singulars', () => {
  const singular = (key: string) => key.endsWith('_one');
  expect(Object.keys(en).filter((key) => !singular(key))).toEqual(Object.keys(zh));
  for (const key of Object.keys(en).filter(singular)) expect(zh).toHaveProperty([key.slice(0, -4)]);
});

test.each(Object.entries(zh))('%s has the same placeholders in both languages', (key, text) => {
  expect(placeholders((en as Record<string, string>)[key] ?? '')).toEqual(placeholders(text));
});

test('parameters are filled in and English counts one', () => {
  expect(say('zh', 'clock.left.working-day', { n: 3 })).toBe('还剩3个工作日');
  expect(say('en', 'clock.left.working-day', { n: 3 })).toBe('3 working days left');
  expect(say('en', 'clock.left.working-day', { n: 1 })).toBe('1 working day left');
});

test('a parameter is text, never a pattern', () => {
  expect(say('en', 'case.submit', { title: '{title} $& $1' })).toBe('Submit: {title} $& $1');
});

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['zh-CN', 'zh'],
  ['', 'zh'],
  ['de', 'zh'],
] as const)('the tag %j speaks %s', (tag, language) => expect(languageOf(tag)).toBe(language));
