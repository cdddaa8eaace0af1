/** A text that a regular expression accepts, made from the expression: the shortest way through it. */

/** Reads the part of ECMAScript's syntax that form schemas use; look-around and back-references are passed over. */
class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): string {
    const first = this.#sequence();
    while (this.#source[this.#at] === '|') {
      this.#at++;
      this.#sequence();
    }
    return first;
  }

  #sequence(): string {
    let made = '';
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] ?? '')) {
      const atom = this.#atom();
      made += atom.repeat(this.#times());
    }
    return made;
  }

  #atom(): string {
    const char = this.#source[this.#at++] ?? '';
    if (char === '^' || char === '$') return '';
    if (char === '.') return 'a';
    if (char === '\\') return escaped(this.#source[this.#at++] ?? '');
    if (char === '[') return this.#choice();
    if (char !== '(') return char;
    const ahead = /^\?(?::|<[^=!][^>]*>|[=!]|<[=!])/.exec(this.#source.slice(this.#at))?.[0] ?? '';
    this.#at += ahead.length;
    const inner = this.alternatives();
    this.#at++;
    return /^\?<?[=!]/.test(ahead) ? '' : inner;
  }

  #choice(): string {
    const end = this.#source.indexOf(']', this.#at + 1);
    const body = this.#source.slice(this.#at, end);
    this.#at = end + 1;
    if (body.startsWith('^'))
      return [...'a0一-'].find((one) => !new RegExp(`[${body.slice(1)}]`, 'u').test(one)) ?? 'a';
    return body.startsWith('\\') ? escaped(body[1] ?? '') : (body[0] ?? '');
  }

  #times(): number {
    const found = /^(?:\{(\d+)(?:,\d*)?\}|[*+?])\??/.exec(this.#source.slice(this.#at));
    if (!found) return 1;
    this.#at += found[0].length;
    if (found[1] !== undefined) return Number(found[1]);
    return found[0].startsWith('+') ? 1 : 0;
  }
}

function escaped(char: string): string {
  return { d: '1', w: 'a', s: ' ', D: 'a', S: 'a', W: '-', p: '一', n: '\n', t: '\t' }[char] ?? char;
}

/** A short text that matches `pattern` (an ECMAScript expression); one that uses look-around may not. */
export function textFor(pattern: string): string {
  return new Reader(pattern).alternatives();
}
