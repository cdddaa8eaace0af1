/** Records: changed by events, in their commit, and read with everything that became of them. */
import type { DatabaseSync } from 'node:sqlite';
import type { CaseEvent, JsonObject, RecordChange } from '@aidflow/engine';
import type { Commit } from '../contract.ts';
import { json } from '../sql/queries.ts';
import { Refused } from '../sql/refused.ts';
import { one } from './rows.ts';

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
