/**
 * Writing out the steps of kind use: those of the library and those that a programme brings along. What is written out
 * may hold shorthands again; every part of it remembers where it was written, so that a problem names that place.
 */
import { limits } from '../parse/limits.ts';
import { nearest } from '../parse/nearest.ts';
import { type Problem, type ProblemCode, problem } from '../problems.ts';
import { innerLists } from '../procedure/steps.ts';
import { setAt } from '../procedure/ways.ts';
import { pointerKey } from '../schema-walk.ts';
import type { ProgrammeSource, Shorthand, SourceStep, UseStep } from '../types.ts';
import { Budget, TooMuch } from './budget.ts';
import { stepProblems } from './check.ts';
import { libraryIds, libraryShorthand } from './library/index.ts';
import { rename, resolveNames } from './naming.ts';
import { Filling, type Traced, type Values } from './template.ts';
import { listTrace, type StepNames, type Trace, traceAt, withTrace } from './trace.ts';
import { put, type TracedStep, withBasis } from './traced-step.ts';

export interface Unfolded {
  /** The programme without steps of kind use. */
  programme: ProgrammeSource;
  /** What stood in the way, with places in the programme as it was written. */
  problems: Problem[];
  /** Where a part of the unfolded programme was written: a JSON Pointer into the programme as it was written. */
  place(pointer: string): string;
}

/** Writes out every step of kind use. Pure. */
export function unfold(source: ProgrammeSource): Unfolded {
  if (!source.steps.some(uses)) return { programme: source, problems: [], place: (pointer) => pointer };
  const unfolding = new Unfolding(source);
  try {
    const { programme, trace } = unfolding.run();
    return { programme, problems: unfolding.problems, place: (pointer) => traceAt(trace, pointer).place };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    const { what: variant, found, limit } = error;
    const params = { key: 'steps', found, limit, variant };
    const problems = [problem('definition/too-large', params, { pointer: '/steps' })];
    return { programme: source, problems, place: (pointer) => pointer };
  }
}

const uses = (step: SourceStep): boolean =>
  step.kind === 'use' || innerLists(step).some(({ steps }) => steps.some(uses));

/** A shorthand with where it was written; that of the library has no place. */
interface Template extends Shorthand {
  place?: string;
}

class Unfolding {
  readonly problems: Problem[] = [];
  readonly #source: ProgrammeSource;
  readonly #budget = new Budget();
  /** Ids of the shorthands that are being written out, from the outermost in. */
  readonly #open: string[] = [];

  constructor(source: ProgrammeSource) {
    this.#source = source;
  }

