import { existsSync, readFileSync } from 'node:fs';
import { type Bundle, ProblemError, problem, type StepMap } from '@aidflow/definition';
import { type Actor, nationalCalendar } from '@aidflow/engine';
import { createService, type MigrationAnswer } from '@aidflow/service';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { misused, readArgs } from '../args.ts';
import { type Command, UsageError } from '../command.ts';
import { findCase } from '../find-case.ts';
import { count, problemLines } from '../problems.ts';
import type { Terminal } from '../terminal.ts';
import { versionAt } from '../versions.ts';

/** `aidflow migrate`: running cases go on by another version of their programme, on the decision of an officer. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Moves running cases in a database to another version of their programme, each or not at all.',
  usage: `migrate --store FILE --to VERSION --as ID:ROLE@DIVISION --reasons TEXT [CASE...]

  --store FILE             SQLite database of a service
  --to VERSION             a folder with programme.yaml, or a bundle; it is published where the database has it not
  --as ID:ROLE@DIVISION    the officer who decides it: county level or above
  --reasons TEXT           why, in words that applicants understand
  CASE...                  ids or numbers; every running case of the programme on other versions when left out
  --map FILE               what becomes of steps, as JSON: { "steps": { "old": "new" } } (see "aidflow diff --json")
  --dry-run                only says what would happen, and publishes nothing
  --seed TEXT              seed of draws of the service: what is due in a case happens before it moves (aidflow)
  --json                   the answers as JSON`,

  async run(args, terminal) {
    const { values, positionals } = readArgs(migrate, args, {
      store: { type: 'string' },
      to: { type: 'string' },
      as: { type: 'string' },
      reasons: { type: 'string' },
      map: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      seed: { type: 'string', default: 'aidflow' },
      json: { type: 'boolean' },
    });
    const { store: path, to, as, reasons } = values;
    if (path === undefined || to === undefined || as === undefined || reasons === undefined)
      throw misused(migrate, '--store, --to, --as and --reasons are expected');
    const actor = officerIn(as);
    const map = values.map === undefined ? undefined : mapIn(values.map);
    // Opening would create it.
    if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
    const version = await versionAt(to, terminal);
    if (version === undefined) return 1;

    const store = openSqliteStore(path);
    try {
      const { bundle } = version;
      const dryRun = values['dry-run'];
      const cases = await casesToMove(store, bundle, positionals);
      const service = await createService({
        store: dryRun ? withDefinition(store, bundle) : store,
        programmes: [],
        calendar: nationalCalendar(),
        seed: values.seed,
      });
      if (!dryRun && cases.size > 0 && !(await store.definition(bundle.hash)))
        await service.publish(bundle, actor);
      const moving = [...cases.keys()].map((id) => ({ case: id }));
      const answers = await service.migrateAll(actor, moving, { to: bundle.hash, map, reasons, dryRun });
      if (values.json) terminal.out(JSON.stringify(answers, null, 2));
      else tell(answers, cases, dryRun, terminal);
      return answers.every(({ ok }) => ok) ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};

/** The database as it would be with the version published. */
function withDefinition(store: CaseStore, bundle: Bundle): CaseStore {
  const { hash, programme, version, title } = bundle;
  const given = { hash, programme, version, title, published: '', bundle: JSON.stringify(bundle) };
  return { ...store, definition: async (wanted) => (wanted === hash ? given : store.definition(wanted)) };
}

/** Numbers of the cases by id. Throws `case/unknown`. */
async function casesToMove(
  store: CaseStore,
  { programme, hash }: Bundle,
  wanted: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of wanted) {
    const state = await findCase(store, name);
    if (!state) throw new ProblemError(problem('case/unknown', { case: name }));
    found.set(state.id, state.number);
  }
  if (wanted.length > 0) return found;
  let cursor: string | undefined;
  do {
    // The empty code covers every division.
    const scopes = [{ division: '', programmes: [programme] }];
    const page = await store.cases({ scopes, status: 'active', limit: 200, cursor });
    for (const row of page.items) if (row.definition !== hash) found.set(row.id, row.number);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

function tell(
  answers: readonly MigrationAnswer[],
  numbers: ReadonlyMap<string, string>,
  dryRun: boolean,
  terminal: Terminal,
): void {
  const { out, tone } = terminal;
  for (const answer of answers) {
    const number = tone('strong', numbers.get(answer.case) ?? answer.case);
    if (answer.ok) {
      const { from, to, stood, stands } = answer.value.move;
      out(`${number}  ${from.version} -> ${to.version}  ${stood.join(', ')} -> ${stands.join(', ')}`);
    } else {
      out(number);
      for (const line of answer.problems.flatMap((one) => problemLines(one, terminal))) out(`  ${line}`);
    }
  }
  const moved = answers.filter(({ ok }) => ok).length;
  const refused = answers.length - moved;
  const words = dryRun ? ['would move', 'would be refused'] : ['moved', 'refused'];
  out(tone(refused > 0 ? 'bad' : 'good', `${count(moved, 'case')} ${words[0]}, ${refused} ${words[1]}`));
}

function officerIn(text: string): Actor {
  const found = /^(?<id>[^:]+):(?<role>[A-Za-z][\w-]*)@(?<division>\d{2,12})$/.exec(text)?.groups;
  const { id = '', role = '', division = '' } = found ?? {};
  if (!found) throw misused(migrate, `"${text}" is no officer such as "zhao:officer@620821"`);
  return { id, kind: 'officer', name: id, grants: [{ role, division }] };
}

function mapIn(path: string): StepMap {
  if (!existsSync(path)) throw new UsageError(problem('cli/no-file', { path }));
  try {
    const map = JSON.parse(readFileSync(path, 'utf8')) as StepMap | null;
    const targets = Object.values(map?.steps ?? { none: 0 });
    if (map && targets.every((target) => target === null || typeof target === 'string')) return map;
  } catch {
    // Told below with everything else that is none.
  }
  throw misused(migrate, `"${path}" holds no step map as JSON`);
}
