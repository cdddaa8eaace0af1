/**
 * What other cases must be told after a decision: cases of items are opened, a case that belongs to another says how it
 * ended, events are sent, cases that are no longer waited for are called off. Each has an id of its own, so that telling
 * twice changes nothing.
 */
import { valueIn } from '@aidflow/definition';
import { type Programme, procedureOf, type StepOf } from './programme.ts';
import { scopeOf } from './scope.ts';
import type { Actor, CaseEvent, CaseState, ChildOpening, Command, JsonObject } from './types.ts';

export interface Message {
  /** Idempotency key. */
  id: string;
  /** Id of the case that is told. */
  case: string;
  command: Command;
}

const SYSTEM: Actor = { id: 'system', kind: 'system', name: 'system', grants: [] };

/** The messages that follow from the events of one decision; `state` is the state after them. */
export function messages(programme: Programme, state: CaseState, events: readonly CaseEvent[]): Message[] {
  const found: Message[] = [];
  for (const event of events) {
    const step = event.type.slice(0, event.type.indexOf('.'));
    for (const child of event.detail?.children ?? []) found.push(opening(state, step, child));
    for (const [index, sent] of (event.detail?.sent ?? []).entries()) {
      const data: JsonObject = { ...sent.data, from: { case: state.id, number: state.number } };
      found.push({
        id: `${state.id}#${event.seq}.${index}`,
        case: sent.case,
        command: { do: sent.event, actor: SYSTEM, data },
      });
    }
  }
  // Only what these events have called off: two decisions may be made at one instant.
  const first = events[0]?.seq ?? Number.POSITIVE_INFINITY;
  for (const { case: id, seq } of state.calledOff ?? []) {
    if (seq >= first) found.push({ id: `${id}#cancel`, case: id, command: { do: 'cancel', actor: SYSTEM } });
  }
  const ending = endingOf(programme, state, events);
  return ending ? [...found, ending] : found;
}

function opening(state: CaseState, step: string, child: ChildOpening): Message {
  const { case: id, number, division, index, item, applicant } = child;
  const parent = { case: state.id, number: state.number, step, index };
  return {
    id: `${id}#open`,
    case: id,
    command: {
      do: 'open',
      actor: SYSTEM,
      open: { id, number, division, procedure: step, item, applicant, parent },
    },
  };
}

/** How a case that belongs to another ended, told once for each time that it ends. */
function endingOf(programme: Programme, state: CaseState, events: readonly CaseEvent[]): Message | undefined {
  const { parent, procedure } = state;
  if (
    !parent ||
    procedure === undefined ||
    state.status !== 'ended' ||
    state.decided?.outcome === undefined
  ) {
    return undefined;
  }
  // Booked in the ended state, as a change that is reported later, is no second ending.
  if (!events.some(({ type }) => type === 'cancel' || type === 'withdraw' || type.includes('.')))
    return undefined;
  return {
    id: `${state.id}#ended.${state.version}`,
    case: parent.case,
    command: {
      do: `${parent.step}.returned`,
      actor: SYSTEM,
      data: {
        index: parent.index,
        case: state.id,
        outcome: state.decided.outcome,
        returns: returnsOf(programme, state),
      },
    },
  };
}

function returnsOf(programme: Programme, state: CaseState): JsonObject {
  const { procedure = '' } = state;
  const step = eachStep(programme, procedure);
  const own = procedureOf(programme, state);
  const scope = scopeOf(own, state, { now: state.updated });
  return Object.fromEntries(
    Object.entries(step?.returns ?? {}).map(([name, expression]) => [name, valueIn(expression, scope)]),
  );
}

function eachStep(programme: Programme, id: string): StepOf<'each'> | undefined {
  for (const procedure of [programme, ...programme.procedures.values()]) {
    const step = procedure.steps.get(id);
    if (step?.kind === 'each') return step;
  }
  return undefined;
}
