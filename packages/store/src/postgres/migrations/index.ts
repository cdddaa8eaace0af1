/** The tables and what writes them, as a list of migrations: the number of those that ran stands in `schema_version`. */
import { tables } from './0001-tables.ts';
import { commits } from './0002-commits.ts';

/** Only ever added to: databases in use have run the earlier ones. */
export const migrations: readonly string[] = [tables, commits];
