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
