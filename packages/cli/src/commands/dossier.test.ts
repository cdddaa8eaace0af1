/** A case leaves its database as an archive, and the archive is verified without it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadProgramme } from '@aidflow/definition/node';
import { programmeFolders } from '@aidflow/programmes';
import { scenarioRunner } from '@aidflow/simulator/node';
import { openSqliteStore } from '@aidflow/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../index.ts';

const dibao = fileURLToPath(programmeFolders.dibao ?? '');
const scratch = mkdtempSync(join(tmpdir(), 'aidflow-dossier-'));
const database = join(scratch, 'cases.sqlite');
const zip = join(scratch, 'case.zip');
let head = '';

async function aidflow(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await run(words, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    tone: (_, text) => text,
  });
  return { status, out, err: err.join('\n') };
}

beforeAll(async () => {
  const { events, state } = await scenarioRunner().run(join(dibao, 'scenarios/township-confirms.yaml'));
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
  head = state.head;
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('is exported by its number, on record, and verified against its head', async () => {
  const made = await aidflow('dossier', '20260001', '--db', database, '--out', zip);
  expect([made.status, made.out.at(-1)]).toEqual([0, `head ${head}`]);
  const verdict = await aidflow('verify', zip, '--head', head);
  expect(verdict).toMatchObject({
    status: 0,
    out: [expect.stringMatching(/^case 20260001, \d+ events, 0 problems$/)],
  });
  expect((await aidflow('verify', zip)).out.at(-1)).toContain('without --head');

  const store = openSqliteStore(database);
  const [entry] = await store.audited(1);
  await store.close();
  expect(entry).toMatchObject({ action: 'dossier.exported', by: { kind: 'system' } });
  expect(entry?.subject.endsWith(` ${head}`)).toBe(true);
});

it('does not verify against another head, nor changed', async () => {
  const other = await aidflow('verify', zip, '--head', 'a'.repeat(64));
  expect([other.status, other.out.join('\n')]).toEqual([
    1,
    expect.stringContaining('events.jsonl dossier/head'),
  ]);
  const changed = join(scratch, 'changed.zip');
  const content = readFileSync(zip);
  content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 255;
  writeFileSync(changed, content);
  const verdict = await aidflow('verify', changed, '--json');
  expect(verdict.status).toBe(1);
  expect(JSON.parse(verdict.out.join('\n')).problems.length).toBeGreaterThan(0);
});

it('is copied masked, which has to be said to verify it', async () => {
  const copy = join(scratch, 'masked.zip');
  expect((await aidflow('dossier', '20260001', '--db', database, '-o', copy, '--masked')).status).toBe(0);
  expect((await aidflow('verify', copy)).out.join('\n')).toContain('dossier/masked');
  expect((await aidflow('verify', copy, '--masked', '--head', head)).status).toBe(0);
});

it('leaves a database that verifies as a whole', async () => {
  const verdict = await aidflow('verify', '--db', database, '--replay');
  expect(verdict).toMatchObject({ status: 0, out: ['1 case, 0 broken cases'] });
});

it.each([
  [['dossier', '--db', database], 'cli/usage'],
  [['dossier', '1'], '--db is expected'],
  [['dossier', '1', '--db', join(scratch, 'none')], 'cli/no-file'],
  [['dossier', '1', '--db', database], 'case/unknown'],
  [['verify', database, '--head', head], '--head and --masked are for dossiers'],
  [['verify', zip, '--head', 'x'], 'no hash of an event'],
  [['verify', zip, '--replay'], '--replay is for databases'],
  [['verify', zip, '--db', database], 'exactly one'],
])('%j is refused', async (words, told) => {
  const { status, err } = await aidflow(...words);
  expect([status, err]).toEqual([2, expect.stringContaining(told)]);
});
