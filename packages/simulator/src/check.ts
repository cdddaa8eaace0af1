/** What a scenario says that cannot be meant, found before anything runs: names that nothing has, time that goes back. */
import {
  nearest,
  type Problem,
  type ProblemCode,
  ProblemError,
  problem,
  problems,
} from '@aidflow/definition';
import type { Calendar, Programme } from '@aidflow/engine';
import { readCaseName } from './case-names.ts';
import { castOf, memberOf } from './cast.ts';
import { EXPECTED_PARTS } from './expectation.ts';
import { unknownFields } from './fields.ts';
import {
  formOf,
  isStanding,
  outcomesOf,
  STANDING_OPERATIONS,
  splitOperation,
  startsOf,
} from './operations.ts';
import type { ConnectorScript, DoStep, Expectation, ScenarioSource } from './scenario.ts';
import { after, localTime, parseInstant, parseSpan } from './span.ts';

/**
 * The problems of a scenario, each with file, line and pointer; none when it can be run.
 *
 * @param programmes compiled programmes by id
 */
export function checkScenario(
  programmes: Readonly<Record<string, Programme>>,
  source: ScenarioSource,
  calendar: Calendar,
): Problem[] {
  const { programme: id } = source.value;
  const programme = Object.hasOwn(programmes, id) ? programmes[id] : undefined;
  if (programme !== undefined) return new Check(programme, source, calendar).run();
  const known = Object.keys(programmes);
  return [problem('programme/unknown', { programme: id, programmes: known }, placeOf(source, '/programme'))];
}

class Check {
  readonly #found: Problem[] = [];
  readonly #programme: Programme;
  readonly #source: ScenarioSource;
  readonly #calendar: Calendar;
  readonly #actors: readonly string[];

  constructor(programme: Programme, source: ScenarioSource, calendar: Calendar) {
    this.#programme = programme;
    this.#source = source;
    this.#calendar = calendar;
    this.#actors = [...castOf(source.value).keys()];
  }

  run(): Problem[] {
    this.#actorsOf();
    this.#given();
    this.#time();
    for (const [index, step] of this.#source.value.steps.entries()) {
      const pointer = `/steps/${index}`;
      if (!('do' in step) && !('expect' in step)) continue;
      const procedure = this.#procedure(step.case, `${pointer}/case`);
      if (procedure === undefined) continue;
      if ('do' in step) this.#do(step, procedure, pointer);
      else this.#expect(step.expect, procedure, `${pointer}/expect`);
    }
    this.#opening();
    return this.#found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }

  #add(code: ProblemCode, params: Record<string, unknown>, pointer: string): void {
    this.#found.push(problem(code, params, placeOf(this.#source, pointer)));
  }

