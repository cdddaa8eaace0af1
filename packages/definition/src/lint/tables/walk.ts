/** Walking through all combinations of the columns of a table, without walking through equal ones twice. */

/** The rows that a value fits, as bits. */
export interface Fit {
  /** Rows whose test holds, or may hold where that cannot be told. */
  may: bigint;
  /** Rows whose test surely holds. */
  must: bigint;
}

export interface Grid {
  rows: number;
  /** The first row that fits decides, so that it matters which one is the first. */
  ordered: boolean;
  /** For each column the fit of each of its points. */
  columns: readonly (readonly Fit[])[];
}

/** Points by column. */
export type Tuple = number[];

export interface Walk {
  /** A combination that no row fits. */
  gap: Tuple | undefined;
  /** Rows that are the first to fit some combination, where that matters. */
  first: Set<number>;
  /** How many places were looked at. */
  looked: number;
  /** Whether that is all of them. */
  complete: boolean;
}

/**
 * Looks for a gap, and for the rows that come first somewhere.
 *
 * @param limit how many places to look at
 */
export function walk(grid: Grid, limit: number): Walk {
  const walker = new Walker(grid, limit);
  walker.visit(0, walker.all, walker.all, []);
  return walker.found;
}

class Walker {
  readonly found: Walk = { gap: undefined, first: new Set(), looked: 0, complete: true };
  readonly all: bigint;
  readonly #ordered: boolean;
  readonly #columns: { fit: Fit; point: number }[][];
  readonly #limit: number;
  /** Rows that every point of the columns from here on fits. */
  readonly #free: bigint[];
  readonly #seen = new Set<string>();

  constructor({ rows, ordered, columns }: Grid, limit: number) {
    this.#limit = limit;
    this.#ordered = ordered;
    this.all = (1n << BigInt(rows)) - 1n;
    this.#columns = columns.map(withoutEqual);
    this.#free = [this.all];
    for (const column of columns.toReversed()) {
      const rest = this.#free[0] ?? this.all;
      this.#free.unshift(column.reduce((free, { must }) => free & must, rest));
    }
  }

  visit(column: number, may: bigint, must: bigint, path: Tuple): void {
    if (this.found.looked >= this.#limit) this.found.complete = false;
    if (!this.found.complete) return;
    this.found.looked += 1;
    // Written in a base that is a power of two, large numbers become text at once.
    const key = `${column} ${may.toString(32)} ${must.toString(32)}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    if (this.#settled(column, may, must, path)) return;
    for (const { fit, point } of this.#columns[column] ?? []) {
      this.visit(column + 1, may & fit.may, must & fit.must, [...path, point]);
    }
  }

  /** Whether the columns from here on change nothing any more; what there is to find is noted then. */
  #settled(column: number, may: bigint, must: bigint, path: Tuple): boolean {
    if (may === 0n) {
      this.found.gap ??= [...path, ...this.#columns.slice(column).map(() => 0)];
      return true;
    }
    const sure = must & (this.#free[column] ?? this.all);
    if (!this.#ordered) return sure !== 0n;
    // Rows behind one that surely fits never get their turn here; those before it may.
    const candidates = sure === 0n ? may : may & upTo(lowest(sure));
    if (column < this.#columns.length && candidates !== lowest(sure)) return false;
    for (const row of bits(candidates)) this.found.first.add(row);
    return true;
  }
}

/** Points that the same rows fit are all the same to the table. */
function withoutEqual(column: readonly Fit[]): { fit: Fit; point: number }[] {
  const kept = new Map<string, { fit: Fit; point: number }>();
  for (const [point, fit] of column.entries()) {
    const key = `${fit.may} ${fit.must}`;
    if (!kept.has(key)) kept.set(key, { fit, point });
  }
  return [...kept.values()];
}

/**
 * Pairs of rows that one combination fits both of, with that combination: columns are independent, so two rows meet
 * just when they meet in each column.
 */
export function* overlaps({ rows, columns }: Grid): Generator<{ rows: [number, number]; at: Tuple }> {
  for (let one = 0; one < rows; one += 1) {
    for (let other = one + 1; other < rows; other += 1) {
      const both = (1n << BigInt(one)) | (1n << BigInt(other));
      const at = columns.map((column) => column.findIndex(({ must }) => (must & both) === both));
      if (!at.includes(-1)) yield { rows: [one, other], at };
    }
  }
}

/** Whether every combination that may fit a row surely fits another. */
export function within(inner: number, outer: number, { columns }: Grid): boolean {
  return columns.every((column) =>
    column.every(
      ({ may, must }) => (may & (1n << BigInt(inner))) === 0n || (must & (1n << BigInt(outer))) !== 0n,
    ),
  );
}

/** The first combination that may fit a row; undefined when there is none. */
export function fitting(row: number, { columns }: Grid): Tuple | undefined {
  const at = columns.map((column) => column.findIndex(({ may }) => (may & (1n << BigInt(row))) !== 0n));
  return at.includes(-1) ? undefined : at;
}

const lowest = (mask: bigint): bigint => mask & -mask;

/** A bit and all below it. */
const upTo = (bit: bigint): bigint => (bit << 1n) - 1n;

function bits(mask: bigint): number[] {
  const found: number[] = [];
  for (let rest = mask; rest !== 0n; rest &= rest - 1n) found.push(lowest(rest).toString(2).length - 1);
  return found;
}
