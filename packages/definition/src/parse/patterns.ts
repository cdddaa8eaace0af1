/** Whether a regular expression can be made to run for ever by what a person types. */

/** Why a pattern is refused. */
export type PatternFault = 'invalid' | 'nested' | 'alternatives' | 'reference';

/**
 * A simple, conservative check of a pattern: a repeated group must not hold another repetition without an upper bound,
 * nor alternatives that may begin alike, and nothing may refer back. It refuses some patterns that would do no harm.
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
}

class Scan {
  fault: PatternFault | undefined;
  readonly #open: Group[] = [{ repeats: false, alternatives: false }];

  constructor(pattern: string) {
    for (let place = 0; place < pattern.length; ) place = this.#step(pattern, place);
  }

  #step(pattern: string, place: number): number {
    const group = this.#open.at(-1);
    const char = pattern[place];
    if (group === undefined) return pattern.length;
    if (char === '(') {
      this.#open.push({ repeats: false, alternatives: false });
      return place + (/^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(pattern.slice(place))?.[0].length ?? 1);
    }
    if (char === '|') {
      group.alternatives = true;
      return place + 1;
    }
    if (char === ')') {
      this.#open.pop();
      const end = place + 1;
      const [length, unbounded] = repetition(pattern, end);
      this.#close(group, unbounded);
      return end + length;
    }
    const end = place + atom(pattern, place);
    const [length, unbounded] = repetition(pattern, end);
    group.repeats ||= unbounded;
    return end + length;
  }

  #close(inner: Group, unbounded: boolean): void {
    const outer = this.#open.at(-1);
    if (unbounded && inner.repeats) this.fault ??= 'nested';
    if (unbounded && inner.alternatives) this.fault ??= 'alternatives';
    if (outer !== undefined) outer.repeats ||= unbounded || inner.repeats;
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

/** Length of the quantifier at a place, and whether it may repeat often. */
function repetition(pattern: string, place: number): [length: number, unbounded: boolean] {
  const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(place));
  if (found === null) return [0, false];
  const [whole, least, comma, most] = found;
  if (least === undefined) return [whole.length, whole[0] !== '?'];
  const turns = comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most);
  return [whole.length, turns > few && turns !== Number(least)];
}
