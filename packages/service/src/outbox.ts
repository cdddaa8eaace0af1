/**
 * Sends what decisions have asked for: questions to other departments and messages to other cases. Each is leased, sent,
 * and closed in the commit that it leads to: it is sent at least once and booked once.
 */
import { randomUUID } from 'node:crypto';
import type { LeasedItem } from '@aidflow/store';
import type { Core } from './core.ts';
import { deliver } from './messages.ts';
import { LONGEST_TIMEOUT, sendRequest } from './requests.ts';

/** Items in flight at once. */
const PARALLEL = 16;
/** Milliseconds by which a lease outlives the time that a request may take. */
const GRACE = 10_000;
/** Longest time between two tries. */
const LONGEST_WAIT = 600_000;
/** Tries after which somebody should know that something does not get through. */
const WORRYING = 5;

export interface Outbox {
  /**
   * Sends everything that is due and waits for the answers; answers how much was sent.
   * When `signal` says so it waits no longer, and what was not answered is sent again later.
   */
  drain(signal?: AbortSignal): Promise<number>;
}

export function createOutbox(core: Core): Outbox {
  const owner = randomUUID();
  const real = (after = 0) => new Date(core.realNow() + after).toISOString();

  /** Takes items while there are some; each that is done makes room for the next, so that a slow one holds up none. */
  async function drain(signal?: AbortSignal): Promise<number> {
    let sent = 0;
    const lease = (limit: number) =>
      core.store.outboxLease(owner, real(), real(LONGEST_TIMEOUT * 1000 + GRACE), limit);
    const lane = async (first: LeasedItem): Promise<void> => {
      for (let item: LeasedItem | undefined = first; item; [item] = signal?.aborted ? [] : await lease(1)) {
        sent++;
        await send(item, signal);
      }
    };
    await Promise.all((await lease(PARALLEL)).map(lane));
    return sent;
  }

  async function send(item: LeasedItem, signal?: AbortSignal): Promise<void> {
    const doing = `${item.kind} ${item.id} of case ${item.caseId}`;
    try {
      const sending =
        item.kind === 'message' ? await deliver(core, item) : await sendRequest(core, item, signal);
      if ('dropped' in sending) await core.store.outboxDrop(item.id, sending.dropped);
      if (!('again' in sending)) return;
      if (item.attempts > 0 && item.attempts % WORRYING === 0) core.onError(new Error(sending.again), doing);
      await retry(item, sending.again);
    } catch (error) {
      core.onError(error, doing);
      await retry(item, String(error));
    }
  }

  /** Twice as long each time, and a random part of it, so that many cases do not come back together. */
  async function retry(item: LeasedItem, error: string): Promise<void> {
    const wait = Math.min(core.retryDelay * 2 ** item.attempts, LONGEST_WAIT);
    await core.store.outboxRetry(item.id, owner, real(wait * (0.5 + Math.random() / 2)), error);
  }

  return { drain };
}
