/** Where cases go that move to another version: suggested, and checked before anything moves. */
import { formProblems } from '../form-problems.ts';
import type { Term } from '../problems/terms.ts';
import { type Problem, problem } from '../problems.ts';
import type { ExpandedStep, Validate } from '../types.ts';
import { canonical } from './equal.ts';
import { guessedRenames } from './match.ts';
import { formsNeeded, type Version } from './needed.ts';
import { type StandingStep, standing } from './place.ts';

/** What becomes of the steps of a case that moves. Everything that is not named keeps its id. */
export interface StepMap {
  /** Ids of the earlier version, each with that of the later one; null where no case can move from. */
  steps: Record<string, string | null>;
  /** Where a case begins in branches that it has never been in: `PARALLEL/BRANCH`, with a step of it or `done`. */
  branches?: Record<string, string>;
  /** Clocks of the later version that run from what happened before the case moved; others start with what comes. */
  startClocks?: string[];
}

/** A case that is to move, as far as a step map has to do with it. */
export interface Moving {
  /** Ids of the steps in which it stands. */
  steps: readonly string[];
  /** Ids of the clocks that run. */
  clocks: readonly string[];
  /** Data of forms by form id. */
  data: Readonly<Record<string, unknown>>;
  /** `each` steps with open cases of items. */
  children: readonly string[];
  /** How often each step was entered. */
  rounds: Readonly<Record<string, number>>;
}

/** A map by ids, and by likeness for steps under another id. Whoever uses it should look at the guesses. */
export function suggestStepMap(before: Version, after: Version): StepMap {
  const renames = guessedRenames(before.definition, after.definition);
  const now = standing(after.definition);
  const entries = [...standing(before.definition)].map(([id, { step }]) => {
    const same = now.get(id)?.step.kind === step.kind ? id : undefined;
    return [id, renames.get(id) ?? same ?? null];
  });
  return { steps: Object.fromEntries(entries) };
}

/** Where a step goes by a map; null where it goes nowhere. */
export function mappedStep(map: StepMap, after: ReadonlyMap<string, unknown>, step: string): string | null {
  if (Object.hasOwn(map.steps, step)) return map.steps[step] ?? null;
  return after.has(step) ? step : null;
}

/**
 * What is wrong with a step map: for all cases that may ever move by it, or for one. Warnings stop nothing.
 *
 * @param moving one case; without it only what holds for every case is told
 * @param validators of the later version, to see whether the data of the case still fit
 */
export function checkStepMap(
  before: Version,
  after: Version,
  map: StepMap,
  moving?: Moving,
  validators: Readonly<Record<string, Validate>> = {},
): Problem[] {
  const check = new Check(before, after, map);
  check.names();
  for (const step of moving?.steps ?? check.old.keys()) check.step(step, moving);
  check.children(moving);
  check.clocks(moving);
  if (moving) check.forms(moving, validators);
  return check.problems;
}

class Check {
  readonly problems: Problem[] = [];
  readonly old: Map<string, StandingStep>;
  readonly #now: Map<string, StandingStep>;
  readonly #before: Version;
  readonly #after: Version;
  readonly #map: StepMap;

  constructor(before: Version, after: Version, map: StepMap) {
    this.old = standing(before.definition);
    this.#now = standing(after.definition);
    this.#before = before;
    this.#after = after;
    this.#map = map;
  }