  /** @throws TooMuch */
  run(): { programme: ProgrammeSource; trace: Trace } {
    const root: Trace = { place: '', names: new Map() };
    const written = this.#source.steps.map((step, index) => ({
      step: unshared(step),
      trace: traceAt(root, `/steps/${index}`),
    }));
    const steps = this.#list(written);
    for (const one of steps) resolveNames(one, root.names);
    const list = listTrace(
      steps.map((one) => one.trace),
      traceAt(root, '/steps'),
    );
    const begun = begins(this.#source, (id) => root.names.get(id)?.first ?? id);
    const programme = { ...this.#source, ...begun, steps: steps.map(({ step }) => step) };
    return { programme, trace: withTrace(root, '/steps', list) };
  }

  #list(steps: readonly TracedStep[]): TracedStep[] {
    return steps.flatMap((one) => {
      if (one.step.kind === 'use') return this.#use(one.step, one.trace);
      this.#budget.step();
      return [this.#inside(one)];
    });
  }

  /** Writes out what is inside of a step, in place. */
  #inside({ step, trace }: TracedStep): TracedStep {
    let found = trace;
    for (const { steps, key } of innerLists(step)) {
      const here = traceAt(found, key);
      const inner = this.#list(steps.map((one, index) => ({ step: one, trace: traceAt(here, `/${index}`) })));
      setAt(
        step,
        key,
        inner.map((one) => one.step),
      );
      const list = listTrace(
        inner.map((one) => one.trace),
        here,
      );
      found = withTrace(found, key, list);
    }
    return { step, trace: found };
  }

  #use(use: UseStep, trace: Trace): TracedStep[] {
    const template = this.#template(use, trace);
    if (template === undefined) return [];
    const names: StepNames = new Map();
    const values = this.#values(use, trace, template, names);
    if (values === undefined) return [];
    this.#open.push(use.of);
    const steps = this.#filled(use, trace, template, { values, names });
    this.#open.pop();
    const [first] = steps;
    if (first === undefined) return [];
    begin(use.id, first.step.id, traceAt(trace, '/id').names);
    return this.#entered(use, trace, steps, first);
  }

  #template({ of }: UseStep, trace: Trace): Template | undefined {
    const own = this.#source.shorthands ?? {};
    const place = traceAt(trace, '/of').place;
    if (this.#open.includes(of)) {
      this.#tell('definition/shorthand-circle', place, { path: [...this.#open, of].join(' → ') });
      return undefined;
    }
    if (this.#open.length >= limits.shorthands) {
      const params = { key: of, limit: limits.shorthands, variant: 'shorthands' };
      this.#tell('definition/too-large', place, params);
      return undefined;
    }
    const known = libraryShorthand(of, this.#source.language);
    if (known !== undefined) return known;
    const found = Object.hasOwn(own, of) ? own[of] : undefined;
    if (found !== undefined) return { ...found, place: `/shorthands${pointerKey(of)}` };
    this.#tell('definition/unknown-shorthand', place, {
      id: of,
      ...near(of, [...libraryIds, ...Object.keys(own)]),
    });
    return undefined;
  }

  /** What each parameter is in this use; nothing where one that must be given is not. */
  #values(use: UseStep, trace: Trace, template: Template, names: StepNames): Values | undefined {
    const { parameters = {}, place } = template;
    const given = new Map(
      Object.entries(use.with ?? {}).filter(([, value]) => value !== null && value !== ''),
    );
    const before = this.problems.length;
    for (const name of given.keys()) {
      if (Object.hasOwn(parameters, name)) continue;
      const params = { shorthand: use.of, name, ...near(name, Object.keys(parameters)) };
      this.#tell('definition/unknown-argument', traceAt(trace, `/with${pointerKey(name)}`).place, params);
    }
    const values = new Map<string, Traced | undefined>([
      ['self', { value: use.id, trace: traceAt(trace, '/id') }],
      ['title', { value: use.title, trace: traceAt(trace, '/title') }],
    ]);
    for (const [name, standard] of Object.entries(parameters)) {
      const key = pointerKey(name);
      if (given.has(name)) {
        values.set(name, { value: given.get(name), trace: traceAt(trace, `/with${key}`) });
      } else if (standard === null) {
        this.#tell('definition/missing-argument', trace.place, { shorthand: use.of, name });
      } else if (standard === '') values.set(name, undefined);
      else {
        // What a shorthand gives itself speaks of its own steps.
        const written: Trace =
          place === undefined
            ? { place: trace.place, names, fixed: true }
            : { place: `${place}/parameters${key}`, names };
        values.set(name, { value: standard, trace: written });
      }
    }
    return this.problems.length > before ? undefined : values;
  }

  #filled(
    use: UseStep,
    trace: Trace,
    template: Template,
    { values, names }: { values: Values; names: StepNames },
  ): TracedStep[] {
    const written: Trace =
      template.place === undefined
        ? { place: trace.place, names, fixed: true }
        : { place: `${template.place}/steps`, names };
    const filling = new Filling(values, this.#budget);
    const filled = filling.fill(template.steps, written) ?? { value: [], trace: written };
    for (const { name, place } of filling.unknown) {
      const params = { shorthand: use.of, name, ...near(name, [...values.keys()]) };
      this.#tell('definition/unknown-placeholder', place, params);
    }
    if (filling.unknown.length > 0) return [];
    const wrong = stepProblems(filled.value, (pointer) => traceAt(filled.trace, pointer).place);
    this.problems.push(...wrong);
    if (wrong.length > 0) return [];
    const steps = (unshared(filled.value) as SourceStep[]).map((step, index) => ({
      step,
      trace: traceAt(filled.trace, `/${index}`),
    }));
    for (const one of steps) rename(one, use.id, names);
    return this.#list(steps);
  }

  /** Gives the steps what the step that stands for them says about them. */
  #entered(use: UseStep, trace: Trace, steps: TracedStep[], first: TracedStep): TracedStep[] {
    const { basis, when, rounds, otherwise = skipTo(use) } = use;
    if (basis !== undefined) for (const one of steps) withBasis(one, basis, traceAt(trace, '/basis'));
    for (const [key, value] of Object.entries({ when, rounds })) {
      if (value === undefined) continue;
      const written = traceAt(trace, `/${key}`);
      if (first.step.kind === 'end' || key in first.step) {
        this.#tell('definition/shorthand-entry', written.place, { step: use.id, first: first.step.id, key });
      } else put(first, `/${key}`, value, written);
    }
    if (when === undefined || first.step.kind === 'end') return steps;
    if (otherwise === undefined) {
      this.#tell('definition/no-otherwise', traceAt(trace, '/when').place, { step: use.id });
    } else {
      put(
        first,
        '/otherwise',
        otherwise,
        traceAt(trace, use.otherwise === undefined ? '/with/next' : '/otherwise'),
      );
    }
    return steps;
  }

  #tell(code: ProblemCode, pointer: string, params: Record<string, unknown>): void {
    this.problems.push(problem(code, params, { pointer }));
  }
}

/** A copy in which nothing stands in two places, as values of parameters and YAML aliases do: its parts are changed. */
const unshared = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The steps with which cases begin. */
function begins({ start, starts, schedules }: ProgrammeSource, first: (id: string) => string) {
  return {
    start: first(start),
    ...(starts && { starts: starts.map(first) }),
    ...(schedules && {
      schedules: schedules.map((one) =>
        one.start === undefined ? one : { ...one, start: first(one.start) },
      ),
    }),
  };
}

/** Whoever is led to a use comes in at its first step. */
function begin(id: string, first: string, names: StepNames): void {
  const named = [...names.values()].find((one) => one.id === id);
  if (named === undefined) names.set(id, { id, first });
  else named.first = first;
}

/** A use that is skipped goes where it would go on. */
const skipTo = ({ with: given = {} }: UseStep): string | undefined =>
  typeof given.next === 'string' && given.next !== '' ? given.next : undefined;

const near = (word: string, known: readonly string[]) => {
  const found = nearest(word, known);
  return {
    known: known.length > 0 ? known : ['-'],
    ...(found === undefined ? {} : { nearest: found, variant: 'nearest' }),
  };
};
