/** Records: the answer to a definition's question for them, and the lists that officers read. */
import { type JsonObject, localDate, type RecordEntry, recordsAnswer } from '@aidflow/engine';
import type { StoredRecord } from '@aidflow/store';
import type { Core } from './core.ts';

/** The connector that every definition may ask: it is answered from the store. */
export const RECORDS = 'records';

/** Records read at once. */
const PAGE = 500;

/** What `{ type, key?, where? }` is answered. Throws `store/field` for a `where` that names no field. */
export async function answerFromRecords(core: Core, question: JsonObject): Promise<JsonObject> {
  const { type, key, where } = question;
  const found = await allRecords(core, {
    type: String(type ?? ''),
    ...(key === undefined || key === null ? {} : { key: String(key) }),
    ...(isObject(where) ? { where } : {}),
  });
  return recordsAnswer(found, question);
}

/** Every record that fits, as the engine sees them. */
export async function allRecords(
  { store, timezone }: Core,
  query: { type: string; key?: string; where?: JsonObject },
): Promise<RecordEntry[]> {
  const found: RecordEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.records({ ...query, limit: PAGE, cursor });
    found.push(...page.items.map((record) => entryOf(record, timezone)));
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}

/** A stored record with days in place of instants. */
function entryOf(record: StoredRecord, timezone: string): RecordEntry {
  const { type, key, state, data, validTo, created, division, history } = record;
  return {
    type,
    key,
    state,
    data,
    created: localDate(created, timezone),
    ...(validTo === null ? {} : { validTo }),
    division,
    history: history.map(({ seq: _, at, ...entry }) => ({ ...entry, at: localDate(at, timezone) })),
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
