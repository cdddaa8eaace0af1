/** The SQLite store: one file, one writer at a time, nothing to install. */
import type { CaseStore } from '../contract.ts';
import { listsAndRegisters } from '../sql/index.ts';
import { prepareCommits } from './commit.ts';
import { openDatabase, openForReading } from './open.ts';
import { sqliteQueries } from './queries.ts';

/**
 * Opens or creates the database file at `path` (`:memory:` for none). What a commit has acknowledged survives the
 * loss of power (WAL, synchronous=FULL). Several handles and processes may have the file open.
 * Throws `store/newer-schema` when a newer version has written the file.
 *
 * @param options.readOnly the file must be there and stays as it is: whatever would write fails, and a file of an earlier
 *   schema is refused with `store/older-schema`
 */
export function openSqliteStore(path: string, { readOnly = false }: { readOnly?: boolean } = {}): CaseStore {
  const database = readOnly ? openForReading(path) : openDatabase(path);
  return {
    ...prepareCommits(database),
    ...listsAndRegisters(sqliteQueries(database)),
    async close() {
      database.close();
    },
  };
}
