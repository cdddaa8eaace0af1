import { parse, type Rule } from '@aidflow/definition';
import type { Programme } from '@aidflow/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { loadShipped, loadWorkshop, programmeIds } from '../fixtures/load.ts';
import { workshop as files } from '../fixtures/workshop.ts';
import { dmnFaults } from '../fixtures/xsd.ts';
import { fromDmn } from './from-dmn.ts';
import { toDmn } from './to-dmn.ts';

let programmes: Record<string, Programme>;
beforeAll(async () => {
  const shipped = programmeIds.map(async (id) => [id, await loadShipped(id)]);
  programmes = { ...Object.fromEntries(await Promise.all(shipped)), workshop: await loadWorkshop() };
}, 60_000);

const rulesOf = async (xml: string): Promise<Record<string, Rule>> =>
  parseYaml((await fromDmn(xml)).rules).rules;

const reasons = async (xml: string): Promise<unknown[][]> =>
  (await fromDmn(xml)).notCarried.map(({ params }) => [params?.variant, params?.name, params?.what]);

/** What a row leaves open is left out in the file, too. */
const bare = (rule: Rule): Rule => ({
  ...rule,
  rows: rule.rows.map(({ if: tests = {}, values = {}, ...row }) => ({
    ...row,
    ...(Object.keys(tests).length === 0 ? {} : { if: tests }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  })),
});

describe('a rule goes to DMN and comes back the same', () => {
  it.each([...programmeIds, 'workshop'])('every rule of %s', async (name) => {
    const programme = programmes[name] as Programme;
    for (const [id, rule] of Object.entries(programme.rules)) {
      const xml = await toDmn(programme, id);
      expect(await dmnFaults(xml)).toEqual([]);
      expect(await rulesOf(xml)).toEqual({ [id]: bare(rule) });
    }
  });

  it('and the programme that it comes back to parses', async () => {
    const { rules } = await fromDmn(await toDmn(programmes.workshop as Programme, 'fit'));
    expect(parse({ ...files, 'rules.yaml': rules })).toMatchObject({ ok: true });
  });
});

/** A model as other tools write it. */
const model = (body: string, more = '') => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="m" name="Model" namespace="http://camunda.org/schema/1.0/dmn" ${more}>
${body}
</definitions>`;

const table = (more: string, rows: string, input = 'Applicant Age') => `
<decision id="Decision_1" name="Free Heating">
  <informationRequirement id="r1"><requiredInput href="#Input_1" /></informationRequirement>
  <decisionTable id="t" ${more}>
    <input id="i1" label="Age"><inputExpression id="e1" typeRef="number"><text>${input}</text></inputExpression></input>
    <output id="o1" label="Amount" name="Heating Amount" typeRef="number" />
    <annotation name="Remark" />
    ${rows}
  </decisionTable>
</decision>
<inputData id="Input_1" name="Applicant Age" />`;

const row = (test: string, value: string, remark = '') => `<rule id="x${test.length}${value.length}">
  <inputEntry><text>${test}</text></inputEntry>
  <outputEntry><text>${value}</text></outputEntry>
  <annotationEntry><text>${remark}</text></annotationEntry>
</rule>`;

describe('a model of another tool', () => {
  it('becomes a rule whose names expressions can see', async () => {
    const xml = model(
      table('hitPolicy="FIRST"', row('&gt;= 70', 'Applicant Age * 10', 'Old age') + row('-', '0')),
    );
    expect(await rulesOf(xml)).toEqual({
      freeHeating: {
        title: 'Free Heating',
        hit: 'first',
        inputs: [{ id: 'applicantAge', title: 'Age', value: 'applicantAge' }],
        outputs: { heatingAmount: { title: 'Amount' } },
        rows: [
          {
            id: 'R1',
            if: { applicantAge: '>= 70' },
            result: 'pass',
            reason: 'old-age',
            values: { heatingAmount: 'applicantAge * 10' },
          },
          { id: 'R2', result: 'pass', reason: 'row-2', values: { heatingAmount: '0' } },
        ],
      },
    });
    expect(await reasons(xml)).toEqual([
      ['result', 'Free Heating', ''],
      ['input-data', 'Applicant Age', ''],
    ]);
  });

  it.each([
    ['hitPolicy="UNIQUE"', 'unique', []],
    ['', 'unique', []],
    ['hitPolicy="ANY"', 'first', []],
    ['hitPolicy="COLLECT" aggregation="SUM"', 'collect', []],
    ['hitPolicy="COLLECT"', 'collect', [['policy', 'Free Heating', 'COLLECT']]],
    ['hitPolicy="COLLECT" aggregation="MAX"', 'collect', [['policy', 'Free Heating', 'COLLECT MAX']]],
    ['hitPolicy="PRIORITY"', 'first', [['policy', 'Free Heating', 'PRIORITY']]],
    ['hitPolicy="RULE ORDER"', 'first', [['policy', 'Free Heating', 'RULE ORDER']]],
  ] as [string, string, unknown[]][])('with %s', async (policy, hit, told) => {
    const xml = model(table(policy, row('1', '2')));
    expect((await rulesOf(xml)).freeHeating?.hit).toBe(hit);
    expect((await reasons(xml)).filter(([reason]) => reason === 'policy')).toEqual(told);
  });

  it('of a neighbouring version is read', async () => {
    const xml = model(table('', row('1', '2'))).replace('20191111', '20230324');
    expect(Object.keys(await rulesOf(xml))).toEqual(['freeHeating']);
  });

  it('keeps what it cannot read, and tells it', async () => {
    const xml = model(table('', row('&gt; &gt; 70', '#{price}')));
    const [only] = (await rulesOf(xml)).freeHeating?.rows ?? [];
    expect(only).toMatchObject({ if: { applicantAge: '> > 70' }, values: { heatingAmount: '#{price}' } });
    expect((await reasons(xml)).slice(1, 3)).toEqual([
      ['feel', expect.any(String), '> > 70'],
      ['feel', expect.any(String), '#{price}'],
    ]);
    expect(parse({ ...files, 'rules.yaml': (await fromDmn(xml)).rules }).ok).toBe(false);
  });

  it('says that another language is none of ours', async () => {
    const xml = model(table('', row('1', '2')), 'expressionLanguage="javascript"');
    expect(await reasons(xml)).toContainEqual(['language', 'Age', 'javascript']);
  });

  it('brings the values that the table needs in the order in which they need each other', async () => {
    const value = (id: string, text: string, needs = '') => `<decision id="${id}" name="${id}">
      ${needs === '' ? '' : `<informationRequirement id="n${id}"><requiredDecision href="#${needs}" /></informationRequirement>`}
      <literalExpression id="l${id}"><text>${text}</text></literalExpression></decision>`;
    const xml = model(
      value('total', 'base * 2', 'base') +
        table('', row('1', 'total')).replace(
          '<requiredInput href="#Input_1" />',
          '<requiredDecision href="#total" />',
        ) +
        value('base', '1 + 1') +
        value('stray', '3'),
    );
    const { freeHeating } = await rulesOf(xml);
    expect(freeHeating?.let).toEqual([
      { id: 'base', value: '1 + 1' },
      { id: 'total', value: 'base * 2' },
    ]);
    expect(await reasons(xml)).toContainEqual(['logic', 'stray', 'LiteralExpression']);
  });

  it('tells a table that needs another, other logic, and knowledge', async () => {
    const needs = table('', row('1', '2')).replace(
      '<requiredInput href="#Input_1" />',
      '<requiredDecision href="#d2" />',
    );
    const second = table('', row('1', '2')).replaceAll('Decision_1', 'd2').replace('Free Heating', 'Second');
    const xml = model(
      `${needs}${second
        .replace(/<inputData.*$/s, '')
        .replace(/<informationRequirement.*/, '')
        .replaceAll(/id="(?!d2)/g, 'id="s')}
      <decision id="d3" name="Listing"><relation id="rel" /></decision>
      <businessKnowledgeModel id="k" name="Price" />`,
    );
    expect(await reasons(xml)).toEqual(
      expect.arrayContaining([
        ['table', 'Free Heating', 'Second'],
        ['logic', 'Listing', 'Relation'],
        ['knowledge', 'Price', ''],
      ]),
    );
  });

  it('has results where every row says one', async () => {
    const xml = model(table('', row('1', '"fail"')).replaceAll('Heating Amount', 'result'));
    expect((await rulesOf(xml)).freeHeating?.rows).toMatchObject([{ result: 'fail' }]);
    expect(await reasons(xml)).toEqual([['input-data', 'Applicant Age', '']]);
  });
});

describe('what is no model is refused', () => {
  it.each([
    ['nothing', '', 'interchange/unreadable'],
    ['no XML', 'rules:', 'interchange/unreadable'],
    ['other XML', '<a/>', 'interchange/unreadable'],
    ['a document type', `<!DOCTYPE d [<!ENTITY e "x">]>${model('')}`, 'interchange/unreadable'],
    ['what is nested too deep', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`, 'interchange/unreadable'],
    ['a model without tables', model('<inputData id="a" name="a" />'), 'interchange/empty'],
  ])('%s', async (_, xml, code) => {
    await expect(fromDmn(xml)).rejects.toMatchObject({ problem: { code } });
  });
});
