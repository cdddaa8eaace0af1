/** What a scenario says is there before it begins, as the engine wants it. */
import {
  addDays,
  firstState,
  type JsonObject,
  localDate,
  type Programme,
  type RecordEntry,
} from '@aidflow/engine';
import type { GivenRecord, Scenario } from './scenario.ts';

/** The given records. One that does not say when it was created was created the day before. */
export function recordsOf(programme: Programme, { given = {} }: Scenario, now: number): RecordEntry[] {
  const yesterday = addDays(localDate(new Date(now).toISOString(), programme.timezone), -1);
  return (given.records ?? []).map((record) => recordOf(programme, record, given.division ?? '', yesterday));
}

function recordOf(
  programme: Programme,
  { type, key, state = firstState(programme, type), created, division, history, ...given }: GivenRecord,
  village: string,
  yesterday: string,
): RecordEntry {
  // The schema lets any JSON object through, and YAML was read as JSON.
  const data = (given.data ?? {}) as JsonObject;
  const since = created ?? history?.[0]?.at ?? yesterday;
  const changes = history ?? [{ at: since, state, data }];
  return {
    type,
    key,
    state,
    data,
    created: since,
    division: division ?? village,
    ...(given['valid-to'] === undefined ? {} : { validTo: given['valid-to'] }),
    history: changes.map((change) => ({
      at: change.at,
      case: '',
      state: change.state ?? state,
      data: (change.data ?? {}) as JsonObject,
    })),
  };
}
