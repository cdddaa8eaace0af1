/**
 * Sends what decisions have asked for. A request is leased, sent, and answered in the commit that closes it: it is sent
 * at least once and its answer is booked once. What cannot be had after all retries is unknown, and a person decides.
 */
import { randomUUID } from 'node:crypto';
import type { Problem } from '@aidflow/definition';
import type { CaseState } from '@aidflow/engine';
import type { LeasedItem } from '@aidflow/store';
import { askConnector } from './connector.ts';
import type { Core } from './core.ts';
import { decideOn, SYSTEM } from './deciding.ts';

/** Requests in flight at once. */
const PARALLEL = 16;
/** Milliseconds by which a lease outlives the time that a request may take. */
const GRACE = 10_000;
/** Longest time between two tries. */
const LONGEST_WAIT = 600_000;
/** Longest timeout that a definition may ask for, in seconds. */
const LONGEST_TIMEOUT = 120;

/** Refusals that mean that nobody waits for the answer any more. */
const NOT_WAITED_FOR = [
  'connector/not-asked',
  'case/ended',
  'store/settled',
  'case/unknown',
  'step/not-active',
];

export interface Outbox {
  /**
   * Sends everything that is due and waits for the answers; answers how many requests were sent.
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
    try {
      const state = await core.store.load(item.caseId);
      if (state) await ask(item, state, signal);
      else await core.store.outboxDrop(item.id, 'no case');
    } catch (error) {
      core.onError(error, `request ${item.id} of case ${item.caseId}`);
      await retry(item, String(error));
    }
  }

  async function ask(item: LeasedItem, state: CaseState, signal?: AbortSignal): Promise<void> {
    const { programme } = await core.registry.get(state.definition);
    const { timeout, retries } = programme.definition.connectors?.[item.connector] ?? {
      timeout: 30,
      retries: 0,
    };
    const address = core.connectors[item.connector];
    if (!address) {
      await fail(item, `no address is configured for "${item.connector}"`);
      return;
    }
    const result = await askConnector(address, {
      id: item.id,
      connector: item.connector,
      payload: item.payload,
      timeout: Math.min(timeout, LONGEST_TIMEOUT) * 1000,
      signal,
    });
    if (result.ok) await settle(item, { do: `${item.step}.answer`, actor: SYSTEM, data: result.answer });
    else if (item.attempts < retries || signal?.aborted) await retry(item, result.problem.detail);
    else await fail(item, result.problem.detail);
  }

  const fail = (item: LeasedItem, reasons: string) =>
    settle(item, { do: `${item.step}.fail`, actor: SYSTEM, reasons });

  async function settle(item: LeasedItem, command: Parameters<typeof decideOn>[2]['command']): Promise<void> {
    const outcome = await decideOn(core, item.caseId, { command, settles: item.id });
    if (outcome.ok) return;
    const [found] = outcome.problems as [Problem];
    if (NOT_WAITED_FOR.includes(found.code)) await core.store.outboxDrop(item.id, found.detail);
    else await retry(item, found.detail);
  }

  /** Twice as long each time, and a random part of it, so that many cases do not come back together. */
  async function retry(item: LeasedItem, error: string): Promise<void> {
    const wait = Math.min(core.retryDelay * 2 ** item.attempts, LONGEST_WAIT);
    await core.store.outboxRetry(item.id, owner, real(wait * (0.5 + Math.random() / 2)), error);
  }

  return { drain };
}
