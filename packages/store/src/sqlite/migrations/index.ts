/** The tables, as a list of migrations: the number of those that ran is the file's `user_version`. */
import { cases } from './0001-cases.ts';
import { fileNames } from './0002-file-names.ts';
import { linkedCases } from './0003-linked-cases.ts';

/** Only ever added to: files in use have run the earlier ones. */
export const migrations: readonly string[] = [cases, fileNames, linkedCases];
