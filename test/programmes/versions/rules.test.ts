/** Differences of decision tables, and the inputs on which the two versions answer differently. */
import { type Difference, diff, type Programme } from '@aidflow/definition';
import { describe, expect, it } from 'vitest';
import { dibao, edited, row, rule } from './edits.ts';
import { told } from './expected.ts';

const differences = (change: (programme: Programme) => void): Difference[] => diff(dibao, edited(change));
const examples = (found: readonly Difference[]) => found.filter(({ code }) => code === 'diff/rule-example');

/** What an example says of one side. */
interface Side {
  row: string;
  result: string;
  inputs: Record<string, unknown>;
  values: Record<string, unknown>;
}
const sides = ({ before, after }: Difference) => ({ before: before as Side, after: after as Side });

describe('tables', () => {
  it('tells every cell that differs', () => {
    const found = differences((p) => {
      const table = rule(p, 'verification');
      const v2 = row(p, 'verification', 'V2');
      v2.if = { deposits: '>= depositCap' };
      Object.assign(row(p, 'verification', 'V7'), { result: 'fail', reason: 'company-found' });
      row(p, 'verification', 'V8').values = { clean: 'true' };
      row(p, 'verification', 'V1').basis = 'county-rules';
      table.title = '核对判定';
    });
    expect(found.map(told)).toEqual(
      expect.arrayContaining([
        [
          'diff/row-test',
          'procedure',
          '“核对判定”第V2条中“存款、现金、证券和商业保险合计”的条件由“> depositCap”改为“>= depositCap”。',
          'In row V2 of "核对判定" the test of "Savings, cash, securities and insurance" is now ">= depositCap" instead of "> depositCap".',
        ],
        [
          'diff/row-result',
          'procedure',
          '“核对判定”第V7条的结果由转人工改为不通过。',
          'Row V7 of "核对判定" now says "fail" instead of "goes to a person".',
        ],
        [
          'diff/row-reason',
          'procedure',
          '“核对判定”第V7条的理由代码由company-registered改为company-found。',
          'Row V7 of "核对判定" now gives the reason company-found instead of company-registered.',
        ],
        [
          'diff/row-value',
          'procedure',
          '“核对判定”第V8条得出的 clean 由无改为“true”。',
          'Row V8 of "核对判定" now leaves "true" as clean instead of nothing.',
        ],
        [
          'diff/row-basis',
          'text',
          '“核对判定”第V1条的依据由“最低生活保障审核确认办法（民发〔2021〕57号）”改为“县级低保实施细则（示范默认值）”。',
          'Row V1 of "核对判定" now rests on "County rules on the allowance (demonstration default)" instead of "Measures for the Review and Confirmation of the Minimum Living Allowance (Minfa 2021 No. 57)".',
        ],
        [
          'diff/rule-title',
          'text',
          '认定规则用语“核对结果判定”改为“核对判定”。',
          'In the rules "Judgement of the means check" is now called "核对判定".',
        ],
      ]),
    );
  });

  it('tells rows that come, go and move', () => {
    const found = differences((p) => {
      const { rows } = rule(p, 'verification');
      const v3 = rows.findIndex(({ id }) => id === 'V3');
      rows.splice(v3, 1);
      const [v5] = rows.splice(
        rows.findIndex(({ id }) => id === 'V5'),
        1,
      );
      if (v5) rows.splice(2, 0, v5);
      rows.splice(0, 0, { id: 'V10', if: { houses: '> 3' }, result: 'fail', reason: 'many-houses' });
    });
    expect(found.map(told)).toEqual(
      expect.arrayContaining([
        [
          'diff/row-added',
          'procedure',
          '“核对结果判定”新增第V10条：“住房数量”> 3时不通过（many-houses）。',
          '"Judgement of the means check" has a new row V10: fail (many-houses) with "Dwellings" > 3.',
        ],
        [
          'diff/row-removed',
          'procedure',
          '“核对结果判定”取消第V3条：“价值最高的车辆的价值”> parameters.vehicleValueCap时不通过（vehicle-over）。',
          '"Judgement of the means check" no longer has row V3: fail (vehicle-over) with "Value of the most valuable vehicle" > parameters.vehicleValueCap.',
        ],
        [
          'diff/row-moved',
          'procedure',
          '“核对结果判定”第V5条移到第V9条之后，原在第V4条之后。',
          'Row V5 of "Judgement of the means check" now stands after row V9; it stood after row V4.',
        ],
      ]),
    );
    // V0, V9 and the others kept their order among themselves.
    expect(found.filter(({ code }) => code === 'diff/row-moved')).toHaveLength(1);
  });

  it('tells inputs, values and settings', () => {
    const found = differences((p) => {
      const table = rule(p, 'verification');
      table.hit = 'unique';
      table.let = [
        { id: 'ruralHouse', value: 'if application.assets.ruralHouse = true then 2 else 0' },
        ...(table.let ?? []).filter(({ id }) => id !== 'ruralHouse' && id !== 'depositCap'),
        { id: 'ceiling2', value: '1' },
      ];
      table.inputs = table.inputs.filter(({ id }) => id !== 'companies');
      const houses = table.inputs.find(({ id }) => id === 'houses');
      if (houses) houses.value = 'answer.houses';
      table.inputs.push({ id: 'boats', title: '船舶', value: 'answer.boats' });
    });
    expect(found.map(told)).toEqual(
      expect.arrayContaining([
        [
          'diff/rule-setting',
          'procedure',
          '“核对结果判定”的命中方式由“first”改为“unique”。',
          'The hit policy of "Judgement of the means check" is now "unique" instead of "first".',
        ],
        [
          'diff/rule-value',
          'procedure',
          '“核对结果判定”中 ruralHouse 的算法由“if application.assets.ruralHouse = true then 1 else 0”改为“if application.assets.ruralHouse = true then 2 else 0”。',
          'In "Judgement of the means check" ruralHouse is now worked out as "if application.assets.ruralHouse = true then 2 else 0" instead of "if application.assets.ruralHouse = true then 1 else 0".',
        ],
        [
          'diff/rule-value-added',
          'procedure',
          '“核对结果判定”新增中间值 ceiling2：“1”。',
          '"Judgement of the means check" works out a new value ceiling2: "1".',
        ],
        [
          'diff/rule-value-removed',
          'procedure',
          '“核对结果判定”不再计算中间值 depositCap。',
          '"Judgement of the means check" no longer works out the value depositCap.',
        ],
        [
          'diff/rule-order',
          'procedure',
          '“核对结果判定”中中间值的计算先后有变化。',
          'In "Judgement of the means check" values are worked out in another order.',
        ],
        [
          'diff/rule-input',
          'procedure',
          '“核对结果判定”中“住房数量”的算法由“if answer.houses = null then 0 else answer.houses”改为“answer.houses”。',
          'In "Judgement of the means check" "Dwellings" is now worked out as "answer.houses" instead of "if answer.houses = null then 0 else answer.houses".',
        ],
        [
          'diff/rule-input-added',
          'procedure',
          '“核对结果判定”新增判断项“船舶”。',
          '"Judgement of the means check" now looks at "船舶", too.',
        ],
        [
          'diff/rule-input-removed',
          'procedure',
          '“核对结果判定”不再判断“名下登记的市场主体数量”。',
          '"Judgement of the means check" no longer looks at "Businesses registered".',
        ],
      ]),
    );
  });

  it('tells rules that come and go', () => {
    const found = differences((p) => {
      p.rules.urgent = {
        title: '急难认定',
        hit: 'first',
        inputs: [{ id: 'a', title: '甲', value: '1' }],
        rows: [{ id: 'A', result: 'pass', reason: 'a' }],
      };
      delete p.rules.verification;
    });
    expect(found.map(told)).toEqual([
      [
        'diff/rule-removed',
        'procedure',
        '不再使用认定规则“核对结果判定”。',
        'There is no longer a rule "Judgement of the means check".',
      ],
      ['diff/rule-added', 'procedure', '新增认定规则“急难认定”。', 'New rule "急难认定".'],
    ]);
  });
});

