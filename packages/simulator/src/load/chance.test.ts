import { expect, it } from 'vitest';
import { Chance, chooseBy, longHash } from './chance.ts';

it('gives the same number for the same keys, whatever was drawn before', () => {
  const one = new Chance('seed');
  const other = new Chance('seed');
  other.at(9, 9);
  expect(one.at(1, 2, 3)).toBe(other.at(1, 2, 3));
  expect(one.at(1, 2, 3)).not.toBe(new Chance('another').at(1, 2, 3));
});

it('spreads numbers evenly, whichever key grows', () => {
  const chance = new Chance('even');
  const count = 20_000;
  for (const draw of [
    (n: number) => chance.at(n),
    (n: number) => chance.at(7, n, 1),
    (n: number) => chance.at(n, 3),
  ]) {
    const tenths = new Array<number>(10).fill(0);
    for (let n = 0; n < count; n++) {
      const tenth = Math.floor(draw(n) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Chi-squared with 9 degrees of freedom exceeds 27.9 once in a thousand; the seed is fixed.
    const chi = tenths.reduce((sum, seen) => sum + (seen - count / 10) ** 2 / (count / 10), 0);
    expect(chi).toBeLessThan(27.9);
  }
});

it('chooses by weight, and never what weighs nothing', () => {
  const weights = { a: 1, b: 0, c: 3 } as const;
  const chosen = (at: number) => chooseBy(['a', 'b', 'c'] as const, (key) => weights[key], at);
  expect([0, 0.2499, 0.25, 0.9999].map(chosen)).toEqual(['a', 'a', 'c', 'c']);
});

it('tells texts apart that differ in little, a hundred thousand of them', () => {
  const texts = Array.from(
    { length: 100_000 },
    (_, n) => `["delegated",{"accept":${n}},[true,false,${n % 7}]]`,
  );
  expect(new Set(texts.map(longHash)).size).toBe(texts.length);
  expect(new Set(texts.map((text) => longHash(`${text}#`) - longHash(text))).size).toBeGreaterThan(90_000);
});