  /** A name that has to be one of `known`. */
  #name(code: ProblemCode, id: string, known: Iterable<string>, pointer: string): void {
    const names = [...known];
    if (names.includes(id)) return;
    const near = meant(id, names);
    this.#add(code, { id, known: names, ...near }, pointer);
  }

  #actor(key: string, pointer: string): void {
    if (this.#actors.includes(key)) return;
    const near = meant(key, this.#actors);
    this.#add('scenario/unknown-actor', { actor: key, actors: this.#actors, ...near }, pointer);
  }

  /** What the case of that name runs, the main one without a name. */
  #procedure(name: string | undefined, pointer: string): Programme | undefined {
    if (name === undefined) return this.#programme;
    const read = readCaseName(this.#programme, name);
    if (read.ok) return read.procedure;
    const { part, known } = read;
    this.#add('scenario/case', { case: name, part, known, ...meant(part, known) }, pointer);
    return undefined;
  }

  #actorsOf(): void {
    const roles = Object.keys(this.#programme.definition.roles ?? {});
    for (const [key, member] of Object.entries(this.#source.value.actors ?? {})) {
      const { role, grants = [] } = memberOf(member);
      const inner = Array.isArray(member) ? '' : '/grants';
      if (role !== undefined)
        this.#name('definition/unknown-role', role, roles, `/actors/${token(key)}/role`);
      for (const [index, grant] of grants.entries()) {
        this.#name(
          'definition/unknown-role',
          grant.role,
          roles,
          `/actors/${token(key)}${inner}/${index}/role`,
        );
      }
    }
  }

  #given(): void {
    const { given = {} } = this.#source.value;
    const { connectors = {} } = this.#programme.definition;
    for (const [index, { action }] of (given.delegations ?? []).entries()) {
      this.#name('definition/unknown-step', action, this.#allSteps(), `/given/delegations/${index}/action`);
    }
    for (const [index, { absent, substitute }] of (given['stand-ins'] ?? []).entries()) {
      this.#actor(absent, `/given/stand-ins/${index}/absent`);
      this.#actor(substitute, `/given/stand-ins/${index}/substitute`);
    }
    for (const [id, script] of Object.entries(given.connectors ?? {})) {
      const pointer = `/given/connectors/${token(id)}`;
      this.#name('definition/unknown-connector', id, Object.keys(connectors), pointer);
      this.#connector(script, pointer);
    }
    for (const [index, { type, state }] of (given.records ?? []).entries()) {
      this.#record(type, state, `/given/records/${index}`);
    }
    if (given.item !== undefined && this.#source.value.start === undefined) {
      this.#add('scenario/item', {}, '/given/item');
    }
    for (const [form, data] of Object.entries(given.data ?? {})) {
      const pointer = `/given/data/${token(form)}`;
      this.#name('definition/unknown-form', form, Object.keys(this.#programme.forms), pointer);
      this.#fields(form, data, pointer);
    }
  }

  /** Steps of the programme and of the cases of its items. */
  #allSteps(): string[] {
    const { steps, procedures } = this.#programme;
    return [steps, ...[...procedures.values()].map((inner) => inner.steps)].flatMap((all) => [...all.keys()]);
  }

  #record(type: string, state: string | undefined, pointer: string): void {
    const { records = {} } = this.#programme.definition;
    const kind = Object.hasOwn(records, type) ? records[type] : undefined;
    const [id, known, at] = kind
      ? [state, Object.keys(kind.states), `${pointer}/state`]
      : [type, Object.keys(records), pointer];
    if (id === undefined || known.includes(id)) return;
    this.#add('scenario/unknown-record', { id, known, ...meant(id, known) }, at);
  }

  #connector(script: ConnectorScript | ConnectorScript[], pointer: string): void {
    if (Array.isArray(script)) {
      for (const [index, one] of script.entries()) this.#connector(one, `${pointer}/${index}`);
    } else if (script.after !== undefined && parseSpan(script.after) === undefined) {
      this.#add('scenario/duration', { value: script.after }, `${pointer}/after`);
    }
  }

  #fields(form: string, data: unknown, pointer: string): void {
    const schema = Object.hasOwn(this.#programme.forms, form)
      ? this.#programme.forms[form]?.schema
      : undefined;
    if (schema === undefined) return;
    for (const { property, pointer: inner, known } of unknownFields(schema, data)) {
      const near = meant(property, known);
      this.#add('form/unknown-field', { property, ...near }, `${pointer}${inner}`);
    }
  }

  /** Follows the clock through all steps, so that a date that will have passed is told in advance. */
  #time(): void {
    const { clock, steps } = this.#source.value;
    const { timezone } = this.#programme;
    const start = parseInstant(clock, timezone);
    if (start === undefined) {
      this.#add('scenario/instant', { value: clock }, '/clock');
      return;
    }
    let now = start;
    for (const [index, step] of steps.entries()) {
      if ('wait' in step) now = this.#wait(step.wait, now, `/steps/${index}/wait`);
      if (!('until' in step)) continue;
      const until = parseInstant(step.until, timezone);
      const pointer = `/steps/${index}/until`;
      if (until === undefined) this.#add('scenario/instant', { value: step.until }, pointer);
      else if (until < now) {
        const at = localTime(now, timezone);
        this.#add('scenario/backwards', { now: at, until: step.until }, pointer);
      } else now = until;
    }
  }

  #wait(text: string, now: number, pointer: string): number {
    const span = parseSpan(text);
    if (span === undefined) {
      this.#add('scenario/duration', { value: text }, pointer);
      return now;
    }
    try {
      return after(now, span, this.#calendar, this.#programme.timezone);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#found.push({ ...error.problem, ...placeOf(this.#source, pointer) });
      return now;
    }
  }

  #do(step: DoStep, procedure: Programme, pointer: string): void {
    this.#actor(step.as, `${pointer}/as`);
    // A scenario may be about a command that nothing has; then the engine is asked.
    if (!step.refused?.startsWith('step/unknown')) this.#operation(step.do, procedure, `${pointer}/do`);
    if (step.refused !== undefined && !Object.hasOwn(problems, step.refused)) {
      const near = meant(step.refused, Object.keys(problems));
      this.#add('scenario/unknown-code', { code: step.refused, ...near }, `${pointer}/refused`);
    }
    const form = formOf(procedure, step.do);
    // Data that has to be refused may well be data that the form does not have.
    const wrong = step.refused?.startsWith('form/') ?? false;
    if (form !== undefined && step.data !== undefined && !wrong)
      this.#fields(form, step.data, `${pointer}/data`);
  }

  #operation(id: string, procedure: Programme, pointer: string): void {
    if (STANDING_OPERATIONS.includes(id)) return;
    const { step: stepId, outcome } = splitOperation(id);
    if (isStanding(id)) {
      this.#name('definition/unknown-clock', outcome ?? '', Object.keys(procedure.clocks), pointer);
      return;
    }
    const step = procedure.steps.get(stepId);
    if (step === undefined) {
      this.#name('definition/unknown-step', stepId, procedure.steps.keys(), pointer);
      return;
    }
    const outcomes = Object.keys(outcomesOf(step));
    const known = outcome === undefined ? outcomes.length === 1 : outcomes.includes(outcome);
    if (known) return;
    const near = meant(outcome ?? '', outcomes);
    this.#add('step/unknown-outcome', { step: stepId, outcome: outcome ?? '', outcomes, ...near }, pointer);
  }

  #expect(expected: Expectation, procedure: Programme, pointer: string): void {
    for (const key of Object.keys(expected)) {
      if (EXPECTED_PARTS.includes(key)) continue;
      this.#add('scenario/unknown-key', { key, keys: EXPECTED_PARTS }, `${pointer}/${token(key)}`);
    }
    const { steps, letters, clocks } = procedure;
    const inStep = (id: string, at: string) =>
      this.#name('definition/unknown-step', id, steps.keys(), `${pointer}/${at}`);
    if (typeof expected.step === 'string') inStep(expected.step, 'step');
    else for (const [index, id] of (expected.step ?? []).entries()) inStep(id, `step/${index}`);
    for (const [index, { step }] of (expected.tasks ?? []).entries()) {
      if (step !== undefined) inStep(step, `tasks/${index}/step`);
    }
    for (const part of ['checks', 'selected', 'tally'] as const) {
      for (const id of Object.keys(expected[part] ?? {})) inStep(id, `${part}/${token(id)}`);
    }
    for (const [name, inner] of Object.entries(expected.cases ?? {})) {
      const at = `${pointer}/cases/${token(name)}`;
      const other = this.#procedure(name, at);
      if (other !== undefined && inner !== null) this.#expect(inner, other, at);
    }
    for (const [name, record] of Object.entries(expected.records ?? {})) {
      this.#record(name.slice(0, name.indexOf('/')), record?.state, `${pointer}/records/${token(name)}`);
    }
    const { letters: wanted = [] } = expected;
    const at = Array.isArray(wanted) ? 'letters' : 'letters/set';
    for (const [index, id] of (Array.isArray(wanted) ? wanted : wanted.set).entries()) {
      this.#name('definition/unknown-letter', id, Object.keys(letters), `${pointer}/${at}/${index}`);
    }
    for (const id of Object.keys(expected.clocks ?? {})) {
      this.#name('definition/unknown-clock', id, Object.keys(clocks), `${pointer}/clocks/${token(id)}`);
    }
    for (const [actor, operations] of Object.entries(expected.offered ?? {})) {
      const at = `${pointer}/offered/${token(actor)}`;
      this.#actor(actor, at);
      for (const [index, id] of operations.entries()) this.#operation(id, procedure, `${at}/${index}`);
    }
  }

  /** Nothing can be done in a case that has not been opened, unless the scenario is about that. */
  #opening(): void {
    const starts = startsOf(this.#programme);
    const { steps, start: byItself } = this.#source.value;
    if (byItself !== undefined) {
      if (byItself !== 'open') this.#name('definition/unknown-step', byItself, starts, '/start');
      return;
    }
    const opens = steps.findIndex(
      (step) =>
        'do' in step &&
        step.case === undefined &&
        step.refused === undefined &&
        starts.includes(splitOperation(step.do).step),
    );
    for (const [index, step] of steps.entries()) {
      if (!('do' in step) || step.case !== undefined || step.refused !== undefined) continue;
      if (opens >= 0 && index >= opens) continue;
      if (!this.#programme.steps.has(splitOperation(step.do).step)) continue;
      this.#add('scenario/not-opened', { do: step.do, start: starts.join(', ') }, `/steps/${index}/do`);
    }
  }
}

function placeOf(
  source: ScenarioSource,
  pointer: string,
): Required<Pick<Problem, 'file' | 'line' | 'pointer'>> {
  return { file: source.file, line: source.line(pointer), pointer };
}

/** One token of a JSON pointer (RFC 6901). */
function token(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What a problem says of the name that was probably meant. */
function meant(name: string, known: readonly string[]): Record<string, unknown> {
  const near = nearest(name, known);
  return near === undefined ? {} : { variant: 'nearest', nearest: near };
}
