/** What is known of uploaded files; their bytes lie elsewhere. */
import type { FileRecord } from '../contract.ts';
import type { Queries } from './queries.ts';

export function fileQueries({ all, one, atomic }: Queries) {
  return {
    /** Two people may upload the same bytes; each keeps the name it had for them. */
    async putFile({ sha256, size, type, name, by, at }: FileRecord): Promise<void> {
      await atomic([
        {
          sql: 'INSERT INTO files (sha256, size, type) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          values: [sha256, size, type],
        },
        {
          sql: 'INSERT INTO uploads (sha256, by, name, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
          values: [sha256, by, name, at],
        },
      ]);
    },

    async file(sha256: string, uploader: string): Promise<FileRecord | undefined> {
      return one<FileRecord>(
        `SELECT sha256, size, type, name, by, at FROM files JOIN uploads USING (sha256)
         WHERE sha256 = ? AND by = ?`,
        sha256,
        uploader,
      );
    },

    async fileCases(sha256: string): Promise<string[]> {
      const rows = await all<{ id: string }>('SELECT case_id AS id FROM case_files WHERE sha256 = ?', sha256);
      return rows.map(({ id }) => id);
    },

    async caseFiles(caseId: string): Promise<FileRecord[]> {
      return all<FileRecord>(
        `SELECT sha256, size, type, name, by, at
         FROM case_files JOIN files USING (sha256) JOIN uploads USING (sha256)
         WHERE case_id = ? AND by = uploader ORDER BY n`,
        caseId,
      );
    },
  };
}
