import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { caseStoreConformance, type StorePlace } from '../conformance/index.ts';
import { step } from '../conformance/sample.ts';
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

  test('does not let events be changed or removed, not even by hand', async () => {
    const place = await makePlace();
    const store = await place.open();
    await store.putDefinition((await import('../conformance/sample.ts')).definition);
    await store.commit(step('a', 0));
    await store.close();
    const raw = new DatabaseSync(place.path);
    expect(() => raw.exec("UPDATE events SET type = 'x'")).toThrow('never changed');
    expect(() => raw.exec('DELETE FROM events')).toThrow('never removed');
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
