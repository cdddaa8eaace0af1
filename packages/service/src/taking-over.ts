/**
 * Cases and records that come from elsewhere: from another database, from a simulation, from the register that an office
 * kept before. What is taken over is checked as if it had been decided here.
 */
import { ProblemError, problem } from '@aidflow/definition';
import { type Actor, activeSteps, type CaseEvent, replayAcross, verifyChain } from '@aidflow/engine';
import type { Commit, OutboxItem, TakenRecord } from '@aidflow/store';
import { type Answer, answering, done, refused } from './answer.ts';
import type { Core } from './core.ts';
import { commitOf, requestId } from './derive.ts';

/** What is taken over: records as they stood before the cases, then the cases with all their events from the first. */
export interface Taken {
  records?: readonly TakenRecord[];
  cases: readonly (readonly CaseEvent[])[];
}

export interface TakingOver {
  /**
   * Takes over cases that are whole: their chain of hashes holds, their definitions are known, no case of that id is
   * here, and the files that they name have been uploaded. Tasks, timers, lists, records and open questions to other departments follow from the events; messages between
   * cases have been delivered where they come from. Answers how many cases there were. Written in batches, so that a
   * refusal (`store/chain-broken`, `definition/unknown`, `store/conflict`, `record/exists`) may leave those before it.
   */
  takeOver(by: Actor, taken: Taken): Promise<Answer<number>>;
  /** Case numbers that nobody else gets, for cases that are to be taken over. */
  reserveNumbers(programme: string, year: string, count: number): Promise<string[]>;
}

/** Cases written in one transaction. */
const BATCH = 200;

export function createTakingOver(core: Core): TakingOver {
  const { store } = core;

  async function commitFor(events: readonly CaseEvent[]): Promise<Commit> {
    const broken = verifyChain(events);
    if (broken) throw new ProblemError(broken);
    const versions = await core.registry.versionsOf(events);
    const state = replayAcross(versions, events);
    const programme = state && versions.get(state.definition);
    if (!programme) throw new ProblemError(problem('store/chain-broken', { case: '', seq: 1 }));
    const due = new Date(core.realNow()).toISOString();
    const commit = commitOf(
      programme,
      undefined,
      { events: [...events], state },
      core.calendar,
      core.clock.now(),
      due,
    );
    const open = openRequests(events, state.status === 'active' ? activeSteps(programme, state) : []);
    return { ...commit, outbox: commit.outbox.filter((item) => isOpen(item, open)) };
  }

  return {
    takeOver: ({ id, kind, name }, { records = [], cases }) =>
      answering(async () => {
        const at = core.clock.now();
        if (records.length > 0) await store.takeRecords(records, { id, kind, name }, at);
        for (let first = 0; first < cases.length; first += BATCH) {
          const commits = await Promise.all(cases.slice(first, first + BATCH).map(commitFor));
          const results = await store.commitAll(commits);
          const problems = results.flatMap((result) => (result.ok ? [] : [result.problem]));
          if (problems.length > 0) return refused(problems);
        }
        return done(cases.length);
      }),
    reserveNumbers: (programme, year, count) =>
      Promise.all(Array.from({ length: count }, () => core.numbers(programme, year))),
  };
}

/** Questions that were asked last in a step in which the case still is. */
function openRequests(events: readonly CaseEvent[], active: readonly string[]): Set<string> {
  const open = active.flatMap((step) => {
    const last = events.findLast(({ type }) => type.startsWith(`${step}.`));
    return last?.type === `${step}.ask` ? [requestId(last)] : [];
  });
  return new Set(open);
}

const isOpen = (item: OutboxItem, open: ReadonlySet<string>) => item.kind === 'request' && open.has(item.id);
