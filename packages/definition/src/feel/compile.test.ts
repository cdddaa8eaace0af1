/** Compiled expressions answer what the library answers: on a table of kinds, and on random expressions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateByLibrary, type FeelResult, unaryTest, unaryTestByLibrary } from '../feel.ts';
import { compileExpression, compileUnaryTest } from './compile.ts';
import { UNLIKE } from './values.ts';

const scope = {
  members: [
    { name: 'a', age: 70, income: 100, ill: true },
    { name: 'b', age: 9, income: 0, ill: false },
  ],
  single: null,
  area: 'rural',
  standard: 50_000,
  checks: { assess: { result: 'pass', amount: 60_000 } },
  numbers: [3, 1, 2],
  flag: true,
  day: '2026-03-02',
  yuan: (fen: number) => `${fen / 100}`,
};

/** One value; the library warns of what stands behind a deciding value, too. */
function isAnswered(ours: FeelResult, theirs: FeelResult): void {
  expect(ours.value).toEqual(theirs.value);
  if (ours.warnings.length > 0) expect(theirs.warnings).not.toEqual([]);
}

/** Each must be answered by the compiled way, and like the library. */
const ordinary = [
  'standard * count(members) - sum(for m in members return m.income)',
  'if area = "rural" then 1 else 2',
  'checks.assess.result = "pass"',
  'checks.assess.missing = null',
  'checks.other.amount',
  'nothing',
  'single = null or single.age > 3',
  'some m in members satisfies m.age >= 70',
  'some m in single satisfies m.age >= 70',
  'every m in checks.other.members satisfies m.age >= 70',
  'for m in single return m.age',
  'string join(members.name, "; ")',
  'string join(["a", null, "b"], "，")',
  'string join(members.name)',
  'string join(members.name, single)',
  'string join([], ";")',
  'string join(single, ";")',
  'every m in members satisfies m.income < 50 or m.ill',
  'members[age >= 70]',
  'members[item.age < 70].name',
  'members.income',
  'numbers[1]',
  'numbers[-1]',
  'numbers[item > 1]',
  'count(distinct values(members.name)) = 2',
  'list contains(members.name, "b")',
  'not(flag) or null',
  'flag and single',
  'single < 3',
  'standard between 1 and 50000',
  '-standard + 1',
  '{ a: 1, "b": standard }',
  '[1, "x", null]',
  'ceiling(standard / 300) * 100',
  'string(count(members)) + "人"',
  'yuan(checks.assess.amount)',
  'min(1, 2) + max(numbers)',
  'min(members.name) + max("b", "a")',
  'max([date("2026-01-31"), date(day)]) = date(day)',
  '"a\\"b" + "\\u4eba"',
  '(1 + 2) * 3',
  '1 - 2 - 3',
  '2 * 3 + 4 * 5',
  'date("2026-01-01") < date("2026-02-01")',
  'date(day) <= date("2026-03-02") and date(day) = date("2026-03-02")',
  'area in ("urban", "rural")',
  'single in ("a", "b")',
  'standard in (1, >= 50000)',
  'substring(day, 1, 4) = "2026"',
  'number(substring(day, 6, 2)) + 1',
  'substring(day, 6)',
  'number(replace(day, "-", ""))',
  'ends with(area, "al")',
  'for e in get entries(members[1]) return e.key',
  'checks.assess.result = "not-passed"',
  'count(single)',
  'list contains(members.name, single)',
  'list contains(single, 1)',
  'not(list contains(single, 1))',
  'matches(day, "^[0-9]{4}-0[1-9]")',
  'matches(single, "a")',
  'flag or count(area) > 1',
  'not(flag) and count(area) > 1',
  'date(day)',
  '[date(day)]',
  'decimal(2.5, 0) + decimal(3.5, 0) + decimal(150, -2)',
  'round up(5.5, 0) + round up(-5.5, 0)',
  'round down(5.5, 0) + round down(-5.5, 0)',
  'round half up(2.5, 0) + round half up(-2.5, 0)',
  'round half down(2.5, 0) + round half down(-2.5, 0)',
  'modulo(12, 5) + modulo(-12, 5) + modulo(12, -5)',
  'floor(-1.5) + ceiling(-1.5) + abs(-1.5)',
];

describe('ordinary expressions', () => {
  it.each(ordinary)('%s', (expression) => {
    expect(compileExpression(expression)).toBeDefined();
    isAnswered(evaluate(expression, scope), evaluateByLibrary(expression, scope));
  });

  it.each([
    '< standard',
    '"rural", "urban"',
    '-',
    '>= 1, null',
    'true',
    'null',
    '0',
    'not(1, "rural")',
    '[0..1)',
    ']0..60000]',
    'standard, 60000',
    'numbers',
    '(1 + 1) * 30000',
    'flag',
    '? = 1 or ? = 60000',
  ])('unary %s', (test) => {
    expect(compileUnaryTest(test)).toBeDefined();
    for (const input of [0, 1, 60_000, true, false, null, 'rural']) {
      const seen = { ...scope, '?': input };
      expect(unaryTest(test, seen), String(input)).toBe(unaryTestByLibrary(test, seen).value === true);
    }
  });
});

