/** Runs of schedules: noted with the case that they open, so that each is made once. */
import type { DatabaseSync } from 'node:sqlite';
import type { CaseEvent } from '@aidflow/engine';
import type { Commit } from '../contract.ts';
import { Refused } from '../sql/refused.ts';

export function prepareRun(database: DatabaseSync): (commit: Commit, event: CaseEvent) => void {
  const put = database.prepare(`
    INSERT INTO schedule_runs (programme, schedule, record, due, late, case_id) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`);
  return ({ caseId, state }, { detail }) => {
    const run = detail?.open?.schedule;
    if (!run) return;
    const { id, record = '', due, late } = run;
    const made = put.run(state.programme, id, record, due, late ? 1 : 0, caseId).changes > 0;
    if (!made) throw new Refused('store/run-made', { schedule: id, due });
  };
}
