import { fileURLToPath } from 'node:url';
import type { Bundle } from '@aidflow/definition';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, evaluateRule, type JsonObject, maskOf, type Programme } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioRunner } from '@aidflow/simulator/node';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = fileURLToPath(programmeFolders.dibao as URL);

let bundle: Bundle;
let programme: Programme;

beforeAll(async () => {
  const loaded = await loadProgramme(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  bundle = loaded.bundle;
  programme = compile(bundle, await loadValidators(bundle));
});

const self = { name: '张兰', idNumber: '62082119780512002X', relation: 'self' };
const spouse = { name: '李山', idNumber: '620821197503030010', relation: 'spouse' };
const child = { name: '李禾', idNumber: '620821201506010065', relation: 'child' };
const elder = { name: '张福', idNumber: '620821195001010053', relation: 'parent' };

interface Facts {
  application?: JsonObject;
  /** Fen a month that the spouse earns. */
  wages?: number;
  visit?: JsonObject;
  found?: JsonObject | null;
  reconciliation?: JsonObject;
  today?: string;
}

/** What the rules see of a rural household of three at the standard of 500 yuan. */
function scopeOf(facts: Facts) {
  const { application = {}, wages = 0, visit = {}, found = {}, today = '2026-04-10' } = facts;
  return {
    application: {
      applicant: { name: self.name, idNumber: self.idNumber },
      area: 'rural',
      members: [self, { ...spouse, working: true, income: { wages } }, child],
      ...application,
    },
    visit: { agrees: true, ...visit },
    recheck: null,
    reconciliation: facts.reconciliation ?? null,
    checks: { verification: { result: found === null ? 'unknown' : 'pass' } },
    answers: { verification: found ?? {} },
    today,
  };
}

describe('the rule of eligibility', () => {
  const alone = { single: { idNumber: self.idNumber, reason: 'disabled' } };
  const withDisability = (grade: string, kind: string, income: JsonObject = {}) => ({
    ...alone,
    members: [
      { ...self, disability: { grade, kind }, income },
      { ...spouse, income: { wages: 180_000 } },
      child,
    ],
  });

  // Standard 500, line 1,500, marginal below 2,250 yuan for three; savings up to 2 x 12 x 1,500 = 36,000 yuan.
  it.each<[string, Facts, JsonObject]>([
    [
      'nothing known about the means',
      { found: null },
      { row: 'E1', result: 'unknown', reason: 'not-verified' },
    ],
    ['before there was a standard', { today: '2024-12-31' }, { row: 'E1', result: 'unknown' }],
    ['the applicant has died', { found: { deceased: [self.idNumber] } }, { row: 'E2', result: 'fail' }],
    [
      'a monk applies alone with 100 yuan of his own',
      {
        application: {
          members: [{ ...self, excluded: 'clergy', income: { other: 10_000 } }],
          single: { idNumber: self.idNumber, reason: 'clergy' },
        },
      },
      { row: 'E3', result: 'pass', amount: 40_000 },
    ],
    [
      'nobody counts',
      { application: { members: [{ ...self, excluded: 'prison' }] } },
      { row: 'E4', result: 'unknown', reason: 'nobody-counted' },
    ],
    ['savings at the limit', { found: { deposits: 3_600_000 } }, { row: 'E9', amount: 150_000 }],
    ['savings over it', { found: { deposits: 3_600_001 } }, { row: 'E5', result: 'fail' }],
    ['savings declared over it', { application: { assets: { deposits: 3_600_001 } } }, { row: 'E5' }],
    ['a vehicle at the limit', { found: { vehicleValue: 3_000_000 } }, { row: 'E9' }],
    ['a vehicle over it', { found: { vehicleValue: 3_000_001 } }, { row: 'E6', result: 'fail' }],
    ['one home', { found: { houses: 1 } }, { row: 'E9' }],
    ['two homes', { found: { houses: 2 } }, { row: 'E7', result: 'fail' }],
    [
      'two homes, one of them a rural one that cannot be sold',
      { found: { houses: 2 }, application: { assets: { houses: 1, ruralHouse: true } } },
      { row: 'E9' },
    ],
    ['a share in a company', { found: { shareholdings: 1 } }, { row: 'E8', result: 'fail' }],
    ['one fen below the standard', { wages: 149_999 }, { row: 'E9', result: 'pass', amount: 100 }],
    [
      'at the standard',
      { wages: 150_000 },
      { row: 'E10', result: 'fail', reason: 'marginal', marginal: true },
    ],
    ['one fen below 1.5 times', { wages: 224_999 }, { row: 'E10', marginal: true }],
    ['at 1.5 times', { wages: 225_000 }, { row: 'E11', reason: 'income-over', marginal: false }],
    ['a member who has died is not counted', { found: { deceased: [child.idNumber] } }, { amount: 100_000 }],
    [
      'income that was not declared',
      { wages: 90_000, found: { undeclaredIncome: 20_000 } },
      { amount: 40_000 },
    ],
    ['what the visit found', { visit: { agrees: false, found: { income: 50_000 } } }, { amount: 100_000 }],
    [
      'what the visit found and 200 yuan that the departments found, 150 of them the same',
      {
        visit: { agrees: false, found: { income: 50_000 } },
        found: { undeclaredIncome: 20_000 },
        reconciliation: { included: 15_000 },
      },
      // 1,500 - (500 + 200 - 150).
      { amount: 95_000 },
    ],
    [
      'as long as nobody has said what of it is the same',
      { visit: { agrees: false, found: { income: 50_000 } }, found: { undeclaredIncome: 20_000 } },
      { row: 'E1', result: 'unknown', reason: 'not-verified' },
    ],
    [
      'deductions above the income give the whole standard and no more',
      { wages: 10_000, application: { expenses: [{ kind: 'illness', monthly: 90_000 }] } },
      { amount: 150_000 },
    ],
    [
      'deductions up to their caps: 2,000 for illness, 300 for the one who works',
      {
        wages: 300_000,
        application: { expenses: [{ kind: 'illness', monthly: 250_000 }], workCosts: 40_000 },
      },
      // 3,000 - 2,000 - 300 = 700; 1,500 - 700.
      { amount: 80_000 },
    ],
    [
      'income of a child that does not count',
      { application: { members: [self, spouse, { ...child, income: { scholarship: 100_000 } }] } },
      { amount: 150_000 },
    ],
    [
      'alone, though the household is below the standard',
      { application: { ...alone, members: [{ ...self, seriouslyIll: true }, spouse, child] } },
      { row: 'E12', result: 'unknown', reason: 'household-eligible' },
    ],
    ['alone, grade 2', { application: withDisability('2', 'physical') }, { row: 'E13', amount: 50_000 }],
    [
      'alone, grade 3, mental, with 120.50 yuan of her own',
      { application: withDisability('3', 'mental', { other: 12_050 }) },
      // 500 - 120.50 = 379.50, up to the yuan.
      { row: 'E13', amount: 38_000 },
    ],
    [
      'alone, with 100 of 200 yuan found that were not declared',
      {
        application: withDisability('2', 'physical'),
        found: { undeclaredIncome: 20_000, ownUndeclaredIncome: 10_000 },
      },
      { row: 'E13', amount: 40_000 },
    ],
    [
      'alone, with 200 yuan found of which nobody has said whose they are',
      { application: withDisability('2', 'physical'), found: { undeclaredIncome: 20_000 } },
      { row: 'E13', amount: 30_000 },
    ],
    [
      'alone, with 100 yuan that the visit and the departments found, all of it the same',
      {
        application: withDisability('2', 'physical'),
        visit: { agrees: false, found: { income: 190_000, ownIncome: 10_000 } },
        found: { undeclaredIncome: 10_000, ownUndeclaredIncome: 10_000 },
        reconciliation: { included: 10_000, ownIncluded: 10_000 },
      },
      { row: 'E13', amount: 40_000 },
    ],
    [
      'alone, as long as nobody has said what of the own income is the same',
      {
        application: withDisability('2', 'physical'),
        visit: { agrees: false, found: { income: 190_000, ownIncome: 10_000 } },
        found: { undeclaredIncome: 10_000, ownUndeclaredIncome: 10_000 },
        reconciliation: { included: 10_000 },
      },
      { row: 'E1', result: 'unknown', reason: 'not-verified' },
    ],
    [
      'alone, grade 3, physical',
      { application: withDisability('3', 'physical') },
      { row: 'E15', marginal: true },
    ],
    [
      'alone, with 500 yuan of her own',
      {
        application: {
          ...withDisability('1', 'visual', { wages: 50_000 }),
          members: [
            { ...self, disability: { grade: '1', kind: 'visual' }, income: { wages: 50_000 } },
            { ...spouse, income: { wages: 110_000 } },
            child,
          ],
        },
      },
      { row: 'E14', result: 'fail', reason: 'own-income-over' },
    ],
    [
      'alone, but on destitute support already',
      {
        application: {
          ...alone,
          members: [
            { ...self, excluded: 'destitute', disability: { grade: '1', kind: 'visual' } },
            { ...spouse, income: { wages: 120_000 } },
            child,
          ],
        },
      },
      { row: 'E17', result: 'fail', reason: 'person-excluded', marginal: true },
    ],
    [
      'a monk who applies alone for an illness, with 500 yuan of his own',
      {
        application: {
          members: [{ ...self, excluded: 'clergy', seriouslyIll: true, income: { other: 50_000 } }, spouse],
          single: { idNumber: self.idNumber, reason: 'ill' },
        },
      },
      { row: 'E18', result: 'fail', reason: 'own-income-over' },
    ],
    [
      'alone, in a household that is not marginal',
      {
        application: {
          ...alone,
          members: [{ ...self, seriouslyIll: true }, { ...spouse, income: { wages: 225_000 } }, child],
        },
      },
      { row: 'E16', result: 'fail', reason: 'household-over' },
    ],
  ])('%s', (_name, facts, expected) => {
    const { row, result, reason, values } = evaluateRule(programme, 'eligibility', scopeOf(facts));
    expect({ row, result, reason, ...values }).toMatchObject(expected);
  });

  it('gives the highest supplement of each person, where a county has them', () => {
    const { parameters } = bundle.definition;
    const percent = (id: string, value: number) => {
      const parameter = parameters?.[id];
      if (parameter === undefined) throw new Error(id);
      return { [id]: { ...parameter, values: [{ value, 'valid-from': '2021-07-01' }] } };
    };
    const county: Bundle = {
      ...bundle,
      definition: {
        ...bundle.definition,
        parameters: {
          ...parameters,
          ...percent('elderPercent', 20),
          ...percent('minorPercent', 15),
          ...percent('disabledPercent', 25),
          ...percent('illPercent', 30),
        },
      },
    };
    const members = [self, child, { ...elder, disability: { grade: '1', kind: 'visual' } }];
    const { values } = evaluateRule(
      compile(county, {}),
      'eligibility',
      scopeOf({ application: { members } }),
    );
    // 1,500 without income; 15 % of 500 for the child; 25 % for the elder, who is disabled as well, not 20 and 25.
    expect(values.amount).toBe(150_000 + 7_500 + 12_500);
  });

  it.each([
    ['2026-01-01', 70_000],
    ['2025-12-31', 47_000],
  ])('counts somebody as old from the birthday on (%s)', (today, amount) => {
    const { parameters } = bundle.definition;
    const old = parameters?.elderPercent;
    if (old === undefined) throw new Error('elderPercent');
    const values = [{ value: 40, 'valid-from': '2021-07-01' }];
    const county: Bundle = {
      ...bundle,
      definition: {
        ...bundle.definition,
        parameters: { ...parameters, elderPercent: { ...old, values } },
      },
    };
    // Born on 1 January 1956: 70 on 1 January 2026, when the standard rises from 470 to 500 as well.
    const born = { ...self, idNumber: '620821195601010014' };
    const application = { applicant: { name: born.name, idNumber: born.idNumber }, members: [born] };
    const found = evaluateRule(compile(county, {}), 'eligibility', scopeOf({ application, today }));
    expect(found.values.amount).toBe(amount);
  });
});

it('says of every parameter that the assessment reads that it rests on it', () => {
  const read = JSON.stringify(bundle.rules.eligibility).matchAll(/parameters\.(\w+)/g);
  const rests = ['rural', 'urban'].flatMap((area) => {
    const { values } = evaluateRule(programme, 'eligibility', scopeOf({ application: { area } }));
    return (values.facts as { rests: string[] }).rests;
  });
  expect(new Set(rests)).toEqual(new Set([...read].map(([, id]) => id)));
});

describe('the rule of the means check', () => {
  it.each<[string, JsonObject, string]>([
    ['nothing reported', {}, 'V8'],
    ['a member who has died', { deceased: [child.idNumber] }, 'V1'],
    ['savings', { deposits: 3_600_001 }, 'V2'],
    ['a vehicle', { vehicles: 1, vehicleValue: 3_000_001 }, 'V3'],
    ['two homes', { houses: 2 }, 'V4'],
    ['a share in a company', { shareholdings: 1, companies: 1 }, 'V5'],
    ['income that was not declared', { undeclaredIncome: 1 }, 'V6'],
    ['a business without capital', { companies: 1 }, 'V7'],
    ['all at its limit', { deposits: 3_600_000, vehicles: 1, vehicleValue: 3_000_000, houses: 1 }, 'V8'],
  ])('%s', (_name, answer, row) => {
    expect(evaluateRule(programme, 'verification', { ...scopeOf({}), answer }).row).toBe(row);
  });

  it('does not pass what it has no standard for', () => {
    const scope = { ...scopeOf({ today: '2024-12-31' }), answer: {} };
    expect(evaluateRule(programme, 'verification', scope)).toMatchObject({ row: 'V0', result: 'unknown' });
  });
});

describe('what the county finds', () => {
  const found = (income: number, support: number | null = null) => ({
    agrees: false,
    found: { income, ...(support === null ? {} : { support }), why: '打零工' },
  });
  const agrees = { agrees: true };

  it.each<[string, JsonObject, JsonObject, string]>([
    ['both agree with the application', agrees, agrees, 'same'],
    ['both found the same', found(120_000), found(120_000), 'same'],
    ['both found another income', found(120_000), found(130_000), 'differs'],
    ['only the county found support', found(120_000), found(120_000, 10_000), 'differs'],
    ['the township agreed with the application', agrees, found(120_000), 'differs'],
    ['the county agrees with the application and not with the township', found(120_000), agrees, 'differs'],
  ])('is held against the assessment: %s', (_name, visit, countyVisit, reason) => {
    const scope = { ...scopeOf({}), visit, case: { registered: 1, complaints: 2, rounds: { visit: 3 } } };
    const { values } = evaluateRule(programme, 'eligibility', scope);
    const checks = { ...scope.checks, assess: values };
    const compared = evaluateRule(programme, 'countyFinding', { ...scope, checks, countyVisit });
    expect(compared).toMatchObject({ reason, values: { visit: 3, concerns: 3 } });
  });

  it.each([
    ['binds', 1, 30_000],
    ['binds no longer when the township has visited again', 2, 60_000],
  ])('%s', (_name, round, amount) => {
    const scope = {
      ...scopeOf({ wages: 90_000 }),
      countyVisit: found(120_000),
      case: { rounds: { visit: round } },
    };
    const checks = { ...scope.checks, compare: { visit: 1, concerns: 1 } };
    // 1,500 - 1,200, or 1,500 - 900.
    expect(evaluateRule(programme, 'eligibility', { ...scope, checks }).values.amount).toBe(amount);
  });
});

it('takes every length of time from a dated parameter', () => {
  const lengths = [...JSON.stringify(bundle.definition).matchAll(/"days":(\d+|"[^"]*")/g)].map(
    ([, days]) => days,
  );
  expect(lengths).not.toEqual([]);
  for (const days of lengths) expect(days).toMatch(/^"parameters\.\w+Days"$/);
});

it('names the household in the notice, in full for the office and masked for everybody else', async () => {
  const { events, state } = await scenarioRunner().run(`${folder}/scenarios/notice-names-the-household.yaml`);
  if (state === null) throw new Error('no case');
  const shown = (notices: typeof state.notices) =>
    Object.fromEntries(notices[0]?.items.map(({ label, value }) => [label, value]) ?? []);
  const notice = {
    '所在村（社区）': '一村',
    保障人数: '2人',
    初审意见: '拟予确认最低生活保障',
    拟保障金额: '1000.00元/月',
  };
  expect(shown(state.notices)).toEqual({ ...notice, 申请人: '张兰', 家庭成员: '张兰、李禾' });
  const masked = maskOf(programme, state, events).deep(state.notices);
  expect(shown(masked)).toEqual({ ...notice, 申请人: '张*', 家庭成员: '张*、李*' });
});

describe('letters', () => {
  const letterOf = async (scenario: string, id: string) => {
    const { passed, state } = await scenarioRunner().run(`${folder}/scenarios/${scenario}.yaml`);
    expect(passed).toBe(true);
    const letter = state?.letters.find((one) => one.id === id);
    if (letter === undefined) throw new Error(`${scenario} has no letter ${id}`);
    return letter;
  };

  it.each([
    ['county-confirms', 'receipt', ['3个工作日', '30个工作日', '延长15个工作日'], ['Within 3 working days']],
    [
      'county-confirms',
      'approval',
      ['张兰', '2026年5月起', '600.00元', '陆佰元整', '示范县民政局', '2026年4月10日', '六十日', '六个月'],
      [
        'From May 2026',
        '600.00 yuan',
        '10 April 2026',
        'Civil Affairs Bureau, 示范县',
        'sixty days',
        'six months',
      ],
    ],
    [
      'delegation-last-day',
      'approval',
      ['甲镇人民政府根据示范县民政局“示民发〔2025〕88号”下放', '2026年7月起'],
      ['document "示民发〔2025〕88号"', 'From July 2026'],
    ],
    [
      'denied-marginal',
      'denial',
      ['低保边缘家庭', '不低于农村低保标准500元', '示范县民政局', '六十日', 'E10'],
      ['marginal household', 'sixty days', 'E10'],
    ],
    ['denied-under-delegation', 'denial', ['示民发〔2025〕88号', '甲镇人民政府'], ['示民发〔2025〕88号']],
    [
      'single-person-in-prison',
      'denial',
      ['正在服刑、强制隔离戒毒，或者已经享受特困供养', 'E17'],
      ['in prison or compulsory rehabilitation', 'E17'],
    ],
    [
      'papers-missing',
      'missing',
      ['李山的务工合同（核实务工收入）', '20个工作日'],
      ['within 20 working days'],
    ],
    [
      'clarification',
      'clarification',
      ['请说明李山去年十月以后在哪里务工'],
      ['请说明李山去年十月以后在哪里务工'],
    ],
    ['check-fails', 'check-result', ['36000.01元', '申请复核'], ['36000.01 yuan', 'check again']],
    ['township-corrected', 'correction', ['没有全部计入', '示范县民政局'], ['no longer has effect']],
    ['jurisdiction', 'elsewhere', ['乙镇人民政府'], ['乙镇人民政府']],
    ['single-person', 'approval', ['保障人数1人', '月人均收入700.00元'], ['awarded for 1 person.']],
  ])('%s: %s', async (scenario, id, chinese, english) => {
    const { number, text } = await letterOf(scenario, id);
    for (const part of chinese) expect(text.zh).toContain(part);
    for (const part of english) expect(text.en).toContain(part);
    for (const one of Object.values(text)) {
      expect(one).toContain(number);
      expect(one).not.toMatch(/\{\{|\}\}|NaN|undefined|null/);
    }
  });

  it('says nothing of a delegation or of a margin where there is none', async () => {
    expect((await letterOf('county-confirms', 'approval')).text.zh).not.toContain('下放');
    expect((await letterOf('denied-under-delegation', 'denial')).text.zh).not.toContain('低保边缘家庭');
  });
});
