import { existsSync } from 'node:fs';
import { type Problem, problem } from '@aidflow/definition';
import { verifyChain } from '@aidflow/engine';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { count, problemLines } from '../problems.ts';

/** `aidflow verify`: whether what happened is still as it was recorded. */
export const verify: Command = {
  name: 'verify',
  summary: 'Checks the chain of events of every case in a database: nothing changed, nothing missing.',
  usage: `verify FILE

  FILE     SQLite database of a service
  --json   problems as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(verify, args, { json: { type: 'boolean' } });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw misused(verify, 'exactly one database is expected');
    // Opening would create it.
    if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
    const store = openSqliteStore(path);
    try {
      const { cases, problems } = await verifyAll(store);
      if (values.json) terminal.out(JSON.stringify({ cases, problems }, null, 2));
      else {
        for (const found of problems) for (const line of problemLines(found, terminal)) terminal.out(line);
        const summary = `${count(cases, 'case')}, ${count(problems.length, 'broken chain')}`;
        terminal.out(terminal.tone(problems.length > 0 ? 'bad' : 'good', summary));
      }
      return problems.length > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};

/** The first fault of each case's chain. */
async function verifyAll(store: CaseStore): Promise<{ cases: number; problems: Problem[] }> {
  const problems: Problem[] = [];
  let cases = 0;
  let cursor: string | undefined;
  do {
    // The empty code covers every division.
    const page = await store.cases({ scopes: [{ division: '' }], limit: 200, cursor });
    for (const { id } of page.items) {
      cases++;
      const fault = await verifyCase(store, id);
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
