/** Records as they stand, with everything that became of them. */
import { ProblemError, problem } from '@aidflow/definition';
import type { ActorStamp, JsonObject } from '@aidflow/engine';
import type { Page, RecordEntry, RecordQuery, StoredRecord, TakenRecord } from '../contract.ts';
import { decodeCursor, page } from '../cursor.ts';
import { audited } from './authority.ts';
import {
  type Dialect,
  json,
  NOTHING,
  type Queries,
  type Statement,
  type Value,
  within,
  withinValues,
} from './queries.ts';

/** Names of fields, as expressions can name them; they go into a path that a database reads. */
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

interface Row {
  type: string;
  key: string;
  state: string;
  data: string;
  valid_to: string | null;
  created: string;
  division: string;
  version: number;
}

export function recordQueries({ dialect, all, atomic }: Queries) {
  async function historyOf({ type, key }: Row): Promise<RecordEntry[]> {
    const entries = await all<Omit<RecordEntry, 'data'> & { data: string }>(
      `SELECT at, case_id AS "case", seq, state, data FROM record_changes
       WHERE type = ? AND key = ? ORDER BY version`,
      type,
      key,
    );
    return entries.map((entry) => ({ ...entry, data: json<JsonObject>(entry.data) }));
  }

  return {
    async takeRecords(records: readonly TakenRecord[], by: ActorStamp, at: string): Promise<number> {
      const subject = [...new Set(records.map(({ type }) => type))].sort().join(' ');
      const [, ...written] = await atomic([
        audited({ at, by, action: 'records.taken-over', subject }),
        ...records.map(taken),
      ]);
      return written.reduce((sum, rows) => sum + rows, 0);
    },

    async records(query: RecordQuery): Promise<Page<StoredRecord>> {
      const { where, values } = conditions(query, dialect);
      const sql = `SELECT type, key, state, data, valid_to, created, division, version FROM records
        WHERE ${where} ORDER BY key LIMIT ?`;
      const rows = await all<Row>(sql, ...values, query.limit + 1);
      const shown = query.history === false ? [] : rows.slice(0, query.limit);
      const histories = new Map<Row, RecordEntry[]>();
      for (const row of shown) histories.set(row, await historyOf(row));
      return page(
        rows,
        query.limit,
        ({ key }) => [key],
        (row) => {
          const { data, valid_to: validTo, ...rest } = row;
          return { ...rest, data: json(data), validTo, history: histories.get(row) ?? [] };
        },
      );
    },
  };
}

const taken = ({ type, key, state, data, validTo, created, division }: TakenRecord): Statement => ({
  sql: `INSERT INTO records (type, key, state, data, valid_to, created, division, version)
    VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING`,
  values: [type, key, state, JSON.stringify(data), validTo, created, division],
});

function conditions(query: RecordQuery, dialect: Dialect): { where: string; values: Value[] } {
  const parts = ['type = ?'];
  const values: Value[] = [query.type];
  const add = (part: string, ...its: readonly Value[]) => {
    parts.push(part);
    values.push(...its);
  };
  if (query.key !== undefined) add('key = ?', query.key);
  if (query.state !== undefined) add('state = ?', query.state);
  for (const [field, value] of Object.entries(query.where ?? {})) {
    if (!FIELD.test(field)) throw new ProblemError(problem('store/field', { field }));
    const is = dialect.fieldIs(field, JSON.stringify(value));
    add(is.sql, ...is.values);
  }
  if (query.divisions !== undefined) {
    // No division is no sight: an empty OR must not turn into "everything".
    add(`(${[NOTHING, ...query.divisions.map(() => within('division'))].join(' OR ')})`);
    values.push(...query.divisions.flatMap(withinValues));
  }
  const after = decodeCursor(query.cursor, 1);
  if (after !== undefined) add('key > ?', ...after);
  return { where: parts.join(' AND '), values };
}
