/**
 * Chance by name: the same seed and the same keys give the same number, whatever was drawn before. So a case meets the
 * same luck in every variant of a county, and variants differ by what was changed and by nothing else.
 */

/** A source of numbers in [0, 1) that are looked up by keys. */
export class Chance {
  readonly #high: number;
  readonly #low: number;

  constructor(seed: string) {
    this.#high = hashText(`${seed}#high`);
    this.#low = hashText(`${seed}#low`);
  }

  /** The number of these keys (whole numbers), with 53 bits. */
  at(...keys: number[]): number {
    let high = this.#high;
    let low = this.#low;
    for (const key of keys) {
      high = mix(Math.imul(high, 31) ^ key);
      low = mix(Math.imul(low, 37) ^ key ^ (high >>> 3));
    }
    return ((high >>> 5) * 67_108_864 + (low >>> 6)) / 9_007_199_254_740_992;
  }
}

/** A text as a whole number of 32 bits, for use as a key. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** A text as a whole number of 53 bits: of a million texts hardly two have the same. */
export function longHash(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
  }
  return (mix(high ^ (low >>> 7)) >>> 11) * 4_294_967_296 + mix(low ^ (high >>> 9));
}

/** Each bit of the answer depends on each bit of the word. */
function mix(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Chooses by weight: `at` lies in [0, 1); weights are not all 0. */
export function chooseBy<T>(options: readonly T[], weightOf: (option: T) => number, at: number): T {
  const total = options.reduce((sum, option) => sum + weightOf(option), 0);
  let left = at * total;
  for (const option of options) {
    left -= weightOf(option);
    if (left < 0) return option;
  }
  return options.findLast((option) => weightOf(option) > 0) as T;
}
