import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bundle } from '@aidflow/definition';
import { bundleHash, loadProgramme } from '@aidflow/definition/node';
import { nationalCalendar } from '@aidflow/engine';
import { programmeFolders } from '@aidflow/programmes';
import { createService } from '@aidflow/service';
import { scenarioRunner } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-migrate-'));
const [database, version, map] = ['cases.sqlite', 'next.json', 'map.json'].map((name) =>
  join(scratch, name),
) as [string, string, string];
const numbers: string[] = [];
let next: Bundle;

async function migrate(...more: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const base = ['migrate', '--store', database, '--to', version, '--as', 'zhao:officer@620821'];
  const status = await run([...base, '--reasons', '新版施行', ...more], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    tone: (_, text) => text,
  });
  return { status, out: out.join('\n'), err: err.join('\n') };
}

beforeAll(async () => {
  const loaded = await loadProgramme(dibao);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const copy = structuredClone(loaded.bundle);
  copy.definition = JSON.parse(
    JSON.stringify(copy.definition)
      .replaceAll(/"accept"(?!:)/g, '"intake"')
      .replaceAll('"accept.', '"intake.'),
  );
  copy.version = 'next';
  copy.definition.version = 'next';
  next = { ...copy, hash: bundleHash(copy) };
  writeFileSync(version, JSON.stringify(next));
  writeFileSync(map, JSON.stringify({ steps: { accept: 'intake' } }));

  const { state } = await scenarioRunner().run(join(dibao, 'scenarios/township-confirms.yaml'));
  const store = openSqliteStore(database);
  const service = await createService({
    store,
    programmes: [loaded.bundle],
    calendar: nationalCalendar(),
    seed: 'aidflow',
  });
  const applicant = { id: 'a', kind: 'applicant', name: '张兰', grants: [] } as const;
  for (let n = 0; n < 2; n++) {
    const request = { programme: 'dibao', division: '620821100201', data: state?.data.application };
    const opened = await service.openCase({ ...applicant, grants: [] }, request);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    numbers.push(opened.value.state.number);
  }
  await store.close();
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('cases in a database', { timeout: 60_000 }, () => {
  it('a dry run says what would happen, and leaves the file as it was', async () => {
    const dry = await migrate('--map', map, '--dry-run');
    expect(dry.status).toBe(0);
    for (const number of numbers) expect(dry.out).toContain(`${number}  `);
    expect(dry.out).toMatch(/2 cases would move, 0 would be refused$/);
    const unmapped = await migrate('--dry-run', numbers[0] ?? '');
    expect(unmapped.status).toBe(1);
    expect(unmapped.out).toContain('migrate/step-gone');
    expect(unmapped.out).toMatch(/0 cases would move, 1 would be refused$/);
    const store = openSqliteStore(database);
    expect(await store.definition(next.hash)).toBeUndefined();
    expect(
      (await store.cases({ scopes: [{ division: '' }], limit: 9 })).items.map((row) => row.version),
    ).toEqual([1, 1]);
    await store.close();
  });

  it.each([
    ['no officer', ['--as', 'zhao'], 'no officer', 2],
    ['a clerk', ['--as', 'li:clerk@620821100'], 'authority/level', 1],
    ['no reasons', ['--reasons', ' '], 'step/reasons-required', 1],
    ['a map that is none', ['--map', version], 'holds no step map', 2],
    ['a map that is not there', ['--map', 'none.json'], 'cli/no-file', 2],
    ['no such case', ['none'], 'case/unknown', 1],
    ['no database', ['--store', join(scratch, 'none.sqlite')], 'cli/no-file', 2],
  ])('%s', async (_, more, said, status) => {
    const known = more.length === 1 ? [] : [numbers[0] ?? ''];
    const answer = await migrate('--dry-run', ...more, ...known);
    expect(answer.out + answer.err).toContain(said);
    expect(answer.status).toBe(status);
  });

  it('are moved by number, or all that are left', async () => {
    const one = await migrate('--map', map, numbers[0] ?? '');
    expect(one).toMatchObject({ status: 0 });
    expect(one.out).toMatch(/1 case moved, 0 refused$/);
    const rest = await migrate('--map', map, '--json');
    expect(JSON.parse(rest.out)).toMatchObject([{ ok: true, value: { number: numbers[1], dryRun: false } }]);
    expect((await migrate('--map', map)).out).toBe('0 cases moved, 0 refused');
    const again = await migrate('--map', map, ...numbers);
    expect(again.status).toBe(1);
    expect(again.out).toContain('migrate/same');
    const store = openSqliteStore(database);
    const { items } = await store.cases({ scopes: [{ division: '' }], limit: 9 });
    expect(items.map(({ definition }) => definition)).toEqual([next.hash, next.hash]);
    expect((await store.events(items[0]?.id ?? '')).at(-1)).toMatchObject({
      type: 'migrate',
      by: { id: 'zhao' },
      reasons: '新版施行',
    });
    await store.close();
  });
});
