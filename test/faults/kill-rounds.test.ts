/**
 * What becomes of cases that open others, of records and of runs of schedules when the server dies at any moment? A real
 * process is killed again and again while officers plan, inspect and register. Afterwards every case that was to be
 * opened is there once, every end was heard once, every record was made once, and every run was made once.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProgramme, loadValidators } from '@aidflow/definition/node';
import {
  type CaseEvent,
  type CaseState,
  compile,
  type Programme,
  replay,
  verifyChain,
} from '@aidflow/engine';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { expect, test } from 'vitest';
import { planning } from './planners.ts';
import { untilQuiet } from './quiet.ts';
import { seeded } from './random.ts';
import { Victim } from './victim.ts';

const KILLS = 20;
const CLIENTS = 3;
/** Monday, 16 March 2026: the day on which every record is reviewed. */
const START = Date.parse('2026-03-16T01:00:00.000Z');

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(`cases of items, records and runs are there once when the server is killed ${KILLS} times`, {
  timeout: 240_000,
}, async () => {
  const seed = Number(process.env.AIDFLOW_SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`kill test of rounds: AIDFLOW_SEED=${seed}\n`);
  const random = seeded(seed);
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-kill-rounds-'));
  const loaded = await loadProgramme(fileURLToPath(new URL('rounds', import.meta.url)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const programme = compile(loaded.bundle, await loadValidators(loaded.bundle));
  const [database, bundle] = [join(folder, 'cases.db'), join(folder, 'bundle.json')];
  await writeFile(bundle, JSON.stringify(loaded.bundle));

  const victim = new Victim([database, bundle, 'http://127.0.0.1:9/', String(START - Date.now())]);
  let stopped = false;
  victim.spawn();
  await victim.ready();
  const clients = Array.from({ length: CLIENTS }, (_, n) =>
    planning(victim, seeded(seed + n + 1), () => stopped),
  );
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      await pause(random() * 400);
      await victim.kill();
      victim.spawn();
      await victim.ready();
    }
    stopped = true;
    const registered = (await Promise.all(clients)).flat();
    // One more start, so that the last records are seen by the scheduler, too.
    await victim.kill();
    victim.spawn();
    await victim.ready();
    await untilReviewed(database);
    await untilQuiet(database);
    await victim.kill();
    expect(victim.complaints.replaceAll(/.*(Warning|--trace-warnings).*\n/g, '')).toBe('');
    await check(database, programme, registered);
  } finally {
    stopped = true;
    await victim.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

async function untilReviewed(database: string): Promise<void> {
  const store = openSqliteStore(database);
  const open = async () => {
    const { items } = await store.records({ type: 'facility', limit: 100_000, history: false });
    return items.length - (await store.scheduleRuns('rounds', '2026-01-01')).length;
  };
  for (let n = 0; n < 200 && (await open()) > 0; n++) await pause(50);
  expect(await open()).toBe(0);
  await store.close();
}

interface Found {
  state: CaseState;
  events: CaseEvent[];
}

async function check(database: string, programme: Programme, registered: readonly string[]): Promise<void> {
  const store = openSqliteStore(database);
  const cases = await wholeCases(store, programme);
  const all = [...cases.values()];
  const types = ({ events }: Found, wanted: string) => events.filter(({ type }) => type === wanted);

  const plans = all.filter(({ state }) => state.steps.visits && !state.parent);
  const children = all.filter(({ state }) => state.parent);
  let ended = 0;
  for (const plan of plans) {
    const opened = types(plan, 'visits.opened').flatMap(({ detail }) => detail?.children ?? []);
    const items = plan.state.data.plan?.items;
    expect(opened).toHaveLength(Array.isArray(items) ? items.length : 0);
    for (const { case: id, index } of opened) {
      const child = cases.get(id) as Found;
      expect(child, `case ${id} of an item`).toBeDefined();
      const heard = types(plan, 'visits.returned').filter(({ detail }) => detail?.child?.case === id);
      expect(heard, `end of ${id}`).toHaveLength(child.state.status === 'ended' ? 1 : 0);
      ended += heard.length;
      expect(plan.state.items?.visits?.items[index - 1]?.outcome).toBe(child.state.decided?.outcome);
      // The question for its record was answered once.
      expect(types(child, 'known.ask')).toHaveLength(1);
      expect(types(child, 'known.pass')).toHaveLength(1);
    }
    const whole = opened.every(({ case: id }) => cases.get(id)?.state.status === 'ended');
    expect(plan.state.status === 'ended').toBe(whole);
  }
  expect(children).toHaveLength(plans.flatMap(({ state }) => state.items?.visits?.items ?? []).length);

  for (const watch of all.filter(({ state }) => state.steps.listen)) {
    const senders = children.filter(
      ({ state }) => state.status === 'ended' && (state.item as { watch: string }).watch === watch.state.id,
    );
    expect(types(watch, 'listen.raised')).toHaveLength(senders.length > 0 ? 1 : 0);
  }

  // Every change of a record is that of one event, and what was acknowledged as made is there.
  const { items: records } = await store.records({ type: 'facility', limit: 100_000 });
  const changes = all.flatMap(({ state, events }) =>
    events.flatMap(({ seq, detail }) =>
      (detail?.records ?? []).map(({ key }) => `${key} ${state.id} ${seq}`),
    ),
  );
  const booked = records.flatMap(({ key, history }) => history.map((one) => `${key} ${one.case} ${one.seq}`));
  expect(booked.sort()).toEqual(changes.sort());
  const keys = new Set(records.map(({ key }) => key));
  expect(registered.filter((key) => !keys.has(key))).toEqual([]);
  for (const { key } of records) {
    const made = changes.filter((change) => change.startsWith(`${key} `));
    const once = all.filter(({ state }) => state.data.facility?.key === key);
    expect(once.length, `${key} was registered`).toBeLessThanOrEqual(1);
    expect(made.length).toBeGreaterThan(0);
  }

  const reviewed = all.flatMap(({ state }) => (state.schedule ? [state.schedule.record] : []));
  expect(reviewed.sort()).toEqual([...keys].sort());

  process.stdout.write(
    `kill test of rounds: ${plans.length} plans, ${children.length} cases of items, ${ended} ended, ` +
      `${records.length} records, ${reviewed.length} runs\n`,
  );
  // The test has tried what it is there for.
  expect(ended).toBeGreaterThan(3);
  expect(records.length).toBeGreaterThan(5);
  await store.close();
}

/** Every case, after it was found whole. */
async function wholeCases(store: CaseStore, programme: Programme): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const { items } = await store.cases({ scopes: [{ division: '62' }], limit: 1_000_000 });
  for (const { id } of items) {
    const [state, events] = [await store.load(id), await store.events(id)];
    expect(verifyChain(events)).toBeUndefined();
    expect(state).toEqual(JSON.parse(JSON.stringify(replay(programme, events))));
    if (state) found.set(id, { state, events });
  }
  return found;
}
