/** Writing decisions: one call each, or one for several. */
import { type ProblemCode, problem } from '@aidflow/definition';
import type { Pool } from 'pg';
import type { Commit, CommitResult, StoredResponse } from '../contract.ts';

/** So often a transaction is tried that met another one and lost. */
const TRIES = 5;
/** Deadlock, and changes that cannot be put in an order. */
const AGAIN = ['40P01', '40001', '55P03'];

type Answer =
  | { ok: true }
  | { code: ProblemCode; params: Record<string, unknown>; replay?: StoredResponse | null };

export function postgresCommits(pool: Pool) {
  async function write(commits: readonly Commit[]): Promise<CommitResult[]> {
    const asked = JSON.stringify(commits);
    for (let tried = 1; ; tried++) {
      try {
        const { rows } = await pool.query<{ answers: string }>('SELECT write_commits($1) AS answers', [
          asked,
        ]);
        return (JSON.parse(rows[0]?.answers ?? '[]') as Answer[]).map(resultOf);
      } catch (error) {
        const { code, message } = error as { code?: string; message?: string };
        if (code !== undefined && AGAIN.includes(code) && tried < TRIES) continue;
        // Whether it was written is not known where the connection broke: the key of a command asks for it again.
        const failed: CommitResult = {
          ok: false,
          problem: problem('store/failed', { reason: message ?? String(error) }),
        };
        return commits.map(() => failed);
      }
    }
  }

  return {
    async commit(commit: Commit): Promise<CommitResult> {
      const [result] = await write([commit]);
      return result as CommitResult;
    },

    async commitAll(commits: readonly Commit[]): Promise<CommitResult[]> {
      return commits.length === 0 ? [] : write(commits);
    },
  };
}

function resultOf(answer: Answer): CommitResult {
  if ('ok' in answer) return answer;
  const { code, params, replay } = answer;
  return { ok: false, problem: problem(code, params), ...(replay ? { replay } : {}) };
}
