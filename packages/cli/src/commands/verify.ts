import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import { replayAcross, verifyChain } from '@aidflow/engine';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { count, problemLines } from '../problems.ts';
import { storedVersions } from '../stored-versions.ts';

/** `aidflow verify`: whether what happened is still as it was recorded. */
export const verify: Command = {
  name: 'verify',
  summary: 'Checks the chain of events of every case in a database: nothing changed, nothing missing.',
  usage: `verify FILE

  FILE       SQLite database of a service
  --replay   also that every case is what its events make of it, on the versions on which they happened
  --json     problems as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(verify, args, {
      replay: { type: 'boolean', default: false },
      json: { type: 'boolean' },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw misused(verify, 'exactly one database is expected');
    // Opening would create it.
    if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
    const store = openSqliteStore(path);
    try {
      const { cases, problems } = await verifyAll(store, values.replay);
      if (values.json) terminal.out(JSON.stringify({ cases, problems }, null, 2));
      else {
        for (const found of problems) for (const line of problemLines(found, terminal)) terminal.out(line);
        const summary = `${count(cases, 'case')}, ${count(problems.length, values.replay ? 'broken case' : 'broken chain')}`;
        terminal.out(terminal.tone(problems.length > 0 ? 'bad' : 'good', summary));
      }
      return problems.length > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};

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
