/** Runs of schedules that were made. */
import type { ScheduleRun } from '../contract.ts';
import type { Queries } from './queries.ts';

export function runQueries({ all }: Queries) {
  return {
    async scheduleRuns(programme: string, from: string): Promise<ScheduleRun[]> {
      const rows = await all<{ schedule: string; record: string; due: string; late: number; caseId: string }>(
        `SELECT schedule, record, due, late, case_id AS "caseId" FROM schedule_runs
         WHERE programme = ? AND due >= ? ORDER BY due, schedule, record`,
        programme,
        from,
      );
      return rows.map(({ record, late, ...run }) => ({
        ...run,
        ...(record === '' ? {} : { record }),
        late: late === 1,
      }));
    },
  };
}
