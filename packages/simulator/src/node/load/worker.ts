/** One thread of a county's simulation: reads the county once, then runs one job after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { simulateCounty } from '../../load/simulation.ts';
import type { RunTally } from '../../load/tally.ts';
import { readCounty } from './read-county.ts';

/** One replication of one version. */
export interface Job {
  /** Its index among the versions of the county. */
  version: number;
  replication: number;
  seed: string;
}

export interface Answer {
  /** Of the job. */
  index: number;
  /** How far it is, from 0 to 1. */
  part: number;
  /** When it is done. */
  tally?: RunTally;
}

/** How many simulated days pass between two reports of progress. */
const REPORT_EVERY = 14;

const reading = readCounty((workerData as { file: string }).file);

parentPort?.on('message', async ({ index, version, replication, seed }: Job & { index: number }) => {
  const read = await reading;
  const chosen = read.ok ? read.county.versions[version] : undefined;
  if (!read.ok || chosen === undefined) throw new Error('the county has changed since it was checked');
  const say = (answer: Omit<Answer, 'index'>) => parentPort?.postMessage({ index, ...answer });
  let days = 0;
  const tally = simulateCounty(read.county.planFor(chosen), { seed, replication }, (part) => {
    if (days++ % REPORT_EVERY === 0) say({ part: Math.min(part, 0.999) });
  });
  say({ part: 1, tally });
});
