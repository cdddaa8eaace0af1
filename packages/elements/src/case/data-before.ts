import type { JsonObject } from '@aidflow/engine';
import type { FieldChange, HistoryEntry } from '../element/client.ts';

type Json = JsonObject[string];

/** A form's data as an entry of the history left it, and as it was before. */
export interface Versions {
  before: JsonObject;
  after: JsonObject;
}

/**
 * Goes back from a form's present data to what an entry changed: the history says of each field what it was before.
 *
 * @param seq number of the entry that changed the form
 */
export function versionsAt(
  history: readonly HistoryEntry[],
  form: string,
  seq: number,
  latest: JsonObject,
): Versions {
  const newer = [...history].filter((entry) => entry.seq > seq).sort((a, b) => b.seq - a.seq);
  const changesOf = (entry: HistoryEntry | undefined) =>
    (entry?.changes ?? []).filter((change) => change.form === form);
  const after = newer.reduce((data, entry) => undone(data, changesOf(entry)), latest);
  const own = history.find((entry) => entry.seq === seq);
  return { before: undone(after, changesOf(own)), after };
}

/** What was added last goes first: items of a list are told in their order. */
function undone(data: JsonObject, changes: readonly FieldChange[]): JsonObject {
  const copy: Json = structuredClone(data);
  for (const { pointer, before } of [...changes].reverse()) {
    const keys = pointer.split('/').slice(1).map(unescaped);
    const last = keys.pop();
    let place: Json | undefined = copy;
    for (const key of keys) place = isContainer(place) ? (place as JsonObject)[key] : undefined;
    if (last === undefined || !isContainer(place)) continue;
    if (before !== undefined) (place as JsonObject)[last] = before;
    else if (Array.isArray(place)) place.splice(Number(last), 1);
    else delete (place as JsonObject)[last];
  }
  return copy as JsonObject;
}

const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~');

const isContainer = (value: Json | undefined): value is JsonObject | Json[] =>
  typeof value === 'object' && value !== null;
