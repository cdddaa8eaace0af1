/** Work lists: tasks by the roles that somebody holds or that name them, copies, and public notices by day. */
import type { PublishedNotice } from '@aidflow/engine';
import type {
  CopyQuery,
  CopyRow,
  NoticeQuery,
  NoticeRow,
  Page,
  TaskEntry,
  TaskQuery,
  TaskRow,
} from '../contract.ts';
import { decodeCursor, page } from '../cursor.ts';
import { json, NOTHING, type Queries, type Value, within, withinValues } from './queries.ts';

export function taskQueries({ all }: Queries) {
  return {
    async copies({ person, cursor, limit }: CopyQuery): Promise<Page<CopyRow>> {
      const after = decodeCursor(cursor, 2);
      const rows = await all<Omit<CopyRow, 'by'> & { by: string }>(
        `SELECT case_id AS "caseId", at, by FROM (
           SELECT case_id, at, by, row_number() OVER (PARTITION BY case_id ORDER BY at DESC, n DESC) AS place
           FROM copies WHERE person = ?) AS latest
         WHERE place = 1 ${after ? 'AND (at, case_id) < (?, ?)' : ''}
         ORDER BY at DESC, case_id DESC LIMIT ?`,
        person,
        ...(after ?? []),
        limit + 1,
      );
      return page(
        rows,
        limit,
        (row) => [row.at, row.caseId],
        (row) => ({ ...row, by: json<CopyRow['by']>(row.by) }),
      );
    },

    async tasks(query: TaskQuery): Promise<Page<TaskRow>> {
      const { where, values } = claims(query);
      const after = decodeCursor(query.cursor, 4);
      const sql = `
        SELECT case_id AS "caseId", step, due, since, task FROM tasks
        WHERE ${where} ${after ? 'AND (due, since, case_id, step) > (?, ?, ?, ?)' : ''}
        ORDER BY due, since, case_id, step LIMIT ?`;
      const rows = await all<{ caseId: string; step: string; due: string; since: string; task: string }>(
        sql,
        ...values,
        ...(after ?? []),
        query.limit + 1,
      );
      return page(
        rows,
        query.limit,
        ({ due, since, caseId, step }) => [due, since, caseId, step],
        ({ caseId, task }) => ({ ...json<TaskEntry>(task), caseId }),
      );
    },

    async notices(query: NoticeQuery): Promise<Page<NoticeRow>> {
      const after = decodeCursor(query.cursor, 3);
      const values: Value[] = [query.on, query.on];
      const parts = ['starts <= ?', 'ends >= ?'];
      if (query.division !== undefined) {
        parts.push(within('division'));
        values.push(...withinValues(query.division));
      }
      if (after !== undefined) {
        parts.push('(starts, case_id, n) < (?, ?, ?)');
        values.push(after[0] as string, after[1] as string, Number(after[2]));
      }
      const sql = `
        SELECT case_id AS "caseId", n, programme, division, starts, notice FROM notices
        WHERE ${parts.join(' AND ')} ORDER BY starts DESC, case_id DESC, n DESC LIMIT ?`;
      const rows = await all<Omit<NoticeRow, 'notice'> & { starts: string; notice: string }>(
        sql,
        ...values,
        query.limit + 1,
      );
      return page(
        rows,
        query.limit,
        ({ starts, caseId, n }) => [starts, caseId, String(n)],
        ({ caseId, n, programme, division, notice }) => ({
          caseId,
          n,
          programme,
          division,
          notice: json<PublishedNotice>(notice),
        }),
      );
    },
  };
}

function claims({ grants, applicant, person }: TaskQuery): { where: string; values: Value[] } {
  const parts = [NOTHING];
  const values: Value[] = [];
  for (const { role, division } of grants) {
    const there = within('case_division');
    parts.push(`(role = ? AND ${there})`, `(delegable_role = ? AND ${there})`);
    values.push(role, ...withinValues(division), role, ...withinValues(division));
  }
  if (applicant !== undefined) {
    parts.push("(applicant = ? AND role = 'applicant')");
    values.push(applicant);
  }
  if (person !== undefined) {
    parts.push('(case_id, step) IN (SELECT case_id, step FROM task_people WHERE person = ?)');
    values.push(person);
  }
  return { where: `(${parts.join(' OR ')})`, values };
}
