/**
 * Long-lived register entries: what a change makes of one, and what is answered to a question for them. Whoever keeps
 * them, a store or a simulation, keeps them by these functions.
 */
import { ProblemError, problem } from '@aidflow/definition';
import { canonical } from './canonical.ts';
import { localDate } from './days.ts';
import type { Programme } from './programme.ts';
import type { ScheduledRecord } from './schedule.ts';
import type { Json, JsonObject, RecordChange } from './types.ts';

/** A record with all that ever became of it. */
export interface RecordEntry extends ScheduledRecord {
  /** The oldest first. */
  history: RecordHistory[];
}

export interface RecordHistory {
  /** ISO date. */
  at: string;
  /** Id of the case that changed it. */
  case: string;
  /** State after the change. */
  state: string;
  /** The fields that were set. */
  data: JsonObject;
}

/** The case in which a record is changed, and the instant. */
export interface ChangedBy {
  case: string;
  division: string;
  at: string;
}

/**
 * The record after a change; `before` is `undefined` for one that is not there yet. A field that is set to null is kept
 * as null; fields that are not named stay. Throws `record/exists` for a change that must be the first.
 */
export function changedRecord(
  programme: Programme,
  before: RecordEntry | undefined,
  { type, key, data, state, validTo, once }: RecordChange,
  by: ChangedBy,
): RecordEntry {
  if (before && once) {
    throw new ProblemError(problem('record/exists', { type, key, created: before.created }));
  }
  const at = localDate(by.at, programme.timezone);
  const now = state ?? before?.state ?? firstState(programme, type);
  const kept = before ?? { type, key, created: at, division: by.division, history: [] };
  return {
    ...kept,
    state: now,
    data: { ...before?.data, ...data },
    ...(validTo === undefined ? {} : { validTo }),
    history: [...kept.history, { at, case: by.case, state: now, data }],
  };
}

/** The state of a new record. */
export function firstState(programme: Programme, type: string): string {
  return Object.keys(programme.definition.records?.[type]?.states ?? {})[0] ?? '';
}

/**
 * What the connector `records` answers to `{ type, key?, where? }`, in the order of their keys: `where` names fields of
 * the record's data that must be equal, or its `state` or `division`.
 */
export function recordsAnswer(
  records: Iterable<RecordEntry>,
  { type, key, where }: JsonObject,
): { records: JsonObject[]; count: number } {
  const wanted = Object.entries(isObject(where) ? where : {});
  const found = [...records]
    .filter((record) => record.type === type && (key === undefined || key === null || record.key === key))
    .filter((record) =>
      wanted.every(([name, value]) => canonical(fieldOf(record, name)) === canonical(value)),
    )
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return {
    records: found.map(({ validTo, ...record }) => ({ ...record, validTo: validTo ?? null }) as never),
    count: found.length,
  };
}

function fieldOf({ data, state, division }: RecordEntry, name: string): Json {
  return Object.hasOwn(data, name)
    ? (data[name] ?? null)
    : (({ state, division } as JsonObject)[name] ?? null);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
