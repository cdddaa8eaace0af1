/**
 * What becomes of an office that works on while the programme changes? Two servers on one file: cases stand everywhere on
 * the first version, the second is published before its day, new cases begin on it when it has come, some of the old are
 * moved by both servers at once while people go on acting. Afterwards everything is read from the file.
 */

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { run } from '@aidflow/cli';
import { type Bundle, parseScenario } from '@aidflow/definition';
import { bundleHash, loadProgramme, loadValidators } from '@aidflow/definition/node';
import {
  type Actor,
  activeSteps,
  type CaseState,
  compile,
  type JsonObject,
  localDate,
  nationalCalendar,
  type Programme,
  replayAcross,
  tasks,
  timers,
  verifyChain,
  versionsIn,
} from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { createService, type Service } from '@aidflow/service';
import { standInConnector } from '@aidflow/service/stand-in';
import { type CaseStore, openSqliteStore } from '@aidflow/store';
import { expect, test } from 'vitest';

/** Monday, 16 March 2026, nine o'clock in Shanghai. */
const START = Date.parse('2026-03-16T01:00:00.000Z');
const VILLAGE = '620821100201';
/** How far a case is brought before the version changes: from applied to ended. */
const STAGES = 6;
const CASES = 24;

const officer = (id: string, role: string, division: string): Actor => ({
  id,
  kind: 'officer',
  name: id,
  grants: [{ role, division }],
});
const applicant: Actor = { id: 'applicant', kind: 'applicant', name: '张兰', grants: [] };
const clerk = officer('clerk', 'clerk', '620821100');
const visitors = ['a', 'b'].map((id) => officer(`visitor-${id}`, 'investigator', '620821100'));
const reviewer = officer('reviewer', 'reviewer', '620821100');
const chief = officer('chief', 'officer', '620821');

const folder = programmeFolders.dibao as URL;
const file = fileURLToPath(new URL('scenarios/township-confirms.yaml', folder));
const scenario = parseScenario(file, readFileSync(file, 'utf8'));
if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems));
const papers = (scenario.source.value.given?.data ?? {}) as Record<string, JsonObject>;

async function versions(): Promise<[first: Bundle, second: Bundle]> {
  const loaded = await loadProgramme(fileURLToPath(folder));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const copy: Bundle = structuredClone(loaded.bundle);
  const text = JSON.stringify(copy.definition)
    .replaceAll(/"accept"(?!:)/g, '"intake"')
    .replaceAll('"accept.', '"intake.');
  copy.definition = { ...JSON.parse(text), version: 'next', 'valid-from': '2026-03-20' };
  Object.assign(copy.definition.clocks?.handling?.limit ?? {}, { days: 25 });
  copy.version = 'next';
  return [loaded.bundle, { ...copy, hash: bundleHash(copy) }];
}

/** The next thing that somebody does in a case, if it is theirs to do. */
function next(
  programme: Programme,
  state: CaseState,
  today: string,
): [Actor, string, JsonObject] | undefined {
  for (const id of activeSteps(programme, state)) {
    if (id === 'accept' || id === 'intake') return [clerk, `${id}.accept`, {}];
    if (id === 'opinion') return [reviewer, 'opinion.propose-approve', {}];
    if (id === 'confirm') return [chief, 'confirm.approve', {}];
    const signed = state.steps[id]?.signatures.map(({ by }) => by.id) ?? [];
    const visitor = visitors.find((one) => !signed.includes(one.id));
    if (id === 'visit' && visitor) return [visitor, 'visit.submit', { ...papers.visit, date: today }];
  }
  return undefined;
}

