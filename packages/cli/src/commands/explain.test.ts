import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleHash, loadProgramme, loadValidators } from '@aidflow/definition/node';
import { compile, type Explanation, migrate, nationalCalendar, replay } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioRunner } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const confirms = join(dibao, 'scenarios/township-confirms.yaml');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-explain-'));
const database = join(scratch, 'cases.sqlite');

/** What the command writes, with tones as `<good>...</good>` where `toned`. */
async function explain(args: readonly string[], toned = false) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(['explain', ...args], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    tone: (tone, text) => (toned ? `<${tone}>${text}</${tone}>` : text),
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  const { events, state } = await scenarioRunner().run(confirms);
  const loaded = await loadProgramme(dibao);
  if (state === null || !loaded.ok) throw new Error('the scenario opens a case');
  const { definition: hash, programme } = state;
  const { version, title } = loaded.bundle;
  const bundle = JSON.stringify(loaded.bundle);
  const store = openSqliteStore(database);
  await store.putDefinition({ hash, programme, version, title, published: state.opened, bundle });
  const nothing = { steps: [], tasks: [], timers: [], outbox: [] };
  await store.commit({ caseId: state.id, expected: 0, events, state, ...nothing });
  await store.close();
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('a scenario', { timeout: 60_000 }, () => {
  it('is played, and its decisions are explained: the confirmation and the draw', async () => {
    const { status, out } = await explain([confirms]);
    expect(status).toBe(0);
    // Three times 500 yuan less 1,044 are 456 yuan.
    for (const line of [
      '20260001 #12 confirm.approve',
      '  每月发放 456.00 元，从 2026年4月起。',
      '    ✓ 家庭月收入合计（扣减后）  1044.00 元  <- 低于1500.00 元',
      '  甲镇乡镇负责人，依据下放的权限：示范县以示民发〔2025〕88号将“确认”下放至甲镇，自 2026年1月1日起。',
      '  按记录重做，结果相同。',
    ]) {
      expect(out).toContain(line);
    }
    expect(out).toMatch(/^20260001 #\d+ oversight\.rest/m);
    expect(out).not.toContain('李');
  });

  it('or only what one step did, in English, in full', async () => {
    const { status, out } = await explain([confirms, '--step', '2', '--lang', 'en', '--full']);
    expect(status).toBe(0);
    expect(out).toMatch(/^20260001 #2 accept\.accept/);
    expect(out.match(/^\d+ #\d+ /gm)).toHaveLength(1);
    expect(out).toContain('Application for the allowance');
    expect(out).not.toContain('(--full)');
  });

  it('is coloured for a person', async () => {
    const { out } = await explain([confirms, '--step', '2'], true);
    expect(out).toContain('<strong>20260001 #2 accept.accept</strong>');
    expect(out).toContain('<strong>办理了什么</strong>');
  });

  it('shows personal data only when it is asked for', async () => {
    const masked = await explain([confirms, '--full']);
    const open = await explain([confirms, '--full', '--reveal']);
    const name = /申请人 \/ 姓名 {2}(\S+)/;
    expect(name.exec(masked.out)?.[1]).toMatch(/^\S\*+$/);
    expect(name.exec(open.out)?.[1]).not.toContain('*');
  });

  it('that does not come out as it says is not explained', async () => {
    const broken = join(scratch, 'broken.yaml');
    writeFileSync(broken, readFileSync(confirms, 'utf8').replace('amount: 45600', 'amount: 45700'));
    const { status, out, err } = await explain([broken, '--programmes', dibao]);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('Expected 45700');
  });
});

describe('a case in a database', { timeout: 60_000 }, () => {
  it('is found by its number or id, and its decision explained', async () => {
    const byNumber = await explain(['--store', database, '20260001']);
    expect(byNumber.status).toBe(0);
    expect(byNumber.out).toContain('20260001 #12 confirm.approve');
    const { event } = JSON.parse(
      (await explain(['--store', database, '20260001', '12', '--json'])).out,
    ) as Explanation;
    expect(await explain(['--store', database, event.case])).toEqual(byNumber);
  });

  it('gives data, a list where there are several events', async () => {
    const one = JSON.parse(
      (await explain(['--store', database, '20260001', '8', '--json'])).out,
    ) as Explanation;
    expect(one).toMatchObject({
      event: { type: 'assess.pass' },
      masked: true,
      rules: [{ rows: [{ id: 'E9' }] }],
    });
    const all = JSON.parse((await explain(['--store', database, '20260001', '--json'])).out) as Explanation[];
    expect(all.map(({ event }) => event.type)).toEqual(['confirm.approve', 'oversight.rest']);
  });

  it('gives a page, with the names of divisions', async () => {
    const divisions = join(scratch, 'divisions.json');
    writeFileSync(divisions, JSON.stringify({ '620821100': '城关镇' }));
    const base = ['--store', database, '20260001', '12', '--divisions', divisions];
    const { out } = await explain([...base, '--html', '--lang', 'en']);
    expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(out).toContain('Head of township, 城关镇');
    expect((await explain([...base, '--markdown'])).out).toMatch(/^# 为什么这样办理/);
    expect((await explain([confirms, '--step', '14', '--markdown'])).out).toContain('\\#12 confirm.approve');
  });

  it.each([
    ['no such case', ['--store', database, '20269999'], 'case/unknown', 1],
    ['no such event', ['--store', database, '20260001', '99'], 'case/no-event', 1],
    ['no number of an event', ['--store', database, '20260001', 'last'], 'cli/usage', 2],
    ['a page about several events', ['--store', database, '20260001', '--html'], 'SEQ or --step', 2],
    ['no case', ['--store', database], 'cli/usage', 2],
    ['a step of a case', ['--store', database, '20260001', '--step', '1'], 'cli/usage', 2],
    ['no database', ['--store', join(scratch, 'none.sqlite'), '1'], 'cli/no-file', 2],
    ['no scenario', [], 'cli/usage', 2],
    ['a scenario that is not there', [join(scratch, 'none.yaml')], 'cli/no-file', 2],
    ['a step that is not there', [confirms, '--step', '99'], 'has no step', 2],
    ['a step that recorded nothing', [confirms, '--step', '4'], 'recorded nothing', 2],
    ['another language', [confirms, '--lang', 'fr'], 'neither zh nor en', 2],
    ['names that are none', [confirms, '--divisions', confirms], 'holds no names', 2],
  ])('%s', async (_, args, said, status) => {
    const answer = await explain(args);
    expect(answer.err).toContain(said);
    expect(answer.status).toBe(status);
    expect(answer.out).toBe('');
  });
});

describe('a case that was moved to another version', { timeout: 60_000 }, () => {
  const moved = join(scratch, 'moved.sqlite');

  beforeAll(async () => {
    const loaded = await loadProgramme(dibao);
    if (!loaded.ok) throw new Error('the programme is whole');
    const changed = structuredClone(loaded.bundle);
    changed.definition.version = '2099-01';
    changed.version = '2099-01';
    changed.hash = bundleHash(changed);
    const validators = await loadValidators(loaded.bundle);
    const [first, second] = [compile(loaded.bundle, validators), compile(changed, validators)];
    const { events } = await scenarioRunner().run(confirms);
    const before = events.slice(
      0,
      events.findIndex(({ type }) => type === 'confirm.approve'),
    );
    const state = replay(first, before);
    if (!state) throw new Error('the scenario opens a case');
    const decision = migrate(first, second, state, {
      map: { steps: {} },
      actor: { id: 'o', kind: 'officer', name: '马科长', grants: [{ role: 'officer', division: '620821' }] },
      reasons: '新版施行',
      world: {
        now: events.at(-1)?.at ?? '',
        calendar: nationalCalendar(),
        delegations: [],
        standIns: [],
        seed: '',
        divisionNames: {},
      },
    });
    if (!decision.ok) throw new Error(JSON.stringify(decision.problems));
    const store = openSqliteStore(moved);
    for (const bundle of [loaded.bundle, changed]) {
      const { hash, programme, version, title } = bundle;
      const text = JSON.stringify(bundle);
      await store.putDefinition({ hash, programme, version, title, published: state.opened, bundle: text });
    }
    const nothing = { steps: [], tasks: [], timers: [], outbox: [] };
    const all = [...before, ...decision.events];
    await store.commit({ caseId: state.id, expected: 0, events: all, state: decision.state, ...nothing });
    await store.close();
  });

  it('is explained on the versions on which things happened, and so is the move', async () => {
    const { status, out } = await explain(['--store', moved, '20260001']);
    expect(status).toBe(0);
    expect(out).toMatch(/^20260001 #12 migrate/);
    for (const line of ['理由：新版施行', '第 2099-01 版', '现在环节  确认']) expect(out).toContain(line);
    const judged = JSON.parse(
      (await explain(['--store', moved, '20260001', '8', '--json'])).out,
    ) as Explanation;
    expect(judged.programme.version).not.toBe('2099-01');
    expect(judged.rules[0]?.rows[0]?.id).toBe('E9');
  });

  it('whose earlier version is not there is not explained', async () => {
    const lost = join(scratch, 'lost.sqlite');
    const [from, store] = [openSqliteStore(moved), openSqliteStore(lost)];
    const [state] = (await from.cases({ scopes: [{ division: '' }], limit: 1 })).items;
    const now = await from.load(state?.id ?? '');
    if (!now) throw new Error('the case is there');
    const found = await from.definition(now.definition);
    if (found) await store.putDefinition(found);
    const nothing = { steps: [], tasks: [], timers: [], outbox: [] };
    const events = await from.events(now.id);
    await store.commit({ caseId: now.id, expected: 0, events, state: now, ...nothing });
    await Promise.all([from.close(), store.close()]);
    expect(await explain(['--store', lost, '20260001'])).toMatchObject({ status: 1, out: '' });
  });
});
