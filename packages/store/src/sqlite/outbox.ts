/** The outbox: requests are leased, so that two workers do not send one twice while both live. */
import type { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '@aidflow/engine';
import type { LeasedItem } from '../contract.ts';
import { all, json, one } from './rows.ts';

export function prepareOutboxQueue(database: DatabaseSync) {
  const lease = database.prepare(`
    UPDATE outbox SET owner = ?, leased_until = ?
    WHERE id IN (
      SELECT id FROM outbox
      WHERE status = 'open' AND due <= ? AND (leased_until IS NULL OR leased_until <= ?)
      ORDER BY due, id LIMIT ?)
    RETURNING id, case_id AS caseId, step, connector, payload, due, attempts`);
  const retry = database.prepare(`
    UPDATE outbox SET due = ?, error = ?, attempts = attempts + 1, owner = NULL, leased_until = NULL
    WHERE id = ? AND owner = ? AND status = 'open'`);
  const drop = database.prepare(`
    UPDATE outbox SET status = 'dropped', error = ?, owner = NULL, leased_until = NULL
    WHERE id = ? AND status = 'open'`);
  const next = database.prepare(
    "SELECT min(max(due, coalesce(leased_until, ''))) AS due FROM outbox WHERE status = 'open'",
  );
  const open = database.prepare("SELECT count(*) AS n FROM outbox WHERE status = 'open'");

  return {
    async outboxLease(owner: string, now: string, leaseUntil: string, limit: number): Promise<LeasedItem[]> {
      const rows = all<Omit<LeasedItem, 'payload'> & { payload: string }>(
        lease,
        owner,
        leaseUntil,
        now,
        now,
        limit,
      );
      // RETURNING keeps no order.
      return rows
        .map((row) => ({ ...row, payload: json<JsonObject>(row.payload) }))
        .sort((a, b) => (a.due === b.due ? (a.id < b.id ? -1 : 1) : a.due < b.due ? -1 : 1));
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
