/** Names of other tools as ids and names of the language. */

/** What separates words: `Check Income`, `checkIncome`, `Activity_0x1`. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [];

const LONGEST = 64;

/** `check-income`; nothing when the text has no Latin letter to begin with. */
export function idFrom(text: string): string | undefined {
  const id = wordsOf(text).join('-').slice(0, LONGEST).replace(/-$/, '');
  return /^[a-z]/.test(id) ? id : undefined;
}

/** `checkIncome`; nothing when the text has no Latin letter to begin with. */
export function nameFrom(text: string): string | undefined {
  if (/^[a-z][A-Za-z0-9]{0,63}$/.test(text)) return text;
  const name = wordsOf(text)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, LONGEST);
  return /^[a-z]/.test(name) ? name : undefined;
}

/** Gives each thing a name that no other has: the second `check` is `check-2`, or `check2` without a hyphen. */
export class Unique {
  readonly #taken = new Set<string>();
  readonly #hyphen: string;

  constructor(hyphen: '' | '-', taken: Iterable<string> = []) {
    this.#hyphen = hyphen;
    for (const name of taken) this.#taken.add(name);
  }

  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count += 1) {
      const end = `${this.#hyphen}${count}`;
      name = `${wanted.slice(0, LONGEST - end.length)}${end}`;
    }
    this.#taken.add(name);
    return name;
  }
}
