/**
 * Durable commands through the service on SQLite, against bare inserts of the same rows into a file with the same
 * settings (WAL, synchronous=FULL). Ratios are rates over that of the bare inserts, commit by commit.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { type Actor, type JsonObject, nationalCalendar } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { createService } from '@aidflow/service';
import { scenarioRunner } from '@aidflow/simulator/node';
import { type CaseStore, type Commit, openSqliteStore } from '@aidflow/store';
import { compare, show } from './measure.ts';

const DIVISION = '620821100201';
/** How many citizens and officers work at the same time. */
const TOGETHER = 32;

const applicant: Actor = { id: 'applicant', kind: 'applicant', name: '申请人', grants: [] };
const clerk: Actor = {
  id: 'clerk',
  kind: 'officer',
  name: '受理岗',
  grants: [{ role: 'clerk', division: '620821100' }],
};

export async function service(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-bench-'));
  try {
    const data = await applicationData();
    const host = await startHost(join(folder, 'service.sqlite'));
    const commits = await host.record(data);
    const bare = openBare(join(folder, 'bare.sqlite'));
    const rows = commits.map(rowsOf);
    let n = 0;
    const measured = await compare([
      {
        name: 'bare inserts of the same rows, one transaction each',
        operations: rows.length,
        run: (times) => {
          for (let round = 0; round < times; round++) for (const row of rows) bare.insert([row], n++);
        },
      },
      {
        name: 'service, one after the other',
        operations: 2,
        run: async (times) => {
          for (let round = 0; round < times; round++) await host.twoCommands(data);
        },
      },
      {
        name: `service, ${TOGETHER} at a time`,
        operations: 2 * TOGETHER,
        run: async (times) => {
          for (let round = 0; round < times; round++) {
            await Promise.all(Array.from({ length: TOGETHER }, () => host.twoCommands(data)));
          }
        },
      },
      {
        name: `bare inserts, ${TOGETHER} in a transaction`,
        operations: rows.length * TOGETHER,
        run: (times) => {
          for (let round = 0; round < times; round++) {
            for (const row of rows) bare.insert(new Array<Rows>(TOGETHER).fill(row), n++);
          }
        },
      },
    ]);
    show('Service: durable commands on SQLite (apply and accept of dibao)', measured, [
      'A command of the service is decided, authorised, validated, hashed, committed and answered with a view.',
    ]);
    bare.close();
    await host.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The application of a scenario of the programme. */
async function applicationData(): Promise<JsonObject> {
  const file = fileURLToPath(new URL('scenarios/county-confirms.yaml', programmeFolders.dibao));
  const { events } = await scenarioRunner().run(file);
  const data = events[0]?.data;
  if (!data) throw new Error('the scenario opens no case');
  return data;
}

async function startHost(path: string) {
  const loaded = await loadProgramme(programmeFolders.dibao as URL);
  if (!loaded.ok) throw new Error(loaded.problems[0]?.detail);
  const store = openSqliteStore(path);
  const seen: Commit[] = [];
  let recording = false;
  const watched: CaseStore = {
    ...store,
    commitAll: (commits) => {
      if (recording) seen.push(...commits);
      return store.commitAll(commits);
    },
  };
  const host = await createService({
    store: watched,
    programmes: [loaded.bundle],
    calendar: nationalCalendar(),
    seed: 'bench',
    realTime: () => Date.parse('2026-03-16T01:00:00Z'),
  });

  async function twoCommands(data: JsonObject): Promise<void> {
    const key = crypto.randomUUID();
    const opened = await host.openCase(
      applicant,
      { programme: 'dibao', division: DIVISION, data },
      { key: `${key}-apply` },
    );
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { id } = opened.value.state;
    const accepted = await host.command(
      clerk,
      id,
      { do: 'accept.accept', data: {} },
      { key: `${key}-accept` },
    );
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
  }

  return {
    twoCommands,
    /** The commits of the two commands. */
    async record(data: JsonObject): Promise<Commit[]> {
      recording = true;
      await twoCommands(data);
      recording = false;
      return seen.filter(({ idempotency }) => idempotency !== undefined);
    },
    close: () => store.close(),
  };
}

interface Rows {
  snapshot: string;
  events: [type: string, at: string, text: string][];
  tasks: [step: string, role: string, due: string, text: string][];
  timers: [id: string, due: string, text: string][];
  outbox: string[];
}

function rowsOf(commit: Commit): Rows {
  return {
    snapshot: JSON.stringify(commit.state),
    events: commit.events.map((event) => [event.type, event.at, JSON.stringify(event)]),
    tasks: commit.tasks.map((task) => [task.step, task.role, task.due ?? '', JSON.stringify(task)]),
    timers: commit.timers.map((timer) => [timer.id, timer.due, JSON.stringify(timer)]),
    outbox: commit.outbox.map((item) => JSON.stringify(item)),
  };
}

/** A file with the service's settings and tables of the same width and keys, and nothing that checks anything. */
function openBare(path: string) {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE cases (id TEXT PRIMARY KEY, division TEXT, updated TEXT, snapshot TEXT);
    CREATE INDEX cases_by_division ON cases (division, updated);
    CREATE TABLE events (id TEXT, seq INTEGER, type TEXT, at TEXT, event TEXT, PRIMARY KEY (id, seq));
    CREATE TABLE tasks (id TEXT, step TEXT, role TEXT, due TEXT, task TEXT, PRIMARY KEY (id, step));
    CREATE INDEX tasks_by_role ON tasks (role, due);
    CREATE TABLE timers (id TEXT, timer TEXT, due TEXT, text TEXT, PRIMARY KEY (id, timer));
    CREATE INDEX timers_by_due ON timers (due);
    CREATE TABLE outbox (id TEXT PRIMARY KEY, item TEXT);
    CREATE TABLE keys (actor TEXT, key TEXT, fingerprint TEXT, id TEXT, PRIMARY KEY (actor, key));
  `);
  const put = {
    case: database.prepare('INSERT INTO cases VALUES (?, ?, ?, ?)'),
    event: database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)'),
    task: database.prepare('INSERT INTO tasks VALUES (?, ?, ?, ?, ?)'),
    timer: database.prepare('INSERT INTO timers VALUES (?, ?, ?, ?)'),
    outbox: database.prepare('INSERT INTO outbox VALUES (?, ?)'),
    key: database.prepare('INSERT INTO keys VALUES (?, ?, ?, ?)'),
  };
  return {
    insert(batch: readonly Rows[], n: number): void {
      database.exec('BEGIN IMMEDIATE');
      for (const [index, rows] of batch.entries()) {
        const id = `${n}-${index}`;
        put.case.run(id, DIVISION, '2026-03-16T01:00:00.000Z', rows.snapshot);
        for (const [seq, row] of rows.events.entries()) put.event.run(id, seq, ...row);
        for (const row of rows.tasks) put.task.run(id, ...row);
        for (const row of rows.timers) put.timer.run(id, ...row);
        for (const [place, text] of rows.outbox.entries()) put.outbox.run(`${id}-${place}`, text);
        put.key.run('actor', id, rows.snapshot.slice(0, 64), id);
      }
      database.exec('COMMIT');
    },
    close: () => database.close(),
  };
}
