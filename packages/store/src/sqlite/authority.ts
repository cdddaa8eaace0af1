/** Delegations and stand-ins: added once, ended once, never changed or removed; each act leaves an audit row. */
import type { DatabaseSync } from 'node:sqlite';
import type { ActorStamp, Delegation, StandIn } from '@aidflow/engine';
import type { AuditEntry, Recorded, Registered } from '../contract.ts';
import { all, json, one } from './rows.ts';
import { inTransaction } from './transaction.ts';

interface Row {
  id: string;
  value: string;
  added_at: string;
  added_by: string;
  ended_at: string | null;
  ended_by: string | null;
  until: string | null;
  added_document: string | null;
  ended_document: string | null;
}

export function prepareAuthority(database: DatabaseSync) {
  const put = database.prepare('INSERT INTO audit (at, by, action, subject) VALUES (?, ?, ?, ?)');
  const latest = database.prepare('SELECT at, by, action, subject FROM audit ORDER BY n DESC LIMIT ?');
  const audit = ({ at, by, action, subject }: AuditEntry) => {
    put.run(at, JSON.stringify(by), action, subject);
  };
  const delegations = prepareRegister<Delegation>(database, 'delegations', 'delegation', audit);
  const standIns = prepareRegister<StandIn>(database, 'stand_ins', 'stand-in', audit);

  return {
    addDelegation: delegations.add,
    endDelegation: delegations.end,
    delegations: delegations.list,
    addStandIn: standIns.add,
    endStandIn: standIns.end,
    standIns: standIns.list,

    async audit(entry: AuditEntry): Promise<void> {
      audit(entry);
    },

    async audited(limit: number): Promise<AuditEntry[]> {
      return all<AuditEntry & { by: string }>(latest, limit).map((row) => ({
        ...row,
        by: json<ActorStamp>(row.by),
      }));
    },
  };
}

function prepareRegister<T extends { until?: string | undefined }>(
  database: DatabaseSync,
  table: 'delegations' | 'stand_ins',
  word: string,
  audit: (entry: AuditEntry) => void,
) {
  const put = database.prepare(
    `INSERT INTO ${table} (id, value, added_at, added_by, added_document) VALUES (?, ?, ?, ?, ?)`,
  );
  const open = database.prepare(`SELECT value FROM ${table} WHERE id = ? AND ended_at IS NULL`);
  const end = database.prepare(
    `UPDATE ${table} SET until = ?, ended_at = ?, ended_by = ?, ended_document = ? WHERE id = ?`,
  );
  const list = database.prepare(`SELECT * FROM ${table} ORDER BY added_at, id`);

  return {
    async add(id: string, value: T, by: ActorStamp, at: string, document?: string): Promise<void> {
      inTransaction(database, () => {
        put.run(id, JSON.stringify(value), at, JSON.stringify(by), document ?? null);
        audit({ at, by, action: `${word}.added`, subject: id });
      });
    },

    async end(id: string, until: string, by: ActorStamp, at: string, document?: string): Promise<boolean> {
      return inTransaction(database, () => {
        const row = one<{ value: string }>(open, id);
        const planned = row && json<T>(row.value).until;
        if (row === undefined || (planned !== undefined && planned <= until)) return false;
        end.run(until, at, JSON.stringify(by), document ?? null, id);
        audit({ at, by, action: `${word}.ended`, subject: id });
        return true;
      });
    },

    async list(): Promise<Recorded<T>[]> {
      return all<Row>(list).map((row) => ({
        id: row.id,
        value: row.until === null ? json<T>(row.value) : { ...json<T>(row.value), until: row.until },
        added: registered(row.added_at, row.added_by, row.added_document),
        ...(row.ended_at === null || row.ended_by === null
          ? {}
          : { ended: registered(row.ended_at, row.ended_by, row.ended_document) }),
      }));
    },
  };
}

function registered(at: string, by: string, document: string | null): Registered {
  return { at, by: json<ActorStamp>(by), ...(document === null ? {} : { document }) };
}
