/** PostgreSQL as lists and registers ask it. */
import type { Pool } from 'pg';
import type { Dialect, Queries, Value } from '../sql/queries.ts';

const dialect: Dialect = {
  like: 'ILIKE',
  greatest: 'greatest',
  steps: "(SELECT coalesce(json_agg(step ORDER BY step), '[]') FROM case_steps WHERE case_id = id)",
  inserted: 'n',
  skipTaken: 'FOR UPDATE SKIP LOCKED',
  fieldIs(field, value) {
    const own = field === 'state' || field === 'division' ? `to_json(${field})` : "'null'";
    return {
      sql: `coalesce(data -> CAST(? AS text), ${own})::jsonb = CAST(? AS jsonb)`,
      values: [field, value],
    };
  },
};

/** `$1`, `$2` in place of `?`. No statement has a `?` of another meaning. */
const numbered = (sql: string): string => {
  let n = 0;
  return sql.replace(/\?/g, () => `$${++n}`);
};

export function postgresQueries(pool: Pool): Queries {
  const query = (sql: string, values: readonly Value[]) => pool.query(numbered(sql), [...values]);
  return {
    dialect,
    async all<T>(sql: string, ...values: readonly Value[]) {
      return (await query(sql, values)).rows as T[];
    },
    async one<T>(sql: string, ...values: readonly Value[]) {
      return (await query(sql, values)).rows[0] as T | undefined;
    },
    async run(sql, ...values) {
      return (await query(sql, values)).rowCount ?? 0;
    },
    async atomic(statements) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const written: number[] = [];
        for (const { sql, values } of statements) {
          written.push((await client.query(numbered(sql), [...values])).rowCount ?? 0);
        }
        await client.query('COMMIT');
        client.release();
        return written;
      } catch (error) {
        // A connection in doubt is not used again.
        client.release(true);
        throw error;
      }
    },
  };
}
