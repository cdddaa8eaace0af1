/** A compiled programme: the definition indexed for the engine, and its machine. */
import type {
  Bundle,
  ClockDefinition,
  Definition,
  ExpandedStep,
  Guarded,
  LetterTemplate,
  Level,
  Rule,
  Validate,
} from '@aidflow/definition';
import { ProblemError, problem } from '@aidflow/definition';
import { type CaseMachine, type MachineScope, machineOf, scopeFor } from './machine.ts';
import type { Json } from './types.ts';

export type { Rule };
export type Step = ExpandedStep & Guarded;
export type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** Where a step stands: at the top, or in a branch of a parallel. */
export interface Place {
  parallel: string;
  branch: string;
}

export interface Programme {
  id: string;
  /** Content hash of the bundle; a case is pinned to it. */
  hash: string;
  title: string;
  timezone: string;
  definition: Definition;
  forms: Bundle['forms'];
  rules: Record<string, Rule>;
  letters: Record<string, LetterTemplate>;
  validators: Record<string, Validate>;
  /** Every step of every branch by id, in document order. */
  steps: ReadonlyMap<string, Step>;
  places: ReadonlyMap<string, Place>;
  /** Declared clocks, and one for each `within` that has no way out of its own, named after its step. */
  clocks: Record<string, ClockDefinition>;
  machine: CaseMachine;
  scope: MachineScope;
  parameterCache: Map<string, Record<string, Json>>;
}

const compiled = new WeakMap<Bundle, Programme>();

/**
 * Compiles a bundle; the answer is kept as long as the bundle lives.
 * `validators` come from `loadValidators(bundle)`; one for each form.
 */
export function compile(bundle: Bundle, validators: Record<string, Validate>): Programme {
  let programme = compiled.get(bundle);
  if (!programme) {
    programme = build(bundle, validators);
    compiled.set(bundle, programme);
  }
  return programme;
}

function build(bundle: Bundle, validators: Record<string, Validate>): Programme {
  const steps = new Map<string, Step>();
  const places = new Map<string, Place>();
  index(bundle.definition.steps as Step[], undefined, steps, places);
  const programme: Omit<Programme, 'machine' | 'scope'> = {
    id: bundle.programme,
    hash: bundle.hash,
    title: bundle.title,
    timezone: bundle.timezone,
    definition: bundle.definition,
    forms: bundle.forms,
    rules: bundle.rules,
    letters: bundle.letters,
    validators,
    steps,
    places,
    clocks: { ...stepClocks(steps), ...bundle.definition.clocks },
    parameterCache: new Map(),
  };
  const machine = machineOf(programme as Programme);
  return Object.assign(programme, { machine, scope: scopeFor(machine) });
}

function index(
  list: readonly Step[],
  place: Place | undefined,
  steps: Map<string, Step>,
  places: Map<string, Place>,
): void {
  for (const step of list) {
    steps.set(step.id, step);
    if (place) places.set(step.id, place);
    if (step.kind !== 'parallel') continue;
    for (const [branch, { steps: inner }] of Object.entries(step.branches)) {
      index(inner as Step[], { parallel: step.id, branch }, steps, places);
    }
  }
}

function stepClocks(steps: ReadonlyMap<string, Step>): Record<string, ClockDefinition> {
  const clocks: Record<string, ClockDefinition> = {};
  for (const step of steps.values()) {
    if (step.kind !== 'task' || !step.within || step.within['on-overdue']) continue;
    const { days, unit } = step.within;
    clocks[step.id] = { title: step.title, limit: { days, unit }, starts: [], stops: [] };
  }
  return clocks;
}

/** The level of a task; what a household or anybody does happens in the village. */
export function levelOf(step: StepOf<'task'>): Level {
  return step.level ?? 'village';
}

/** A step by id. Throws `step/unknown`. */
export function stepOf(programme: Programme, id: string): Step {
  const step = programme.steps.get(id);
  if (!step) throw new ProblemError(problem('step/unknown', { step: id }));
  return step;
}
