import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { caseStoreConformance, type StorePlace } from '../conformance/index.ts';
import { changing, step } from '../conformance/sample.ts';
import { cases } from './migrations/0001-cases.ts';
import { openSqliteStore } from './store.ts';

async function makePlace(): Promise<StorePlace & { path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'aidflow-store-'));
  const path = join(folder, 'cases.db');
  return {
    path,
    open: async () => openSqliteStore(path),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

describe('SQLite', () => {
  caseStoreConformance(makePlace, { describe, test, expect });

  test('refuses a file that a newer version has written', async () => {
    const place = await makePlace();
    const raw = new DatabaseSync(place.path);
    raw.exec('PRAGMA user_version = 99');
    raw.close();
    await expect(place.open()).rejects.toMatchObject({ problem: { code: 'store/newer-schema' } });
    await place.remove();
  });

  test('opens for reading only what is there, and writes nothing of it', async () => {
    const place = await makePlace();
    await expect(async () => openSqliteStore(place.path, { readOnly: true })).rejects.toThrow();
    const store = openSqliteStore(place.path);
    await store.sequence('numbers');
    await store.close();
    const reader = openSqliteStore(place.path, { readOnly: true });
    expect((await reader.cases({ scopes: [{ division: '' }], limit: 1 })).items).toEqual([]);
    await expect(async () => reader.sequence('numbers')).rejects.toThrow(/readonly/);
    await reader.close();
    const raw = new DatabaseSync(place.path);
    raw.exec('PRAGMA user_version = 1');
    raw.close();
    await expect(async () => openSqliteStore(place.path, { readOnly: true })).rejects.toMatchObject({
      problem: { code: 'store/older-schema' },
    });
    await place.remove();
  });

  test('brings a file of the first schema up to date, and loses nothing of it', async () => {
    const place = await makePlace();
    const raw = new DatabaseSync(place.path);
    raw.exec(cases);
    raw.exec('PRAGMA user_version = 1');
    const { definition } = await import('../conformance/sample.ts');
    const { state, events } = step('a', 0);
    const put = (table: string, row: Record<string, string | number | null>) =>
      raw
        .prepare(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`)
        .run(...Object.values(row));
    put('definitions', { ...definition });
    const { id: applicant, kind, name } = state.applicant;
    const { id, number, programme, division, opened, updated, version, status } = state;
    put('cases', {
      id,
      number,
      programme,
      definition: definition.hash,
      division,
      applicant,
      applicant_kind: kind,
      applicant_name: name,
      status,
      opened,
      updated,
      version,
      snapshot: JSON.stringify(state),
    });
    put('events', {
      case_id: id,
      seq: 1,
      type: 'apply.submit',
      at: opened,
      event: JSON.stringify(events[0]),
    });
    put('outbox', { id: 'o1', case_id: id, step: 'check', connector: 'c', payload: '{}', due: opened });
    put('files', { sha256: 'a'.repeat(64), size: 1, type: 'image/png' });
    put('uploads', { sha256: 'a'.repeat(64), by: 'applicant-2', name: 'other.png', at: '2026-01-01' });
    put('uploads', { sha256: 'a'.repeat(64), by: applicant, name: 'own.png', at: '2026-01-02' });
    put('case_files', { case_id: id, n: 1, sha256: 'a'.repeat(64) });
    raw.close();

    const store = await place.open();
    expect(await store.load('a')).toEqual(state);
    expect(await store.events('a')).toEqual(events);
    expect((await store.caseFiles('a')).map((file) => file.name)).toEqual(['own.png']);
    expect(await store.commit(step('a', 1, { settles: 'o1' }))).toEqual({ ok: true });
    // References are checked again.
    expect(await store.commit(step('b', 0, { files: [{ sha256: 'b'.repeat(64), by: 'x' }] }))).toMatchObject({
      problem: { code: 'store/failed' },
    });
    await store.close();
    await place.remove();
  });

  test('does not let events be changed or removed, not even by hand', async () => {
    const place = await makePlace();
    const store = await place.open();
    await store.putDefinition((await import('../conformance/sample.ts')).definition);
    await store.commit(changing('a', [{ type: 'facility', key: 'F1', data: {} }]));
    await store.close();
    const raw = new DatabaseSync(place.path);
    expect(() => raw.exec("UPDATE events SET type = 'x'")).toThrow('never changed');
    expect(() => raw.exec('DELETE FROM events')).toThrow('never removed');
    expect(() => raw.exec("UPDATE record_changes SET state = 'x'")).toThrow('never changed');
    expect(() => raw.exec('DELETE FROM record_changes')).toThrow('never removed');
    raw.close();
    await place.remove();
  });

  test('waits for another writer instead of failing at once', async () => {
    const place = await makePlace();
    const store = await place.open();
    const settings = store.setSetting('a', '1');
    const other = await place.open();
    await Promise.all([settings, other.setSetting('b', '2')]);
    expect(await other.setting('a')).toBe('1');
    await store.close();
    await other.close();
    await place.remove();
  });
});
