/** Records: changed by events, in their commit, and read with everything that became of them. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { ProblemError, problem } from '@aidflow/definition';
import type { CaseEvent, JsonObject, RecordChange } from '@aidflow/engine';
import type { Commit, Page, RecordEntry, RecordQuery, StoredRecord } from '../contract.ts';
import { decodeCursor, page } from '../cursor.ts';
import { Refused } from './refused.ts';
import { all, json, one, within, withinValues } from './rows.ts';

/** Names of fields, as expressions can name them; they go into a path that SQLite reads. */
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

/** Prepares the changes that an event makes. A record that must not be there yet refuses the whole commit. */
export function prepareRecordChanges(database: DatabaseSync): (commit: Commit, event: CaseEvent) => void {
  const find = database.prepare('SELECT * FROM records WHERE type = ? AND key = ?');
  const insert = database.prepare(`
    INSERT INTO records (type, key, state, data, valid_to, version, created, division)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = database.prepare(
    'UPDATE records SET state = ?, data = ?, valid_to = ?, version = ? WHERE type = ? AND key = ?',
  );
  const note = database.prepare(`
    INSERT INTO record_changes (type, key, version, at, case_id, seq, state, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);

  function apply(commit: Commit, event: CaseEvent, { type, key, ...change }: RecordChange): void {
    const before = one<Row>(find, type, key);
    if (before && change.once) throw new Refused('record/exists', { type, key, created: before.created });
    const state = change.state ?? before?.state ?? commit.firstStates?.[type] ?? '';
    const data = JSON.stringify({ ...(before && json<JsonObject>(before.data)), ...change.data });
    const validTo = change.validTo ?? before?.valid_to ?? null;
    const version = (before?.version ?? 0) + 1;
    if (before) update.run(state, data, validTo, version, type, key);
    else insert.run(type, key, state, data, validTo, version, event.at, commit.state.division);
    const set = JSON.stringify(change.data);
    note.run(type, key, version, event.at, commit.caseId, event.seq, state, set);
  }

  return (commit, event) => {
    for (const change of event.detail?.records ?? []) apply(commit, event, change);
  };
}

export function prepareRecords(database: DatabaseSync) {
  const changes = database.prepare(`
    SELECT at, case_id AS "case", seq, state, data FROM record_changes
    WHERE type = ? AND key = ? ORDER BY version`);

  const historyOf = ({ type, key }: Row): RecordEntry[] =>
    all<Omit<RecordEntry, 'data'> & { data: string }>(changes, type, key).map((entry) => ({
      ...entry,
      data: json<JsonObject>(entry.data),
    }));

  return {
    async records(query: RecordQuery): Promise<Page<StoredRecord>> {
      const { where, values } = conditions(query);
      const sql = `SELECT * FROM records WHERE ${where} ORDER BY key LIMIT ?`;
      const rows = all<Row>(database.prepare(sql), ...values, query.limit + 1);
      return page(
        rows,
        query.limit,
        ({ key }) => [key],
        (row) => {
          const { type, key, state, data, valid_to: validTo, created, division, version } = row;
          const history = query.history === false ? [] : historyOf(row);
          return { type, key, state, data: json(data), validTo, created, division, version, history };
        },
      );
    },
  };
}

function conditions(query: RecordQuery): { where: string; values: SQLInputValue[] } {
  const parts = ['type = ?'];
  const values: SQLInputValue[] = [query.type];
  const add = (part: string, ...its: SQLInputValue[]) => {
    parts.push(part);
    values.push(...its);
  };
  if (query.key !== undefined) add('key = ?', query.key);
  if (query.state !== undefined) add('state = ?', query.state);
  for (const [field, value] of Object.entries(query.where ?? {})) {
    if (!FIELD.test(field)) throw new ProblemError(problem('store/field', { field }));
    const path = `$."${field}"`;
    add(`${fieldOf(field)} = ?`, path, path, JSON.stringify(value));
  }
  if (query.divisions !== undefined) {
    // No division is no sight: an empty OR must not turn into "everything".
    add(`(${['0', ...query.divisions.map(() => within('division'))].join(' OR ')})`);
    values.push(...query.divisions.flatMap(withinValues));
  }
  const after = decodeCursor(query.cursor, 1);
  if (after !== undefined) add('key > ?', ...after);
  return { where: parts.join(' AND '), values };
}

/** A field as JSON text, by its path twice; what the data does not hold may be the record's own state or division. */
function fieldOf(field: string): string {
  const own = field === 'state' || field === 'division' ? `json_quote(${field})` : "'null'";
  return `CASE WHEN json_type(data, ?) IS NULL THEN ${own} ELSE data -> ? END`;
}
