/** The county at work: its database, its service and the other departments, made on the first start. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { nationalCalendar } from '@aidflow/engine';
import { createService, type Service } from '@aidflow/service';
import { openSqliteStore } from '@aidflow/store';
import { openPostgresStore } from '@aidflow/store/postgres';
import { delegations } from './county/delegations.ts';
import { openDepartments } from './county/departments.ts';
import { places } from './county/divisions.ts';
import { type Person, personCalled } from './county/people.ts';
import { bundles } from './county/programmes.ts';
import { demoClock } from './demo-clock.ts';
import { type PlannedCase, planCases, workingDays } from './seed/plan.ts';
import { playPast } from './seed/play.ts';
import { playYear } from './seed/year.ts';
import { type Verdict, verifyRecord } from './verification.ts';

/** From the first applications to the day on which the demonstration begins. */
const past = { first: '2026-02-02', last: '2026-04-08' };
const seed = 20260408;

/** The other programmes have a whole year behind them, with so many stories for each case of the living allowance. */
const year = { first: '2025-04-08', last: past.last };
const storiesForEach = 16;

export interface CountyOptions {
  /** Folder of the database and the files. */
  folder: string;
  /** Throws away what is there. */
  fresh: boolean;
  /** Address of a PostgreSQL database that keeps the cases in place of a file in the folder. */
  database?: string | undefined;
  /** Cases of the past. */
  cases: number;
  /** Is told how the past is coming along, first of the living allowance by its days, then of the other programmes. */
  onProgress?: (what: string, made: number, all: number) => void;
}

export interface County {
  service: Service;
  /** True when the past was made in this start. */
  made: boolean;
  verify(person: Person, caseId: string): Promise<Verdict | undefined>;
  /** Begins to fire timers and to ask other departments. */
  run(): void;
  stop(): Promise<void>;
}

export async function openCounty({
  folder,
  fresh,
  database,
  cases,
  onProgress,
}: CountyOptions): Promise<County> {
  if (fresh)
    for (const name of ['county.sqlite', 'county.sqlite-wal', 'county.sqlite-shm', 'files'])
      rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const calendar = nationalCalendar();
  const days = workingDays(past, calendar);
  const plan = planCases(seed, cases, days);
  const departments = await openDepartments(answersOf(plan));
  const store =
    database === undefined
      ? openSqliteStore(join(folder, 'county.sqlite'))
      : await openPostgresStore({ url: database, schema: 'portal', fresh });
  const clock = await demoClock(store, `${past.first}T09:00:00+08:00`);
  const service = await createService({
    store,
    programmes: bundles,
    calendar,
    seed: `county-${seed}`,
    divisions: places,
    connectors: departments.addresses,
    files: join(folder, 'files'),
    realTime: clock.real,
    // Seconds count in a demonstration: a department that is down is asked again soon.
    retryDelay: 20,
  });
  await clock.follow(service);
  const made = (await store.setting('portal.made')) !== 'yes';
  if (made) {
    for (const delegation of delegations) await service.addDelegation(personCalled('officer-a'), delegation);
    await playPast({
      service,
      calendar,
      days,
      cases: plan,
      onDay: (day, opened) => {
        // One day on which the other departments do not answer: those checks go to a person.
        departments.checkUp(day === '2026-03-16' ? 'down' : 'up');
        onProgress?.(day, opened, plan.length);
      },
    });
    const count = cases * storiesForEach;
    await playYear({
      service,
      calendar,
      seed,
      days: workingDays(year, calendar),
      count,
      onProgress: (told) => onProgress?.('the year of the other programmes', told, count),
    });
    await store.setSetting('portal.made', 'yes');
  }
  await clock.keep();
  let running: { stop(): Promise<void> } | undefined;
  return {
    service,
    made,
    verify: (person, caseId) => verifyRecord(service, store, person, caseId),
    run() {
      running ??= service.run();
    },
    async stop() {
      await running?.stop();
      await clock.keep();
      await departments.close();
      await store.close();
    },
  };
}

/** What the departments know of those households about which the story says something. */
function answersOf(plan: readonly PlannedCase[]) {
  return Object.fromEntries(
    plan.flatMap(({ story, household }) => {
      const { idNumber } = household.application.applicant as { idNumber: string };
      return story.answer === undefined ? [] : [[idNumber, story.answer]];
    }),
  );
}
