/** What a decision table leaves out, decides twice, or never decides, each with inputs that show it. */
import { readFeel } from '../../feel/syntax.ts';
import { evaluate, type Json, type Scope, unaryTest } from '../../feel.ts';
import { givenNames } from '../../given-names.ts';
import { fits } from '../../judge.ts';
import type { Rule } from '../../types.ts';
import { anything, type Shape } from '../values/shape.ts';
import { type Assignment, assignmentsOf, type Surroundings } from './assignments.ts';
import { type CellReading, readCell } from './cells.ts';
import { pointsOf } from './points.ts';
import { type Fit, fitting, type Grid, overlaps, type Tuple, walk, within } from './walk.ts';

/** Inputs of a table, and what else its tests read. */
export interface Situation {
  /** Values of the inputs that some row tests, by their ids. */
  inputs: Record<string, Json>;
  /** Values that the tests compare with, by their names. */
  given: Record<string, Json>;
}

export interface TableAnswer {
  /** Inputs that no row fits. */
  gap?: Situation;
  /** Rows of a `unique` table that fit the same inputs. */
  overlaps: { rows: [number, number]; at: Situation }[];
  /** Rows that never decide. */
  never: NeverRow[];
  /** What was looked at, when that is not everything. */
  left?: { looked: number; total: number };
}

export interface NeverRow {
  row: number;
  /** Inputs that it fits, all of which go to rows above; none when no input fits it. */
  at?: Situation;
  /** A row above that fits whatever it fits; there may be none that does so alone. */
  above?: number;
  /** The row above fits nothing else: the two are the same. */
  twice?: boolean;
  /** The input that never fits. */
  input?: string;
}

/** Places that are looked at in one table. */
export const cellLimit = 200_000;
/** Overlaps, and rows that never decide, that are told of one table. */
const mostTold = 20;

/**
 * Looks at a decision table in all its situations. Inputs are taken to be independent of each other, and what cannot
 * be told of a test counts in favour of the table.
 */
export function analyse(rule: Rule, around: Surroundings, limit = cellLimit): TableAnswer {
  const { days, unknown, shapes } = assignmentsOf(rule, around);
  const answers = days.map((day) => {
    const seen = day.map((assignment) => new Table(rule, assignment, unknown, shapes, limit).answer());
    return seen.reduce(common);
  });
  return answers.reduce(either, { overlaps: [], never: [], first: true });
}

/** An answer while others join it. */
type Joining = TableAnswer & { first?: boolean };

/** What is wrong in both. */
function common(one: TableAnswer, other: TableAnswer): TableAnswer {
  const { gap, left = other.left } = one;
  return {
    ...(gap && other.gap ? { gap } : {}),
    overlaps: one.overlaps.filter(({ rows }) =>
      other.overlaps.some((same) => String(same.rows) === String(rows)),
    ),
    never: one.never.filter(({ row }) => other.never.some((same) => same.row === row)),
    ...(left ? { left } : {}),
  };
}

/** What is wrong on one day or another; but a row is of use that decides on any day. */
function either(one: Joining, other: TableAnswer): TableAnswer {
  const { gap = other.gap, left = other.left } = one;
  const known = (rows: [number, number]) => one.overlaps.some((same) => String(same.rows) === String(rows));
  return {
    ...(gap ? { gap } : {}),
    overlaps: [...one.overlaps, ...other.overlaps.filter(({ rows }) => !known(rows))],
    never: one.first
      ? other.never
      : one.never.filter(({ row }) => other.never.some((same) => same.row === row)),
    ...(left ? { left } : {}),
  };
}

interface Column {
  input: string;
  points: Json[];
  fits: Fit[];
}

class Table {
  readonly #rule: Rule;
  readonly #assignment: Assignment;
  readonly #unknown: ReadonlySet<string>;
  readonly #limit: number;
  #cells = 0;
  readonly #columns: Column[];

  constructor(
    rule: Rule,
    assignment: Assignment,
    unknown: ReadonlySet<string>,
    shapes: Readonly<Record<string, Shape>>,
    limit: number,
  ) {
    this.#rule = rule;
    this.#assignment = assignment;
    this.#unknown = unknown;
    this.#limit = limit;
    const tested = rule.inputs.filter(({ id }) => rule.rows.some((row) => !isWild(row.if?.[id])));
    this.#columns = tested.map(({ id }) => this.#column(id, shapes[id] ?? anything));
  }

