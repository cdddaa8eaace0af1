/** What lists are made of: steps, tasks, timers, notices, copies and files of a case. */
import type { DatabaseSync } from 'node:sqlite';
import type { Commit } from '../contract.ts';

/** Sorts tasks without a last day behind all others. */
const NO_DAY = '9999-12-31';

/** What is derived from the snapshot is written anew: it is little, and nothing old can stay behind. */
export function prepareDerived(database: DatabaseSync): (commit: Commit) => void {
  const clear = ['case_steps', 'tasks', 'task_people', 'timers', 'notices', 'copies'].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE case_id = ?`),
  );
  const putStep = database.prepare('INSERT INTO case_steps (case_id, step) VALUES (?, ?)');
  const putTask = database.prepare(`
    INSERT INTO tasks (case_id, step, role, delegable_role, case_division, applicant, due, since, task)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const putPerson = database.prepare('INSERT INTO task_people (person, case_id, step) VALUES (?, ?, ?)');
  const putTimer = database.prepare('INSERT INTO timers (case_id, id, due, timer) VALUES (?, ?, ?, ?)');
  const putNotice = database.prepare(
    'INSERT INTO notices (case_id, n, programme, division, starts, ends, notice) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  // What the system brings in from another case keeps the name that it has there.
  const putCopy = database.prepare('INSERT INTO copies (case_id, n, person, at, by) VALUES (?, ?, ?, ?, ?)');
  const putFile = database.prepare(`
    INSERT INTO case_files (case_id, n, sha256, uploader)
    SELECT ?1, 1 + (SELECT count(*) FROM case_files WHERE case_id = ?1), ?2, coalesce(
      (SELECT by FROM uploads WHERE sha256 = ?2 AND by = ?3),
      (SELECT uploader FROM case_files WHERE sha256 = ?2 AND case_id = ?4),
      (SELECT by FROM uploads WHERE sha256 = ?2 ORDER BY at LIMIT 1))
    ON CONFLICT (case_id, sha256) DO NOTHING`);

  return ({ caseId, state, steps, tasks, timers, files }) => {
    for (const statement of clear) statement.run(caseId);
    for (const step of steps) putStep.run(caseId, step);
    for (const task of tasks) {
      const { step, role, delegable, since, due } = task;
      const { division, applicant } = state;
      const text = JSON.stringify(task);
      putTask.run(
        caseId,
        step,
        role,
        delegable?.role ?? null,
        division,
        applicant.id,
        due ?? NO_DAY,
        since,
        text,
      );
      const named = new Set([task.assignee, ...(task.added ?? [])].filter((person) => person !== undefined));
      for (const person of named) putPerson.run(person, caseId, step);
    }
    for (const timer of timers) putTimer.run(caseId, timer.id, timer.due, JSON.stringify(timer));
    for (const [n, notice] of state.notices.entries()) {
      const { programme, division } = state;
      const text = JSON.stringify(notice);
      putNotice.run(caseId, n, programme, division, notice.from, notice.to ?? NO_DAY, text);
    }
    for (const [n, { to, at, by }] of (state.copies ?? []).entries()) {
      putCopy.run(caseId, n, to, at, JSON.stringify(by));
    }
    for (const { sha256, by } of files ?? []) putFile.run(caseId, sha256, by, state.parent?.case ?? null);
  };
}
