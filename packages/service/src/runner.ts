/**
 * The service at work by itself: timers, schedules and the outbox, each in its own loop, so that slow answers hold up no
 * clock.
 */
import { localDate } from '@aidflow/engine';
import type { Core } from './core.ts';
import type { FileStore } from './files.ts';
import type { Outbox } from './outbox.ts';
import type { Schedules } from './schedules.ts';
import type { Timers } from './timers.ts';

/** Longest sleep: another process may have written something that is due. */
const POLL = 1000;
const HOUR = 3_600_000;
/** Milliseconds between two looks at the schedules on one day. */
const AGAIN = 600_000;
/** How long a request may be repeated under its key. */
const KEYS_KEPT = 30 * 24 * HOUR;

export interface Running {
  /** Ends after what is being done is done; questions that are not answered yet are asked again by the next run. */
  stop(): Promise<void>;
}

export interface Workers {
  timers: Timers;
  outbox: Outbox;
  schedules: Schedules;
  files: FileStore | undefined;
}

export function runInBackground(core: Core, { timers, outbox, schedules, files }: Workers): Running {
  const firing = loop(core, 'timers', async () => {
    await timers.tick();
    const next = await core.store.nextTimer(core.clock.now());
    return next === undefined ? POLL : Date.parse(next) - Date.parse(core.clock.now());
  });
  const ending = new AbortController();
  const sending = loop(core, 'outbox', async () => {
    await outbox.drain(ending.signal);
    const next = await core.store.outboxNext();
    return next === undefined ? POLL : Date.parse(next) - core.realNow();
  });
  const scheduling = looking(core, schedules);
  const keeping = housekeeping(core, timers, files, ending.signal);
  // What a decision asks another department or tells another case need not wait for the next poll.
  const forget = core.listeners.add(({ sends }) => {
    if (sends) sending.wake();
  });
  return {
    async stop() {
      forget();
      ending.abort();
      await Promise.all([firing.stop(), sending.stop(), scheduling.stop(), keeping.stop()]);
    },
  };
}

/**
 * Schedules count in days: looked at when a day begins, and now and again for what is new or could not be made. What
 * another process has published is looked for each time.
 */
function looking(core: Core, schedules: Schedules) {
  let day = '';
  let next = 0;
  return loop(core, 'schedules', async () => {
    await core.registry.refresh();
    const today = localDate(core.clock.now(), core.timezone);
    if (today !== day || core.realNow() >= next) {
      await schedules.run();
      day = today;
      next = core.realNow() + AGAIN;
    }
    return POLL;
  });
}

/** Once at the start and then now and again: timers of another calendar, old keys, uploads that broke off. */
function housekeeping(core: Core, timers: Timers, files: FileStore | undefined, signal: AbortSignal) {
  let renewed = false;
  let next = 0;
  return loop(core, 'housekeeping', async () => {
    if (core.realNow() >= next) {
      next = core.realNow() + HOUR;
      if (!renewed) await timers.renew(signal);
      renewed = true;
      await core.store.forgetKeys(new Date(Date.parse(core.clock.now()) - KEYS_KEPT).toISOString());
      await files?.sweep();
    }
    return POLL;
  });
}

/** Runs `work` again and again; it answers in how many milliseconds at the latest it wants to run again. */
function loop(core: Core, name: string, work: () => Promise<number>) {
  let stopped = false;
  let woken = false;
  let wake = () => {};

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(1, Math.min(ms, POLL)));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      let wait = POLL;
      try {
        wait = await work();
      } catch (error) {
        core.onError(error, name);
      }
      if (!stopped && !woken) await rest(wait);
    }
  }

  const ended = run();
  return {
    wake() {
      woken = true;
      wake();
    },
    stop() {
      stopped = true;
      wake();
      return ended;
    },
  };
}
