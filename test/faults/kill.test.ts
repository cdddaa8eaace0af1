/**
 * What is lost when the server dies at any moment? A real process is killed without warning again and again while clients
 * send commands and repeat them, and every time it starts on the same file. Afterwards the file itself is read:
 * what was acknowledged is there once, what was refused is not there, and nothing is there in part.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import {
  type CaseEvent,
  compile,
  nationalCalendar,
  type Programme,
  replay,
  tasks,
  timers,
  verifyChain,
} from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { standInConnector } from '@aidflow/service/stand-in';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { expect, test } from 'vitest';
import { untilQuiet } from './quiet.ts';
import { seeded } from './random.ts';
import { Victim } from './victim.ts';
import { type Sent, work } from './workers.ts';

const KILLS = 55;
const CLIENTS = 4;
/** Monday, 16 March 2026. */
const START = Date.parse('2026-03-16T01:00:00.000Z');

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(`nothing is lost, doubled or left in part when the server is killed ${KILLS} times`, {
  timeout: 240_000,
}, async () => {
  const seed = Number(process.env.AIDFLOW_SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`kill test: AIDFLOW_SEED=${seed}\n`);
  const random = seeded(seed);
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-kill-'));
  const connector = await standInConnector({ answer: { vehicles: 0 } });
  connector.delay(20);

  const loaded = await loadProgramme(fileURLToPath(programmeFolders.dibao as URL));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const [database, bundle] = [join(folder, 'cases.db'), join(folder, 'bundle.json')];
  await writeFile(bundle, JSON.stringify(loaded.bundle));

  const victim = new Victim([database, bundle, connector.url, String(START - Date.now())]);
  const sent: Sent[] = [];
  let stopped = false;
  victim.spawn();
  await victim.ready();
  const clients = Array.from({ length: CLIENTS }, (_, n) =>
    work(victim, seeded(seed + n + 1), sent, () => stopped),
  );
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(random() * 250);
      await victim.kill();
      victim.spawn();
      // Sometimes it dies while it starts, with the file just opened.
      if (random() < 0.15) {
        await pause(random() * 400);
        await victim.kill();
        victim.spawn();
      }
      await victim.ready();
    }
    stopped = true;
    await Promise.all(clients);
    await untilQuiet(database);
    await victim.kill();
    expect(victim.complaints.replaceAll(/.*(Warning|--trace-warnings).*\n/g, '')).toBe('');
    await check(database, programme, sent, connector.requests);
  } finally {
    stopped = true;
    await victim.kill();
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  }
});

async function check(
  database: string,
  programme: Programme,
  sent: readonly Sent[],
  requests: readonly { key: string }[],
): Promise<void> {
  const raw = new DatabaseSync(database);
  expect(raw.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  expect(raw.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  raw.close();

  const store = openSqliteStore(database);
  const events = await allEvents(store, programme);
  const places = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const text = JSON.stringify([event.data, event.reasons]);
    for (const [marker] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
      places.set(marker, [...(places.get(marker) ?? []), event]);
    }
  }

  const of = (fate: Sent['fate']) => sent.filter((one) => one.fate === fate);
  for (const { marker, caseId, version } of of('done')) {
    const found = places.get(marker) ?? [];
    expect(found, `acknowledged ${marker}`).toHaveLength(1);
    expect(found[0]?.case).toBe(caseId);
    expect(found[0]?.seq).toBeLessThanOrEqual(version ?? 0);
  }
  for (const { marker } of of('refused')) expect(places.get(marker), `refused ${marker}`).toBeUndefined();
  for (const { marker } of of('given-up')) expect((places.get(marker) ?? []).length).toBeLessThanOrEqual(1);
  const known = new Set(sent.map(({ marker }) => marker));
  expect([...places.keys()].filter((marker) => !known.has(marker))).toEqual([]);

  // The test has tried what it is there for.
  const repeated = of('done').filter(({ tries }) => tries > 1);
  process.stdout.write(
    `kill test: ${of('done').length} done (${repeated.length} repeated), ${of('refused').length} refused, ` +
      `${of('given-up').length} given up, ${events.length} events, ${requests.length} requests\n`,
  );
  expect(repeated.length).toBeGreaterThan(20);
  expect(of('given-up').length).toBeGreaterThan(3);

  // Each question was booked with one answer, however often it had to be sent, and always under one key.
  const asked = events.filter(({ type }) => type === 'verification.ask').length;
  const answered = events.filter(({ type }) => /^verification\.(pass|fail|unknown)$/.test(type)).length;
  expect(answered).toBe(asked);
  expect(new Set(requests.map(({ key }) => key)).size).toBe(asked);
  await store.close();
}

/** Every event of every case, after each case was found whole: chain, snapshot, tasks and timers. */
async function allEvents(store: CaseStore, programme: Programme): Promise<CaseEvent[]> {
  const all: CaseEvent[] = [];
  const calendar = nationalCalendar();
  const timerIds = new Map<string, string[]>();
  for (const { caseId, id } of await store.timersDue('9999', 1_000_000)) {
    timerIds.set(caseId, [...(timerIds.get(caseId) ?? []), id]);
  }
  const taskSteps = new Map<string, string[]>();
  const grants = ['clerk', 'investigator', 'reviewer', 'leader', 'officer'].map((role) => ({
    role,
    division: '62',
  }));
  const { items } = await store.tasks({ grants, limit: 1_000_000 });
  for (const { caseId, step } of items) taskSteps.set(caseId, [...(taskSteps.get(caseId) ?? []), step]);

  const cases = await store.cases({ scopes: [{ division: '62' }], limit: 1_000_000 });
  for (const { id } of cases.items) {
    const [state, events] = [await store.load(id), await store.events(id)];
    expect(verifyChain(events)).toBeUndefined();
    const replayed = replay(programme, events);
    expect(state).toEqual(JSON.parse(JSON.stringify(replayed)));
    if (!replayed) continue;
    expect((taskSteps.get(id) ?? []).sort()).toEqual(
      tasks(programme, replayed)
        .map(({ step }) => step)
        .sort(),
    );
    expect((timerIds.get(id) ?? []).sort()).toEqual(
      timers(programme, replayed, calendar)
        .map((timer) => timer.id)
        .sort(),
    );
    all.push(...events);
  }
  expect(cases.items.length).toBeGreaterThan(10);
  return all;
}
