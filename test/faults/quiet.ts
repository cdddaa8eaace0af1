/** Waiting until a database holds nothing any more that is to be sent. */
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '@aidflow/store';
import { expect } from 'vitest';

/** Milliseconds between two looks, and how many there are at most. */
const PAUSE = 50;
const LOOKS = 400;

/** Waits until the last server has sent what its dead predecessors left: a lease of theirs may have to run out. */
export async function untilQuiet(database: string): Promise<void> {
  const raw = new DatabaseSync(database);
  // Leases of the dead would be waited for in real time; that they end is the conformance suite's business.
  raw.exec('PRAGMA busy_timeout = 5000');
  raw.exec('UPDATE outbox SET leased_until = NULL');
  raw.close();
  const store = openSqliteStore(database);
  for (let n = 0; n < LOOKS && (await store.outboxOpen()) > 0; n++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  expect(await store.outboxOpen()).toBe(0);
  await store.close();
}
