/** Writing decisions: events, snapshot and everything derived from it, in one transaction. */
import type { DatabaseSync } from 'node:sqlite';
import { problem } from '@aidflow/definition';
import type { Commit, CommitResult, IdempotencyRecord, OutboxItem, StoredResponse } from '../contract.ts';
import { Refused } from '../sql/refused.ts';
import { prepareDerived } from './derived.ts';
import { prepareRecordChanges } from './records.ts';
import { one } from './rows.ts';
import { prepareRun } from './runs.ts';
import { inSavepoint, inTransaction } from './transaction.ts';

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
  const putRecords = prepareRecordChanges(database);
  const putRun = prepareRun(database);
  const putOutbox = prepareOutbox(database);
  const checkReceived = prepareReceivedCheck(database);
  const putReceived = database.prepare('INSERT INTO received (case_id, message) VALUES (?, ?)');

  return (commit) => {
    const { caseId, idempotency } = commit;
    if (idempotency) checkKey(idempotency);
    if (commit.receives !== undefined) checkReceived(caseId, commit.receives);
    putCase(commit);
    for (const event of commit.events) {
      putEvent.run(caseId, event.seq, event.type, event.at, JSON.stringify(event));
      putRecords(commit, event);
      putRun(commit, event);
    }
    putDerived(commit);
    for (const item of commit.outbox) putOutbox(caseId, item);
    if (commit.receives !== undefined) putReceived.run(caseId, commit.receives);
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

function prepareReceivedCheck(database: DatabaseSync): (caseId: string, message: string) => void {
  const find = database.prepare('SELECT 1 FROM received WHERE case_id = ? AND message = ?');
  return (caseId, message) => {
    if (one(find, caseId, message)) throw new Refused('store/received', { case: caseId, message });
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
    INSERT INTO cases (id, number, programme, division, applicant, applicant_kind, applicant_name,
      parent, parent_step, item, opened, definition, procedure, status, outcome, updated, next_due, version, snapshot)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(
    `UPDATE cases SET definition = ?, procedure = ?, status = ?, outcome = ?, updated = ?, next_due = ?, version = ?,
       snapshot = ? WHERE id = ?`,
  );

  return ({ caseId, expected, state, nextDue }) => {
    const found = one<{ version: number }>(version, caseId)?.version ?? 0;
    if (found !== expected) {
      throw new Refused('store/conflict', { case: caseId, expected, found });
    }
    const changing = [
      // A case may move to another version of its programme.
      state.definition,
      state.procedure ?? null,
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
    const { number, programme, division, applicant, opened, parent } = state;
    const { id, kind, name } = applicant;
    const link = [parent?.case ?? null, parent?.step ?? null, parent?.index ?? null];
    insert.run(caseId, number, programme, division, id, kind, name, ...link, opened, ...changing);
  };
}

function prepareOutbox(database: DatabaseSync): (caseId: string, item: OutboxItem) => void {
  const put = database.prepare(
    `INSERT INTO outbox (id, case_id, kind, step, connector, target, payload, due)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (caseId, item) => {
    const [step, connector, target] =
      item.kind === 'request' ? [item.step, item.connector, null] : [null, null, item.target];
    put.run(item.id, caseId, item.kind, step, connector, target, JSON.stringify(item.payload), item.due);
  };
}
