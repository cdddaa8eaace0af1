/**
 * Group commit: decisions that are ready at the same time share one transaction, and so one wait for the disk.
 * Each is answered on its own.
 */
import type { CaseStore, Commit, CommitResult } from '@aidflow/store';

/** Commits of one transaction at most; the others wait for the next. */
const LARGEST = 256;

export interface CommitQueue {
  commit(commit: Commit): Promise<CommitResult>;
}

export function createCommitQueue(store: CaseStore): CommitQueue {
  let waiting: {
    commit: Commit;
    resolve: (result: CommitResult) => void;
    reject: (error: unknown) => void;
  }[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, LARGEST);
      waiting = waiting.slice(LARGEST);
      try {
        const results = await store.commitAll(batch.map(({ commit }) => commit));
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as CommitResult);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  }

  return {
    commit: (commit) =>
      new Promise((resolve, reject) => {
        waiting.push({ commit, resolve, reject });
        // The other requests of this turn of the loop get the chance to join.
        if (!running) {
          running = true;
          setImmediate(run);
        }
      }),
  };
}
