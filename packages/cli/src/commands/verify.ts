import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import { replayAcross, verifyChain } from '@aidflow/engine';
import { verifyDossier } from '@aidflow/service/dossier';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { count, problemLines } from '../problems.ts';
import { storedVersions } from '../stored-versions.ts';
import type { Terminal } from '../terminal.ts';

/** `aidflow verify`: whether what happened is still as it was recorded. */
export const verify: Command = {
  name: 'verify',
  summary:
    'Checks a dossier, or the chain of events of every case in a database: nothing changed or missing.',
  usage: `verify FILE | verify --db FILE

  FILE         dossier (ZIP), or SQLite database of a service
  --db FILE    database of a service
  --head HASH  the dossier ends in this event, as the record of its export says: without it, a chain that was made anew
               as a whole goes unnoticed
  --masked     takes a masked copy of a dossier, of which only files and links between events can be checked
  --replay     of a database: also that every case is what its events make of it (a dossier always is)
  --json       problems as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(verify, args, {
      db: { type: 'string' },
      head: { type: 'string' },
      masked: { type: 'boolean', default: false },
      replay: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const [path = values.db, ...more] = positionals;
    const several = positionals.length > 0 && values.db !== undefined;
    if (path === undefined || more.length > 0 || several)
      throw misused(verify, 'exactly one dossier or database is expected');
    // Opening would create it.
    if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
    if (values.db !== undefined || (await isDatabase(path))) {
      if (values.head !== undefined || values.masked)
        throw misused(verify, '--head and --masked are for dossiers');
      return verifyDatabase(path, values, terminal);
    }
    if (values.replay) throw misused(verify, '--replay is for databases');
    if (values.head !== undefined && !/^[0-9a-f]{64}$/.test(values.head))
      throw misused(verify, `"${values.head}" is no hash of an event`);
    const { manifest, problems } = verifyDossier(await readFile(path), values);
    if (values.json) terminal.out(JSON.stringify({ case: manifest?.case, problems }, null, 2));
    else {
      for (const found of problems) for (const line of problemLines(found, terminal)) terminal.out(line);
      const what = manifest ? `case ${manifest.case.number}, ${count(manifest.events, 'event')}, ` : '';
      const summary = `${what}${count(problems.length, 'problem')}`;
      terminal.out(terminal.tone(problems.length > 0 ? 'bad' : 'good', summary));
      if (values.head === undefined)
        terminal.out(terminal.tone('warn', 'without --head, a chain that was made anew goes unnoticed'));
    }
    return problems.length > 0 ? 1 : 0;
  },
};

/** By what the file begins with: a database may have any name. */
async function isDatabase(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    // An empty file is a database to SQLite, and nothing to anybody else.
    return bytesRead === 0 || buffer.subarray(0, bytesRead).toString('latin1') === MAGIC;
  } finally {
    await file.close();
  }
}

const MAGIC = 'SQLite format 3\0';

async function verifyDatabase(
  path: string,
  { replay, json }: { replay: boolean; json: boolean },
  terminal: Terminal,
): Promise<number> {
  const store = openSqliteStore(path);
  try {
    const { cases, problems } = await verifyAll(store, replay);
    if (json) terminal.out(JSON.stringify({ cases, problems }, null, 2));
    else {
      for (const found of problems) for (const line of problemLines(found, terminal)) terminal.out(line);
      const summary = `${count(cases, 'case')}, ${count(problems.length, replay ? 'broken case' : 'broken chain')}`;
      terminal.out(terminal.tone(problems.length > 0 ? 'bad' : 'good', summary));
    }
    return problems.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
}

/** The first fault of each case. */
async function verifyAll(
  store: CaseStore,
  replaying: boolean,
): Promise<{ cases: number; problems: Problem[] }> {
  const versions = storedVersions(store);
  const problems: Problem[] = [];
  let cases = 0;
  let cursor: string | undefined;
  do {
    // The empty code covers every division.
    const page = await store.cases({ scopes: [{ division: '' }], limit: 200, cursor });
    for (const { id } of page.items) {
      cases++;
      const fault =
        (await verifyCase(store, id)) ?? (replaying ? await replayCase(store, versions, id) : undefined);
      if (fault !== undefined) problems.push(fault);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return { cases, problems };
}

async function verifyCase(store: CaseStore, id: string): Promise<Problem | undefined> {
  const events = await store.events(id);
  const fault = verifyChain(events);
  if (fault !== undefined) return fault;
  // A chain that lost its end is whole in itself; the case knows how far it went.
  const state = await store.load(id);
  const last = events.at(-1);
  if (state !== undefined && state.head === last?.hash && state.version === last.seq) return undefined;
  return problem('store/chain-broken', { case: id, seq: events.length + 1 });
}

async function replayCase(
  store: CaseStore,
  versions: ReturnType<typeof storedVersions>,
  id: string,
): Promise<Problem | undefined> {
  const events = await store.events(id);
  try {
    const state = replayAcross(await versions(events), events);
    // What is kept has been JSON, where there is no undefined.
    const made: unknown = state && JSON.parse(JSON.stringify(state));
    if (isDeepStrictEqual(made, await store.load(id))) return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return problem('store/snapshot-differs', { case: id, events: events.length });
}
