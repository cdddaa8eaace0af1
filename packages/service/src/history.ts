/** The history of a case in words and field by field. */
import type { CaseEvent, Json, JsonObject, Programme } from '@aidflow/engine';
import { eventTitle } from './titles.ts';
import type { FieldChange, HistoryEntry } from './types.ts';

/** `procedures` are those on which each of the events happened. */
export function historyOf(procedures: readonly Programme[], events: readonly CaseEvent[]): HistoryEntry[] {
  const latest: Record<string, JsonObject> = {};
  return events.map((event, index) => {
    const { seq, type, at, by, authority, reasons, form, data } = event;
    const before = form === undefined ? undefined : latest[form];
    const changes = form && data && before ? changesIn(form, before, data) : [];
    if (form && data) latest[form] = data;
    return {
      seq,
      type,
      ...eventTitle(procedures[index] as Programme, event),
      at,
      by,
      ...(authority ? { authority } : {}),
      ...(reasons === undefined ? {} : { reasons }),
      ...(changes.length > 0 ? { changes } : {}),
    };
  });
}

/** Fields that differ, down to single values; a list that grew or shrank differs item by item. */
export function changesIn(form: string, before: Json, after: Json, pointer = ''): FieldChange[] {
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const [old, now] = [before as JsonObject, after as JsonObject];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => {
      const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!Object.hasOwn(old, key)) return [{ form, pointer: place, after: now[key] as Json }];
      if (!Object.hasOwn(now, key)) return [{ form, pointer: place, before: old[key] as Json }];
      return changesIn(form, old[key] as Json, now[key] as Json, place);
    });
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ form, pointer, before, after }];
}

const isContainer = (value: Json): value is JsonObject | Json[] =>
  typeof value === 'object' && value !== null;
