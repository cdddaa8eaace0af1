/** Reading cases: one with its events, and lists. */
import type { CaseEvent, CaseState } from '@aidflow/engine';
import type { CaseQuery, CaseRow, Page, Scope } from '../contract.ts';
import { decodeCursor, page } from '../cursor.ts';
import { json, NOTHING, type Queries, type Value, within, withinValues } from './queries.ts';

/** Above every number of an event. */
const LAST = 2_000_000_000;

const COLUMNS = `id, number, programme, definition, division, applicant, applicant_kind, applicant_name, status,
  outcome, opened, updated, version, next_due, procedure, parent, parent_step, item`;

interface Row {
  id: string;
  number: string;
  programme: string;
  definition: string;
  division: string;
  applicant: string;
  applicant_kind: CaseRow['applicant']['kind'];
  applicant_name: string;
  status: CaseRow['status'];
  outcome: string | null;
  opened: string;
  updated: string;
  version: number;
  next_due: string | null;
  procedure: string | null;
  parent: string | null;
  parent_step: string | null;
  item: number | null;
  steps: string;
}

export function caseQueries({ dialect, all, one }: Queries) {
  return {
    async load(caseId: string): Promise<CaseState | undefined> {
      const row = await one<{ snapshot: string }>('SELECT snapshot FROM cases WHERE id = ?', caseId);
      return row && json<CaseState>(row.snapshot);
    },

    async events(caseId: string, after = 0, until = LAST): Promise<CaseEvent[]> {
      const rows = await all<{ event: string }>(
        'SELECT event FROM events WHERE case_id = ? AND seq > ? AND seq <= ? ORDER BY seq',
        caseId,
        after,
        until,
      );
      return rows.map(({ event }) => json<CaseEvent>(event));
    },

    async cases(query: CaseQuery): Promise<Page<CaseRow>> {
      const { where, values } = conditions(query, dialect.like);
      const ofParent = query.parent !== undefined;
      const order = ofParent ? 'parent_step, item, id' : 'opened DESC, id DESC';
      const sql = `SELECT ${COLUMNS}, ${dialect.steps} AS steps FROM cases ${where} ORDER BY ${order} LIMIT ?`;
      const rows = await all<Row>(sql, ...values, query.limit + 1);
      const key = ({ opened, id, parent_step, item }: Row) =>
        ofParent ? [parent_step ?? '', String(item ?? 0), id] : [opened, id];
      return page(rows, query.limit, key, toCase);
    },
  };
}

function conditions(query: CaseQuery, like: string): { where: string; values: Value[] } {
  const parts: string[] = [];
  const values: Value[] = [];
  const add = (part: string, ...its: Value[]) => {
    parts.push(part);
    values.push(...its);
  };

  if (query.applicant !== undefined) add('applicant = ?', query.applicant);
  else addScopes(query.scopes ?? [], add);
  if (query.programmes !== undefined) {
    add(oneOf('programme', query.programmes), ...query.programmes);
  }
  if (query.parent !== undefined) add('parent = ?', query.parent);
  if (query.status !== undefined) add('status = ?', query.status);
  if (query.step !== undefined) {
    add('id IN (SELECT case_id FROM case_steps WHERE step = ?)', query.step);
  }
  if (query.q !== undefined) {
    const text = query.q.replace(/[\\%_]/g, '\\$&');
    const byName = query.names === false ? '' : ` OR applicant_name ${like} ? ESCAPE '\\'`;
    add(`(number ${like} ? ESCAPE '\\'${byName})`, `%${text}%`, ...(byName ? [`${text}%`] : []));
  }
  addCursor(query, add);
  return { where: `WHERE ${parts.join(' AND ')}`, values };
}

/** A list without members is written in no dialect. */
const oneOf = (column: string, values: readonly string[]): string =>
  values.length === 0 ? NOTHING : `${column} IN (${values.map(() => '?').join(', ')})`;

function addCursor({ cursor, parent }: CaseQuery, add: (part: string, ...values: Value[]) => void): void {
  const after = decodeCursor(cursor, parent === undefined ? 2 : 3);
  if (after !== undefined && parent === undefined) add('(opened, id) < (?, ?)', ...after);
  else if (after !== undefined) {
    const [step = '', index = '', id = ''] = after;
    add('(parent_step, item, id) > (?, ?, ?)', step, Number(index), id);
  }
}

function addScopes(scopes: readonly Scope[], add: (part: string, ...values: Value[]) => void): void {
  // No scope is no sight: an empty OR must not turn into "everything".
  const parts = [NOTHING];
  const values: Value[] = [];
  for (const { division, programmes } of scopes) {
    const only = programmes === undefined ? '' : ` AND ${oneOf('programme', programmes)}`;
    parts.push(`(${within('division')}${only})`);
    values.push(...withinValues(division), ...(programmes ?? []));
  }
  add(`(${parts.join(' OR ')})`, ...values);
}

function toCase(row: Row): CaseRow {
  const { applicant, applicant_kind, applicant_name, steps, next_due, parent, parent_step, item, ...rest } =
    row;
  return {
    ...rest,
    applicant: { id: applicant, kind: applicant_kind, name: applicant_name },
    steps: json<string[]>(steps),
    nextDue: next_due,
    parent: parent === null ? null : { case: parent, step: parent_step ?? '', index: item ?? 0 },
  };
}
