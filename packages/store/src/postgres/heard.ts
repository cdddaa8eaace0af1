/** What other servers on the same database have written, told by the database itself (`LISTEN`). */
import { Client } from 'pg';
import type { HeardCommit } from '../contract.ts';
import type { Connection } from './open.ts';

/** Milliseconds before a broken connection is tried again; twice as long each time, up to the second number. */
const AGAIN = [200, 10_000] as const;

/** Listens on a connection of its own, and again when it broke. */
export async function hear(
  { config, schema, server }: Connection,
  listener: (commit: HeardCommit) => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: Client;
  let timer: NodeJS.Timeout | undefined;
  let wait: number = AGAIN[0];

  async function connect(): Promise<void> {
    client = new Client(config);
    client.on('error', () => undefined);
    client.on('end', () => {
      if (stopped) return;
      timer = setTimeout(() => connect().catch(() => undefined), wait);
      wait = Math.min(2 * wait, AGAIN[1]);
    });
    client.on('notification', ({ payload = '' }) => {
      const { by, ...commit } = JSON.parse(payload) as HeardCommit & { by: string };
      if (by !== server) listener(commit);
    });
    await client.connect();
    await client.query(`LISTEN "aidflow ${schema}"`);
    wait = AGAIN[0];
  }

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client.end();
  };
}
