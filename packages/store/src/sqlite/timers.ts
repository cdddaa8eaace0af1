/** Durable timers: rows, so that they outlive the process. A fired one goes with the commit that it causes. */
import type { DatabaseSync } from 'node:sqlite';
import type { Timer } from '@aidflow/engine';
import type { DueTimer } from '../contract.ts';
import { all, json, one } from './rows.ts';

export function prepareTimers(database: DatabaseSync) {
  const due = database.prepare(
    'SELECT case_id AS caseId, timer FROM timers WHERE due <= ? ORDER BY due, case_id, id LIMIT ?',
  );
  const dueInCase = database.prepare(
    'SELECT case_id AS caseId, timer FROM timers WHERE due <= ? AND case_id = ? ORDER BY due, id LIMIT ?',
  );
  const next = database.prepare('SELECT min(due) AS due FROM timers WHERE due > ?');

  return {
    async timersDue(until: string, limit: number, caseId?: string): Promise<DueTimer[]> {
      const rows =
        caseId === undefined
          ? all<{ caseId: string; timer: string }>(due, until, limit)
          : all<{ caseId: string; timer: string }>(dueInCase, until, caseId, limit);
      return rows.map((row) => ({ ...json<Timer>(row.timer), caseId: row.caseId }));
    },

    async nextTimer(after = ''): Promise<string | undefined> {
      return one<{ due: string | null }>(next, after)?.due ?? undefined;
    },
  };
}
