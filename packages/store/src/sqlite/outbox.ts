/** The outbox: requests are leased, so that two workers do not send one twice while both live. */
import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '@aidflow/engine';
import type { LeasedItem } from '../contract.ts';
import { all, json, one } from './rows.ts';

/** Holds for what is open and waits for no message that was to be told to the same case before. */
const READY = `status = 'open' AND NOT EXISTS (
  SELECT 1 FROM outbox AS before
  WHERE before.status = 'open' AND before.target = outbox.target AND before.n < outbox.n)`;

interface Row {
  n: number;
  id: string;
  caseId: string;
  kind: LeasedItem['kind'];
  step: string;
  connector: string;
  target: string;
  payload: string;
  due: string;
  attempts: number;
}

export function prepareOutboxQueue(database: DatabaseSync) {
  const lease = database.prepare(`
    UPDATE outbox SET owner = ?, leased_until = ?
    WHERE n IN (
      SELECT n FROM outbox
      WHERE due <= ? AND (leased_until IS NULL OR leased_until <= ?) AND ${READY}
      ORDER BY due, n LIMIT ?)
    RETURNING n, id, case_id AS caseId, kind, step, connector, target, payload, due, attempts`);
  const retry = database.prepare(`
    UPDATE outbox SET due = ?, error = ?, attempts = attempts + 1, owner = NULL, leased_until = NULL
    WHERE id = ? AND owner = ? AND status = 'open'`);
  const drop = database.prepare(`
    UPDATE outbox SET status = 'dropped', error = ?, owner = NULL, leased_until = NULL
    WHERE id = ? AND status = 'open'`);
  const next = database.prepare(
    `SELECT min(max(due, coalesce(leased_until, ''))) AS due FROM outbox WHERE ${READY}`,
  );
  const open = database.prepare("SELECT count(*) AS n FROM outbox WHERE status = 'open'");

  return {
    async outboxLease(owner: string, now: string, leaseUntil: string, limit: number): Promise<LeasedItem[]> {
      const rows = all<Row>(lease, owner, leaseUntil, now, now, limit);
      // RETURNING keeps no order.
      return rows.sort((a, b) => a.due.localeCompare(b.due) || a.n - b.n).map(itemOf);
    },

    async outboxRetry(id: string, owner: string, due: string, error: string): Promise<boolean> {
      return retry.run(due, error, id, owner).changes > 0;
    },

    async outboxDrop(id: string, error: string): Promise<void> {
      drop.run(error, id);
    },

    async outboxNext(): Promise<string | undefined> {
      return one<{ due: string | null }>(next)?.due ?? undefined;
    },

    async outboxOpen(): Promise<number> {
      return one<{ n: number }>(open)?.n ?? 0;
    },
  };
}

function itemOf({ kind, id, caseId, step, connector, target, payload, due, attempts }: Row): LeasedItem {
  const item = { id, payload: json<JsonObject>(payload), due, caseId, attempts };
  return kind === 'request' ? { kind, ...item, step, connector } : { kind, ...item, target };
}
