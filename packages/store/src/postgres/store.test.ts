import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseStoreConformance, type StorePlace } from '../conformance/index.ts';
import { type PostgresServer, startPostgres } from '../conformance/postgres-server.ts';
import { changing, definition, step } from '../conformance/sample.ts';
import { openPostgresStore } from './store.ts';

let server: PostgresServer;
let places = 0;

beforeAll(async () => {
  server = await startPostgres({ fsync: 'off' });
}, 60_000);
afterAll(() => server?.stop());

async function ask(sql: string): Promise<void> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function makePlace(): Promise<StorePlace & { schema: string }> {
  const schema = `place_${++places}`;
  return {
    schema,
    open: () => openPostgresStore({ url: server.url, schema, connections: 4 }),
    remove: () => ask(`DROP SCHEMA IF EXISTS ${schema} CASCADE`),
  };
}

describe('PostgreSQL', () => {
  caseStoreConformance(makePlace, { describe, test, expect });

  test('refuses tables that a newer version has written, and names that are none', async () => {
    const place = await makePlace();
    await (await place.open()).close();
    await ask(`UPDATE ${place.schema}.schema_version SET version = 99`);
    await expect(place.open()).rejects.toMatchObject({ problem: { code: 'store/newer-schema' } });
    await place.remove();
    await expect(openPostgresStore({ url: server.url, schema: 'a; DROP' })).rejects.toMatchObject({
      problem: { code: 'store/schema-name' },
    });
  });

  test('is made by one of many servers that start at once', async () => {
    const place = await makePlace();
    const stores = await Promise.all(Array.from({ length: 5 }, () => place.open()));
    await stores[0]?.putDefinition(definition);
    expect(await stores[4]?.definition(definition.hash)).toEqual(definition);
    for (const store of stores) await store.close();
    await place.remove();
  });

  test('does not let events be changed or removed, not even by hand', async () => {
    const place = await makePlace();
    const store = await place.open();
    await store.putDefinition(definition);
    await store.commit(changing('a', [{ type: 'facility', key: 'F1', data: {} }]));
    for (const table of ['events', 'record_changes']) {
      for (const sql of [
        `UPDATE ${place.schema}.${table} SET at = ''`,
        `DELETE FROM ${place.schema}.${table}`,
      ]) {
        await expect(ask(sql)).rejects.toThrow('never changed or removed');
      }
    }
    await store.close();
    await place.remove();
  });

  test('keeps an event as the text that it was', async () => {
    const place = await makePlace();
    const store = await place.open();
    await store.putDefinition(definition);
    const commit = step('a', 0);
    await store.commit(commit);
    expect(JSON.stringify(await store.events('a'))).toBe(JSON.stringify(commit.events));
    await store.close();
    await place.remove();
  });

  test('of twenty who decide on one version at once, one is told so and the others whose it is', async () => {
    const place = await makePlace();
    const [one, other] = await Promise.all([place.open(), place.open()]);
    await one.putDefinition(definition);
    await one.commit(step('a', 0));
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? one : other).commit(step('a', 1))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result.problem.code).toBe('store/conflict');
    }
    expect((await one.events('a')).map(({ seq }) => seq)).toEqual([1, 2]);
    await Promise.all([one.close(), other.close()]);
    await place.remove();
  });

  test('of workers that take from the outbox at once, each item has one', async () => {
    const place = await makePlace();
    const [one, other] = await Promise.all([place.open(), place.open()]);
    await one.putDefinition(definition);
    for (let n = 0; n < 20; n++) {
      const item = {
        kind: 'request',
        id: `o${n}`,
        step: 'check',
        connector: 'c',
        payload: {},
        due: '2026-01-01',
      } as const;
      await one.commit(step(`case-${n}`, 0, { outbox: [item] }));
    }
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        (n % 2 === 0 ? one : other).outboxLease(`worker-${n}`, '2026-02-01', '2026-02-02', 5),
      ),
    );
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(20);
    await Promise.all([one.close(), other.close()]);
    await place.remove();
  });

  test('keeps what it acknowledged when the server is killed, and goes on when it is back', async () => {
    const own = await startPostgres();
    const store = await openPostgresStore({ url: own.url });
    await store.putDefinition(definition);
    await store.commit(step('a', 0));
    const acknowledged = await store.commit(step('a', 1));
    await own.kill();
    const lost = await store.commit(step('a', 2));
    expect(lost).toMatchObject({ ok: false, problem: { code: 'store/failed' } });
    await own.start();
    expect(acknowledged.ok).toBe(true);
    expect((await store.load('a'))?.version).toBe(2);
    expect(await store.commit(step('a', 2))).toEqual({ ok: true });
    await store.close();
    await own.stop();
  }, 60_000);
});
