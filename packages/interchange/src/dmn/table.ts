/** The table of a rule in DMN, and what adds up the rows of one that collects. */
import type { HitPolicy, Rule, RuleInput, RuleRow } from '@aidflow/definition';
import type { ModdleElement } from '../moddle.ts';
import type { RuleGraph } from './graph.ts';

/** Makes an element of the model. */
export type Make = (type: string, properties?: Record<string, unknown>) => ModdleElement;

const POLICIES: Record<HitPolicy, string> = { unique: 'UNIQUE', first: 'FIRST', collect: 'COLLECT' };

/** Annotations by their columns. */
export const ANNOTATIONS = ['row', 'basis'] as const;

export function tableOf(make: Make, id: string, rule: Rule, { columns, rows }: RuleGraph): ModdleElement {
  const names = valueNames(rule);
  const literal = (text: string) => make('dmn:LiteralExpression', { text });
  const tests = (text: string) => make('dmn:UnaryTests', { text });
  const output = (name: string, more: Record<string, unknown> = {}) =>
    make('dmn:OutputClause', { id: `${id}.output.${name}`, name, ...more });
  // A collected list of no rows is empty; there is nothing for a default to stand for.
  const none = (text: string) => (rule.hit === 'collect' ? {} : { defaultOutputEntry: literal(text) });

  const entries = ({ result, reason, values = {} }: RuleRow) => [
    literal(quoted(result)),
    literal(quoted(reason)),
    ...names.map((name) => literal(values[name] ?? absentIn(rule.hit))),
  ];
  return make('dmn:DecisionTable', {
    id: `${id}.table`,
    hitPolicy: POLICIES[rule.hit],
    input: columns.map((column) =>
      make('dmn:InputClause', {
        id: `${id}.column.${column.id}`,
        label: column.title,
        ...unitOf(column),
        inputExpression: make('dmn:LiteralExpression', {
          id: `${id}.column.${column.id}.value`,
          text: column.value,
        }),
      }),
    ),
    output: [
      output('result', {
        typeRef: 'string',
        outputValues: tests('"pass","fail","unknown"'),
        ...none('"unknown"'),
      }),
      output('reason', { typeRef: 'string', ...none('"rule/no-row"') }),
      ...names.map((name) => output(name, { ...toldOf(rule.outputs?.[name]), ...none('null') })),
    ],
    annotation: ANNOTATIONS.map((name) => make('dmn:RuleAnnotationClause', { name })),
    rule: rows.map((row, index) =>
      make('dmn:DecisionRule', {
        id: `${id}.row.${index + 1}`,
        inputEntry: columns.map((column) => tests(row.if?.[column.id] ?? '-')),
        outputEntry: entries(row),
        annotationEntry: [row.id, row.basis ?? ''].map((text) => make('dmn:RuleAnnotation', { text })),
      }),
    ),
  });
}

const unitOf = ({ unit }: { unit?: RuleInput['unit'] | undefined }) =>
  unit === undefined ? {} : { 'aidflow:unit': unit };

/** What a value is called and measured in. */
const toldOf = (output: { title: string; unit?: RuleInput['unit'] } | undefined) =>
  output === undefined ? {} : { label: output.title, ...unitOf(output) };

/** The decision that adds up: its id and name, and those of the table. */
export interface Sum {
  id: string;
  name: string;
  /** What the rows are called. */
  rows: string;
  table: string;
}

/** The decision that turns the rows of a table that collects into one answer. */
export function collected(make: Make, rule: Rule, { id, name, rows, table }: Sum): ModdleElement {
  const entry = (name: string, text: string) =>
    make('dmn:ContextEntry', {
      variable: make('dmn:InformationItem', { name }),
      value: make('dmn:LiteralExpression', { text }),
    });
  return make('dmn:Decision', {
    id,
    name,
    label: rule.title,
    variable: make('dmn:InformationItem', { id: `${id}.variable`, name }),
    informationRequirement: [
      make('dmn:InformationRequirement', {
        id: `${id}.needs.rows`,
        requiredDecision: make('dmn:DMNElementReference', { href: `#${table}` }),
      }),
    ],
    decisionLogic: make('dmn:Context', {
      id: `${id}.answer`,
      contextEntry: [
        entry('result', `if count(${rows}) = 0 then "unknown" else ${rows}[1].result`),
        entry('reason', `if count(${rows}) = 0 then "rule/no-row" else ${rows}[1].reason`),
        ...valueNames(rule).map((name) => entry(name, addedUp(rows, name))),
      ],
    }),
  });
}

/** A value that a row does not leave. Where rows are collected it must not be taken for one that is not known. */
export const absentIn = (hit: HitPolicy): string => (hit === 'collect' ? '[]' : 'null');

/** Numbers are added up; of anything else the last row that says it is right. */
function addedUp(rows: string, name: string): string {
  const said = `flatten(${rows}.${name})`;
  return [
    `if count(${said}) = 0 then null`,
    `else if every value in ${said} satisfies value instance of number then sum(${said})`,
    `else ${said}[-1]`,
  ].join(' ');
}

/** Every value that some row leaves behind. */
export const valueNames = ({ rows }: Rule): string[] => [
  ...new Set(rows.flatMap(({ values = {} }) => Object.keys(values))),
];

const quoted = (text: string): string => JSON.stringify(text);
