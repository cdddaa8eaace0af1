/**
 * The meaning of a definition: one XState 5 machine. Its events are the recorded events of the case, its context is the
 * facts; whoever runs it, server, browser, simulator or an XState tool, runs the same procedure.
 */
import { holds } from '@aidflow/definition';
import { type AnyActorScope, type AnyStateMachine, assign, createActor, setup } from 'xstate';
import { enterStep, leaveStep, recordEvent } from './facts.ts';
import { kindOf } from './kinds/index.ts';
import { endBranch, endedBranches, joined } from './kinds/parallel.ts';
import { agreed, standingSignatures } from './kinds/task.ts';
import { standingTypes } from './operations/index.ts';
import type { Programme, Step, StepOf } from './programme.ts';
import { scopeOf } from './scope.ts';
import type { CaseEvent, CaseFacts } from './types.ts';

export type CaseMachine = AnyStateMachine;
export type MachineScope = AnyActorScope;

type Node = Record<string, unknown>;
type Nodes = Record<string, Node>;
type Transition = { guard?: unknown; target?: string; actions?: unknown; reenter?: boolean };

/** Tag of the states in which a case has ended. They are no final states, so that a case can be reopened. */
export const ENDED = 'ended';
/** State in which a case ends that is withdrawn or called off, where its definition has no end for that. */
export const WITHDRAWN = 'case-withdrawn';

/** Events that may come at any time and move nothing: the opening, clocks running out, and most operations. */
const STANDING = ['open', 'clock.breached', ...standingTypes];
/** More moves by themselves within one event than this are a circle; no procedure skips so many steps in a row. */
const MOST_MOVES = 2_000;
const RECORD = { type: 'record' } as const;

/** Builds the machine of a procedure with `setup().createMachine`. */
export function machineOf(programme: Programme): CaseMachine {
  const { nodes, entry, leads } = builder(programme);
  const steps = programme.definition.steps as Step[];
  const withdrawn = withdrawnStep(steps);
  return setup({
    types: {
      context: {} as CaseFacts,
      events: {} as CaseEvent,
      input: {} as CaseFacts,
    },
    guards: {
      expression: ({ context, event }, params: { feel: string }) =>
        holds(params.feel, scopeOf(programme, context, { now: instantOf(context, event) })),
      signed: ({ context, event }, params: { step: string; outcome: string }) => {
        const step = programme.steps.get(params.step) as StepOf<'task'>;
        const record = context.steps[params.step];
        // Nearly every task has one signer, and then there is nothing to compare.
        if ((step.by ?? 1) === 1 && !record?.added?.length) return true;
        const others = standingSignatures(context, event).filter(({ by }) => by.id !== event.by.id);
        const mine = { by: event.by, outcome: params.outcome, at: event.at };
        return agreed(step, record, [...others, mine], params.outcome);
      },
      leads: ({ event }, params: { to: string }) => event.detail?.to === params.to,
      undecided: ({ context }) => context.decided === null,
      joined: ({ context }, { step }: { step: string }) => {
        const { join, branches } = programme.steps.get(step) as StepOf<'parallel'>;
        return joined(join, Object.keys(branches).length, endedBranches(context, step, 'done'));
      },
      vetoed: ({ context }, { step }: { step: string }) => endedBranches(context, step, 'veto') > 0,
    },
    actions: {
      record: assign(({ context, event }) => recordEvent(programme, context, event)),
      enter: assign(({ context, event }, params: { step: string }) =>
        enterStep(programme, context, params.step, instantOf(context, event)),
      ),
      leave: assign(({ context, event }, params: { step: string }) =>
        leaveStep(programme, context, params.step, {
          type: event.type,
          seq: event.seq ?? context.version,
          at: instantOf(context, event),
        }),
      ),
      endBranch: assign(({ context }, params: { step: string; branch: string; how: 'done' | 'veto' }) =>
        endBranch(context, params.step, params.branch, params.how),
      ),
    },
  }).createMachine({
    id: programme.procedure ?? programme.id,
    // Skipped steps that lead to one another would go round for ever within one event.
    options: { maxIterations: MOST_MOVES },
    context: ({ input }: { input: CaseFacts }) => input,
    initial: entry(programme.definition.start),
    on: {
      withdraw: { guard: 'undecided', target: `#${withdrawn}`, actions: RECORD },
      cancel: { target: `#${withdrawn}`, actions: RECORD },
      return: leads(steps),
      ...Object.fromEntries(STANDING.map((type) => [type, { actions: RECORD }])),
    },
    states: {
      ...nodes(steps),
      ...(withdrawn === WITHDRAWN
        ? { [WITHDRAWN]: { id: WITHDRAWN, tags: [ENDED], on: { reopen: leads(steps) } } }
        : {}),
    },
  } as never) as unknown as CaseMachine;
}