  answer(): TableAnswer {
    const total = this.#columns.reduce((product, { points }) => product * points.length, 1);
    if (this.#cells > this.#limit) return { overlaps: [], never: [], left: { looked: 0, total } };
    const { rows, hit } = this.#rule;
    const grid: Grid = {
      rows: rows.length,
      ordered: hit === 'first',
      columns: this.#columns.map(({ fits }) => fits),
    };
    const { gap, first, looked, complete } = walk(grid, this.#limit);
    const situation = gap && this.#situation(gap);
    return {
      ...(situation && this.#fitting(situation).length === 0 ? { gap: situation } : {}),
      overlaps: hit === 'unique' ? this.#overlaps(grid) : [],
      never: this.#idle(grid, hit === 'first' && complete ? first : undefined),
      ...(complete ? {} : { left: { looked, total } }),
    };
  }

  #column(input: string, shape: Shape): Column {
    const { scope } = this.#assignment;
    const tests = [...new Set(this.#rule.rows.map((row) => row.if?.[input] ?? '-'))];
    const read = new Map(tests.map((test) => [test, isWild(test) ? wild : this.#read(test)]));
    const boundaries = [...read.values()]
      .flatMap((cell) => cell?.operands ?? [])
      .flatMap((text) => valuesOf(text, scope));
    const ordered = [...read.values()].some((cell) => cell?.ordered);
    const points = pointsOf(shape, boundaries, ordered);
    this.#cells += tests.length * points.length;
    if (this.#cells > this.#limit) return { input, points, fits: [] };
    const exact = isListed(shape);
    const fits = points.map((point) => {
      const answers = new Map(tests.map((test) => [test, this.#fit(test, read.get(test), point, exact)]));
      return this.#rule.rows.reduce<Fit>(
        ({ may, must }, row, index) => {
          const answer = answers.get(row.if?.[input] ?? '-');
          const bit = 1n << BigInt(index);
          return { may: answer === 'no' ? may : may | bit, must: answer === 'yes' ? must | bit : must };
        },
        { may: 0n, must: 0n },
      );
    });
    return { input, points, fits };
  }

  /** How a test is to be read; undefined when what it reads is not known here. */
  #read(test: string): CellReading | undefined {
    const unknown = readFeel(test, 'test').references.some(({ path, called }) =>
      called ? functions.includes(path.join('.')) : this.#unknown.has(path.join('.')),
    );
    return unknown ? undefined : readCell(test);
  }

  #fit(test: string, cell: CellReading | undefined, point: Json, exact: boolean): 'yes' | 'no' | 'open' {
    if (cell === undefined || (cell.opaque && !exact)) return 'open';
    // Of lists and objects only whether there are any is looked at.
    if (typeof point === 'object' && point !== null) {
      const only = cell.operands.every((operand) => operand === 'null');
      if (!only) return 'open';
    }
    return unaryTest(test, { ...this.#assignment.scope, '?': point }) ? 'yes' : 'no';
  }

  #situation(at: Tuple): Situation {
    const inputs = this.#columns.map(({ input, points }, index) => [input, points[at[index] ?? 0] ?? null]);
    return { inputs: Object.fromEntries(inputs), given: this.#assignment.given };
  }

  /** The rows that fit, by the evaluator that decides cases. */
  #fitting({ inputs }: Situation): number[] {
    return rowsFitting(this.#rule, inputs, this.#assignment.scope);
  }

  #overlaps(grid: Grid): TableAnswer['overlaps'] {
    const found: TableAnswer['overlaps'] = [];
    for (const { rows, at } of overlaps(grid)) {
      const situation = this.#situation(at);
      const fit = this.#fitting(situation);
      if (rows.every((row) => fit.includes(row))) found.push({ rows, at: situation });
      if (found.length >= mostTold) break;
    }
    return found;
  }

  #idle(grid: Grid, first: ReadonlySet<number> | undefined): NeverRow[] {
    const found: NeverRow[] = [];
    for (let row = 0; row < grid.rows && found.length < mostTold; row += 1) {
      found.push(...this.#never(row, grid, first));
    }
    return found;
  }

  /** @param first rows that come first somewhere; undefined where the order does not matter or is not known */
  #never(row: number, grid: Grid, first: ReadonlySet<number> | undefined): NeverRow[] {
    const at = fitting(row, grid);
    if (at === undefined) {
      const bit = 1n << BigInt(row);
      const column = this.#columns.find(({ fits }) => fits.every(({ may }) => (may & bit) === 0n));
      return [{ row, ...(column ? { input: column.input } : {}) }];
    }
    if (first === undefined || first.has(row)) return [];
    // A last row without tests says what happens otherwise: it may stand there for what nobody thinks of.
    const tests = Object.values(this.#rule.rows[row]?.if ?? {});
    if (row === grid.rows - 1 && tests.every(isWild)) return [];
    const situation = this.#situation(at);
    if ((this.#fitting(situation)[0] ?? row) >= row) return [];
    const above = [...Array(row).keys()].find((other) => within(row, other, grid));
    const twice = above !== undefined && within(above, row, grid);
    return [{ row, at: situation, ...(above === undefined ? {} : { above, twice }) }];
  }
}

/** Indexes of the rows of a rule that fit inputs, in a scope with all else that the tests read. */
export function rowsFitting(rule: Rule, inputs: Record<string, Json>, scope: Scope): number[] {
  const frame = { date: '', parameters: {}, inputs, scope: { ...scope, ...inputs } };
  return rule.rows.flatMap((row, index) => (fits(row, frame) ? [index] : []));
}

/** Functions that the engine brings along: what they give is not known here. */
const functions: readonly string[] = givenNames.functions;

const wild: CellReading = { operands: [], ordered: false, opaque: false };

const isWild = (test: string | undefined): boolean => test === undefined || test.trim() === '-';

/** Whether all that the input may be is among its points, whatever the tests compute. */
const isListed = ({ any, numbers, texts, list, fields }: Shape): boolean =>
  !any && !numbers && !list && !fields && (texts === undefined || texts.values !== undefined);

function valuesOf(text: string, scope: Scope): Json[] {
  const { value } = evaluate(text, scope);
  return Array.isArray(value) ? value : [value];
}
