/** Small true cases for the suite: chained events and the state they lead to, without a programme. */
import {
  type CaseEvent,
  type CaseState,
  GENESIS,
  hashEvent,
  type JsonObject,
  type RecordChange,
} from '@aidflow/engine';
import type { CaseStore, Commit, OutboxItem, StoredDefinition } from '../contract.ts';

export const VILLAGE = '620821100201';
export const OTHER_VILLAGE = '620822100201';
export const CLERK = { id: 'clerk-1', kind: 'officer', name: '李明' } as const;

export const definition: StoredDefinition = {
  hash: 'd'.repeat(64),
  programme: 'dibao',
  version: '2026.1',
  title: '最低生活保障',
  published: '2026-01-01T00:00:00.000Z',
  bundle: '{}',
};

/** The instant `minutes` after nine o'clock of 2 March 2026 in Shanghai. */
export const instant = (minutes: number): string =>
  new Date(Date.parse('2026-03-02T01:00:00.000Z') + minutes * 60_000).toISOString();

/** The events of a case from its first to its `count`th. */
export function chain(caseId: string, count: number): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (let seq = 1; seq <= count; seq++) {
    const event: Omit<CaseEvent, 'hash'> = {
      case: caseId,
      seq,
      type: seq === 1 ? 'apply.submit' : 'complain',
      at: instant(seq),
      by: { id: 'applicant-1', kind: 'applicant', name: '王小明' },
      previous: events.at(-1)?.hash ?? GENESIS,
    };
    events.push({ ...event, hash: hashEvent(event) });
  }
  return events;
}

/** The state after `events`, in the first village unless told otherwise. */
export function stateAfter(events: readonly CaseEvent[], division = VILLAGE): CaseState {
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A case has at least one event.');
  return {
    id: first.case,
    number: `N-${first.case}`,
    programme: definition.programme,
    definition: definition.hash,
    division,
    version: last.seq,
    head: last.hash,
    opened: first.at,
    updated: last.at,
    applicant: first.by,
    data: {},
    steps: {},
    checks: {},
    answers: {},
    clocks: {},
    registers: {},
    barred: {},
    complaints: events.length - 1,
    letters: [],
    notices: [],
    award: null,
    decided: null,
    value: 'accept',
    status: 'active',
  };
}

/** The commit that brings a case from version `expected` to `expected + 1`. */
export function step(caseId: string, expected: number, more: Partial<Commit> = {}): Commit {
  const events = chain(caseId, expected + 1);
  return {
    caseId,
    expected,
    events: events.slice(expected),
    state: stateAfter(events),
    steps: ['accept'],
    tasks: [],
    timers: [],
    outbox: [],
    ...more,
  };
}

export const task = (due?: string) => ({
  step: 'accept',
  title: '受理',
  level: 'township',
  role: 'clerk',
  division: '620821100',
  since: instant(1),
  round: 1,
  signed: [],
  ...(due === undefined ? {} : { due, clock: 'handling' }),
});

export const item = (id: string, due: string, payload: JsonObject = {}): OutboxItem => ({
  kind: 'request',
  id,
  step: 'check',
  connector: 'household-economy',
  payload,
  due,
});

/** A message to another case. */
export const message = (id: string, target: string, due: string): OutboxItem => ({
  kind: 'message',
  id,
  target,
  payload: { do: 'wait.told' },
  due,
});

/** The commit that opens a case and changes records with it. */
export function changing(caseId: string, records: RecordChange[], more: Partial<Commit> = {}): Commit {
  const { events, ...commit } = step(caseId, 0, more);
  return { ...commit, events: events.map((event) => ({ ...event, detail: { records } })) };
}

/** A store that knows the sample definition. */
export async function prepared(store: CaseStore): Promise<CaseStore> {
  await store.putDefinition(definition);
  return store;
}