describe('values of two types are not ordered, as the standard has it', () => {
  it.each(['area < 3', 'area >= 3', '3 < area', '3 >= area', 'date(day) < day', 'date(day) >= 3'])(
    '%s',
    (expression) => {
      expect(evaluate(expression, scope)).toMatchObject({
        value: null,
        warnings: [expect.stringContaining(UNLIKE)],
      });
    },
  );

  // Compiled or left to the library, in which a word would be in every range of numbers.
  it.each([
    ['>= 60', 'seventy'],
    ['< 60', 'seventy'],
    ['[60..120]', 'seventy'],
    ['? >= 60', 'seventy'],
    ['? between 60 and 120', 'seventy'],
    ['? in [60..120]', 'seventy'],
    ['if ? instance of string then ? >= 60 else false', 'seventy'],
    ['some x in [?] satisfies x >= 60', 'seventy'],
    ['some x in [?, null] satisfies x >= 60', 'seventy'],
    ['[date("2026-01-01")..date("2026-12-31")]', '2025-06-01'],
    ['>= date("2026-01-01")', '2025-06-01'],
    ['>= date("2026-01-01")', 5],
    ['> date and time("2026-01-01T00:00:00")', 'x'],
    ['>= duration("P1D")', 'x'],
    ['["a".."c"]', 1],
    ['>= "b"', 5],
    ['[0..1]', true],
    ['< 5', false],
    ['< 5', null],
    ['not(< 5)', null],
    ['not([1..5])', null],
  ])('%s of %j does not hold', (test, input) => {
    expect(unaryTest(test, { '?': input })).toBe(false);
    expect(unaryTest(test, {}, input)).toBe(false);
    // What the library does alone is only held to the standard where it compares.
    if (!test.startsWith('not')) expect(unaryTestByLibrary(test, { '?': input }).value).not.toBe(true);
  });

  it('dates that are dates are', () => {
    const on = (iso: string) => evaluate('date(day)', { day: iso }).exact;
    expect(unaryTest('>= date("2026-01-01")', {}, on('2026-06-01'))).toBe(true);
    expect(unaryTest('[date("2026-01-01")..date("2026-12-31")]', {}, on('2025-06-01'))).toBe(false);
    expect(unaryTest('> date("2026-01-01") + duration("P1M")', {}, on('2026-06-01'))).toBe(true);
  });
});

describe('the rest is left to the library', () => {
  it.each([
    'date(area)',
    'date(day).year',
    '[date(day) + duration("P1D")]',
    'date("2026-02-30")',
    'substring(day, -2)',
    'number("1,000")',
    '"a" + 1',
    '1 / 0',
    'matches(day, "(")',
    'sum([1, null])',
    'numbers[single]',
    'replace(day, "[0-9]", "x")',
    'get entries(single)',
    'for i in 1..3 return i',
    '[1] = 1',
    'household-economy',
    'string(1.5)',
    'a b c',
    '1 +',
  ])('%s', (expression) => {
    expect(evaluate(expression, scope)).toEqual(evaluateByLibrary(expression, scope));
  });

  it.each(['[null..3]', '@"P1D"', 'in x'])('unary %s', (test) => {
    for (const input of [2, 3, 50_000, 'x', null]) {
      const seen = { ...scope, '?': input };
      expect(unaryTest(test, seen)).toBe(unaryTestByLibrary(test, seen).value === true);
    }
  });
});

it('answers random expressions like the library', { timeout: 60_000 }, () => {
  const leaf = fc.constantFrom(
    '0',
    '1',
    '2.5',
    '"a"',
    '"rural"',
    'true',
    'false',
    'null',
    'area',
    'standard',
    'numbers',
    'members',
    'single',
    'flag',
    'checks.assess.amount',
    'members.income',
    'missing',
    'checks.assess.none',
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => {
    const inner = tie('expression');
    const joined = (...signs: string[]) =>
      fc.tuple(inner, fc.constantFrom(...signs), inner).map(([a, sign, b]) => `(${a} ${sign} ${b})`);
    const called = fc.constantFrom(
      'not',
      'count',
      'sum',
      'min',
      'floor',
      'string',
      'distinct values',
      'abs',
      'any',
    );
    return {
      expression: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        leaf,
        joined('+', '-', '*'),
        // Halves are exact in both; what is not is held to whole numbers elsewhere.
        inner.map((a) => `(${a} / 4)`),
        joined('=', '!=', '<', '<=', '>', '>='),
        joined('and', 'or'),
        fc.tuple(called, inner).map(([name, a]) => `${name}(${a})`),
        fc.tuple(inner, inner, inner).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
        fc.tuple(inner, inner).map(([a, b]) => `(for m in ${a} return ${b})`),
        fc.tuple(inner, inner).map(([a, b]) => `(some m in ${a} satisfies ${b})`),
        fc.tuple(inner, inner).map(([a, b]) => `${a}[${b}]`),
        fc.tuple(inner, inner).map(([a, b]) => `[${a}, ${b}]`),
        fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a} between ${b} and ${c})`),
        inner.map((a) => `(${a} in ("rural", 1, < 3, null))`),
      ),
    };
  });
  fc.assert(
    fc.property(expression, (source) => {
      const ours = evaluate(source, scope);
      const theirs = evaluateByLibrary(source, scope);
      fc.pre(!ours.warnings.some((warning) => warning.startsWith(UNLIKE)));
      isAnswered(ours, theirs);
    }),
    { numRuns: 2000 },
  );
});

it.each([
  '[] = []',
  '[1] = [1]',
  '[1, 2] = [2, 1]',
  '[1] = [1, 2]',
  '["a", "b"] = ["a", "b"]',
  '["a"] != ["b"]',
  '[[1], []] = [[1], []]',
  '[true] = [false]',
  '[null] = [null]',
  '[1] = ["1"]',
  '[1, "1"] = [2, 1]',
  '(1 / 4) = [0, 0]',
  '[0, 0] = (1 / 4)',
  '(1 / 4) = [0.25]',
  '(1 / 4) = { a: 1 }',
])('lists are compared like by the library: %s', (text) => {
  expect(evaluate(text, {}).value).toEqual(evaluateByLibrary(text, {}).value);
});