test('two versions at work on one file, and cases that move between them', { timeout: 120_000 }, async () => {
  const place = await mkdtemp(join(tmpdir(), 'aidflow-versions-'));
  const database = join(place, 'cases.db');
  const connector = await standInConnector({ answer: { vehicles: 0 } });
  const errors: unknown[] = [];
  const [first, second] = await versions();
  const programmes = new Map<string, Programme>();
  for (const bundle of [first, second]) {
    programmes.set(bundle.hash, compile(bundle, await loadValidators(bundle)));
  }
  const shift = START - Date.now();
  const serving = async (store: CaseStore): Promise<Service> =>
    createService({
      store,
      // Both are started with the first: the second is found in the file.
      programmes: [first],
      calendar: nationalCalendar(),
      seed: 'announced',
      connectors: { 'household-economy': { url: connector.url } },
      realTime: () => Date.now() + shift,
      onError: (error) => errors.push(error),
    });
  const [storeA, storeB] = [openSqliteStore(database), openSqliteStore(database)];

  const stateOf = async (id: string) => (await storeA.load(id)) as CaseState;
  const open = async (service: Service) => {
    const request = { programme: 'dibao', division: VILLAGE, data: papers.application };
    const opened = await service.openCase(applicant, request);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    return opened.value.state.id;
  };
  /** Does what comes next; the code of what was refused. */
  const step = async (service: Service, id: string): Promise<string | undefined> => {
    const state = await stateOf(id);
    const today = localDate(service.now(), 'Asia/Shanghai');
    const found = next(programmes.get(state.definition) as Programme, state, today);
    if (!found) return undefined;
    const [actor, what, data] = found;
    const answer = await service.command(actor, id, { do: what, data, reasons: '按规定' });
    return answer.ok ? undefined : answer.problems[0]?.code;
  };

  try {
    const serviceA = await serving(storeA);
    const old: string[] = [];
    for (let n = 0; n < CASES; n++) {
      const id = await open(serviceA);
      old.push(id);
      const stage = n % STAGES;
      if (stage === STAGES - 1) await serviceA.command(applicant, id, { do: 'withdraw' });
      else for (let done = 0; done < stage; done++) expect(await step(serviceA, id)).toBeUndefined();
      await serviceA.tick();
    }

    // Published before its day: nothing begins on it, nothing moves, but it can be tried.
    await serviceA.publish(second, chief);
    const request = { to: second.hash, map: { steps: { accept: 'intake' } }, reasons: '新版施行' };
    const all = old.map((id) => ({ case: id }));
    const codes = (answers: Awaited<ReturnType<Service['migrateAll']>>) =>
      answers.map((answer) => (answer.ok ? 'ok' : answer.problems[0]?.code));
    expect((await stateOf(await open(serviceA))).definition).toBe(first.hash);
    expect(new Set(codes(await serviceA.migrateAll(chief, all, request)))).toEqual(
      new Set(['migrate/not-yet']),
    );
    const tried = codes(await serviceA.migrateAll(chief, all, { ...request, dryRun: true }));
    const ended = (n: number) => n % STAGES === STAGES - 1;
    expect(tried).toEqual(old.map((_, n) => (ended(n) ? 'migrate/ended' : 'ok')));
    const unmapped = { ...request, map: undefined, dryRun: true };
    const standing = codes(await serviceA.migrateAll(chief, all, unmapped));
    expect(standing.filter((_, n) => n % STAGES === 0)).toEqual(
      Array(CASES / STAGES).fill('migrate/step-gone'),
    );

    // Its day has come, on both servers.
    await serviceA.advance({ until: '2026-03-20' });
    const serviceB = await serving(storeB);
    const fresh = [await open(serviceA), await open(serviceB), await open(serviceB)];
    for (const id of fresh) expect((await stateOf(id)).definition).toBe(second.hash);
    for (const id of old) expect((await stateOf(id)).definition).toBe(first.hash);

    // Half of the old ones are moved by both at once, while people go on acting in all of them.
    const half = old.filter((_, n) => Math.floor(n / STAGES) % 2 === 0);
    const moving = half.map((id) => ({ case: id }));
    const [movedA, movedB, ...refused] = await Promise.all([
      serviceA.migrateAll(chief, moving, request, { key: 'move-from-a' }),
      serviceB.migrateAll(chief, moving, request, { key: 'move-from-b' }),
      ...[...old, ...fresh].map((id, n) => step(n % 2 === 0 ? serviceA : serviceB, id)),
    ]);
    // A command meant for the step under its old name is the most that goes wrong.
    const known = [undefined, 'step/unknown-outcome', 'step/not-active', 'step/unknown', 'store/conflict'];
    for (const code of refused) expect(known).toContain(code);
    for (const [index, { case: id }] of moving.entries()) {
      const both = [movedA, movedB].map((answers) => {
        const answer = answers[index];
        return answer?.ok ? 'ok' : answer?.problems[0]?.code;
      });
      const state = await stateOf(id);
      if (both.includes('migrate/ended')) expect(state.definition).toBe(first.hash);
      else expect(both.sort()).toEqual(['migrate/same', 'ok']);
    }

    // To the end, on whichever version each of them is.
    for (const day of ['2026-03-23', '2026-04-02', '2026-04-03']) {
      await serviceB.advance({ until: day });
      for (let round = 0; round < 4; round++) {
        for (const id of [...old, ...fresh]) await step(serviceB, id);
        await serviceB.tick();
      }
    }

    const { items } = await storeA.cases({ scopes: [{ division: '' }], limit: 200 });
    expect(items).toHaveLength(CASES + 1 + fresh.length);
    const approved = { moved: 0, stayed: 0, fresh: 0 };
    for (const { id, definition, outcome } of items) {
      const [state, events] = [await stateOf(id), await storeA.events(id)];
      expect(verifyChain(events)).toBeUndefined();
      expect(JSON.stringify(replayAcross(programmes, events))).toBe(JSON.stringify(state));
      expect(definition).toBe(state.definition);
      expect(events.filter(({ type }) => type === 'migrate').length).toBe(versionsIn(events).length - 1);
      const programme = programmes.get(state.definition) as Programme;
      const due = await storeA.timersDue('9999', 1000, id);
      expect(due.map((one) => one.id).sort()).toEqual(
        timers(programme, state, nationalCalendar())
          .map((one) => one.id)
          .sort(),
      );
      if (outcome === 'approved') {
        const kind = versionsIn(events).length > 1 ? 'moved' : fresh.includes(id) ? 'fresh' : 'stayed';
        approved[kind]++;
      }
      for (const { seq } of events) expect((await serviceB.explain(chief, id, seq)).ok).toBe(true);
    }
    // The test has tried what it is there for.
    expect(Math.min(...Object.values(approved))).toBeGreaterThan(0);
    const running = items.filter(({ status }) => status === 'active');
    const grants = ['clerk', 'investigator', 'reviewer', 'officer', 'auditor', 'leader'].map((role) => ({
      role,
      division: '62',
    }));
    const rows = (await storeA.tasks({ grants, limit: 1000 })).items;
    for (const { id, definition } of running) {
      const expected = tasks(programmes.get(definition) as Programme, await stateOf(id));
      expect(rows.filter(({ caseId }) => caseId === id).map((row) => row.step)).toEqual(
        expected.filter(({ role }) => role !== 'applicant').map((task) => task.step),
      );
    }
    expect(errors).toEqual([]);
    await Promise.all([storeA.close(), storeB.close()]);

    const lines: string[] = [];
    const terminal = {
      out: (line: string) => lines.push(line),
      err: () => {},
      tone: (_: string, t: string) => t,
    };
    expect(await run(['verify', '--replay', database], terminal)).toBe(0);
    expect(await run(['explain', '--store', database, half[0] ?? ''], terminal)).toBe(0);
    expect(lines.join('\n')).toContain('新版施行');

    // A state that is not what the events say is found, though the chain is whole.
    const raw = new DatabaseSync(database);
    const change = raw.prepare(
      `UPDATE cases SET snapshot = replace(snapshot, '"张兰"', '"张三"') WHERE id = ?`,
    );
    expect(change.run(half[0] ?? '').changes).toBe(1);
    raw.close();
    expect(await run(['verify', database], terminal)).toBe(0);
    expect(await run(['verify', '--replay', database], terminal)).toBe(1);
    expect(lines.join('\n')).toContain('store/snapshot-differs');
  } finally {
    await connector.close();
    await rm(place, { recursive: true, force: true });
  }
});
