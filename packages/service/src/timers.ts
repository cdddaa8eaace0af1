/**
 * Time passing: due timers fire in order, each as a command of the system. They are rows in the store, so a restart
 * loses none, and one that cannot fire does not hold up the others.
 */
import { isDeepStrictEqual } from 'node:util';
import { timers as findTimers, type Timer } from '@aidflow/engine';
import type { DueTimer } from '@aidflow/store';
import type { Core } from './core.ts';
import { decideOn, SYSTEM } from './deciding.ts';
import { commitOf } from './derive.ts';

/** Timers read at once. */
const BATCH = 100;
/** Milliseconds for which a timer that failed is left alone. */
const REST = 60_000;
/** Later than any timer. */
const END_OF_TIME = '9999';
/** Instants that one advance may stop at. */
const STOPS = 100_000;

export interface Timers {
  /** Fires what is due now; answers how many fired. */
  tick(): Promise<number>;
  /** Fires what is due in one case. */
  fireCase(caseId: string): Promise<number>;
  /**
   * Moves the clock to `target` and fires on the way everything that falls due, each with the clock standing at its own
   * instant, so that nothing is dated late. `between` runs before the clock moves on from each instant; `others` tells the
   * next instant at which something else falls due.
   */
  advance(
    target: string,
    between: () => Promise<void>,
    others: (until: string) => Promise<string | undefined>,
  ): Promise<number>;
  /**
   * Looks through the running cases for timers that are not what they should be, and writes those anew: a calendar that
   * knows another year finds ends that the one before could not tell. Answers how many cases that were.
   */
  renew(signal?: AbortSignal): Promise<number>;
}

export function createTimers(core: Core): Timers {
  const resting = new Map<string, number>();

  async function tick(): Promise<number> {
    const now = core.clock.now();
    let fired = 0;
    for (let again = true; again; ) {
      const due = await core.store.timersDue(now, BATCH + resting.size);
      const ready = due.filter((timer) => !isResting(timer));
      for (const timer of ready) if (await fire(timer)) fired++;
      again = ready.length >= BATCH;
    }
    return fired;
  }

  async function fireCase(caseId: string): Promise<number> {
    const now = core.clock.now();
    let fired = 0;
    // Firing one may set up the next that is due already.
    for (let round = 0; round < BATCH; round++) {
      const [timer] = (await core.store.timersDue(now, BATCH, caseId)).filter((one) => !isResting(one));
      if (!timer) break;
      if (await fire(timer)) fired++;
    }
    return fired;
  }

  async function fire(timer: DueTimer): Promise<boolean> {
    const { caseId, id } = timer;
    try {
      const outcome = await decideOn(core, caseId, { command: { do: 'elapse', actor: SYSTEM, timer: id } });
      if (outcome.ok) return true;
      if (outcome.problems[0]?.code === 'timer/unknown' && (await renewCase(caseId))) return false;
      core.onError(outcome.problems, `timer ${id} of case ${caseId}`);
    } catch (error) {
      core.onError(error, `timer ${id} of case ${caseId}`);
    }
    resting.set(`${caseId} ${id}`, core.realNow() + REST);
    return false;
  }

  async function renew(signal?: AbortSignal): Promise<number> {
    let renewed = 0;
    let cursor: string | undefined;
    do {
      const everywhere = { scopes: [{ division: '' }], status: 'active' as const };
      const page = await core.store.cases({ ...everywhere, limit: BATCH, cursor });
      for (const { id } of page.items) if (await renewCase(id)) renewed++;
      cursor = page.next;
      // What somebody waits for comes first.
      await new Promise((resolve) => setImmediate(resolve));
    } while (cursor !== undefined && !signal?.aborted);
    return renewed;
  }

  async function renewCase(caseId: string): Promise<boolean> {
    const state = await core.store.load(caseId);
    if (!state) return false;
    const { programme } = await core.registry.get(state.definition);
    const written = await core.store.timersDue(END_OF_TIME, Number.MAX_SAFE_INTEGER, caseId);
    const right = findTimers(programme, state, core.calendar);
    const keys = (list: readonly Timer[]) => list.map(({ id, due }) => `${due} ${id}`).sort();
    if (isDeepStrictEqual(keys(written), keys(right))) return false;
    const now = core.clock.now();
    const commit = commitOf(programme, state, { events: [], state }, core.calendar, now, now);
    return (await core.queue.commit(commit)).ok;
  }

  function isResting({ caseId, id }: DueTimer): boolean {
    const key = `${caseId} ${id}`;
    const until = resting.get(key);
    if (until === undefined) return false;
    if (core.realNow() < until) return true;
    resting.delete(key);
    return false;
  }

  return {
    tick,
    fireCase,
    renew,
    async advance(target, between, others) {
      let fired = 0;
      try {
        for (let stop = 0; stop < STOPS; stop++) {
          fired += await tick();
          await between();
          const [next] = [await core.store.nextTimer(core.clock.now()), await others(target)]
            .filter((instant) => instant !== undefined)
            .sort();
          if (next === undefined || next > target) break;
          await core.clock.moveTo(next);
        }
        await core.clock.moveTo(target);
        fired += await tick();
        await between();
      } finally {
        core.clock.release();
      }
      return fired;
    },
  };
}
