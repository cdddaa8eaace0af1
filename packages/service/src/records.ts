/** Records: the answer to a definition's question for them, and the lists that officers read. */
import {
  type Actor,
  type JsonObject,
  localDate,
  type RecordEntry,
  recordsAnswer,
  type World,
} from '@aidflow/engine';
import type { Page, PageQuery, RecordQuery, StoredRecord } from '@aidflow/store';
import type { Core } from './core.ts';
import { maskOfCase } from './masks.ts';
import { offersFor } from './offers.ts';
import type { RecordItem } from './types.ts';

/** The connector that every definition may ask: it is answered from the store. */
export const RECORDS = 'records';

/** Records read at once. */
const PAGE = 500;

/** Records in one answer at most: it becomes part of the case. */
export const MOST_RECORDS = 1000;

/**
 * What `{ type, key?, where? }` is answered; nothing when more records fit than a case should hold. Throws `store/field`
 * for a `where` that names no field.
 */
export async function answerFromRecords(core: Core, question: JsonObject): Promise<JsonObject | undefined> {
  const { type, key, where } = question;
  const found = await allRecords(core, {
    type: String(type ?? ''),
    ...(key === undefined || key === null ? {} : { key: String(key) }),
    ...(isObject(where) ? { where } : {}),
  });
  return found.length > MOST_RECORDS ? undefined : recordsAnswer(found, question);
}

/** Every record that fits, as the engine sees them. */
export async function allRecords(
  { store, timezone }: Core,
  query: Pick<RecordQuery, 'type' | 'key' | 'where' | 'history'>,
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

/** Which records are listed. */
export interface RecordListQuery extends PageQuery {
  type: string;
  key?: string | undefined;
  state?: string | undefined;
  where?: JsonObject | undefined;
}

/**
 * Records of a kind, by key, that officers may see: those of their divisions in programmes in which their role acts,
 * auditors everything in theirs. Personal values are masked but for who acts on a case that has changed the record.
 */
export async function listRecords(
  core: Core,
  actor: Actor,
  query: RecordListQuery,
): Promise<Page<RecordItem>> {
  const world = await core.world();
  const programmes = core.registry.programmesWithRecords(query.type);
  const divisions = core.access
    .scopes(actor, world)
    .filter(({ programmes: own }) => own?.some((id) => programmes.includes(id)) ?? true)
    .map(({ division }) => division);
  const page = await core.store.records({ ...query, divisions });
  const kind = core.registry.recordKind(query.type);
  const items = await Promise.all(
    page.items.map(async (record): Promise<RecordItem> => {
      const { shown, masked } = await asSeen(core, actor, record, world);
      const state = kind?.states[record.state];
      return {
        ...shown,
        typeTitle: kind?.title ?? record.type,
        stateTitle: state?.title ?? record.state,
        closed: state?.closed ?? false,
        divisionName: core.divisions.path(record.division),
        masked,
      };
    }),
  );
  return { ...page, items };
}

/** A record as the actor may see it: the cases that changed it know which values are personal. */
async function asSeen(
  core: Core,
  actor: Actor,
  record: StoredRecord,
  world: World,
): Promise<{ shown: StoredRecord; masked: boolean }> {
  let shown = record;
  for (const id of new Set(record.history.map((entry) => entry.case))) {
    const state = await core.store.load(id);
    if (!state) continue;
    const { programme } = await core.registry.get(state.definition);
    const offers = offersFor(core.access, programme, state, actor, world);
    if (core.access.maySee(actor, state, world) && core.access.actsOn(actor, state, offers)) {
      return { shown: record, masked: false };
    }
    const mask = await maskOfCase(core, state, await core.store.events(id));
    const { key, data, history } = shown;
    shown = { ...shown, key: mask.deep(key), data: mask.deep(data), history: mask.deep(history) };
  }
  return { shown, masked: true };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
