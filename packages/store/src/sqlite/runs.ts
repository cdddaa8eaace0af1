/** Runs of schedules: noted with the case that they open, so that each is made once. */
import type { DatabaseSync } from 'node:sqlite';
import type { CaseEvent } from '@aidflow/engine';
import type { Commit, ScheduleRun } from '../contract.ts';
import { Refused } from './refused.ts';
import { all } from './rows.ts';

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

export function prepareRuns(database: DatabaseSync) {
  const since = database.prepare(`
    SELECT schedule, record, due, late, case_id AS caseId FROM schedule_runs
    WHERE programme = ? AND due >= ? ORDER BY due, schedule, record`);
  return {
    async scheduleRuns(programme: string, from: string): Promise<ScheduleRun[]> {
      return all<{ schedule: string; record: string; due: string; late: number; caseId: string }>(
        since,
        programme,
        from,
      ).map(({ record, late, ...run }) => ({
        ...run,
        ...(record === '' ? {} : { record }),
        late: late === 1,
      }));
    },
  };
}
