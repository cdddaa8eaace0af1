import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problem } from '@aidflow/definition';
import { maskOf } from '@aidflow/engine';
import { collectDossier, writeDossier } from '@aidflow/service/dossier';
import { openSqliteStore } from '@aidflow/store';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { namesIn } from '../division-names.ts';
import { findCase } from '../find-case.ts';
import { storedVersions } from '../stored-versions.ts';

/** Who has exported, where nobody has signed in. */
const BY = { id: 'aidflow-cli', kind: 'system', name: 'aidflow dossier' } as const;

/** `aidflow dossier`: one case as an archive that can be read and verified anywhere. */
export const dossier: Command = {
  name: 'dossier',
  summary: 'Exports a case as an archive: events, definition, documents, letters, hashes, and pages to read.',
  usage: `dossier CASE --db FILE [--out FILE]

  CASE               id or number of a case
  --db FILE          SQLite database of a service; the export is put on record in it
  --files DIR        folder of the uploaded files (files, beside the database)
  -o, --out FILE     where to write it (the number of the case, with .zip)
  --divisions FILE   names of divisions as JSON: { "620821": "..." }
  --masked           personal data is masked, documents are left out: such a copy proves nothing`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(dossier, args, {
      db: { type: 'string' },
      files: { type: 'string' },
      out: { type: 'string', short: 'o' },
      divisions: { type: 'string' },
      masked: { type: 'boolean', default: false },
    });
    const [wanted, ...more] = positionals;
    if (wanted === undefined || more.length > 0) throw misused(dossier, 'exactly one case is expected');
    const { db } = values;
    if (db === undefined) throw misused(dossier, '--db is expected');
    // Opening would create it.
    if (!existsSync(db)) throw new UsageError(problem('cli/no-file', { path: db }));
    const names = namesIn(dossier, values.divisions);
    const store = openSqliteStore(db);
    try {
      const state = await findCase(store, wanted);
      if (!state) throw new UsageError(problem('case/unknown', { case: wanted }));
      const events = await store.events(state.id, 0, state.version);
      const versions = await storedVersions(store)(events);
      const parent = state.parent && (await store.load(state.parent.case));
      const mask = values.masked ? maskOf([...versions.values()], state, events, parent) : undefined;
      const made = new Date().toISOString();
      const files = values.files ?? join(dirname(db), 'files');
      const found = writeDossier(await collectDossier({ store, files, state, events, names, made, mask }));
      const path = values.out ?? found.name;
      await writeFile(path, found.zip);
      const action = values.masked ? 'dossier.exported-masked' : 'dossier.exported';
      await store.audit({ at: made, by: BY, action, subject: `${state.id} ${found.head}` });
      terminal.out(`${path}  ${found.zip.byteLength} bytes`);
      terminal.out(`head ${found.head}`);
      return 0;
    } finally {
      await store.close();
    }
  },
};
