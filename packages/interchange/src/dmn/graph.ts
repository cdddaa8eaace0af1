/** A rule as DMN sees it: values that are decisions of their own, a table, and the names that each of them reads. */
import type { Rule, RuleInput, RuleRow } from '@aidflow/definition';
import { namesIn, renamed } from './feel-names.ts';

/** What is computed once before the table. */
export interface NamedValue {
  id: string;
  name: string;
  value: string;
  title?: string;
  reads: string[];
}

export interface RuleGraph {
  /** In the order in which they are computed. */
  values: NamedValue[];
  columns: RuleInput[];
  rows: RuleRow[];
  /** Names that the table reads, in its columns and cells. */
  reads: string[];
}

/** An input that cells read by its name becomes a value, too: in DMN a cell sees no other column. */
export function ruleGraph(id: string, rule: Rule): RuleGraph {
  const lets = (rule.let ?? []).map((one) => namedValue(`${id}.let.${one.id}`, one.id, one.value));
  const readBefore = new Set([...(rule.let ?? []), ...rule.inputs].flatMap(({ value }) => namesIn(value)));
  const readInCells = new Set(rule.rows.flatMap(cellsOf).flatMap(namesIn));
  const taken = (name: string) => readBefore.has(name) || lets.some((one) => one.name === name);

  const names = new Map<string, string>();
  const inputs: NamedValue[] = [];
  const columns = rule.inputs.map((input) => {
    if (!readInCells.has(input.id) || input.value.trim() === input.id) return input;
    // What is computed before reads another thing by this name.
    const name = taken(input.id) ? `${input.id}Input` : input.id;
    names.set(input.id, name);
    inputs.push(namedValue(`${id}.input.${input.id}`, name, input.value, input.title));
    return { ...input, value: name };
  });
  const rows = rule.rows.map((row) => withCells(row, (cell) => renamed(cell, names)));
  const reads = [...columns.map(({ value }) => value), ...rows.flatMap(cellsOf)].flatMap(namesIn);
  return { values: [...lets, ...inputs], columns, rows, reads: [...new Set(reads)] };
}

const namedValue = (id: string, name: string, value: string, title?: string): NamedValue => ({
  id,
  name,
  value,
  reads: namesIn(value),
  ...(title === undefined ? {} : { title }),
});

const cellsOf = (row: RuleRow): string[] => [
  ...Object.values(row.if ?? {}),
  ...Object.values(row.values ?? {}),
];

/** A row with every test and value of it changed. */
export function withCells(row: RuleRow, change: (cell: string) => string): RuleRow {
  const each = (cells: Record<string, string>) =>
    Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, change(cell)]));
  return {
    ...row,
    ...(row.if ? { if: each(row.if) } : {}),
    ...(row.values ? { values: each(row.values) } : {}),
  };
}
