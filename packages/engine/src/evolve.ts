/** From event to state: one step of the machine. Nothing is decided here, so replaying gives the same bytes. */
import { ProblemError, problem } from '@aidflow/definition';
import type { AnyMachineSnapshot, StateValue } from 'xstate';
import { initialFacts } from './facts.ts';
import { ENDED } from './machine.ts';
import { migrated } from './migrate-state.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { CaseEvent, CaseFacts, CaseState } from './types.ts';

/**
 * The state after an event; `undefined` before the first. The event by which a case moves to another version is applied
 * on the programme to which it leads.
 *
 * Throws `engine/event-unknown` when the machine has no place for the event in this state, and
 * `engine/other-definition` when the state was made by another definition than the programme given.
 */
export function evolve(programme: Programme, state: CaseState | undefined, event: CaseEvent): CaseState {
  if (state && event.detail?.migration) return migrated(programme, state, event);
  if (state && state.definition !== programme.hash) {
    throw new ProblemError(
      problem('engine/other-definition', {
        case: state.id,
        pinned: state.definition,
        given: programme.hash,
      }),
    );
  }
  const procedure = procedureOf(programme, state ?? event.detail?.open ?? {});
  const before = state ? resumed(procedure, state) : start(procedure, event);
  const after = moved(procedure, before, event);
  const facts = after.context as CaseFacts;
  if (facts.version !== event.seq) {
    throw new ProblemError(
      problem('engine/event-unknown', { type: event.type, seq: event.seq, case: event.case }),
    );
  }
  const next: CaseState = {
    ...facts,
    value: after.value as StateValue,
    status: after.hasTag(ENDED) ? 'ended' : 'active',
  };
  last = { state: next, snapshot: after };
  return next;
}

function moved(programme: Programme, before: AnyMachineSnapshot, event: CaseEvent): AnyMachineSnapshot {
  try {
    return programme.machine.transition(before, event as never, programme.scope) as AnyMachineSnapshot;
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('Infinite loop'))) throw error;
    const { maxIterations } = programme.machine.options;
    throw new ProblemError(
      problem('engine/endless', { case: event.case, count: maxIterations, step: event.type }),
    );
  }
}

interface Known {
  state: CaseState;
  snapshot: AnyMachineSnapshot;
}

/**
 * XState's own form of the state made last, and of that restored last: deciding and replaying go on from the one at once,
 * and trying several things from one state restores it once. No more are kept, since a live case would weigh half as much
 * again with it.
 */
let last: Known | undefined;
let restored: Known | undefined;

function resumed(programme: Programme, state: CaseState): AnyMachineSnapshot {
  if (last?.state === state) return last.snapshot;
  if (restored?.state !== state) restored = { state, snapshot: restore(programme, state) };
  return restored.snapshot;
}

/** The state after all events of a case, from nothing. */
export function replay(programme: Programme, events: readonly CaseEvent[]): CaseState | undefined {
  let state: CaseState | undefined;
  for (const event of events) state = evolve(programme, state, event);
  return state;
}

function restore(programme: Programme, state: CaseState): AnyMachineSnapshot {
  const { value, status: _, ...context } = state;
  return programme.machine.resolveState({ value, context } as never) as AnyMachineSnapshot;
}

function start(programme: Programme, event: CaseEvent): AnyMachineSnapshot {
  return programme.machine.getInitialSnapshot(
    programme.scope,
    initialFacts(programme, event) as never,
  ) as AnyMachineSnapshot;
}

/** Ids of the steps a case is in, innermost ones, in the order of the definition. */
export function activeSteps(programme: Programme, state: CaseState): string[] {
  if (state.status === 'ended') return [];
  const found: string[] = [];
  collectLeaves(state.value, found);
  const { steps } = procedureOf(programme, state);
  return found.filter((id) => steps.has(id));
}

function collectLeaves(value: StateValue, found: string[]): void {
  if (typeof value === 'string') {
    found.push(value);
    return;
  }
  for (const inner of Object.values(value)) if (inner !== undefined) collectLeaves(inner, found);
}
