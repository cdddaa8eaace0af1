/**
 * What lists and registers need of a database. They are written once, for every store that speaks SQL: placeholders are
 * `?`, names that are not lower case are quoted, and what dialects say differently is asked of `dialect`.
 */
export type Value = string | number | null;

export interface Statement {
  sql: string;
  values: readonly Value[];
}

export interface Queries {
  dialect: Dialect;
  /** Rows by the names of their columns; JSON columns are text. */
  all<T>(sql: string, ...values: readonly Value[]): Promise<T[]>;
  /** The first row. */
  one<T>(sql: string, ...values: readonly Value[]): Promise<T | undefined>;
  /** Number of rows that were written. */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
  /** Runs all or none; numbers of rows that each has written. */
  atomic(statements: readonly Statement[]): Promise<number[]>;
}

export interface Dialect {
  /** Matches a pattern whatever the case of Latin letters. */
  like: string;
  /** The greatest of several values. */
  greatest: string;
  /** The steps of the case with the id `id`, as a JSON list. */
  steps: string;
  /** Column that grows with each row of `definitions`. */
  inserted: string;
  /** Ends a choice of rows that others may be taking at the same moment. */
  skipTaken: string;
  /**
   * Holds where a field of the JSON column `data` has a JSON value, or where the field is not there and the record's own
   * column of that name has it, or neither is there and the value is null.
   */
  fieldIs(field: string, value: string): Statement;
}

export const json = <T>(text: string): T => JSON.parse(text) as T;

/** A condition that holds for a division and all below it, and its two values. Codes are digits; `:` follows `9`. */
export const within = (column: string): string => `(${column} >= ? AND ${column} < ?)`;
export const withinValues = (division: string): [string, string] => [division, `${division}:`];

/** Never holds: what an empty list of alternatives begins with, so that it does not turn into "everything". */
export const NOTHING = '1 = 0';
