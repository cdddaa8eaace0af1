/** Typed reading of rows. SQLite keeps the types (STRICT tables); each caller names the columns it selects. */
import type { SQLInputValue, StatementSync } from 'node:sqlite';

export const all = <T>(statement: StatementSync, ...values: SQLInputValue[]): T[] =>
  statement.all(...values) as T[];

export const one = <T>(statement: StatementSync, ...values: SQLInputValue[]): T | undefined =>
  statement.get(...values) as T | undefined;

export const json = <T>(text: string): T => JSON.parse(text) as T;

/** A condition that holds for a division and all below it, and its two values. Codes are digits; `:` follows `9`. */
export const within = (column: string): string => `(${column} >= ? AND ${column} < ?)`;
export const withinValues = (division: string): [string, string] => [division, `${division}:`];
