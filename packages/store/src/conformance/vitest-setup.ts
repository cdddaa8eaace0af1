/** Runs tests of what stands on a store on PostgreSQL: a server of their own, whose address they are handed. */
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres-server.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ fsync: 'off' });
  project.provide('postgres', server.url);
  return () => server.stop();
}
