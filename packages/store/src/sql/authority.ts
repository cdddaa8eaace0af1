/** Delegations and stand-ins: added once, ended once, never changed or removed; each act leaves an audit row. */
import type { ActorStamp, Delegation, StandIn } from '@aidflow/engine';
import type { AuditEntry, Recorded, Registered } from '../contract.ts';
import { json, type Queries, type Statement } from './queries.ts';

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

/** An audit row. */
export const audited = ({ at, by, action, subject }: AuditEntry): Statement => ({
  sql: 'INSERT INTO audit (at, by, action, subject) VALUES (?, ?, ?, ?)',
  values: [at, JSON.stringify(by), action, subject],
});

export function authorityQueries(queries: Queries) {
  const delegations = register<Delegation>(queries, 'delegations', 'delegation');
  const standIns = register<StandIn>(queries, 'stand_ins', 'stand-in');

  return {
    addDelegation: delegations.add,
    endDelegation: delegations.end,
    delegations: delegations.list,
    addStandIn: standIns.add,
    endStandIn: standIns.end,
    standIns: standIns.list,

    async audit(entry: AuditEntry): Promise<void> {
      await queries.atomic([audited(entry)]);
    },

    async audited(limit: number): Promise<AuditEntry[]> {
      const rows = await queries.all<AuditEntry & { by: string }>(
        'SELECT at, by, action, subject FROM audit ORDER BY n DESC LIMIT ?',
        limit,
      );
      return rows.map((row) => ({ ...row, by: json<ActorStamp>(row.by) }));
    },
  };
}

function register<T extends { until?: string | undefined }>(
  { all, one, atomic }: Queries,
  table: 'delegations' | 'stand_ins',
  word: string,
) {
  return {
    async add(id: string, value: T, by: ActorStamp, at: string, document?: string): Promise<void> {
      await atomic([
        {
          sql: `INSERT INTO ${table} (id, value, added_at, added_by, added_document) VALUES (?, ?, ?, ?, ?)`,
          values: [id, JSON.stringify(value), at, JSON.stringify(by), document ?? null],
        },
        audited({ at, by, action: `${word}.added`, subject: id }),
      ]);
    },

    async end(id: string, until: string, by: ActorStamp, at: string, document?: string): Promise<boolean> {
      const row = await one<{ value: string }>(
        `SELECT value FROM ${table} WHERE id = ? AND ended_at IS NULL`,
        id,
      );
      const planned = row && json<T>(row.value).until;
      if (row === undefined || (planned !== undefined && planned <= until)) return false;
      const who = JSON.stringify(by);
      const { sql, values } = audited({ at, by, action: `${word}.ended`, subject: id });
      const [ended] = await atomic([
        {
          sql: `UPDATE ${table} SET until = ?, ended_at = ?, ended_by = ?, ended_document = ?
            WHERE id = ? AND ended_at IS NULL`,
          values: [until, at, who, document ?? null, id],
        },
        // Of two who end it at once, one has.
        {
          sql: `${sql.replace(/VALUES \((.*)\)/, 'SELECT $1')} FROM ${table} WHERE id = ? AND ended_at = ? AND until = ?`,
          values: [...values, id, at, until],
        },
      ]);
      return ended === 1;
    },

    async list(): Promise<Recorded<T>[]> {
      const rows = await all<Row>(`SELECT * FROM ${table} ORDER BY added_at, id`);
      return rows.map((row) => ({
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
