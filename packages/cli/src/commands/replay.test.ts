import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bundle } from '@aidflow/definition';
import { bundleHash, loadProgramme } from '@aidflow/definition/node';
import { type Actor, type JsonObject, nationalCalendar } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { createService } from '@aidflow/service';
import type { Shadow } from '@aidflow/simulator';
import { scenarioRunner } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-replay-'));
const database = join(scratch, 'cases.sqlite');
let bundle: Bundle;
/** The first was decided, the second stands at the clerk's and is listed first. */
const numbers: string[] = [];

async function aidflow(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    tone: (_, text) => text,
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

/** A version in which the text of the definition was changed. */
function version(name: string, change: (text: string) => string): string {
  const definition = JSON.parse(change(JSON.stringify(bundle.definition)));
  expect(definition).not.toEqual(bundle.definition);
  const changed = { ...bundle, definition };
  const path = join(scratch, `${name}.json`);
  writeFileSync(path, JSON.stringify({ ...changed, hash: bundleHash(changed) }));
  return path;
}

const parameter = (name: string, value: number) => (text: string) => {
  const definition = JSON.parse(text);
  definition.parameters[name].values = [{ value, 'valid-from': '2021-01-01' }];
  return JSON.stringify(definition);
};

async function shadows(path: string, ...more: string[]): Promise<Shadow[]> {
  const { status, out, err } = await aidflow('replay', '--on', path, '--store', database, '--json', ...more);
  expect([status, err.replaceAll(/^\d+% .*$/gm, '').trim()]).toEqual([0, '']);
  return JSON.parse(out).cases;
}

/** A household of three with 300 yuan a head applies, is visited, published and confirmed by the county. */
beforeAll(async () => {
  const loaded = await loadProgramme(dibao);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  bundle = loaded.bundle;
  const { state } = await scenarioRunner().run(join(dibao, 'scenarios/county-confirms.yaml'));
  if (!state) throw new Error('the scenario was not played');
  const { application, visit } = state.data;
  let now = Date.parse('2026-03-16T09:00:00+08:00');
  const store = openSqliteStore(database);
  const service = await createService({
    store,
    programmes: [bundle],
    calendar: nationalCalendar(),
    seed: 'aidflow',
    realTime: () => now,
  });
  const person = (id: string, role?: string, division = '620821100'): Actor => ({
    id,
    kind: role === undefined ? 'applicant' : 'officer',
    name: id,
    grants: role === undefined ? [] : [{ role, division }],
  });
  const open = async () => {
    const request = { programme: 'dibao', division: '620821100201', data: application };
    const opened = await service.openCase(person('zhang'), request);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    numbers.push(opened.value.state.number);
    return opened.value.state.id;
  };
  const id = await open();
  const act = async (date: string, actor: Actor, what: string, data?: JsonObject) => {
    now = Date.parse(`${date}T10:00:00+08:00`);
    await service.tick();
    const done = await service.command(actor, id, { do: what, ...(data ? { data } : {}), reasons: '属实' });
    if (!done.ok) throw new Error(`${what}: ${JSON.stringify(done.problems)}`);
  };
  await act('2026-03-16', person('li', 'clerk'), 'accept.accept');
  // The other department's system has no address here, so that a person settles what it would have said.
  await act('2026-03-17', person('li', 'clerk'), 'recheck.settle', {
    deposits: 0,
    vehicleValue: 0,
    houses: 1,
    shareholdings: 0,
    undeclaredIncome: 0,
    finding: '未发现其他收入',
  });
  await act('2026-03-18', person('wang', 'investigator'), 'visit.submit', visit);
  await act('2026-03-18', person('zhao', 'investigator'), 'visit.submit');
  await act('2026-03-31', person('sun', 'reviewer'), 'opinion.propose-approve');
  await act('2026-04-10', person('qian', 'officer', '620821'), 'confirm.approve');
  await open();
  await store.close();
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('cases that have happened', { timeout: 60_000 }, () => {
  it('come out as they did on the version on which they happened', async () => {
    expect(await shadows(dibao)).toEqual([]);
    const all = await shadows(dibao, '--all');
    expect(all.map(({ number, same, differences }) => [number, same, differences])).toEqual(
      [...numbers].reverse().map((number) => [number, true, []]),
    );
    expect(all.find(({ number }) => number === numbers[0])?.is).toMatchObject({
      outcome: 'approved',
      award: { amount: 60_000 },
    });
  });

  it('give another amount by another standard', async () => {
    // (400 - 300) yuan for three.
    const [one, ...others] = await shadows(version('lower', parameter('standardRural', 40_000)));
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      number: numbers[0],
      otherwise: true,
      was: { award: { amount: 60_000 } },
      is: { outcome: 'approved', award: { amount: 30_000 } },
    });
    expect(one?.differences).toContainEqual(
      expect.objectContaining({
        kind: 'rule',
        step: 'assess',
        values: expect.objectContaining({ amount: [60_000, 30_000] }),
      }),
    );
  });

  it('could not have been decided so where a rule says otherwise, and the row says why', async () => {
    const [one] = await shadows(version('lowest', parameter('standardRural', 25_000)));
    expect(one).toMatchObject({ otherwise: true, is: { outcome: null, steps: ['opinion'] } });
    expect(one?.differences).toEqual([
      expect.objectContaining({
        kind: 'rule',
        step: 'assess',
        was: expect.objectContaining({ result: 'pass' }),
        is: expect.objectContaining({ result: 'fail' }),
      }),
      expect.objectContaining({
        kind: 'condition',
        event: expect.objectContaining({ type: 'opinion.propose-approve', by: 'sun' }),
        problem: expect.objectContaining({ code: 'step/guard' }),
      }),
    ]);
  });

  it('could not have been decided by somebody without the power', async () => {
    const [one] = await shadows(
      version('auditor', (text) => {
        const definition = JSON.parse(text);
        definition.steps.find(({ id }: { id: string }) => id === 'confirm').role = 'auditor';
        return JSON.stringify(definition);
      }),
    );
    expect(one?.differences).toEqual([
      expect.objectContaining({
        kind: 'authority',
        step: 'confirm',
        problem: expect.objectContaining({ code: 'authority/role' }),
      }),
    ]);
  });

  it('are decided later where a notice is up for longer, and run over a limit that is shorter', async () => {
    // Published on 31 March: 15 days end with 15 April.
    const [longer] = await shadows(version('longer', parameter('noticeDays', 15)));
    expect(longer).toMatchObject({ same: false, is: { outcome: 'approved' } });
    expect(longer?.differences).toContainEqual(
      expect.objectContaining({ kind: 'clock', step: 'confirm', from: '2026-04-16' }),
    );
    const [shorter] = await shadows(version('shorter', parameter('handlingDays', 10)));
    expect(shorter).toMatchObject({ same: false, otherwise: false });
    // Accepted on Monday 16 March: 10 working days end with the 30th, and on the 31st they are over.
    expect(shorter?.differences).toEqual([
      expect.objectContaining({
        kind: 'limit',
        clock: 'handling',
        was: null,
        is: '2026-03-31',
      }),
    ]);
  });

  it('leave the database as it was', async () => {
    const hash = () => createHash('sha256').update(readFileSync(database)).digest('hex');
    const before = hash();
    await shadows(version('lower', parameter('standardRural', 40_000)));
    expect(hash()).toBe(before);
  });

  it('are told as a table, in both languages, with how many there were', async () => {
    const path = version('lower', parameter('standardRural', 40_000));
    const { out, status } = await aidflow('replay', '--on', path, '--store', database);
    expect(status).toBe(0);
    expect(out).toContain(`≠ ${numbers[0]}  approved 600.00 yuan a month -> approved 300.00 yuan a month`);
    expect(out).toMatch(/rule {2}Assessment \(assess\): .*Allowance a month 600.00 yuan -> 300.00 yuan/);
    expect(out).toMatch(
      /^2 cases: 1 the same, 0 .*, 1 decided otherwise or not possible as it was, 0 could not be replayed$/m,
    );
    const zh = await aidflow(
      'replay',
      '--on',
      path,
      '--store',
      database,
      '--lang',
      'zh',
      numbers[0] as string,
    );
    expect(zh.out).toMatch(/每月600.00元 -> approved 每月300.00元/);
    expect(zh.out).toMatch(/共1件/);
  });

  it('may be the events of one case', async () => {
    const { events } = await scenarioRunner().run(join(dibao, 'scenarios/township-confirms.yaml'));
    const file = join(scratch, 'events.json');
    writeFileSync(file, JSON.stringify(events));
    const same = await aidflow('replay', '--on', dibao, '--events', file, '--was', dibao, '--all');
    expect(same.out).toMatch(/^= 20260001 {2}approved 456.00 yuan a month\n1 case: 1 the same/);
    // The delegation is recorded with the act that rested on it; a version that forbids it sends the act to the county.
    const closed = version('closed', (text) => {
      const definition = JSON.parse(text);
      delete definition.steps.find(({ id }: { id: string }) => id === 'confirm').delegable;
      return JSON.stringify(definition);
    });
    const refused = await aidflow('replay', '--on', closed, '--events', file, '--was', dibao);
    expect(refused.out).toMatch(/authority .*confirm\.approve .*\[authority\/role\]/);
  });

  it.each([
    ['neither a database nor events', ['--on', dibao], 'cli/usage', 2],
    ['no changed version', ['--store', database], 'cli/usage', 2],
    ['events without their version', ['--on', dibao, '--events', 'x.json'], 'cli/usage', 2],
    ['a database that is not there', ['--on', dibao, '--store', join(scratch, 'none')], 'cli/no-file', 2],
    [
      'events that are none',
      ['--on', dibao, '--events', join(dibao, 'application.schema.json'), '--was', dibao],
      'cli/not-events',
      2,
    ],
    ['a case that is not there', ['--on', dibao, '--store', database, 'none'], 'case/unknown', 1],
  ])('%s', async (_, words, code, status) => {
    const answer = await aidflow('replay', ...words);
    expect(answer.err).toContain(code);
    expect(answer.status).toBe(status);
  });
});
