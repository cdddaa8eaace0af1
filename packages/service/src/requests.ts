/** Questions to other departments: sent, and answered in the commit that closes them. What cannot be had is unknown. */
import { type Problem, ProblemError, problem } from '@aidflow/definition';
import type { CaseState, Command, JsonObject } from '@aidflow/engine';
import type { LeasedItem } from '@aidflow/store';
import { askConnector } from './connector.ts';
import type { Core } from './core.ts';
import { decideOn, SYSTEM } from './deciding.ts';
import { requestId } from './derive.ts';
import { answerFromRecords, MOST_RECORDS, RECORDS } from './records.ts';

export type LeasedRequest = Extract<LeasedItem, { kind: 'request' }>;

/** How a sending ended: it is done with, nobody waits for it, or it has to be tried again. */
export type Sending = { done: true } | { dropped: string } | { again: string };

/** Longest timeout that a definition may ask for, in seconds. */
export const LONGEST_TIMEOUT = 120;

/** Refusals that mean that nobody waits for the answer any more. */
const NOT_WAITED_FOR = [
  'connector/not-asked',
  'case/ended',
  'store/settled',
  'case/unknown',
  'step/not-active',
];

/** Sends one question; `signal` ends the waiting early. */
export async function sendRequest(core: Core, item: LeasedRequest, signal?: AbortSignal): Promise<Sending> {
  const state = await core.store.load(item.caseId);
  if (!state) return { dropped: 'no case' };
  if (item.connector === RECORDS) {
    return settle(core, item, await fromRecords(core, item));
  }
  const address = core.connectors[item.connector];
  if (!address)
    return settle(core, item, failureOf(item, `no address is configured for "${item.connector}"`));
  const { timeout, retries } = await patience(core, item, state);
  const result = await askConnector(address, {
    id: item.id,
    connector: item.connector,
    payload: item.payload,
    timeout: Math.min(timeout, LONGEST_TIMEOUT) * 1000,
    signal,
  });
  if (result.ok) return settle(core, item, answerOf(item, result.answer));
  if (item.attempts < retries || signal?.aborted) return { again: result.problem.detail };
  return settle(core, item, failureOf(item, result.problem.detail));
}

/** What the store answers; a question that it cannot answer leaves the check unknown. */
async function fromRecords(core: Core, item: LeasedRequest): Promise<Command> {
  try {
    const answer = await answerFromRecords(core, item.payload);
    return answer ? answerOf(item, answer) : failureOf(item, `more than ${MOST_RECORDS} records`);
  } catch (error) {
    if (error instanceof ProblemError) return failureOf(item, error.problem.detail);
    throw error;
  }
}

async function patience(core: Core, { connector }: LeasedRequest, state: CaseState) {
  const { programme } = await core.registry.get(state.definition);
  return programme.definition.connectors?.[connector] ?? { timeout: 30, retries: 0 };
}

const answerOf = ({ step }: LeasedRequest, data: JsonObject): Command => ({
  do: `${step}.answer`,
  actor: SYSTEM,
  data,
});

const failureOf = ({ step }: LeasedRequest, reasons: string): Command => ({
  do: `${step}.fail`,
  actor: SYSTEM,
  reasons,
});

async function settle(core: Core, item: LeasedRequest, command: Command): Promise<Sending> {
  const { caseId, id } = item;
  const check = async (_: unknown, state: CaseState) => askedAnew(core, item, state);
  const outcome = await decideOn(core, caseId, { command, settles: id, check });
  if (outcome.ok) return { done: true };
  const [found] = outcome.problems as [Problem];
  return NOT_WAITED_FOR.includes(found.code) ? { dropped: found.detail } : { again: found.detail };
}

/** A case that came back to its check has asked again, of what it holds now: the answer of before is not for it. */
async function askedAnew(
  { store }: Core,
  { caseId, id, step }: LeasedRequest,
  { steps }: CaseState,
): Promise<Problem | undefined> {
  if ((steps[step]?.rounds ?? 1) === 1) return undefined;
  const events = await store.events(caseId);
  const last = events.findLast(({ type }) => type === `${step}.ask`);
  return last && requestId(last) === id ? undefined : problem('connector/not-asked', { step });
}
