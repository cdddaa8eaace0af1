/** What is known of uploaded files; their bytes lie elsewhere. */
import type { DatabaseSync } from 'node:sqlite';
import type { FileRecord } from '../contract.ts';
import { all, one } from './rows.ts';
import { inTransaction } from './transaction.ts';

export function prepareFiles(database: DatabaseSync) {
  const put = database.prepare(
    'INSERT INTO files (sha256, size, type) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  // Two people may upload the same bytes; each keeps the name it had for them.
  const putUpload = database.prepare(
    'INSERT INTO uploads (sha256, by, name, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const find = database.prepare(`
    SELECT sha256, size, type, name, by, at FROM files JOIN uploads USING (sha256)
    WHERE sha256 = ? AND by = ?`);
  const cases = database.prepare('SELECT case_id AS id FROM case_files WHERE sha256 = ?');
  const ofCase = database.prepare(`
    SELECT sha256, size, type, name, by, at
    FROM case_files JOIN files USING (sha256) JOIN uploads USING (sha256)
    WHERE case_id = ? AND by = uploader ORDER BY n`);

  return {
    async putFile({ sha256, size, type, name, by, at }: FileRecord): Promise<void> {
      inTransaction(database, () => {
        put.run(sha256, size, type);
        putUpload.run(sha256, by, name, at);
      });
    },

    async file(sha256: string, uploader: string): Promise<FileRecord | undefined> {
      return one<FileRecord>(find, sha256, uploader);
    },

    async fileCases(sha256: string): Promise<string[]> {
      return all<{ id: string }>(cases, sha256).map(({ id }) => id);
    },

    async caseFiles(caseId: string): Promise<FileRecord[]> {
      return all<FileRecord>(ofCase, caseId);
    },
  };
}
