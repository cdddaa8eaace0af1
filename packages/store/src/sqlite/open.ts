/** Opens a database file so that what it acknowledged is on the disk, and brings its tables up to date. */
import { DatabaseSync } from 'node:sqlite';
import { ProblemError, problem } from '@aidflow/definition';
import { migrations } from './migrations/index.ts';
import { inTransaction } from './transaction.ts';

/** Milliseconds to wait for another handle's transaction before giving up. */
const PATIENCE = 10_000;

/** Opens or creates `path`. Throws `store/newer-schema` for a file that a newer version of this package has written. */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;');
  try {
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

function migrate(database: DatabaseSync): void {
  inTransaction(database, () => {
    const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (found > migrations.length) {
      throw new ProblemError(problem('store/newer-schema', { found, known: migrations.length }));
    }
    for (const sql of migrations.slice(found)) database.exec(sql);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}