/** XState's own events (start, a parallel done) carry neither time nor number: they belong to the event booked last. */
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
function withdrawnStep(steps: readonly Step[]): string {
  return steps.find((step) => step.kind === 'end' && step.outcome === 'withdrawn')?.id ?? WITHDRAWN;
}

/** Builds the nodes of lists of steps; a closure so that targets can be resolved against the whole procedure. */
function builder(programme: Programme) {
  const entry = (id: string) => (programme.steps.get(id)?.when ? `${id}?` : id);
  const to = (target: string) => (target === 'done' || target === 'veto' ? target : `#${entry(target)}`);
  const go = (target: string): Transition => ({ target: to(target), actions: RECORD, reenter: true });

  /** Returning and reopening lead to whichever of these tasks their event names, past its condition. */
  const leads = (steps: readonly Step[]): Transition[] =>
    steps
      .filter(({ kind }) => kind === 'task')
      .map(({ id }) => ({
        guard: { type: 'leads', params: { to: id } },
        target: `#${id}`,
        actions: RECORD,
      }));

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
    if (step.kind === 'end') {
      const top = programme.definition.steps as Step[];
      return { ...common, tags: [ENDED], on: { reopen: leads(top) } };
    }
    const left = { ...common, exit: { type: 'leave', params: { step: step.id } } };
    return step.kind === 'parallel' ? { ...left, ...regions(step) } : { ...left, on: ways(step, go) };
  };

  const regions = (step: StepOf<'parallel'>): Node => {
    const branches = Object.entries(step.branches).map(([branch, { title, steps }]) => {
      const inner = steps as Step[];
      return [
        branch,
        {
          description: title,
          initial: entry(inner[0]?.id ?? ''),
          on: { return: leads(inner) },
          states: { ...nodes(inner), ...branchEnds(step, branch) },
        },
      ];
    });
    return {
      type: 'parallel',
      states: Object.fromEntries(branches),
      // Waiting for all is what a parallel state does by itself; the other joins look at how branches ended.
      ...(step.join === 'all' ? { onDone: { target: to(step.next) } } : { always: joins(step) }),
    };
  };

  const joins = (step: StepOf<'parallel'>): Transition[] => {
    const params = { step: step.id };
    const veto = step['on-veto'];
    return [
      ...(veto ? [{ guard: { type: 'vetoed', params }, target: to(veto) }] : []),
      { guard: { type: 'joined', params }, target: to(step.next) },
    ];
  };
  return { nodes, entry, leads };
}

/** The last states of a branch: done, and for a join that looks at them also how it ended. */
function branchEnds(step: StepOf<'parallel'>, branch: string): Nodes {
  if (step.join === 'all') return { done: { type: 'final' } };
  const ending = (how: 'done' | 'veto'): Node => ({
    type: 'final',
    entry: { type: 'endBranch', params: { step: step.id, branch, how } },
  });
  return { done: ending('done'), ...(step.join === 'veto' ? { veto: ending('veto') } : {}) };
}

/** The events by which a step is left or stays, in XState's terms. */
function ways(step: Step, go: (target: string) => Transition): Record<string, Transition | Transition[]> {
  const leaving = kindOf(step).leaving(step as never);
  return Object.fromEntries(
    leaving.map(({ event, to, signed }) => {
      const type = `${step.id}.${event}`;
      if (to === undefined) return [type, { actions: RECORD }];
      if (!signed) return [type, go(to)];
      const guard = { type: 'signed', params: { step: step.id, outcome: event } };
      // The last of several signatures leaves the step; the others are only booked.
      return [type, [{ ...go(to), guard }, { actions: RECORD }]];
    }),
  );
}
