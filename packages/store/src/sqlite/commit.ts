/** Writing decisions: events, snapshot and everything derived from it, in one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { type ProblemCode, ProblemError, problem } from '@aidflow/definition';
import type { Commit, CommitResult, IdempotencyRecord, OutboxItem, StoredResponse } from '../contract.ts';
import { one } from './rows.ts';
import { inSavepoint, inTransaction } from './transaction.ts';

/** Sorts tasks without a last day behind all others. */
export const NO_DAY = '9999-12-31';

class Refused extends ProblemError {
  readonly replay: StoredResponse | undefined;

  constructor(code: ProblemCode, params: Record<string, unknown>, replay?: StoredResponse) {
    super(problem(code, params));
    this.replay = replay;
  }
}

/** Prepares the writing of commits to one database. */
export function prepareCommits(database: DatabaseSync) {
  const write = prepareCommit(database);

  function answer(work: () => void): CommitResult {
    try {
      work();
      return { ok: true };
    } catch (error) {
      if (error instanceof Refused) {
        return { ok: false, problem: error.problem, ...(error.replay ? { replay: error.replay } : {}) };
      }
      return failed(error);
    }
  }

  return {
    async commit(commit: Commit): Promise<CommitResult> {
      return answer(() => inTransaction(database, () => write(commit)));
    },

    async commitAll(commits: readonly Commit[]): Promise<CommitResult[]> {
      try {
        return inTransaction(database, () =>
          commits.map((commit) => answer(() => inSavepoint(database, () => write(commit)))),
        );
      } catch (error) {
        return commits.map(() => failed(error));
      }
    },
  };
}

function failed(error: unknown): CommitResult {
  const reason = error instanceof Error ? error.message : String(error);
  return { ok: false, problem: problem('store/failed', { reason }) };
}

