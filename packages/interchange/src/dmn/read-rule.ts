/** One decision of a model as a rule. */
import type { HitPolicy, Rule, RuleInput } from '@aidflow/definition';
import { listOf, type ModdleElement, partOf, textOf } from '../moddle.ts';
import { nameFrom, Unique } from '../names.ts';
import { type DmnModel, ruleId } from './model.ts';
import { readRows, valueColumns } from './read-rows.ts';
import type { Texts } from './texts.ts';

type Names = ReadonlyMap<string, string>;

/** The hit policies that say the same; of rows that all say the same, ANY, the first is any. */
const HIT: Record<string, HitPolicy> = { UNIQUE: 'unique', FIRST: 'first', ANY: 'first', COLLECT: 'collect' };

/**
 * @param names what the names of the model are called in the language
 */
export function readRule(
  model: DmnModel,
  decision: ModdleElement,
  table: ModdleElement,
  texts: Texts,
  names: Names,
): Rule {
  const values = model.valuesOf(decision);
  // An input that cells read by its name was written as a value of its own.
  const isInput = ({ id = '' }: ModdleElement) => id.startsWith(`${ruleId(decision)}.input.`);
  const inputs = new Map(values.filter(isInput).map((value) => [textOf(value, 'name'), value]));
  const lets = values.filter((value) => !isInput(value));
  const inCells = new Map([
    ...names,
    ...[...inputs].map(([name, value]): [string, string] => [name, inputId(value)]),
  ]);

  const ids = new Unique('');
  const columns = listOf(table, 'input').map((column, index) =>
    readColumn(column, index, decision, inputs, ids, texts, names),
  );
  const hit = hitOf(decision, table, texts);
  const date = textOf(decision, 'description').match(/^Parameters as on (.+)$/s)?.[1];
  return {
    title: (textOf(decision, 'label') || textOf(decision, 'name') || ruleId(decision)).slice(0, 200),
    hit,
    ...(date === undefined ? {} : { date }),
    ...(lets.length === 0
      ? {}
      : {
          let: lets.map((value) => ({
            id: calledIn(names, value),
            value: texts.expression(partOf(value, 'decisionLogic'), value, names),
          })),
        }),
    inputs: columns,
    ...outputsOf(valueColumns(table)),
    rows: readRows(decision, table, hit, columns, texts, inCells),
  };
}

const inputId = ({ id = '' }: ModdleElement): string => id.slice(id.lastIndexOf('.') + 1);

/** What a decision or input data is called in expressions. */
export function calledIn(names: Names, element: ModdleElement): string {
  const name = textOf(partOf(element, 'variable'), 'name') || textOf(element, 'name');
  return names.get(name) ?? name;
}

function readColumn(
  column: ModdleElement,
  index: number,
  decision: ModdleElement,
  inputs: ReadonlyMap<string, ModdleElement>,
  ids: Unique,
  texts: Texts,
  names: Names,
): RuleInput {
  const expression = partOf(column, 'inputExpression');
  const own = inputs.get(textOf(expression, 'text'));
  const value = texts.expression(own ? partOf(own, 'decisionLogic') : expression, own ?? column, names);
  const label = textOf(column, 'label');
  const given = column.id?.startsWith(`${decision.id}.column.`) ? inputId(column) : undefined;
  const id = given ?? nameFrom(lastName(value)) ?? nameFrom(label) ?? `input${index + 1}`;
  return { id: ids.take(id), title: (label || value || id).slice(0, 200), ...unitOf(column), value };
}

const UNITS: readonly string[] = [
  'fen',
  'share',
  'days',
  'count',
  'age',
  'months',
  'text',
  'list',
] satisfies Unit[];
type Unit = NonNullable<RuleInput['unit']>;

function unitOf(element: ModdleElement): { unit?: Unit } {
  const unit = element.$attrs['aidflow:unit'] ?? '';
  return UNITS.includes(unit) ? { unit: unit as Unit } : {};
}

/** What values are called, where the model says it. */
function outputsOf(outputs: readonly { element: ModdleElement; name: string }[]): Pick<Rule, 'outputs'> {
  const told = outputs.flatMap(({ element, name }) => {
    const title = textOf(element, 'label').slice(0, 200);
    return title === '' || title === name ? [] : [[name, { title, ...unitOf(element) }]];
  });
  return told.length === 0 ? {} : { outputs: Object.fromEntries(told) };
}

/** `applicant.age` is called `age`; what is no path has no name of its own. */
const lastName = (expression: string): string => expression.match(/^[\w.]*?(\w+)$/)?.[1] ?? '';

function hitOf(decision: ModdleElement, table: ModdleElement, texts: Texts): HitPolicy {
  const policy = textOf(table, 'hitPolicy') || 'UNIQUE';
  const aggregation = textOf(table, 'aggregation');
  const hit = HIT[policy];
  if (hit === undefined) texts.tell('policy', decision, policy);
  // Adding up is what collecting means here.
  if (hit === 'collect' && aggregation !== 'SUM' && !(decision.id ?? '').endsWith('.rows')) {
    texts.tell('policy', decision, `COLLECT ${aggregation}`.trim());
  }
  return hit ?? 'first';
}
