/** A rule as DMN 1.3 (OMG formal/2021-02-01). */
import { type Definition, ProblemError, problem, type Rule } from '@aidflow/definition';
import { DmnModdle } from 'dmn-moddle';
import type { ModdleElement } from '../moddle.ts';
import { AIDFLOW } from '../namespace.ts';
import { diagramOf } from './diagram.ts';
import { type NamedValue, type RuleGraph, ruleGraph } from './graph.ts';
import { collected, type Make, tableOf } from './table.ts';

/** The part of a programme that its rules can read. */
export interface RuleSource {
  definition: Pick<Definition, 'programme' | 'parameters'>;
  forms: Record<string, unknown>;
  rules: Record<string, Rule>;
}

const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** What rules can read besides forms and parameters. */
const GIVEN = [
  'answer',
  'answers',
  'case',
  'checks',
  'item',
  'items',
  'parameters',
  'parent',
  'selected',
  'tallies',
  'today',
];

/**
 * One rule as a DMN model: its table is a decision, its `let` values are decisions that the table requires, and what it
 * reads is input data. Reasons are an output, rows and legal bases annotations. A table that collects is followed by a
 * decision that adds up, since DMN adds up tables of one output only.
 *
 * DMN has no words for a table in which no row or two rows fit: where no row does, its outputs have defaults; two rows
 * of a UNIQUE table are an error of the model there, and `unknown` here.
 *
 * @param id the rule. Throws `rule/unknown`.
 * @returns XML with a diagram of the requirements
 */
export async function toDmn(source: RuleSource, id: string): Promise<string> {
  const rule = Object.hasOwn(source.rules, id) ? source.rules[id] : undefined;
  if (rule === undefined) throw new ProblemError(problem('rule/unknown', { rule: id }));
  const moddle = new DmnModdle();
  const make: Make = (type, properties = {}) => moddle.create(type, properties);
  const graph = ruleGraph(id, rule);
  const data = inputData(source, graph);
  const definitions = make('dmn:Definitions', {
    id: `${source.definition.programme}.${id}`,
    name: rule.title,
    'xmlns:aidflow': AIDFLOW,
    namespace: `${AIDFLOW}/${source.definition.programme}`,
    expressionLanguage: FEEL,
    drgElement: elements(make, id, rule, graph, data),
  });
  definitions.dmnDI = diagramOf(make, definitions.drgElement as ModdleElement[]);
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

/** Names that come from outside, in the order in which they are first read. */
function inputData({ definition, forms }: RuleSource, { values, reads }: RuleGraph): string[] {
  const known = new Set([...Object.keys(forms), ...Object.keys(definition.parameters ?? {}), ...GIVEN]);
  const own = new Set(values.map(({ name }) => name));
  const all = [...values.flatMap((value) => value.reads), ...reads];
  return [...new Set(all)].filter((name) => known.has(name) && !own.has(name));
}

function elements(
  make: Make,
  id: string,
  rule: Rule,
  graph: RuleGraph,
  data: readonly string[],
): ModdleElement[] {
  const variable = (owner: string, name: string) =>
    make('dmn:InformationItem', { id: `${owner}.variable`, name });
  const required = (owner: string, reads: readonly string[], before: readonly NamedValue[]) =>
    requirements(make, owner, reads, before, data);
  const values = graph.values.map((value, index) =>
    make('dmn:Decision', {
      id: value.id,
      name: value.name,
      ...(value.title === undefined ? {} : { label: value.title }),
      variable: variable(value.id, value.name),
      informationRequirement: required(value.id, value.reads, graph.values.slice(0, index)),
      decisionLogic: make('dmn:LiteralExpression', { id: `${value.id}.value`, text: value.value }),
    }),
  );
  const collects = rule.hit === 'collect';
  // Names are unique in a model, and a rule may be called like what it reads.
  const taken = new Set([...graph.values.map(({ name }) => name), ...data]);
  const called = taken.has(id) ? `${id}Rule` : id;
  const table = collects ? `${id}.rows` : id;
  const rows = `${id}Rows`;
  const decision = make('dmn:Decision', {
    id: table,
    name: collects ? rows : called,
    label: rule.title,
    'aidflow:rule': id,
    ...(rule.date === undefined ? {} : { description: `Parameters as on ${rule.date}` }),
    variable: variable(table, collects ? rows : called),
    informationRequirement: required(table, graph.reads, graph.values),
    decisionLogic: tableOf(make, table, rule, graph),
  });
  const sum = collects ? [collected(make, rule, { id, name: called, rows, table })] : [];
  const inputs = data.map((name) =>
    make('dmn:InputData', { id: `data.${name}`, name, variable: variable(`data.${name}`, name) }),
  );
  return [...sum, decision, ...values, ...inputs];
}

/** Links to what is read: of two values with one name the one that was computed last. */
function requirements(
  make: Make,
  owner: string,
  reads: readonly string[],
  before: readonly NamedValue[],
  data: readonly string[],
): ModdleElement[] {
  const link = (property: string, name: string, target: string) =>
    make('dmn:InformationRequirement', {
      id: `${owner}.needs.${name}`,
      [property]: make('dmn:DMNElementReference', { href: `#${target}` }),
    });
  return reads.flatMap((name) => {
    const value = before.findLast((one) => one.name === name);
    if (value) return [link('requiredDecision', name, value.id)];
    return data.includes(name) ? [link('requiredInput', name, `data.${name}`)] : [];
  });
}
