import type { Rule } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { relief } from './fixtures/relief.ts';
import { evaluateRule, parameterOn, parametersOn } from './index.ts';

const rule = (change: Partial<Rule>): Rule => ({
  title: 't',
  hit: 'first',
  inputs: [{ id: 'age', title: '年龄', value: 'person.age' }],
  rows: [
    { id: 'old', if: { age: '>= 60' }, result: 'pass', reason: 'old', values: { amount: '100' } },
    { id: 'very-old', if: { age: '>= 80' }, result: 'pass', reason: 'very-old', values: { amount: '50' } },
    { id: 'young', if: { age: '< 60' }, result: 'fail', reason: 'young' },
  ],
  ...change,
});

const judge = (change: Partial<Rule>, scope: Record<string, unknown>) => {
  const programme = relief((bundle) => {
    bundle.rules = { one: rule(change) };
  });
  return evaluateRule(programme, 'one', { today: '2026-03-02', ...scope });
};

describe('decision tables', () => {
  type Row = [
    hit: Rule['hit'],
    age: unknown,
    result: string,
    row: string | null,
    reason: string,
    amount: unknown,
  ];
  const rows: Row[] = [
    ['first', 70, 'pass', 'old', 'old', 100],
    ['first', 85, 'pass', 'old', 'old', 100],
    ['first', 59, 'fail', 'young', 'young', undefined],
    ['unique', 70, 'pass', 'old', 'old', 100],
    ['unique', 85, 'unknown', null, 'rule/two-rows', undefined],
    ['collect', 85, 'pass', 'old very-old', 'old', 150],
    ['first', null, 'unknown', null, 'rule/no-row', undefined],
    ['first', 'seventy', 'unknown', null, 'rule/no-row', undefined],
  ];
  it.each(rows)('%s, age %j', (hit, age, result, row, reason, amount) => {
    const trace = judge({ hit }, { person: { age } });
    expect(trace).toMatchObject({ result, row, reason });
    expect(trace.values.amount).toBe(amount);
  });

  it('records inputs, date and only the parameters that it names', () => {
    const trace = judge(
      {
        date: '"2025-06-01"',
        let: [{ id: 'line', value: 'standard * 2' }],
        rows: [{ id: 'x', if: { age: '< line' }, result: 'pass', reason: 'x' }],
      },
      { person: { age: 93_999 } },
    );
    expect(trace).toMatchObject({ result: 'pass', date: '2025-06-01', parameters: { standard: 47_000 } });
    expect(judge({}, { person: { age: 70 } }).parameters).toEqual({});
  });

  it('a rule that is not there and a value that is none are problems', () => {
    expect(() => evaluateRule(relief(), 'none', {})).toThrow('rule/unknown');
    const endless = rule({ inputs: [{ id: 'age', title: '', value: 'size()' }] });
    const programme = relief((bundle) => {
      bundle.rules = { one: endless };
    });
    const scope = { today: '2026-03-02', size: () => Number.POSITIVE_INFINITY };
    expect(evaluateRule(programme, 'one', scope).inputs.age).toBeNull();
  });
});

describe('tests of every kind', () => {
  // The cell, what fits and what does not; a word, another type or nothing never passes a threshold.
  it.each([
    ['[60..80)', 60, 80],
    ['[60..80)', 79, 'seventy'],
    [']60..80]', 80, 60],
    ['60, 70, 80', 70, 71],
    ['"urban", "rural"', 'rural', 'town'],
    ['not("urban")', 'rural', 'urban'],
    ['not([60..80])', 59, 60],
    ['>= date("2026-01-01")', '@2026-01-01', '@2025-12-31'],
    ['[date("2026-01-01")..date("2026-12-31")]', '@2026-12-31', '2026-12-31'],
    ['null', null, 0],
    ['? != null and ? > 3', 4, null],
  ])('%s takes %j and not %j', (cell, taken, other) => {
    const rows: Rule['rows'] = [{ id: 'x', if: { given: cell }, result: 'pass', reason: 'x' }];
    const row = (given: unknown) => {
      const isDate = typeof given === 'string' && given.startsWith('@');
      const [seen, expression] = isDate ? [given.slice(1), 'date(given)'] : [given, 'given'];
      return judge({ rows, inputs: [{ id: 'given', title: '', value: expression }] }, { given: seen }).row;
    };
    expect(row(taken)).toBe('x');
    expect(row(other)).toBeNull();
  });

  it('tells which rows fired where they are several', () => {
    expect(judge({ hit: 'unique' }, { person: { age: 85 } }).rows).toEqual(['old', 'very-old']);
    expect(judge({ hit: 'collect' }, { person: { age: 85 } }).rows).toEqual(['old', 'very-old']);
    expect(judge({ hit: 'first' }, { person: { age: 85 } }).rows).toBeUndefined();
  });

  it('adds up exactly', () => {
    const rows: Rule['rows'] = ['a', 'b', 'c'].map((id) => ({
      id,
      result: 'pass',
      reason: id,
      values: { share: '0.1', third: '1 / 3', name: `"${id}"` },
    }));
    expect(judge({ hit: 'collect', rows }, { person: { age: 1 } }).values).toEqual({
      share: 0.3,
      third: 1,
      name: 'c',
    });
  });

  it('goes on with thirds and dates as they are', () => {
    const trace = judge(
      {
        let: [
          { id: 'perCapita', value: '120100 / 3' },
          { id: 'applied', value: 'date("2026-03-02")' },
        ],
        inputs: [
          { id: 'perCapita', title: '', value: 'perCapita' },
          { id: 'applied', title: '', value: 'applied' },
        ],
        rows: [
          {
            id: 'x',
            if: { perCapita: '< 50000', applied: '< date("2026-03-03")' },
            result: 'pass',
            reason: 'x',
            values: { amount: '(50000 - perCapita) * 3' },
          },
        ],
      },
      {},
    );
    expect(trace).toMatchObject({ row: 'x', values: { amount: 29_900 } });
    expect(trace.inputs).toEqual({ perCapita: 120_100 / 3, applied: '2026-03-02' });
  });
});

describe('parameters are looked up on a date', () => {
  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', 47_000],
    ['2025-12-31', 47_000],
    ['2026-01-01', 50_000],
  ])('%s', (date, value) => {
    expect(parametersOn(relief(), date).standard).toBe(value);
  });

  it('one without a value then is a problem, not zero', () => {
    expect(() => parameterOn(relief(), 'standard', '2024-12-31')).toThrow('programme/no-parameter');
  });
});
