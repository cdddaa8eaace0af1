/** Typed reading of rows. SQLite keeps the types (STRICT tables); each caller names the columns it selects. */
import type { SQLInputValue, StatementSync } from 'node:sqlite';

export const one = <T>(statement: StatementSync, ...values: SQLInputValue[]): T | undefined =>
  statement.get(...values) as T | undefined;
