import { describe, expect, it } from 'vitest';
import { evaluate, evaluateByLibrary, type Scope, unaryTest, View } from './feel.ts';

const scope = {
  today: '2026-03-02',
  members: [
    { name: 'a', age: 70 },
    { name: 'b', age: 9 },
  ],
  single: null,
  standard: 50000,
};

describe('evaluate', () => {
  it.each([
    ['count(members)', 2],
    ['members[age >= 70].name', ['a']],
    ['standard * 2', 100000],
    ['single = null', true],
    ['missing', null],
    ['missing.deeper.still', null],
    ['single.age > 3', null],
    ['standard / 0', null],
    ['date(today) + duration("P1M")', '2026-04-02'],
    ['{ a: 1, b: [date(today)] }', { a: 1, b: ['2026-03-02'] }],
    ['function(x) x', null],
    ['[1..3]', null],
    ['0 * -1', 0],
    // The library, too, has to know the greatest of days and texts: durations are left to it.
    ['max(members.name)', 'b'],
    ['min("2026-03-02", today, "2025-12-31")', '2025-12-31'],
    ['max(for d in ["2026-01-31", today] return date(d)) + duration("P1D")', '2026-03-03'],
    ['max(1, "a")', null],
    ['max([])', null],
  ])('%s is %j', (expression, expected) => {
    expect(evaluate(expression, scope).value).toEqual(expected);
    expect(Object.is(evaluate('0 * -1', scope).value, 0)).toBe(true);
  });

  it('says why something is null', () => {
    expect(evaluate('missing + 1', scope).warnings[0]).toContain('missing');
  });

  it('gives a problem for what it cannot read, and never throws', () => {
    const { value, problem } = evaluate('count(', scope);
    expect(value).toBeNull();
    expect(problem).toMatchObject({ code: 'definition/feel', params: { variant: 'end' } });
    expect(evaluate('1 2', scope).problem?.params).toMatchObject({ position: 3, near: '2' });
  });

  it('reads no clock: today is what the scope says', () => {
    expect(evaluate('today', scope).value).toBe('2026-03-02');
    expect(evaluate('today()', scope).value).toBeNull();
  });

  it('sees nothing of the prototypes of objects', () => {
    expect(evaluate('constructor', {}).value).toBeNull();
    expect(evaluate('a.constructor', { a: {} }).value).toBeNull();
    expect(evaluate('a.__proto__', { a: {} }).value).toBeNull();
    expect(evaluate('toString', {}).value).toBeNull();
  });
});

describe('unaryTest', () => {
  it.each([
    ['< standard', 3, true],
    ['< standard', 60000, false],
    ['"a","b"', 'b', true],
    ['not("a")', 'b', true],
    ['-', null, true],
    ['true', false, false],
    ['[1..5]', 5, true],
    ['< missing', 3, false],
    ['< standard', null, false],
    ['< (', 3, false],
  ])('%s of %j: %s', (test, input, expected) =>
    expect(unaryTest(test, { ...scope, '?': input })).toBe(expected),
  );
});

describe('a view', () => {
  class Halves extends View {
    readonly #whole: number;
    constructor(whole: number) {
      super();
      this.#whole = whole;
    }
    get half() {
      return this.#whole / 2;
    }
    get none() {
      return null;
    }
  }

  it.each([
    ['halves.half', 4],
    ['halves.none', null],
    ['halves.whole', null],
    ['halves.constructor', null],
    ['halves.toString', null],
    ['halves', { half: 4, none: null }],
    ['get value(halves, "half")', 4],
    ['for h in [halves] return h.half', [4]],
  ])('is read like a context: %s', (expression, value) => {
    expect(evaluate(expression, { halves: new Halves(8) }).value).toEqual(value);
  });

  it('is as JSON what it stands for', () => {
    expect(JSON.stringify(new Halves(8))).toBe('{"half":4,"none":null}');
  });

  it('may be a scope, of the compiled expression and of the library', () => {
    const scope = new Halves(6) as unknown as Scope;
    expect(evaluate('half + 1', scope).value).toBe(4);
    expect(evaluateByLibrary('half + 1', scope).value).toBe(4);
  });
});

it.each(['toString', 'constructor', 'hasOwnProperty', '__proto__'])(
  'a name that every object has is not one of the scope: %s',
  (name) => {
    expect(evaluate(name, {}).value).toBeNull();
    expect(evaluate(`a.${name}`, { a: {} }).value).toBeNull();
    expect(evaluate(name, JSON.parse(`{ "${name}": 5 }`)).value).toBe(5);
    expect(evaluate(`a.${name}`, { a: JSON.parse(`{ "${name}": 5 }`) }).value).toBe(5);
  },
);
