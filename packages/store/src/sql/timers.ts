/** Durable timers: rows, so that they outlive the process. A fired one goes with the commit that it causes. */
import type { Timer } from '@aidflow/engine';
import type { DueTimer } from '../contract.ts';
import { json, type Queries } from './queries.ts';

export function timerQueries({ all, one }: Queries) {
  return {
    async timersDue(until: string, limit: number, caseId?: string): Promise<DueTimer[]> {
      const inCase = caseId === undefined ? '' : 'AND case_id = ?';
      const rows = await all<{ caseId: string; timer: string }>(
        `SELECT case_id AS "caseId", timer FROM timers WHERE due <= ? ${inCase} ORDER BY due, case_id, id LIMIT ?`,
        until,
        ...(caseId === undefined ? [] : [caseId]),
        limit,
      );
      return rows.map((row) => ({ ...json<Timer>(row.timer), caseId: row.caseId }));
    },

    async nextTimer(after = ''): Promise<string | undefined> {
      const row = await one<{ due: string | null }>(
        'SELECT min(due) AS due FROM timers WHERE due > ?',
        after,
      );
      return row?.due ?? undefined;
    },
  };
}
