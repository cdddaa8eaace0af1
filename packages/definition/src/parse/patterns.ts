/** Whether a regular expression can be made to run for ever by what a person types. */

/** Why a pattern is refused. */
export type PatternFault = 'invalid' | 'nested' | 'alternatives' | 'adjacent' | 'reference';

/**
 * A simple, conservative check of a pattern: a repeated group must not hold another repetition without an upper bound,
 * nor alternatives that may begin alike; no repetition may follow one of characters that it takes, too, so that every way
 * to divide a text between them would be tried; and nothing may refer back. It refuses some patterns that would do no harm.
 */
export function patternFault(pattern: string): PatternFault | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'invalid';
  }
  if (/\\[1-9]|\\k</.test(pattern)) return 'reference';
  return new Scan(pattern).fault;
}

interface Group {
  /** Something in it repeats without a small bound. */
  repeats: boolean;
  /** It has alternatives. */
  alternatives: boolean;
  /** Repeated atoms after which what comes next may come at once. */
  before: string[];
  /** The same at the beginning of the group, and at the ends of its alternatives so far. */
  first: string[];
  ends: string[];
}

const group = (before: string[]): Group => ({
  repeats: false,
  alternatives: false,
  before,
  first: before,
  ends: [],
});

/** Characters by which atoms are told from each other. */
const samples = [
  ...Array.from({ length: 0x7f }, (_, code) => String.fromCodePoint(code)),
  ...'éßя中国一　😀',
];

/** Whether two atoms take a character in common. */
function overlap(one: string, other: string): boolean {
  const [first, second] = [one, other].map((atom) => new RegExp(`^(?:${atom})$`, 'su'));
  return samples.some((char) => first?.test(char) && second?.test(char));
}

class Scan {
  fault: PatternFault | undefined;
  readonly #open: Group[] = [group([])];

  constructor(pattern: string) {
    for (let place = 0; place < pattern.length; ) place = this.#step(pattern, place);
  }

  #step(pattern: string, place: number): number {
    const here = this.#open.at(-1);
    const char = pattern[place];
    if (here === undefined) return pattern.length;
    if (char === '(') {
      this.#open.push(group(here.before));
      return place + (/^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(pattern.slice(place))?.[0].length ?? 1);
    }
    if (char === '|') {
      here.alternatives = true;
      here.ends.push(...here.before);
      here.before = here.first;
      return place + 1;
    }
    if (char === ')') {
      this.#open.pop();
      const end = place + 1;
      const turns = repetition(pattern, end);
      this.#close(here, turns);
      return end + turns.length;
    }
    const end = place + atom(pattern, place);
    const turns = repetition(pattern, end);
    here.repeats ||= turns.unbounded;
    this.#follow(here, pattern.slice(place, end), turns);
    return end + turns.length;
  }

  #follow(here: Group, atom: string, { long, optional }: Repetition): void {
    if (long && here.before.some((other) => overlap(other, atom))) this.fault ??= 'adjacent';
    here.before = [...(optional ? here.before : []), ...(long ? [atom] : [])];
  }

  #close(inner: Group, { unbounded, optional }: Repetition): void {
    const outer = this.#open.at(-1);
    if (unbounded && inner.repeats) this.fault ??= 'nested';
    if (unbounded && inner.alternatives) this.fault ??= 'alternatives';
    if (outer === undefined) return;
    outer.repeats ||= unbounded || inner.repeats;
    outer.before = [...new Set([...(optional ? outer.before : []), ...inner.ends, ...inner.before])];
  }
}

/** Length of the character, escape or class at a place. */
function atom(pattern: string, place: number): number {
  if (pattern[place] === '\\')
    return /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|.)/su.exec(pattern.slice(place))?.[0].length ?? 2;
  if (pattern[place] !== '[') return 1;
  for (let end = place + 1; end < pattern.length; end += 1) {
    if (pattern[end] === '\\') end += 1;
    else if (pattern[end] === ']') return end + 1 - place;
  }
  return pattern.length - place;
}

/** Above this many turns a repetition counts as one without a bound. */
const few = 10;

/** Above this many turns a repetition is long enough for a second one beside it to take too long. */
const many = 100;

interface Repetition {
  /** Characters of the quantifier. */
  length: number;
  /** It may repeat more than a few times. */
  unbounded: boolean;
  /** It may repeat many times. */
  long: boolean;
  /** It may be nothing. */
  optional: boolean;
}

/** The quantifier at a place. */
function repetition(pattern: string, place: number): Repetition {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(place, place + 40));
  if (found === null) return { length: 0, unbounded: false, long: false, optional: false };
  const [whole, least, comma, most] = found;
  if (least === undefined) {
    const unbounded = whole[0] !== '?';
    return { length: whole.length, unbounded, long: unbounded, optional: whole[0] !== '+' };
  }
  const turns = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  const varies = turns !== Number(least);
  return {
    length: whole.length,
    unbounded: turns > few && varies,
    long: turns > many && varies,
    optional: Number(least) === 0,
  };
}
