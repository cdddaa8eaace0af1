import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CaseStore } from '../contract.ts';
import { openPostgresStore } from '../postgres/store.ts';
import { openSqliteStore } from '../sqlite/store.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a PostgreSQL server, where the tests are to run on one. */
    postgres?: string;
  }
}

/**
 * A store for tests that belongs to a folder: the same one for the same folder. In the folder's own file, or in a schema of
 * the PostgreSQL database whose address is given.
 */
export async function storeIn(folder: string, postgres?: string): Promise<CaseStore> {
  if (postgres === undefined) return openSqliteStore(join(folder, 'cases.db'));
  const schema = `f_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  return openPostgresStore({ url: postgres, schema, connections: 4 });
}