  /** Whether the map speaks of what there is. */
  names(): void {
    const { steps, branches = {}, startClocks = [] } = this.#map;
    for (const [from, to] of Object.entries(steps)) {
      const at = { pointer: `/steps/${from}` };
      if (!this.old.has(from)) {
        const params = { step: from, steps: [...this.old.keys()] };
        this.problems.push(problem('migrate/unknown-step', params, at));
      } else if (to !== null && !this.#now.has(to)) {
        const params = { from, step: to, steps: [...this.#now.keys()], variant: 'to' };
        this.problems.push(problem('migrate/unknown-step', params, at));
      }
    }
    for (const [branch, step] of Object.entries(branches)) {
      if (this.#stepsOf(branch)?.has(step)) continue;
      this.problems.push(problem('migrate/unknown-branch', { branch, step }, { pointer: '/branches' }));
    }
    const clocks = this.#clockIds();
    for (const clock of startClocks) {
      if (clocks.has(clock)) continue;
      const params = { clock, clocks: [...clocks] };
      this.problems.push(problem('migrate/unknown-clock', params, { pointer: '/startClocks' }));
    }
  }

  /** Steps directly in a branch of the later version, and `done`; nothing where there is no such branch. */
  #stepsOf(place: string): Set<string> | undefined {
    const [id = '', branch = ''] = place.split('/');
    const step = this.#now.get(id)?.step;
    if (step?.kind !== 'parallel' || !Object.hasOwn(step.branches, branch)) return undefined;
    return new Set([...(step.branches[branch]?.steps.map((one) => one.id) ?? []), 'done']);
  }

  /** Declared clocks, and the deadlines of steps, which are clocks named after them. */
  #clockIds(): Set<string> {
    return new Set([...Object.keys(this.#after.definition.clocks ?? {}), ...deadlines(this.#now)]);
  }

  step(id: string, moving: Moving | undefined): void {
    const from = this.old.get(id);
    if (!from) return;
    const to = mappedStep(this.#map, this.#now, id);
    const at = { pointer: `/steps/${id}` };
    if (to === null) {
      // An explicit null is a decision; only a case that stands there is in the way of it.
      if (moving || !Object.hasOwn(this.#map.steps, id)) {
        this.problems.push(problem('migrate/step-gone', { step: from.step.title }, at));
      }
      return;
    }
    const target = this.#now.get(to);
    if (!target) return;
    if (from.step.kind !== target.step.kind) {
      const kinds = { before: kindTerm(from.step.kind), after: kindTerm(target.step.kind) };
      this.problems.push(problem('migrate/kind-differs', { from: id, to, ...kinds }, at));
      return;
    }
    this.#branch(id, from, target);
    const rounds = moving?.rounds[id] ?? 0;
    const max = 'rounds' in target.step ? target.step.rounds?.max : undefined;
    if (max !== undefined && rounds > max) {
      this.problems.push(problem('migrate/rounds', { step: target.step.title, rounds, max }, at));
    }
  }

  /** A step in a branch moves within its branch, or together with all others of its parallel to one step. */
  #branch(id: string, from: StandingStep, target: StandingStep): void {
    const place = from.inside.at(-1);
    if (place === undefined || !place.includes('/')) return;
    const [parallel = ''] = place.split('/');
    const there = `${mappedStep(this.#map, this.#now, parallel) ?? parallel}/`;
    const branch = target.inside.find((one) => one.startsWith(there));
    if (branch !== undefined) {
      // A branch may have another name, but it is one branch still.
      const others = this.#placesOf(
        (inside) => !inside.includes(place) && inside.some((one) => one.startsWith(`${parallel}/`)),
      );
      const own = this.#placesOf((inside) => inside.includes(place));
      if (own.every((one) => one.includes(branch)) && !others.some((one) => one.includes(branch))) return;
    } else {
      const all = this.#placesOf((inside) => inside.some((one) => one.startsWith(`${parallel}/`)), true);
      if (new Set(all.map(String)).size === 1) return;
    }
    const params = { step: from.step.title, branch: place };
    this.problems.push(problem('migrate/branch-gone', params, { pointer: `/steps/${id}` }));
  }

  /** Where the steps go that stand in certain places: what is around them there, or which steps they are. */
  #placesOf(within: (inside: string[]) => boolean, steps = false): string[][] {
    return [...this.old.values()].flatMap(({ step, inside }) => {
      const to = within(inside) ? mappedStep(this.#map, this.#now, step.id) : null;
      const target = to === null ? undefined : this.#now.get(to);
      return target ? [steps ? [target.step.id] : target.inside] : [];
    });
  }

  /** Cases of items return to their step by its name. */
  children(moving: Moving | undefined): void {
    const open =
      moving?.children ??
      [...this.old.values()].flatMap(({ step }) => (step.kind === 'each' ? [step.id] : []));
    for (const id of open) {
      const to = mappedStep(this.#map, this.#now, id);
      if (to === id || (to === null && !moving)) continue;
      const found = problem(
        'migrate/children-open',
        { step: this.old.get(id)?.step.title ?? id },
        { pointer: `/steps/${id}` },
      );
      this.problems.push(moving ? found : { ...found, severity: 'warning' });
    }
  }

  /** Clocks that run and that the later version does not know. */
  clocks(moving: Moving | undefined): void {
    const known = this.#clockIds();
    const declared = this.#before.definition.clocks ?? {};
    const own = deadlines(this.old);
    for (const clock of moving?.clocks ?? Object.keys(declared)) {
      const renamed = own.includes(clock) ? mappedStep(this.#map, this.#now, clock) : clock;
      if (renamed !== null && known.has(renamed)) continue;
      const title = declared[clock]?.title ?? this.old.get(clock)?.step.title ?? clock;
      this.problems.push(problem('migrate/clock-gone', { clock: title }));
    }
  }

  /** Data that the later version would refuse, unless nothing that may still come reads or fills the form. */
  forms({ steps, data }: Moving, validators: Readonly<Record<string, Validate>>): void {
    const targets = steps
      .map((step) => mappedStep(this.#map, this.#now, step))
      .filter((step) => step !== null);
    const needed = formsNeeded(this.#after, targets);
    for (const [form, filled] of Object.entries(data)) {
      const now = this.#after.forms[form];
      const validate = validators[form];
      if (!now || !validate || !needed.has(form)) continue;
      // What the earlier version asks for in the same words fits the later one.
      if (canonical(this.#before.forms[form]?.schema) === canonical(now.schema)) continue;
      if (validate(filled)) continue;
      const found = formProblems(validate.errors ?? [], now.schema);
      const pointers = found.map(({ pointer = '' }) => `/data/${form}${pointer}`);
      this.problems.push({
        ...problem(
          'migrate/form-invalid',
          { form: now.title, found: found.map(({ detail }) => detail).join(' '), pointers },
          { pointer: pointers[0] ?? `/data/${form}` },
        ),
      });
    }
  }
}

/** A kind of step in the words of problems. */
const kindTerm = (kind: ExpandedStep['kind']): Term => ({
  term: `kind${(kind.charAt(0).toUpperCase() + kind.slice(1)) as Capitalize<ExpandedStep['kind']>}`,
});

/** Steps whose deadline counts as a clock of its own: no other step follows when it is over. */
const deadlines = (steps: ReadonlyMap<string, StandingStep>): string[] =>
  [...steps.values()].flatMap(({ step }) =>
    step.kind === 'task' && step.within && !step.within['on-overdue'] ? [step.id] : [],
  );
