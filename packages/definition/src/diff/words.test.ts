import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { severities } from './difference.ts';
import { differenceWords, sentence } from './words.ts';

it('has words for every kind of difference, and a test that provokes it', () => {
  const root = fileURLToPath(new URL('../../../../', import.meta.url));
  const texts = globSync(['test/programmes/versions/*.ts', 'packages/definition/src/diff/*.test.ts'], {
    cwd: root,
  })
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');
  expect(Object.keys(differenceWords).filter((code) => !texts.includes(`'${code}'`))).toEqual([]);
  for (const words of Object.values(differenceWords)) {
    expect(severities).toContain(words.severity);
    // Both languages speak of the same things.
    const gaps = (text: string) => new Set(text.match(/\{\w+\}/g)?.filter((gap) => !/Count\}$/.test(gap)));
    const chinese = gaps(words.zh);
    for (const gap of gaps(words.en)) expect(chinese, words.en).toContain(gap);
  }
});

it('begins an English sentence with a capital whoever it is about', () => {
  const who = { zh: '申请人', en: 'the applicant' };
  expect(sentence('diff/step-deadline', { who, step: 'S', before: '10', after: '5 days' }).en).toBe(
    'The applicant now has 5 days instead of 10 for "S".',
  );
});
