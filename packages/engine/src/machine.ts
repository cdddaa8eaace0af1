/**
 * The meaning of a definition: one XState 5 machine. Its events are the recorded events of the case, its context is the
 * facts; whoever runs it, server, browser, simulator or an XState tool, runs the same procedure.
 */
import { type AnyActorScope, type AnyStateMachine, assign, createActor, setup } from 'xstate';
import { enterStep, leaveStep, recordEvent, standingSignatures } from './facts.ts';
import type { Programme, Step, StepOf } from './programme.ts';
import { holds, scopeOf } from './scope.ts';
import type { CaseEvent, CaseFacts } from './types.ts';

export type CaseMachine = AnyStateMachine;
export type MachineScope = AnyActorScope;

type Node = Record<string, unknown>;
type Transition = { guard?: unknown; target?: string; actions?: unknown; reenter?: boolean };

/** Events that may come at any time and move nothing. */
export const STANDING_EVENTS = ['declare-relative', 'complain', 'clock.extended', 'clock.breached'] as const;

const RECORD = { type: 'record' } as const;
/** State in which a withdrawn case ends. */
export const WITHDRAWN = 'case-withdrawn';

/** Builds the machine of a programme with `setup().createMachine`. */
export function machineOf(programme: Programme): CaseMachine {
  const build = builder(programme);
  const withdrawn = withdrawnStep(programme);
  return setup({
    types: {
      context: {} as CaseFacts,
      events: {} as CaseEvent,
      input: {} as CaseFacts,
    },
    guards: {
      expression: ({ context, event }, params: { feel: string }) =>
        holds(params.feel, scopeOf(programme, context, instantOf(context, event))),
      signed: ({ context, event }, params: { step: string; outcome: string; by: number }) => {
        const signatures = standingSignatures(context, event);
        return signatures.filter(({ outcome }) => outcome === params.outcome).length + 1 >= params.by;
      },
      undecided: ({ context }) => context.decided === null,
    },
    actions: {
      record: assign(({ context, event }) => recordEvent(programme, context, event)),
      enter: assign(({ context, event }, params: { step: string }) =>
        enterStep(programme, context, params.step, instantOf(context, event)),
      ),
      leave: assign(({ context, event }, params: { step: string }) =>
        leaveStep(programme, context, params.step, event.type, instantOf(context, event)),
      ),
    },
  }).createMachine({
    id: programme.id,
    context: ({ input }: { input: CaseFacts }) => input,
    initial: programme.definition.start,
    on: {
      withdraw: { guard: 'undecided', target: `#${withdrawn}`, actions: RECORD },
      ...Object.fromEntries(STANDING_EVENTS.map((type) => [type, { actions: RECORD }])),
    },
    states: {
      ...build(programme.definition.steps as Step[]),
      ...(withdrawn === WITHDRAWN ? { [WITHDRAWN]: { id: WITHDRAWN, type: 'final' } } : {}),
    },
  } as never) as unknown as CaseMachine;
}

/** XState's own events (start, a parallel done) carry no time: they follow the event booked last, at its instant. */
function instantOf(facts: CaseFacts, event: CaseEvent): string {
  return event.at ?? facts.updated;
}

/** One scope for all calls: building one for each is most of what XState's own helper costs. */
export function scopeFor(machine: CaseMachine): MachineScope {
  const actor = createActor(machine, { input: {} });
  return {
    self: actor,
    id: actor.id,
    sessionId: actor.sessionId,
    system: actor.system,
    logger: () => {},
    defer: () => {},
    emit: () => {},
    stopChild: () => {},
    actionExecutor: () => {},
  } as MachineScope;
}

/** The definition's own end for withdrawn cases, where it has one. */
function withdrawnStep({ definition }: Programme): string {
  const steps = definition.steps as Step[];
  return steps.find((step) => step.kind === 'end' && step.outcome === 'withdrawn')?.id ?? WITHDRAWN;
}

type Nodes = Record<string, Node>;

/** Builds the nodes of a list of steps; a closure so that targets can be resolved against the whole programme. */
function builder(programme: Programme): (steps: readonly Step[]) => Nodes {
  const entry = (id: string) => (programme.steps.get(id)?.when ? `${id}?` : id);
  const to = (target: string) => (target === 'done' ? 'done' : `#${entry(target)}`);
  const go = (target: string): Transition => ({ target: to(target), actions: RECORD, reenter: true });

  /** A step with `when` is entered through a choice, so that a skipped step was never open. */
  const choice = (step: Step): Node => ({
    id: `${step.id}?`,
    always: [
      { guard: { type: 'expression', params: { feel: step.when ?? '' } }, target: `#${step.id}` },
      { target: to(step.otherwise ?? ('next' in step ? (step.next ?? '') : '')) },
    ],
  });

  const nodes = (steps: readonly Step[]): Nodes => {
    const states: Nodes = {};
    for (const step of steps) {
      if (step.when) states[`${step.id}?`] = choice(step);
      states[step.id] = node(step);
    }
    return states;
  };

  const node = (step: Step): Node => {
    const common = {
      id: step.id,
      description: step.title,
      entry: { type: 'enter', params: { step: step.id } },
    };
    if (step.kind === 'end') return { ...common, type: 'final' };
    const left = { ...common, exit: { type: 'leave', params: { step: step.id } } };
    if (step.kind !== 'parallel') return { ...left, on: Object.fromEntries(transitions(step, go)) };
    const regions = Object.entries(step.branches).map(([branch, { title, steps }]) => [
      branch,
      {
        description: title,
        initial: entry((steps as Step[])[0]?.id ?? ''),
        states: { ...nodes(steps as Step[]), done: { type: 'final' } },
      },
    ]);
    return {
      ...left,
      type: 'parallel',
      states: Object.fromEntries(regions),
      onDone: { target: to(step.next) },
    };
  };
  return nodes;
}

/** The events by which a step is left or stays, in XState's terms. */
function transitions(step: Step, go: (target: string) => Transition): [string, Transition | Transition[]][] {
  switch (step.kind) {
    case 'task':
      return taskTransitions(step, go);
    case 'check':
      return [
        [`${step.id}.ask`, { actions: RECORD }],
        [`${step.id}.pass`, go(step.pass)],
        [`${step.id}.fail`, go(step.fail)],
        [`${step.id}.unknown`, go(step.unknown)],
      ];
    case 'wait':
      return [
        ...Object.entries(step.events ?? {}).map(([event, { to }]): [string, Transition] => [
          `${step.id}.${event}`,
          go(to),
        ]),
        [`${step.id}.elapsed`, go(step.next)],
      ];
    case 'select':
      return [
        [`${step.id}.chosen`, go(step.chosen)],
        [`${step.id}.rest`, go(step.rest)],
      ];
    case 'effect':
      return [[`${step.id}.done`, go(step.next)]];
    default:
      return [];
  }
}

function taskTransitions(
  step: StepOf<'task'>,
  go: (target: string) => Transition,
): [string, Transition | Transition[]][] {
  const list: [string, Transition | Transition[]][] = Object.entries(step.outcomes).map(
    ([outcome, { to, single }]) => {
      const by = single ? 1 : (step.by ?? 1);
      const signed = { type: 'signed', params: { step: step.id, outcome, by } };
      // The last of several signatures leaves the step; the others are only booked.
      return [`${step.id}.${outcome}`, by > 1 ? [{ ...go(to), guard: signed }, { actions: RECORD }] : go(to)];
    },
  );
  const overdue = step.within?.['on-overdue'];
  return overdue ? [...list, [`${step.id}.elapsed`, go(overdue)]] : list;
}
