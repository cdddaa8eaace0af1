import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, evaluateRule, type Programme, scopeOf } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioRunner } from '@aidflow/simulator/node';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = fileURLToPath(programmeFolders['startup-loan'] as URL);
let programme: Programme;

beforeAll(async () => {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
});

/** What rules see on 2 March 2026, as the engine gives it. */
function judged(rule: string, seen: object) {
  const empty = { data: {}, steps: {}, checks: {}, answers: {}, registers: {}, division: '', opened: now };
  const scope = scopeOf(programme, empty as never, { now });
  return evaluateRule(programme, rule, { ...scope, ...seen });
}
const now = '2026-03-02T01:00:00Z';

const applicant = { idNumber: '62082119920920009X' };
const person = {
  kind: 'person',
  applicant,
  business: { open: true },
  amount: 30_000_000,
  months: 36,
  loans: [],
};

describe('the hire ratio of enterprises (OS-10)', () => {
  const hired = (count: number, months = 12) =>
    Array.from({ length: count }, () => ({ contractMonths: months }));
  it.each([
    // 10 % exactly; 9 %, as the 5 % are for more than 100; 5 % of 120 are 6; 4.17 %; one contract of six months.
    [40, hired(4), 'pass'],
    [100, hired(9), 'fail'],
    [100, hired(10), 'pass'],
    [101, hired(6), 'pass'],
    [101, hired(5), 'fail'],
    [120, hired(6), 'pass'],
    [120, hired(5), 'fail'],
    [40, [...hired(3), ...hired(1, 6)], 'fail'],
    [40, [...hired(3), ...hired(1, 11)], 'fail'],
  ])('%i staff, %j: %s', (staff, hires, result) => {
    const application = {
      ...person,
      kind: 'enterprise',
      months: 24,
      enterprise: { staff, hires, arrears: false },
    };
    expect(judged('qualification', { application }).result).toBe(result);
  });
});

describe('what a person may borrow', () => {
  it.each<[string, object, object]>([
    ['the cap', {}, { result: 'pass', values: { allowed: 30_000_000, counter: true } }],
    ['above it', { amount: 30_000_001 }, { result: 'pass', values: { allowed: 30_000_000 } }],
    ['free of a counter-guarantee', { amount: 10_000_000 }, { values: { counter: false } }],
    ['one fen more', { amount: 10_000_001 }, { values: { counter: true } }],
    ['a month too long', { months: 37 }, { result: 'fail', reason: 'term-too-long' }],
    ['a closed business', { business: { open: false } }, { result: 'fail', reason: 'business-closed' }],
    // Born on 2 March 2008 and on 2 March 1965: 18 today; 61 today.
    ['at eighteen', { applicant: { idNumber: '620821200803020013' } }, { result: 'pass' }],
    ['at seventeen', { applicant: { idNumber: '620821200803030019' } }, { result: 'fail', reason: 'age' }],
    ['at sixty', { applicant: { idNumber: '620821196503030019' } }, { result: 'pass' }],
    ['at sixty-one', { applicant: { idNumber: '620821196503020019' } }, { result: 'fail', reason: 'age' }],
  ])('%s', (_name, change, expected) => {
    expect(judged('qualification', { application: { ...person, ...change } })).toMatchObject(expected);
  });
});

describe('other loans', () => {
  const loan = (owner: string, kind: string, balance = 1) => ({ owner, kind, balance });
  it.each([
    [[], 'clean'],
    [['student', 'poverty-microcredit', 'housing', 'car'].map((kind) => loan('self', kind)), 'clean'],
    [[loan('self', 'consumer', 10_000_000)], 'clean'],
    [[loan('self', 'consumer', 10_000_001)], 'other-loan-self'],
    [[loan('spouse', 'consumer', 10_000_001)], 'other-loan-spouse'],
    [[loan('self', 'business')], 'other-loan-self'],
    [[loan('spouse', 'business', 20_000_000)], 'other-loan-spouse'],
  ])('%j: %s', (loans, reason) => {
    const application = { ...person, loans: [] };
    expect(judged('credit', { application, answer: { overdue: false, loans } }).reason).toBe(reason);
    const declared = { application: { ...person, loans }, answer: { overdue: false } };
    expect(judged('credit', declared).reason).toBe(reason);
  });

  it('are not known when the bureau says nothing of them', () => {
    expect(judged('credit', { application: person, answer: {} }).result).toBe('unknown');
  });
});

describe('the rate', () => {
  // LPR + 50 on the day of the contract: 3.10 + 0.50 to 19 May 2025, 3.00 + 0.50 from the 20th.
  it.each([
    ['2025-05-19', 360, 'pass'],
    ['2025-05-20', 360, 'fail'],
    ['2025-05-20', 350, 'pass'],
    ['2024-07-21', 395, 'pass'],
    ['2024-07-22', 395, 'fail'],
    ['2023-01-01', 350, 'unknown'],
  ])('on %s %i is %s', (date, rate, result) => {
    expect(judged('rate', { loan: { date, rate } }).result).toBe(result);
  });
});

describe('the interest subsidy', () => {
  it.each([
    // 200,000 at 3.5 %: 90 days 1,750.00, half of it; nothing for extended days; 45 of 90 days; one fen on one day.
    [20_000_000, 350, 90, 90, 175_000, 87_500],
    [20_000_000, 350, 90, 0, 175_000, 0],
    [20_000_000, 350, 90, 45, 175_000, 43_750],
    // 1 x 0.035 / 360 is less than a fen; 123,456.78 x 3.45 % x 91 / 360 = 1,076.6460...; half 538.3230...
    [100, 350, 1, 1, 0, 0],
    [12_345_678, 345, 91, 91, 107_665, 53_832],
  ])('%i at %i, %i days of which %i count', (principal, rate, days, normalDays, interest, subsidy) => {
    const seen = { statement: { principal, days, normalDays }, item: { rate } };
    expect(judged('interest', seen).values).toMatchObject({ interest, subsidy });
  });
});

describe('letters', () => {
  const letterOf = async (scenario: string, id: string) => {
    const { state } = await scenarioRunner().run(`${folder}/scenarios/${scenario}.yaml`);
    const text = state?.letters.find((one) => one.id === id)?.text;
    if (text === undefined) throw new Error(`${scenario} has no letter ${id}`);
    return text;
  };

  it('of the county name reconsideration by the county government', async () => {
    const { zh, en } = await letterOf('spouse-loan', 'not-qualified');
    expect(zh).toContain('向示范县人民政府申请行政复议');
    expect(en).toContain('reconsideration');
  });

  it.each([
    ['bank-refuses', 'bank-refusal'],
    ['fund-refuses', 'fund-refusal'],
  ])('of %s name complaint only: they are no acts of government', async (scenario, id) => {
    const { zh, en } = await letterOf(scenario, id);
    expect(zh).toContain('投诉');
    expect(zh).not.toMatch(/行政复议|行政诉讼/);
    expect(en).toContain('complain');
    expect(en).not.toMatch(/reconsideration|court/);
  });
});
