/** SQLite as lists and registers ask it. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Dialect, Queries } from '../sql/queries.ts';
import { inTransaction } from './transaction.ts';

const dialect: Dialect = {
  like: 'LIKE',
  greatest: 'max',
  steps: '(SELECT json_group_array(step) FROM case_steps WHERE case_id = id)',
  inserted: 'rowid',
  // There is one writer.
  skipTaken: '',
  fieldIs(field, value) {
    const own = field === 'state' || field === 'division' ? `json_quote(${field})` : "'null'";
    const path = `$."${field}"`;
    return {
      sql: `CASE WHEN json_type(data, ?) IS NULL THEN ${own} ELSE data -> ? END = ?`,
      values: [path, path, value],
    };
  },
};

/** Lists have few forms; whoever asks for many does not make it grow. */
const KEPT = 300;

/** Statements are prepared once. */
export function sqliteQueries(database: DatabaseSync): Queries {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    if (prepared.size >= KEPT) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  return {
    dialect,
    async all<T>(sql: string, ...values: Parameters<Queries['all']>[1][]) {
      return prepare(sql).all(...values) as T[];
    },
    async one<T>(sql: string, ...values: Parameters<Queries['one']>[1][]) {
      return prepare(sql).get(...values) as T | undefined;
    },
    async run(sql, ...values) {
      return Number(prepare(sql).run(...values).changes);
    },
    async atomic(statements) {
      return inTransaction(database, () =>
        statements.map(({ sql, values }) => Number(prepare(sql).run(...values).changes)),
      );
    },
  };
}