describe('examples', () => {
  it('finds the household of exactly the standard that is no longer denied', () => {
    const found = differences((p) => {
      row(p, 'eligibility', 'E9').if = { alone: 'false', netIncome: '<= line' };
    });
    const [example, ...others] = examples(found);
    expect(others).toEqual([]);
    if (!example) throw new Error('no example');
    const { before, after } = sides(example);
    expect([before.row, before.result, after.row, after.result]).toEqual(['E10', 'fail', 'E9', 'pass']);
    // Exactly the standard: the top-up is nothing.
    expect(after.values.amount).toBe(0);
    expect(example.severity).toBe('easier');
    expect(example.sentence.zh).toMatch(
      /^“低保认定”：家庭月收入合计（扣减后）为[\d.]+元（恰为 line）、单人户申请为否、.*时，现为“通过”（第E9条、eligible、.*amount为0元），原为“不通过”（第E10条、marginal、.*）。$/,
    );
    expect(example.sentence.en).toMatch(
      /^"Assessment": with "Household income a month \(after deductions\)" [\d.]+ yuan \(exactly line\), "Application for one person alone" no, .*the answer is now "pass" \(row E9, eligible, .*\); it was "fail" \(row E10, marginal/,
    );
  });

  it('finds who loses when a boundary is drawn in', () => {
    const found = examples(
      differences((p) => {
        row(p, 'verification', 'V2').if = { deposits: '>= depositCap' };
      }),
    );
    const lost = found.map(sides).find(({ before }) => before.result === 'pass');
    expect(lost?.after).toMatchObject({ row: 'V2', result: 'fail' });
    expect(found.find(({ severity }) => severity === 'stricter')?.sentence.zh).toContain(
      '（恰为 depositCap）',
    );
  });

  it('asks with the standards of the day on which they change, though the table is the same', () => {
    const found = differences((p) => {
      const standard = p.definition.parameters?.standardRural;
      const last = standard?.values.at(-1);
      if (last) last.value = 52_000;
    });
    expect(found[0]).toMatchObject({ code: 'diff/parameter-value', severity: 'money' });
    const more = examples(found).find(({ severity }) => severity === 'money');
    if (!more) throw new Error('nobody is paid more');
    const { before, after } = sides(more);
    expect(after.row).toBe(before.row);
    // 20 yuan more of a standard for each person who is counted.
    const people = Number(after.values.beneficiaries);
    expect(Number(after.values.amount) - Number(before.values.amount)).toBe(2_000 * people);
    expect(
      examples(found).some(
        (one) => sides(one).after.result === 'pass' && sides(one).before.result === 'fail',
      ),
    ).toBe(true);
  });

  it('says so when nothing that was tried is answered differently', () => {
    const found = differences((p) => {
      const lines = rule(p, 'eligibility').let ?? [];
      const line = lines.find(({ id }) => id === 'line');
      if (line) line.value = 'size * monthlyStandard';
    });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['diff/rule-value', 'procedure'],
      ['diff/rule-same-answers', 'text'],
    ]);
    expect(found[1]?.sentence.zh).toMatch(/^“低保认定”虽有改动，但在试算的\d+组情况中结果均相同。$/);
    expect(found[1]?.sentence.en).toMatch(/^"Assessment" changed, but answered alike on all of \d+ inputs/);
  });

  it('asks the table alone where no data lead to a boundary', () => {
    const found = examples(
      differences((p) => {
        // A list that no sampled answer holds five of.
        row(p, 'verification', 'V1').if = { deceased: '> 5' };
        rule(p, 'verification').inputs = rule(p, 'verification').inputs.map((input) =>
          input.id === 'deceased' ? { ...input, value: 'null' } : input,
        );
      }),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  it('is the same every time', () => {
    const change = (p: Programme) => {
      row(p, 'eligibility', 'E9').if = { alone: 'false', netIncome: '<= line' };
    };
    expect(differences(change)).toEqual(differences(change));
  });

  it('has nothing to say of words', () => {
    const found = differences((p) => {
      rule(p, 'eligibility').title = '认定';
      row(p, 'eligibility', 'E9').basis = 'county-rules';
    });
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['diff/rule-title', 'text'],
      ['diff/row-basis', 'text'],
    ]);
  });
});
