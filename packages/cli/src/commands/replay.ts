import { existsSync, readFileSync } from 'node:fs';
import { localize, ProblemError, type ProblemLanguage, problem } from '@aidflow/definition';
import { loadValidators } from '@aidflow/definition/node';
import {
  type CaseEvent,
  compile,
  type Delegation,
  nationalCalendar,
  type Programme,
  type Versions,
} from '@aidflow/engine';
import { type Shadow, shadowCase } from '@aidflow/simulator';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { misused, readArgs, spokenLanguage } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { findCase } from '../find-case.ts';
import { problemLines } from '../problems.ts';
import { type Progress, progressOn } from '../progress.ts';
import { type ReplayTally, shadowLines, tallyLine } from '../shadow-lines.ts';
import { storedVersions } from '../stored-versions.ts';
import type { Terminal } from '../terminal.ts';
import { versionAt } from '../versions.ts';

/** `aidflow replay`: what has happened, on a changed definition. */
export const replay: Command = {
  name: 'replay',
  summary:
    'Replays cases that have happened on a changed definition: what would have come out otherwise, and why.',
  usage: `replay --on VERSION (--store FILE [CASE...] | --events FILE --was VERSION)

  --on VERSION      the changed version: a folder with programme.yaml, or a bundle
  --store FILE      SQLite database of a service; it is only read
  CASE...           ids or numbers; every case of the programme when left out
  --events FILE     the events of one case as JSON, in place of a database
  --was VERSION     the version on which they happened
  --all             also the cases that come out as they did
  --lang zh|en      language of what is printed
  --json            the cases as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(replay, args, {
      on: { type: 'string' },
      store: { type: 'string' },
      events: { type: 'string' },
      was: { type: 'string' },
      all: { type: 'boolean', default: false },
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const { on, store: path, events, was } = values;
    const oneOf =
      (path === undefined) !== (events === undefined) && (events === undefined) === (was === undefined);
    if (on === undefined || !oneOf)
      throw misused(replay, '--on is expected, and --store, or --events with --was');
    const language = spokenLanguage(replay, values.lang);
    const programme = await programmeAt(on, terminal, language);
    if (programme === undefined) return 1;
    const telling = new Telling(terminal, programme, language, values.all, values.json);
    if (events !== undefined && was !== undefined) {
      const before = await programmeAt(was, terminal, language);
      if (before === undefined) return 1;
      telling.begin();
      telling.shadow(shadowed(programme, new Map([[before.hash, before]]), eventsIn(events), []));
      return telling.end();
    }
    return replayStore(path as string, positionals, programme, telling, progressOn(terminal));
  },
};

async function replayStore(
  path: string,
  wanted: readonly string[],
  programme: Programme,
  telling: Telling,
  progress: Progress,
): Promise<number> {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  const store = openSqliteStore(path, { readOnly: true });
  try {
    const versions = storedVersions(store);
    const delegations = (await store.delegations()).map(({ value }) => value);
    telling.begin();
    let done = 0;
    for await (const { id, of } of casesIn(store, programme.id, wanted)) {
      const events = await store.events(id);
      telling.shadow(
        await caughtAt(id, async () => shadowed(programme, await versions(events), events, delegations)),
      );
      progress.tell(++done / of, `${done}/${of}`);
    }
    progress.end();
    return telling.end();
  } finally {
    await store.close();
  }
}

/** The cases that are named, or all of the programme, page by page. Throws `case/unknown`. */
async function* casesIn(
  store: CaseStore,
  programme: string,
  wanted: readonly string[],
): AsyncGenerator<{ id: string; of: number }> {
  for (const name of wanted) {
    const state = await findCase(store, name);
    if (!state) throw new ProblemError(problem('case/unknown', { case: name }));
    yield { id: state.id, of: wanted.length };
  }
  if (wanted.length > 0) return;
  // The empty code covers every division.
  const scopes = [{ division: '', programmes: [programme] }];
  let of = 0;
  for await (const ids of pagesOf(store, scopes)) of += ids.length;
  for await (const ids of pagesOf(store, scopes)) for (const id of ids) yield { id, of };
}

async function* pagesOf(
  store: CaseStore,
  scopes: { division: string; programmes: string[] }[],
): AsyncGenerator<string[]> {
  let cursor: string | undefined;
  do {
    const page = await store.cases({ scopes, limit: 200, cursor });
    yield page.items.map(({ id }) => id);
    cursor = page.next;
  } while (cursor !== undefined);
}

type Answer = Shadow | ProblemError;

async function caughtAt(id: string, act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return new ProblemError({ ...error.problem, file: id });
  }
}

function shadowed(
  programme: Programme,
  versions: Versions,
  events: readonly CaseEvent[],
  delegations: readonly Delegation[],
): Answer {
  return shadowCase(programme, versions, events, { calendar: nationalCalendar(), delegations });
}

async function programmeAt(
  path: string,
  terminal: Terminal,
  language: ProblemLanguage,
): Promise<Programme | undefined> {
  const version = await versionAt(path, terminal, language);
  return version && compile(version.bundle, await loadValidators(version.bundle));
}

/** Throws `cli/no-file` and `cli/not-events`. */
function eventsIn(path: string): CaseEvent[] {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  try {
    const list: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (Array.isArray(list) && list.length > 0 && list[0]?.seq === 1 && list[0]?.detail?.open) return list;
  } catch {
    // Told below with everything else that is none.
  }
  throw new UsageError(problem('cli/not-events', { path }));
}

/** Tells each case as it comes, so that nothing is kept of it. */
class Telling {
  readonly #terminal: Terminal;
  readonly #programme: Programme;
  readonly #language: ProblemLanguage;
  readonly #all: boolean;
  readonly #json: boolean;
  readonly #tally: ReplayTally = { cases: 0, same: 0, onTheWay: 0, otherwise: 0, failed: 0 };
  #told = 0;

  constructor(
    terminal: Terminal,
    programme: Programme,
    language: ProblemLanguage,
    all: boolean,
    json: boolean,
  ) {
    this.#terminal = terminal;
    this.#programme = programme;
    this.#language = language;
    this.#all = all;
    this.#json = json;
  }

  begin(): void {
    if (this.#json) this.#terminal.out('{ "cases": [');
  }

  shadow(answer: Answer): void {
    const tally = this.#tally;
    tally.cases++;
    if (answer instanceof ProblemError) tally.failed++;
    else if (answer.otherwise) tally.otherwise++;
    else if (answer.same) tally.same++;
    else tally.onTheWay++;
    if (!(answer instanceof ProblemError) && answer.same && !this.#all) return;
    const { out } = this.#terminal;
    const comma = this.#told++ > 0 ? ',' : ' ';
    if (this.#json)
      out(
        `${comma} ${JSON.stringify(answer instanceof ProblemError ? { problem: answer.problem } : answer)}`,
      );
    else if (answer instanceof ProblemError) {
      for (const line of problemLines(localize(answer.problem, this.#language), this.#terminal)) out(line);
    } else for (const line of shadowLines(answer, this.#programme, this.#language, this.#terminal)) out(line);
  }

  /** Says how many there were; that some come out otherwise is an answer and no fault. */
  end(): number {
    const { out } = this.#terminal;
    if (this.#json) out(`], "tally": ${JSON.stringify(this.#tally)} }`);
    else out(tallyLine(this.#tally, this.#language));
    return this.#tally.failed > 0 ? 1 : 0;
  }
}
