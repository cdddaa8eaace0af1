/** A compiled programme: the definition indexed for the engine, and its machine. */
import type {
  Bundle,
  ClockDefinition,
  Definition,
  ExpandedStep,
  Guarded,
  LetterTemplate,
  Rule,
  Validate,
} from '@aidflow/definition';
import { ProblemError, problem } from '@aidflow/definition';
import { type ClockIndex, indexClocks } from './clock-booking.ts';
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
  /** Id of the `each` step whose steps this is, or of the step with which it begins; absent for the whole programme. */
  procedure?: string;
  /** The other procedures: by the id of its `each` step, those in one another included; by each of `starts`. */
  procedures: ReadonlyMap<string, Programme>;
  /** Content hash of the bundle; a case is pinned to it. */
  hash: string;
  title: string;
  timezone: string;
  /** Translations of its texts by language. */
  locales: Bundle['locales'];
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
  clockIndex: ClockIndex;
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
  const procedures = new Map<string, Programme>();
  const shared = {
    id: bundle.programme,
    hash: bundle.hash,
    title: bundle.title,
    timezone: bundle.timezone,
    locales: bundle.locales,
    forms: bundle.forms,
    rules: bundle.rules,
    letters: bundle.letters,
    validators,
    procedures,
    parameterCache: new Map(),
  };

  /** One procedure with its machine, and then those of its items. */
  const procedure = (definition: Definition, id?: string): Programme => {
    const steps = new Map<string, Step>();
    const places = new Map<string, Place>();
    index(definition.steps as Step[], undefined, steps, places);
    const clocks = { ...stepClocks(steps), ...definition.clocks };
    const own = {
      ...shared,
      ...(id === undefined ? {} : { procedure: id }),
      definition,
      steps,
      places,
      clocks,
      clockIndex: indexClocks(clocks),
    };
    const machine = machineOf(own as unknown as Programme);
    const built: Programme = Object.assign(own, { machine, scope: scopeFor(machine) });
    for (const step of steps.values()) {
      if (step.kind !== 'each' || procedures.has(step.id)) continue;
      const inner = { ...definition, start: step.steps[0]?.id ?? '', steps: step.steps } as Definition;
      procedures.set(step.id, procedure(inner, step.id));
    }
    return built;
  };
  const whole = procedure(bundle.definition);
  for (const start of bundle.definition.starts ?? []) {
    procedures.set(start, procedure({ ...bundle.definition, start }, start));
  }
  return whole;
}

/**
 * The procedure that a case runs: the programme, the programme from another of its starts, or the steps of one of its
 * `each` steps. Throws `step/unknown`.
 */
export function procedureOf(
  programme: Programme,
  { procedure }: { procedure?: string | undefined },
): Programme {
  if (procedure === programme.procedure) return programme;
  const found = procedure === undefined ? undefined : programme.procedures.get(procedure);
  if (found) return found;
  throw new ProblemError(problem('step/unknown', { step: procedure ?? programme.id }));
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

/** A step by id. Throws `step/unknown`. */
export function stepOf(programme: Programme, id: string): Step {
  const step = programme.steps.get(id);
  if (!step) throw new ProblemError(problem('step/unknown', { step: id }));
  return step;
}