function prepareCommit(database: DatabaseSync): (commit: Commit) => void {
  const checkKey = prepareKeyCheck(database);
  const putKey = database.prepare(
    'INSERT INTO idempotency (actor, key, fingerprint, case_id, version, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const settle = prepareSettling(database);
  const putCase = prepareCase(database);
  const putDerived = prepareDerived(database);
  const putEvent = database.prepare(
    'INSERT INTO events (case_id, seq, type, at, event) VALUES (?, ?, ?, ?, ?)',
  );
  const putOutbox = prepareOutbox(database);

  return (commit) => {
    const { caseId, idempotency } = commit;
    if (idempotency) checkKey(idempotency);
    putCase(commit);
    for (const event of commit.events) {
      putEvent.run(caseId, event.seq, event.type, event.at, JSON.stringify(event));
    }
    putDerived(commit);
    for (const item of commit.outbox) putOutbox(caseId, item);
    if (commit.settles !== undefined) settle(commit.settles);
    if (idempotency) {
      const { actor, key, fingerprint, version, at } = idempotency;
      putKey.run(actor, key, fingerprint, caseId, version, at);
    }
  };
}

function prepareKeyCheck(database: DatabaseSync): (record: IdempotencyRecord) => void {
  const find = database.prepare(
    'SELECT fingerprint, case_id AS caseId, version, at FROM idempotency WHERE actor = ? AND key = ?',
  );
  return ({ actor, key, fingerprint }) => {
    const found = one<StoredResponse & { fingerprint: string }>(find, actor, key);
    if (found === undefined) return;
    const { fingerprint: before, ...replay } = found;
    if (before !== fingerprint) throw new Refused('store/duplicate-key', { key });
    throw new Refused('store/duplicate', { key }, replay);
  };
}

function prepareSettling(database: DatabaseSync): (id: string) => void {
  const settle = database.prepare(
    "UPDATE outbox SET status = 'answered', owner = NULL, leased_until = NULL WHERE id = ? AND status = 'open'",
  );
  return (id) => {
    if (settle.run(id).changes === 0) throw new Refused('store/settled', { id });
  };
}

function prepareCase(database: DatabaseSync): (commit: Commit) => void {
  const version = database.prepare('SELECT version FROM cases WHERE id = ?');
  const insert = database.prepare(`
    INSERT INTO cases (id, number, programme, definition, division, applicant, applicant_kind, applicant_name,
      opened, status, outcome, updated, next_due, version, snapshot)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(
    'UPDATE cases SET status = ?, outcome = ?, updated = ?, next_due = ?, version = ?, snapshot = ? WHERE id = ?',
  );

  return ({ caseId, expected, state, nextDue }) => {
    const found = one<{ version: number }>(version, caseId)?.version ?? 0;
    if (found !== expected) {
      throw new Refused('store/conflict', { case: caseId, expected, found });
    }
    const changing = [
      state.status,
      state.decided?.outcome ?? null,
      state.updated,
      nextDue ?? null,
      state.version,
      JSON.stringify(state),
    ];
    if (expected > 0) {
      update.run(...changing, caseId);
      return;
    }
    const { number, programme, definition, division, applicant, opened } = state;
    const { id, kind, name } = applicant;
    insert.run(caseId, number, programme, definition, division, id, kind, name, opened, ...changing);
  };
}

/** What is derived from the snapshot is written anew: it is little, and nothing old can stay behind. */
function prepareDerived(database: DatabaseSync): (commit: Commit) => void {
  const clear = ['case_steps', 'tasks', 'timers', 'notices'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE case_id = ?`),
  );
  const putStep = database.prepare('INSERT INTO case_steps (case_id, step) VALUES (?, ?)');
  const putTask = database.prepare(`
    INSERT INTO tasks (case_id, step, role, delegable_role, case_division, applicant, due, since, task)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const putTimer = database.prepare('INSERT INTO timers (case_id, id, due, timer) VALUES (?, ?, ?, ?)');
  const putNotice = database.prepare(
    'INSERT INTO notices (case_id, n, programme, division, starts, ends, notice) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  // What the system brings in from another case keeps the name that it has there.
  const putFile = database.prepare(`
    INSERT INTO case_files (case_id, n, sha256, uploader)
    SELECT ?1, 1 + (SELECT count(*) FROM case_files WHERE case_id = ?1), ?2, coalesce(
      (SELECT by FROM uploads WHERE sha256 = ?2 AND by = ?3),
      (SELECT uploader FROM case_files WHERE sha256 = ?2 AND case_id = ?4),
      (SELECT by FROM uploads WHERE sha256 = ?2 ORDER BY at LIMIT 1))
    ON CONFLICT (case_id, sha256) DO NOTHING`);

  return ({ caseId, state, steps, tasks, timers, files }) => {
    for (const statement of clear) statement.run(caseId);
    for (const step of steps) putStep.run(caseId, step);
    for (const task of tasks) {
      const { step, role, delegable, since, due } = task;
      const { division, applicant } = state;
      const text = JSON.stringify(task);
      putTask.run(
        caseId,
        step,
        role,
        delegable?.role ?? null,
        division,
        applicant.id,
        due ?? NO_DAY,
        since,
        text,
      );
    }
    for (const timer of timers) putTimer.run(caseId, timer.id, timer.due, JSON.stringify(timer));
    for (const [n, notice] of state.notices.entries()) {
      const { programme, division } = state;
      const text = JSON.stringify(notice);
      putNotice.run(caseId, n, programme, division, notice.from, notice.to ?? NO_DAY, text);
    }
    for (const { sha256, by } of files ?? []) putFile.run(caseId, sha256, by, state.parent?.case ?? null);
  };
}

function prepareOutbox(database: DatabaseSync): (caseId: string, item: OutboxItem) => void {
  const put = database.prepare(
    'INSERT INTO outbox (id, case_id, step, connector, payload, due) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return (caseId, { id, step, connector, payload, due }) => {
    put.run(id, caseId, step, connector, JSON.stringify(payload), due);
  };
}
