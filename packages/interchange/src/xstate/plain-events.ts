/** The history of a case in the events of the exported machine. */
import {
  type CaseEvent,
  type CaseState,
  evolve,
  type Programme,
  procedureOf,
  type Step,
} from '@aidflow/engine';
import { type AnyMachineSnapshot, getMicrosteps } from 'xstate';
import * as question from './questions.ts';

/** A recorded event, and what the machine of `toXState` is sent for it, in this order. */
export interface PlainEvent {
  event: CaseEvent;
  send: string[];
}

/**
 * What the machine of `toXState` is sent so that it goes the way of a recorded case: each event with the answers to the
 * questions that it raised.
 *
 * @param programme the compiled programme, also for the case of an item
 * @param events all events of a case from the first on
 */
export function plainEvents(programme: Programme, events: readonly CaseEvent[]): PlainEvent[] {
  let state: CaseState | undefined;
  return events.map((event) => {
    const before = state;
    state = evolve(programme, before, event);
    const procedure = procedureOf(programme, state);
    if (before === undefined) return { event, send: [...atStart(procedure, state), ...opening(event)] };
    return { event, send: eventsBetween(procedure, before, event) };
  });
}

/** The event that opened a case by itself moved nothing. */
const opening = ({ type }: CaseEvent): string[] => (type === 'open' ? [] : [type]);

/** Conditions that are asked before anything happens: those of the first steps, until one was entered. */
function atStart({ definition, steps }: Programme, { steps: entered }: CaseState): string[] {
  const answers: string[] = [];
  let step = steps.get(definition.start);
  while (step && asked(step)) {
    if (entered[step.id]) return [...answers, question.applies(step.id)];
    answers.push(question.skipped(step.id));
    step = steps.get(step.otherwise ?? ('next' in step ? (step.next ?? '') : ''));
  }
  return answers;
}

const asked = (step: Step): step is Exclude<Step, { kind: 'end' }> =>
  step.kind !== 'end' && step.when !== undefined;

function eventsBetween(programme: Programme, before: CaseState, event: CaseEvent): string[] {
  const { value, status: _, ...context } = before;
  const start = programme.machine.resolveState({ value, context } as never) as AnyMachineSnapshot;
  const path = getMicrosteps(programme.machine, start, event as never).map(
    ([snapshot]) => snapshot as AnyMachineSnapshot,
  );
  const [first, ...later] = path;
  if (first === undefined) return [];
  let from = first;
  const answers = later.flatMap((to) => {
    const found = answersBetween(programme, from, to);
    from = to;
    return found;
  });
  return [...named(programme, before, event, first), ...answers];
}

/** The event itself: with the step to which it leads, or as the signature of one of several. */
function named(
  programme: Programme,
  before: CaseState,
  event: CaseEvent,
  after: AnyMachineSnapshot,
): string[] {
  const { type, detail } = event;
  if (type === 'return' || type === 'reopen') return [question.leads(type, detail?.to ?? '')];
  const id = type.slice(0, Math.max(0, type.indexOf('.')));
  const left = after.context.steps[id]?.leftAt !== undefined;
  const again = after.context.steps[id]?.rounds !== before.steps[id]?.rounds;
  const stays = programme.steps.get(id)?.kind === 'task' && !left && !again;
  return [stays ? question.signed(type) : type];
}

/** The questions that were open before a step of the machine and answered by it. */
function answersBetween(programme: Programme, from: AnyMachineSnapshot, to: AnyMachineSnapshot): string[] {
  const [open, now] = [active(from), active(to)];
  const answers: string[] = [];
  for (const step of programme.steps.values()) {
    const choice = question.choiceOf(step.id);
    if (open.has(choice) && !now.has(choice)) {
      answers.push(now.has(step.id) ? question.applies(step.id) : question.skipped(step.id));
    }
    if (step.kind !== 'parallel' || step.join === 'all') continue;
    if (open.has(step.id) && !now.has(step.id)) answers.push(joining(step, from));
  }
  return answers;
}

function joining(step: Extract<Step, { kind: 'parallel' }>, from: AnyMachineSnapshot): string {
  const ended: Record<string, string> = from.context.branches?.[step.id] ?? {};
  const veto = step['on-veto'] !== undefined && Object.values(ended).includes('veto');
  return veto ? question.vetoed(step.id) : question.joined(step.id);
}

/** Ids of the states of a configuration. */
function active(snapshot: AnyMachineSnapshot): Set<string> {
  return new Set(snapshot._nodes.map(({ id }) => id));
}
