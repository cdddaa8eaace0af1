/** The outbox: requests are leased, so that two workers do not send one twice while both live. */
import type { JsonObject } from '@aidflow/engine';
import type { LeasedItem } from '../contract.ts';
import { json, type Queries } from './queries.ts';

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

export function outboxQueries({ dialect, all, one, run }: Queries) {
  return {
    async outboxLease(owner: string, now: string, leaseUntil: string, limit: number): Promise<LeasedItem[]> {
      const rows = await all<Row>(
        `UPDATE outbox SET owner = ?, leased_until = ?
         WHERE n IN (
           SELECT n FROM outbox
           WHERE due <= ? AND (leased_until IS NULL OR leased_until <= ?) AND ${READY}
           ORDER BY due, n LIMIT ? ${dialect.skipTaken})
         RETURNING n, id, case_id AS "caseId", kind, step, connector, target, payload, due, attempts`,
        owner,
        leaseUntil,
        now,
        now,
        limit,
      );
      // RETURNING keeps no order.
      return rows.sort((a, b) => a.due.localeCompare(b.due) || a.n - b.n).map(itemOf);
    },

    async outboxRetry(id: string, owner: string, due: string, error: string): Promise<boolean> {
      const given = await run(
        `UPDATE outbox SET due = ?, error = ?, attempts = attempts + 1, owner = NULL, leased_until = NULL
         WHERE id = ? AND owner = ? AND status = 'open'`,
        due,
        error,
        id,
        owner,
      );
      return given > 0;
    },

    async outboxDrop(id: string, error: string): Promise<void> {
      await run(
        `UPDATE outbox SET status = 'dropped', error = ?, owner = NULL, leased_until = NULL
         WHERE id = ? AND status = 'open'`,
        error,
        id,
      );
    },

    async outboxNext(): Promise<string | undefined> {
      const row = await one<{ due: string | null }>(
        `SELECT min(${dialect.greatest}(due, coalesce(leased_until, ''))) AS due FROM outbox WHERE ${READY}`,
      );
      return row?.due ?? undefined;
    },

    async outboxOpen(): Promise<number> {
      const row = await one<{ n: number }>(
        "SELECT CAST(count(*) AS INTEGER) AS n FROM outbox WHERE status = 'open'",
      );
      return row?.n ?? 0;
    },
  };
}

function itemOf({ kind, id, caseId, step, connector, target, payload, due, attempts }: Row): LeasedItem {
  const item = { id, payload: json<JsonObject>(payload), due, caseId, attempts };
  return kind === 'request' ? { kind, ...item, step, connector } : { kind, ...item, target };
}
