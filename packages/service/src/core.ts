/** What the parts of the service share: the store and what is read from it for each decision. */
import type { Calendar, World } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';
import { type Access, createAccess } from './access.ts';
import { createClock, type ServiceClock } from './clock.ts';
import { type DivisionTable, divisionTable } from './divisions.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { createNumbers, type Numbers } from './numbers.ts';
import type { ConnectorAddress, ServiceOptions } from './options.ts';
import { type CommitQueue, createCommitQueue } from './queue.ts';
import { createRegistry, type Registry } from './registry.ts';
import type { ScheduleProgress } from './schedules.ts';

export interface Core {
  store: CaseStore;
  queue: CommitQueue;
  registry: Registry;
  numbers: Numbers;
  access: Access;
  clock: ServiceClock;
  calendar: Calendar;
  divisions: DivisionTable;
  connectors: Record<string, ConnectorAddress>;
  listeners: Listeners;
  timezone: string;
  /** Division of cases that a schedule opens for no place of their own. */
  home: string;
  retryDelay: number;
  realNow(): number;
  /** The world as it is now, or was at `now`. Authority is read anew each time: a grant may have ended meanwhile. */
  world(now?: string): Promise<World>;
  onError(error: unknown, doing: string): void;
  onProgress(progress: ScheduleProgress): void;
}

export async function createCore(options: ServiceOptions): Promise<Core> {
  const { store, calendar, seed, realTime = Date.now, timezone = 'Asia/Shanghai' } = options;
  const divisions = divisionTable(options.divisions ?? []);
  const clock = await createClock(store, realTime);
  const registry = await createRegistry(store, clock.now);
  for (const bundle of options.programmes) await registry.publish(bundle, clock.now());
  const listeners = createListeners();
  const onError = options.onError ?? report;
  // What another server on the same database decides is news here, too.
  await store.heard?.(({ caseId, version, sends }) => {
    store.load(caseId).then(
      (state) => state && listeners.tell({ case: caseId, version, state, sends }),
      (error) => onError(error, 'hearing'),
    );
  });
  return {
    store,
    queue: createCommitQueue(store),
    registry,
    numbers: createNumbers(store),
    access: createAccess(registry, options.auditorRoles ?? ['auditor'], timezone),
    clock,
    calendar,
    divisions,
    connectors: options.connectors ?? {},
    listeners,
    timezone,
    retryDelay: options.retryDelay ?? 1000,
    realNow: realTime,
    async world(now = clock.now()) {
      const [delegations, standIns] = await Promise.all([store.delegations(), store.standIns()]);
      return {
        now,
        calendar,
        seed,
        delegations: delegations.map(({ value }) => value),
        standIns: standIns.map(({ value }) => value),
        divisionNames: divisions.names,
      };
    },
    home: options.home ?? divisions.below()[0]?.code ?? '',
    onError,
    onProgress: options.onProgress ?? (() => {}),
  };
}

function report(error: unknown, doing: string): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error);
  process.stderr.write(`${doing}: ${text}\n`);
}
