/** Runs a county and its variants on all cores: one replication of one version at a time on each. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CountyVersion, Problem } from '@aidflow/definition';
import { type CountyReport, summarise } from '../../load/summary.ts';
import type { RunTally } from '../../load/tally.ts';
import { readCounty } from './read-county.ts';
import type { Answer, Job } from './worker.ts';

export interface RunCountyOptions {
  /** In place of that of the file. */
  seed?: string;
  replications?: number;
  /** How many threads; as many as there are cores when left out. */
  workers?: number;
  /** Hears how far all of it is, from 0 to 1, and what is going on. */
  onProgress?: (part: number, at: { done: number; of: number }) => void;
}

const DEFAULT_REPLICATIONS = 5;

/**
 * Simulates the county of a file. The same file and seed give the same report, however many threads there are. Problems
 * carry file, line and pointer, and then nothing was run.
 */
export async function runCounty(
  file: string,
  { seed, replications, workers = availableParallelism(), onProgress }: RunCountyOptions = {},
): Promise<{ ok: true; report: CountyReport } | { ok: false; problems: Problem[] }> {
  const read = await readCounty(file);
  if (!read.ok) return read;
  const { source, versions, planFor } = read.county;
  const chosen = seed ?? source.value.seed ?? 'seed';
  const count = replications ?? source.value.replications ?? DEFAULT_REPLICATIONS;
  const jobs: Job[] = versions.flatMap((_, version) =>
    Array.from({ length: count }, (__, index) => ({ version, replication: index + 1, seed: chosen })),
  );
  const tallies = await runJobs(file, jobs, Math.max(1, Math.min(workers, jobs.length)), onProgress);
  const runsOf = (version: CountyVersion) =>
    tallies.filter((_, index) => versions[jobs[index]?.version ?? -1] === version);
  const runs = versions.map((version) => ({ version, plan: planFor(version), runs: runsOf(version) }));
  return { ok: true, report: summarise(source, chosen, runs) };
}

/** The tallies of the jobs, in their order. */
function runJobs(
  file: string,
  jobs: readonly Job[],
  count: number,
  onProgress: RunCountyOptions['onProgress'],
): Promise<RunTally[]> {
  const tallies: RunTally[] = [];
  const parts = jobs.map(() => 0);
  let next = 0;
  let done = 0;
  const told = () =>
    onProgress?.(parts.reduce((sum, part) => sum + part, 0) / jobs.length, { done, of: jobs.length });
  const workers: Worker[] = [];
  return new Promise<RunTally[]>((resolve, reject) => {
    const give = (worker: Worker): void => {
      const index = next++;
      if (index < jobs.length) worker.postMessage({ index, ...jobs[index] });
    };
    for (let number = 0; number < count; number++) {
      const worker = new Worker(workerFile(), { workerData: { file } });
      workers.push(worker);
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        parts[answer.index] = answer.part;
        if (answer.tally) {
          tallies[answer.index] = answer.tally;
          done++;
          give(worker);
        }
        told();
        if (done === jobs.length) resolve(tallies);
      });
      give(worker);
    }
  }).finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}

/** The worker lies beside this file, as source or as published. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}
