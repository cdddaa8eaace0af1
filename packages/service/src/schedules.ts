/**
 * Cases that open by themselves: the scheduler looks which runs of schedules have fallen due and opens a case for each,
 * once. How far it has got is kept in the store, so that what was missed is made afterwards and says that it is late.
 */
import { createHash } from 'node:crypto';
import { ProblemError } from '@aidflow/definition';
import {
  addDays,
  decide,
  localDate,
  type Opening,
  type Programme,
  type Run,
  runInstant,
  type ScheduledRecord,
  type ScheduleProblem,
  scheduledRuns,
} from '@aidflow/engine';
import type { Core } from './core.ts';
import { openOn } from './deciding.ts';
import { allRecords } from './records.ts';
import type { Published } from './registry.ts';

/** Runs made at once; they share transactions. */
const PARALLEL = 64;

/** Refusals that mean that the run was made before, by another server or in an earlier attempt. */
const MADE = ['store/run-made', 'store/conflict'];

export interface Schedules {
  /** Makes the runs that are due and were not made; answers how many. One that fails is tried again the next time. */
  run(): Promise<number>;
  /** Instant at which the next run falls due after now, up to the instant `until`. */
  next(until: string): Promise<string | undefined>;
}

/** What a look at the schedules of one programme came to. */
export interface ScheduleProgress {
  programme: string;
  made: number;
  /** Of these, so many were made on a later day than they were due. */
  late: number;
  failed: number;
}

export function createSchedules(core: Core): Schedules {
  const today = ({ timezone }: Programme) => localDate(core.clock.now(), timezone);
  const key = ({ id }: Programme) => `schedules.${id}`;

  const scheduled = () =>
    core.registry
      .list()
      .map(({ programme }) => core.registry.current(programme))
      .filter(({ programme }) => (programme.definition.schedules ?? []).length > 0);

  /** The runs that fall due in the span and were not made. */
  async function openRuns(
    programme: Programme,
    after: string,
    until: string,
    onProblem: ScheduleProblem,
  ): Promise<Run[]> {
    const types = (programme.definition.schedules ?? []).map((schedule) => schedule['for-each']);
    const records: ScheduledRecord[] = [];
    for (const type of new Set(types)) {
      if (type !== undefined) records.push(...(await allRecords(core, { type, history: false })));
    }
    const made = await core.store.scheduleRuns(programme.id, addDays(after, 1));
    const known = new Set(made.map(({ schedule, record, due }) => `${schedule} ${due} ${record ?? ''}`));
    const span = { after, until, division: core.home };
    return scheduledRuns(programme, records, span, core.calendar, onProblem).filter(
      ({ schedule, record, due }) => !known.has(`${schedule} ${due} ${record ?? ''}`),
    );
  }

  async function runProgramme(published: Published): Promise<ScheduleProgress> {
    const { programme } = published;
    const until = today(programme);
    const yesterday = addDays(until, -1);
    // What came first is looked at from its own day on; the present day always anew, for a record may be new.
    const reached = await core.store.setting(key(programme));
    const from = [reached ?? yesterday, yesterday].sort()[0] as string;
    const progress: ScheduleProgress = { programme: programme.id, made: 0, late: 0, failed: 0 };
    const wrong = new Set<string>();
    const runs = await openRuns(programme, from, until, ({ code }, { schedule }) => {
      progress.failed++;
      wrong.add(`${schedule}: ${code}`);
    });
    for (const one of wrong) failed(one, `schedules of ${programme.id}`);
    // What cannot be known is looked at again, too: a record is put right, a calendar is published.
    let through = wrong.size > 0 ? from : until;
    for (let n = 0; n < runs.length; n += PARALLEL) {
      const batch = runs.slice(n, n + PARALLEL);
      const made = await Promise.all(batch.map((run) => make(published, run)));
      for (const [index, { due, late }] of batch.entries()) {
        if (made[index] === 'failed') {
          progress.failed++;
          // What failed is looked at again, with everything that has fallen due since.
          const before = addDays(due, -1);
          if (before < through) through = before;
        } else if (made[index] === 'made') {
          progress.made++;
          if (late) progress.late++;
        }
      }
    }
    if (through !== reached) await core.store.setSetting(key(programme), through);
    return progress;
  }

  async function make(published: Published, run: Run): Promise<'made' | 'before' | 'failed'> {
    // Neither who the record is about nor what it holds belongs into a log.
    const doing = `schedule ${run.schedule} of ${published.programme.id}, due ${run.due}`;
    try {
      const world = await core.world();
      const command = (number: string) => ({
        ...run.command,
        open: { ...(run.command.open as Opening), id: idOf(run), number },
      });
      // Decided once without a number: a case that cannot be opened takes none.
      const trial = decide(published.programme, undefined, command('-'), world);
      if (!trial.ok) return failed(trial.problems[0]?.code, doing);
      const number = await core.numbers(published.programme.id, run.due.slice(0, 4));
      const outcome = await openOn(core, published, { command: command(number) }, world);
      if (outcome.ok) return 'made';
      const code = outcome.problems[0]?.code;
      return MADE.includes(code ?? '') ? 'before' : failed(code, doing);
    } catch (error) {
      return failed(error instanceof ProblemError ? error.problem.code : (error as Error).name, doing);
    }
  }

  function failed(code: string | undefined, doing: string): 'failed' {
    core.onError(new Error(code), doing);
    return 'failed';
  }

  return {
    async run() {
      let made = 0;
      for (const published of scheduled()) {
        try {
          const progress = await runProgramme(published);
          made += progress.made;
          if (progress.made + progress.failed > 0) core.onProgress(progress);
        } catch (error) {
          failed(
            error instanceof ProblemError ? error.problem.code : String(error),
            `schedules of ${published.programme.id}`,
          );
        }
      }
      return made;
    },

    async next(until) {
      const found: string[] = [];
      for (const { programme } of scheduled()) {
        const after = today(programme);
        const last = localDate(until, programme.timezone);
        // What is wrong is said when the day has come.
        const [first] = after < last ? await openRuns(programme, after, last, () => {}) : [];
        if (first) found.push(runInstant(programme, first.due));
      }
      return found.sort()[0];
    },
  };
}

/** The run's id names its record, which may be a person; the case's must not. */
const idOf = ({ id }: Run): string => `run-${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
