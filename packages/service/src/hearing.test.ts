/** Servers on one PostgreSQL database hear of each other's decisions, even after their connections were cut. */

import { type PostgresServer, startPostgres } from '@aidflow/store/conformance/postgres';
import { openPostgresStore } from '@aidflow/store/postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { application, inOffice, people, VILLAGE } from './fixtures/office.ts';
import type { CaseChange } from './types.ts';

let database: PostgresServer;
beforeAll(async () => {
  database = await startPostgres({ fsync: 'off' });
});
afterAll(() => database?.stop());

test('a server hears what another decides, its own once, and again after the database was away', () =>
  inOffice(async (office) => {
    const place = { url: database.url, connections: 3 };
    const [one, other] = [await openPostgresStore(place), await openPostgresStore(place)];
    const [first, second] = [await office.start(one), await office.start(other)];
    const heard: CaseChange[] = [];
    const own: CaseChange[] = [];
    first.onChange((change) => own.push(change));
    second.onChange((change) => heard.push(change));
    const applying = { programme: 'relief', division: VILLAGE, data: application };
    const opened = await first.openCase(people.applicant, applying);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { id } = opened.value.state;
    await vi.waitFor(() => expect(heard).toMatchObject([{ case: id, version: 1, state: { id } }]));
    expect(own).toHaveLength(1);

    await database.kill();
    await database.start();
    // What was cut off is connected again a little later; until then decisions are written, and not heard of.
    await vi.waitFor(
      async () => {
        await first.command(people.clerk, id, { do: 'complain', reasons: '示例' });
        expect(heard.length).toBeGreaterThan(1);
      },
      { timeout: 20_000, interval: 300 },
    );
    const { version } = (await one.load(id)) ?? {};
    await vi.waitFor(() => expect(heard.at(-1)?.version).toBe(version));
    await one.close();
    await other.close();
  }));
