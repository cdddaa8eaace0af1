/** The operations that every case has without a word in its definition, and the one place that says who may do them. */
import { type ActAnswer, allow, refuse } from '../act.ts';
import type { Programme } from '../programme.ts';
import type { Actor, CaseEvent, CaseFacts, CaseState, JsonObject, World } from '../types.ts';
import { complain } from './complain.ts';
import { copy } from './copy.ts';
import { declareRelative } from './declare-relative.ts';
import { extend } from './extend.ts';
import type { Asked, Operation, OperationId, Recorded } from './operation.ts';
import { ask, reply } from './questions.ts';
import { reopen } from './reopen.ts';
import { reportChange } from './report-change.ts';
import { returned } from './return.ts';
import { ruledOut } from './rule.ts';
import { addSigner, removeSigner } from './signers.ts';
import { isSuspended, resume, suspend } from './suspension.ts';
import { operationTitle } from './titles.ts';
import { transfer } from './transfer.ts';
import { urge } from './urge.ts';
import { withdraw } from './withdraw.ts';

export type { OperationId } from './operation.ts';
export { returnTargets } from './return.ts';
export { isSuspended } from './suspension.ts';

const operations: Record<OperationId, Operation> = {
  withdraw,
  return: returned,
  transfer,
  'add-signer': addSigner,
  'remove-signer': removeSigner,
  ask,
  reply,
  urge,
  copy,
  extend,
  suspend,
  resume,
  'declare-relative': declareRelative,
  'report-change': reportChange,
  complain,
  reopen,
};

/** Ids in the order in which they are offered. */
export const operationIds = Object.keys(operations) as OperationId[];

const byType = new Map(operationIds.map((id) => [operations[id].type ?? id, id]));

/** Types of the events that are booked wherever the case stands and move nothing. */
export const standingTypes = [...byType.keys()].filter(
  (type) => !['withdraw', 'return', 'reopen'].includes(type),
);

/** `extend.handling` is the operation `extend` on the part `handling`. */
function named(what: string): { id: OperationId; part: string } | undefined {
  const dot = what.indexOf('.');
  const id = (dot < 0 ? what : what.slice(0, dot)) as OperationId;
  if (!Object.hasOwn(operations, id)) return undefined;
  const part = dot < 0 ? '' : what.slice(dot + 1);
  return (part !== '') === (operations[id].parts !== undefined) ? { id, part } : undefined;
}

/** Whether a `do` names an operation that every case has. */
export function isOperation(what: string): boolean {
  return named(what) !== undefined;
}

/** Whether `actor` may do the operation now, or why not. */
export function mayOperate(
  programme: Programme,
  state: CaseState,
  what: string,
  actor: Actor,
  world: World,
  data: JsonObject = {},
): ActAnswer {
  const found = named(what);
  if (!found) return refuse('step/unknown', { step: what });
  const { id, part } = found;
  const operation = operations[id];
  const asked: Asked = { programme, state, actor, world, part, data };
  if (state.status === 'ended' && !operation.ended) {
    return refuse('case/ended', { case: state.number, outcome: state.decided?.outcome });
  }
  if (isSuspended(state) && !operation.suspended) return refuse('case/suspended', { case: state.number });
  const narrowed = ruledOut(id, asked);
  if (narrowed) return narrowed;
  const answer = operation.may(asked);
  if (!answer.ok) return answer;
  return allow({
    type: operation.type ?? id,
    authority: answer.authority,
    title: titleOf(programme, what),
    ...(operation.reasons ? { reasons: operation.reasons } : {}),
  });
}

/** What is recorded of an operation that may be done. Throws `ProblemError` for data that it cannot use. */
export function recordOperation(
  programme: Programme,
  state: CaseState,
  what: string,
  actor: Actor,
  world: World,
  data: JsonObject,
): Recorded {
  const found = named(what);
  if (!found) return {};
  return operations[found.id].record?.({ programme, state, actor, world, part: found.part, data }) ?? {};
}

/** Books an operation's event: how often it was done, and what it leaves. */
export function bookOperation(programme: Programme, draft: CaseFacts, event: CaseEvent): void {
  const id = byType.get(event.type);
  if (!id) return;
  const times = (draft.operations?.[id]?.times ?? 0) + 1;
  draft.operations = { ...draft.operations, [id]: { times, last: event.at } };
  operations[id].book?.(draft, event, programme);
}

/** The operations of a case at this moment: `extend.handling` for each clock that can be extended. */
export function operationsOf(programme: Programme, state: CaseState): string[] {
  return operationIds.flatMap((id) => {
    if (state.status === 'ended' && !operations[id].ended) return [];
    if (state.status === 'active' && id === 'reopen') return [];
    return operations[id].parts?.(programme, state).map((part) => `${id}.${part}`) ?? [id];
  });
}

/** What an operation is called in the language of the programme. */
export function titleOf(programme: Programme, what: string): string {
  const found = named(what);
  if (!found) return what;
  const title = operationTitle(found.id, programme.definition.language);
  const clock = programme.clocks[found.part]?.title;
  return clock === undefined ? title : `${title}：${clock}`;
}
