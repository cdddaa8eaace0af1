/** Opens a database file so that what it acknowledged is on the disk, and brings its tables up to date. */
import { DatabaseSync } from 'node:sqlite';
import { ProblemError, problem } from '@aidflow/definition';
import { migrations } from './migrations/index.ts';
import { inTransaction } from './transaction.ts';

/** Milliseconds to wait for another handle's transaction before giving up. */
const PATIENCE = 10_000;

/**
 * Opens or creates `path`. Throws `store/newer-schema` for a file that a newer version of this package has written.
 * References are checked from then on: while the tables are brought up to date, one may be made anew under its name.
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: false });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;');
  try {
    migrate(database);
    database.exec('PRAGMA foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Opens a database file that is there, for reading only: nothing of it is written, and its tables stay as they are.
 * Throws `store/older-schema` for tables that have to be brought up to date first, and `store/newer-schema`.
 */
export function openForReading(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE, readOnly: true });
  database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;');
  const found = schemaOf(database);
  const known = migrations.length;
  if (found === known) return database;
  database.close();
  throw new ProblemError(
    problem(found > known ? 'store/newer-schema' : 'store/older-schema', { found, known }),
  );
}

function schemaOf(database: DatabaseSync): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

function migrate(database: DatabaseSync): void {
  inTransaction(database, () => {
    const found = schemaOf(database);
    if (found > migrations.length) {
      throw new ProblemError(problem('store/newer-schema', { found, known: migrations.length }));
    }
    if (found === migrations.length) return;
    for (const sql of migrations.slice(found)) database.exec(sql);
    const broken = database.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0) throw new Error(`${broken.length} rows refer to nothing.`);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
