/** Many commands at once, each decided on its own: what one is refused with holds up no other. */
import type { Actor } from '@aidflow/engine';
import type { Answer } from './answer.ts';
import type { CommandRequest, Conditions } from './commands.ts';
import type { Acted } from './types.ts';

/** A command on one of many cases. */
export interface BatchCommand extends CommandRequest {
  case: string;
  /** Version that the actor saw. */
  version?: number | undefined;
}

export type BatchAnswer = { case: string } & Answer<Acted>;

/** Cases acted on at once. */
const PARALLEL = 16;

type Act = (
  actor: Actor,
  caseId: string,
  request: CommandRequest,
  conditions: Conditions,
) => Promise<Answer<Acted>>;

/** One answer for each command, in their order. Under `key` each command has a key of its own, by its place. */
export async function actOnAll(
  act: Act,
  actor: Actor,
  commands: readonly BatchCommand[],
  key: string | undefined,
): Promise<BatchAnswer[]> {
  return inLanes(commands, async ({ case: id, version, ...request }, index) => {
    const own = key === undefined ? undefined : `${key}.${index}`;
    return { case: id, ...(await act(actor, id, request, { key: own, expected: version })) };
  });
}

/** One answer for each item, in their order: those of one case one after the other, those of others beside them. */
export async function inLanes<I extends { case: string }, A>(
  items: readonly I[],
  work: (item: I, index: number) => Promise<A>,
): Promise<A[]> {
  const answers: A[] = [];
  const open = [...Map.groupBy(items.entries(), ([, item]) => item.case).values()];
  const lane = async (): Promise<void> => {
    for (let group = open.shift(); group; group = open.shift()) {
      for (const [index, item] of group) answers[index] = await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
  return answers;
}
