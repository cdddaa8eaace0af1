/** The PostgreSQL store: several servers on one database. */
import type { CaseStore } from '../contract.ts';
import { listsAndRegisters } from '../sql/index.ts';
import { postgresCommits } from './commit.ts';
import { hear } from './heard.ts';
import { openPool, type PostgresPlace } from './open.ts';
import { postgresQueries } from './queries.ts';

/**
 * Opens the store in a database (PostgreSQL 15 or newer), making its tables or bringing them up to date. Several processes
 * may have it open. Throws `store/newer-schema` where a newer version has written the tables, `store/schema-name` for a
 * schema that is no plain name, and what the driver throws where the server cannot be reached.
 */
export async function openPostgresStore(place: PostgresPlace = {}): Promise<CaseStore> {
  const { pool, ...connection } = await openPool(place);
  const ears = new Set<() => Promise<void>>();
  return {
    ...postgresCommits(pool),
    ...listsAndRegisters(postgresQueries(pool)),
    async heard(listener) {
      const stop = await hear(connection, listener);
      ears.add(stop);
      return async () => {
        if (ears.delete(stop)) await stop();
      };
    },
    async close() {
      await Promise.all([...ears].map((stop) => stop()));
      ears.clear();
      await pool.end();
    },
  };
}
