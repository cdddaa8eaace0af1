/** The rows of a table of a model. */
import type { CheckResult, HitPolicy, RuleInput, RuleRow } from '@aidflow/definition';
import { listOf, type ModdleElement, textOf } from '../moddle.ts';
import { idFrom, nameFrom, Unique } from '../names.ts';
import { absentIn } from './table.ts';
import type { Texts } from './texts.ts';

const RESULTS: readonly string[] = ['pass', 'fail', 'unknown'] satisfies CheckResult[];

/** An output that is a value: where it stands and what the value is called. */
export interface ValueColumn {
  element: ModdleElement;
  index: number;
  name: string;
}

/** What the columns of a table mean in a rule. */
interface Columns {
  result: number;
  reason: number;
  values: ValueColumn[];
  row: number;
  basis: number;
}

/** The rows in their order. Without an output that says pass, fail or unknown every row passes, which is told. */
export function readRows(
  decision: ModdleElement,
  table: ModdleElement,
  hit: HitPolicy,
  inputs: readonly RuleInput[],
  texts: Texts,
  names: ReadonlyMap<string, string>,
): RuleRow[] {
  const rules = listOf(table, 'rule');
  const columns = columnsOf(table);
  if (columns.result < 0) texts.tell('result', decision);
  const ids = new Unique('-');
  return rules.map((rule, index) => {
    const tests = listOf(rule, 'inputEntry').map((cell) => texts.tests(cell, rule, names));
    const said = annotations(rule);
    const outputs = listOf(rule, 'outputEntry');
    const values = columns.values.flatMap(({ index: at, name }) => {
      const text = textOf(outputs[at], 'text');
      return text === '' || text === absentIn(hit)
        ? []
        : [[name, texts.expression(outputs[at], rule, names)]];
    });
    const basis = idFrom(said[columns.basis] ?? '');
    const kept = inputs.flatMap(({ id }, at) => (tests[at] ? [[id, tests[at]]] : []));
    return {
      id: ids.take(rowId(said[columns.row]) ?? `R${index + 1}`),
      ...(kept.length === 0 ? {} : { if: Object.fromEntries(kept) }),
      result: (stringOf(outputs[columns.result]) ?? 'pass') as CheckResult,
      reason: reasonOf(outputs[columns.reason], said) ?? `row-${index + 1}`,
      ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
      ...(basis === undefined ? {} : { basis }),
    };
  });
}

export const valueColumns = (table: ModdleElement): ValueColumn[] => columnsOf(table).values;

function columnsOf(table: ModdleElement): Columns {
  const rules = listOf(table, 'rule');
  const outputs = listOf(table, 'output');
  const called = (name: string) => outputs.findIndex((output) => textOf(output, 'name') === name);
  const results = called('result');
  const tell = rules.every((rule) => RESULTS.includes(stringOf(listOf(rule, 'outputEntry')[results]) ?? ''));
  const result = results >= 0 && tell ? results : -1;
  const reason = called('reason');
  const names = new Unique('');
  const values = outputs.flatMap((output, index) => {
    if (index === result || index === reason) return [];
    const name =
      nameFrom(textOf(output, 'name')) ?? nameFrom(textOf(output, 'label')) ?? `output${index + 1}`;
    return [{ element: output, index, name: names.take(name) }];
  });
  const notes = listOf(table, 'annotation').map((annotation) => textOf(annotation, 'name'));
  return { result, reason, values, row: notes.indexOf('row'), basis: notes.indexOf('basis') };
}

const annotations = (rule: ModdleElement): string[] =>
  listOf(rule, 'annotationEntry').map((entry) => textOf(entry, 'text'));

/** The text of a cell that is a string. */
function stringOf(cell: ModdleElement | undefined): string | undefined {
  const text = textOf(cell, 'text');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function rowId(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(text) ? text : undefined;
}

/** A reason of its own, or the first annotation in Latin letters. */
const reasonOf = (cell: ModdleElement | undefined, said: readonly string[]): string | undefined =>
  [stringOf(cell), ...said].map((text) => idFrom(text ?? '')).find((id) => id !== undefined);
