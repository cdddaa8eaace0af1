/**
 * Messages between cases: one that is to be opened, one that has ended, an event that is sent. Each is handed over in the
 * commit that closes it, and the case notes that it has received it, so that it counts once.
 */
import type { Problem } from '@aidflow/definition';
import type { Command } from '@aidflow/engine';
import type { LeasedItem } from '@aidflow/store';
import type { Core } from './core.ts';
import { type Attempt, decideOn, type Outcome, openOn, SYSTEM } from './deciding.ts';
import type { Sending } from './requests.ts';

export type LeasedMessage = Extract<LeasedItem, { kind: 'message' }>;

/** Refusals that mean that the case does not wait for it: it has ended, moved on, or heard it before. */
const NOT_WAITED_FOR = [
  'connector/not-asked',
  'step/unknown-outcome',
  'each/not-open',
  'case/ended',
  'store/settled',
  'store/received',
  'store/run-made',
];

/** Hands one message over. */
export async function deliver(core: Core, item: LeasedMessage): Promise<Sending> {
  const told = item.payload as unknown as Omit<Command, 'actor'>;
  const command: Command = { ...told, actor: SYSTEM };
  const attempt = { command, settles: item.id, receives: item.id };
  const outcome = command.open ? await open(core, item, attempt) : await decideOn(core, item.target, attempt);
  if (outcome === undefined || outcome.ok) return { done: true };
  const [found] = outcome.problems as [Problem];
  // A case that is told something is there, for it was opened by a message before; an unknown one never will be.
  const hopeless = [...NOT_WAITED_FOR, 'case/unknown'].includes(found.code);
  return hopeless && !command.open ? { dropped: found.detail } : { again: found.detail };
}

/** Opens a case on the definition of the case that it belongs to. */
async function open(core: Core, item: LeasedMessage, attempt: Attempt): Promise<Outcome | undefined> {
  if (await core.store.load(item.target)) {
    await core.store.outboxDrop(item.id, 'the case is there');
    return undefined;
  }
  const parent = await core.store.load(item.caseId);
  if (!parent) throw new Error(`The case ${item.caseId} that sends is not there.`);
  const published = await core.registry.get(parent.definition);
  return openOn(core, published, attempt, await core.world());
}
