/** Opens a pool of connections to a database whose tables are up to date. */
import { randomUUID } from 'node:crypto';
import { ProblemError, problem } from '@aidflow/definition';
import { Pool, type PoolClient, type PoolConfig, types } from 'pg';
import { migrations } from './migrations/index.ts';

export interface PostgresPlace {
  /** `postgres://user@host:port/database`, or nothing to take what the environment says (`PGHOST` and so on). */
  url?: string;
  /** The tables stand in this schema of the database; it is made where it is not there. */
  schema?: string;
  /** Connections at most. */
  connections?: number;
  /** Throws away what the schema holds: for demonstrations. */
  fresh?: boolean;
}

const NAME = /^[a-z][a-z0-9_]{0,62}$/;
/** Names the lock that those hold who bring the tables up to date. */
const MIGRATING = 4_271_993;

const JSON_TYPE = 114;
const BIGINT = 20;

/** JSON stays the text that it was, and numbers of rows and bytes are numbers. */
const parsers: PoolConfig['types'] = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === JSON_TYPE) return (text: string) => text;
    if (oid === BIGINT) return Number;
    return format === 'binary' ? types.getTypeParser(oid, format) : types.getTypeParser(oid);
  }) as typeof types.getTypeParser,
};

/** How to reach the place, and who this server is among those on it. */
export interface Connection {
  config: PoolConfig;
  schema: string;
  server: string;
}

/**
 * What a commit has acknowledged is on the disk of the server, whatever its settings say about waiting for it.
 * Throws `store/newer-schema` where a newer version of this package has written the tables.
 */
export async function openPool(place: PostgresPlace): Promise<Connection & { pool: Pool }> {
  const { url, schema = 'aidflow', connections = 10, fresh = false } = place;
  if (!NAME.test(schema)) throw new ProblemError(problem('store/schema-name', { schema }));
  const server = randomUUID();
  const settings = {
    search_path: schema,
    synchronous_commit: 'on',
    TimeZone: 'UTC',
    'aidflow.server': server,
  };
  const config: PoolConfig = {
    ...(url === undefined ? {} : { connectionString: url }),
    types: parsers,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    application_name: 'aidflow',
  };
  const pool = new Pool({ ...config, max: connections });
  // A connection that breaks while nobody uses it is made anew when somebody does.
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    try {
      if (fresh) await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
      await migrate(client, schema);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { pool, config, schema, server };
}

async function migrate(client: PoolClient, schema: string): Promise<void> {
  await client.query('BEGIN');
  try {
    // Several servers may start at once.
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
    const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
    const found = rows[0]?.version ?? 0;
    if (found > migrations.length) {
      throw new ProblemError(problem('store/newer-schema', { found, known: migrations.length }));
    }
    for (const sql of migrations.slice(found)) await client.query(sql);
    await client.query('DELETE FROM schema_version');
    await client.query('INSERT INTO schema_version VALUES ($1)', [migrations.length]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
