/** From a decision to everything that is written with it: tasks with their clocks, timers, requests, messages, files. */
import { createHash } from 'node:crypto';
import {
  activeSteps,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type ClockView,
  clocks,
  firstState,
  type JsonObject,
  type Message,
  messages,
  type Programme,
  procedureOf,
  tasks,
  timers,
} from '@aidflow/engine';
import type { Commit, OutboxItem } from '@aidflow/store';
import { filesIn } from './file-names.ts';
import { splitType } from './titles.ts';

/** The commit of a decision; `due` is the real instant from which requests may be sent. */
export function commitOf(
  programme: Programme,
  before: CaseState | undefined,
  decision: { events: CaseEvent[]; state: CaseState },
  calendar: Calendar,
  now: string,
  due: string,
): Commit {
  const { events, state } = decision;
  const procedure = procedureOf(programme, state);
  const running = clocks(programme, state, calendar, now).filter(({ stopped }) => stopped === undefined);
  const nearest = nearestClock(running);
  return {
    caseId: state.id,
    expected: before?.version ?? 0,
    events,
    state,
    steps: activeSteps(programme, state),
    tasks: tasks(programme, state).map((task) => {
      const clock =
        nearestClock(running.filter(({ clock }) => isFor(procedure, clock, task.step))) ?? nearest;
      return { ...task, ...(clock?.due === undefined ? {} : { clock: clock.clock, due: clock.due }) };
    }),
    timers: timers(programme, state, calendar),
    outbox: [
      ...events.flatMap((event) => requestOf(event, due)),
      ...messages(programme, state, events).map((message) => messageOf(message, due)),
    ],
    firstStates: Object.fromEntries(
      Object.keys(programme.definition.records ?? {}).map((type) => [type, firstState(programme, type)]),
    ),
    files: events.flatMap(filesOf),
    nextDue: nearest?.due,
  };
}

/** A clock that the definition gives to one step presses on that step's task alone. */
function isFor(programme: Programme, clock: string, step: string): boolean {
  return clock === step || !programme.steps.has(clock);
}

function nearestClock(views: readonly ClockView[]): ClockView | undefined {
  return views
    .filter(({ due }) => due !== undefined)
    .sort((a, b) => (a.due as string).localeCompare(b.due as string))[0];
}

/** Files that an event names: in its form, or in the item that a case is opened for. */
function filesOf({ data, detail, by }: CaseEvent): { sha256: string; by: string }[] {
  const named = [...filesIn(data ?? null), ...filesIn(detail?.open?.item ?? null)];
  return named.map(({ sha256 }) => ({ sha256, by: by.id }));
}

/** Made of the event that asks, so that a repeated decision cannot ask twice under two names. */
export const requestId = ({ hash }: CaseEvent): string =>
  createHash('sha256').update(hash).digest('hex').slice(0, 32);

function requestOf(event: CaseEvent, due: string): OutboxItem[] {
  const request = event.detail?.request;
  if (!request) return [];
  const { connector, payload } = request;
  return [
    { kind: 'request', id: requestId(event), step: splitType(event.type).step, connector, payload, due },
  ];
}

function messageOf({ id, case: target, command }: Message, due: string): OutboxItem {
  const { actor: _, ...told } = command;
  return { kind: 'message', id, target, payload: plain(told), due };
}

/** As JSON has it: without what is not there. */
const plain = (value: object): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;
