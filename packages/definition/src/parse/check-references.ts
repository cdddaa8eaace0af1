/** Whether everything that a programme names is there. */
import { expand } from '../expand.ts';
import type { Term } from '../problems/terms.ts';
import type { ProblemCode } from '../problems.ts';
import { eventsOf } from '../procedure/events.ts';
import { type FlatStep, flatSteps } from '../procedure/flat.ts';
import { placedSteps } from '../procedure/steps.ts';
import { pointerKey } from '../schema-walk.ts';
import { libraryIds } from '../shorthands/library/index.ts';
import type { Effect, OperationRule, RecordTerms, SendTerms } from '../types.ts';
import { checkRuleReferences } from './check-rule-references.ts';
import { recordsConnector } from './check-steps.ts';
import { type NamedKind, namingsOf } from './namings.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';

/** Roles that need not be declared. */
const anybody = ['applicant', 'anyone'];
/** As a role, whoever sends what a wait waits for from another case. */
const anotherCase = 'case';

export function checkReferences(reading: Reading): Report[] {
  return [new ProgrammeReferences(reading).check(), ...checkRuleReferences(reading)];
}

class ProgrammeReferences {
  readonly #reading: Reading;
  readonly #report: Report;
  readonly #steps: FlatStep[];
  readonly #known: Record<NamedKind, string[]>;
  readonly #events: string[];

  constructor(reading: Reading) {
    const { programme, rules } = reading;
    const roles = [...Object.keys(programme.roles ?? {}), ...anybody];
    this.#reading = reading;
    this.#report = new Report(reading.source);
    this.#steps = flatSteps(expand(programme).steps);
    this.#events = this.#steps.flatMap(({ step }) => eventsOf(step));
    this.#known = {
      form: Object.keys(programme.forms ?? {}),
      rule: Object.keys(rules),
      letter: Object.keys(programme.letters ?? {}),
      role: roles,
      sender: [...roles, anotherCase],
      connector: [...Object.keys(programme.connectors ?? {}), recordsConnector],
      basis: (programme.basis ?? []).map(({ id }) => id),
      clock: Object.keys(programme.clocks ?? {}),
      record: Object.keys(programme.records ?? {}),
      step: this.#steps.map(({ step }) => step.id),
    };
  }

  check(): Report {
    const { programme } = this.#reading;
    for (const { step, pointer } of placedSteps(programme.steps)) {
      for (const { kind, id, key } of namingsOf(step)) this.#names(kind, id, pointer + key);
      if (step.kind !== 'effect') continue;
      for (const [index, effect] of step.effects.entries()) {
        this.#effect(effect, `${pointer}/effects/${index}`);
      }
    }
    this.#taken();
    this.#clocks();
    this.#unique('basisId', '/basis', programme.basis ?? []);
    this.#unique('scheduleId', '/schedules', programme.schedules ?? []);
    this.#schedules();
    this.#operations();
    for (const [index, { basis }] of (programme.invariants ?? []).entries()) {
      if (basis !== undefined) this.#names('basis', basis, `/invariants/${index}/basis`);
    }
    this.#parameters();
    return this.#report;
  }

  #names(kind: NamedKind, id: string | undefined, pointer: string): void {
    if (id === undefined || this.#known[kind].includes(id)) return;
    if (kind === 'rule' && this.#reading.rulesSource === undefined && 'rules.yaml' in this.#reading.files)
      return;
    const code: ProblemCode = kind === 'sender' ? 'definition/unknown-role' : `definition/unknown-${kind}`;
    this.#report.addNear(code, pointer, id, this.#known[kind], { id });
  }

  #effect(effect: Effect, pointer: string): void {
    if ('record' in effect) this.#record(effect.record, `${pointer}/record`);
    if ('send' in effect) this.#sent(effect.send, `${pointer}/send/event`);
  }

  #record({ type, state }: RecordTerms, pointer: string): void {
    const { records = {} } = this.#reading.programme;
    if (state === undefined || !Object.hasOwn(records, type)) return;
    const states = Object.keys(records[type]?.states ?? {});
    if (states.includes(state)) return;
    this.#report.addNear('definition/unknown-state', `${pointer}/state`, state, states, { id: state });
  }

  /** An event may be one of another programme's, which cannot be seen from here. */
  #sent({ event }: SendTerms, pointer: string): void {
    const receivable = this.#steps.flatMap(({ step }) =>
      step.kind === 'wait'
        ? Object.entries(step.events ?? {}).flatMap(([id, { role }]) =>
            role === anotherCase ? [`${step.id}.${id}`] : [],
          )
        : [],
    );
    if (receivable.includes(event)) return;
    const here = this.#known.step.includes(event.split('.')[0] ?? '');
    const code = here ? 'definition/sent-event' : 'definition/foreign-event';
    this.#report.addNear(code, pointer, event, receivable, { event });
  }

  /** Words that mean the same in every programme. */
  #taken(): void {
    const { connectors = {}, shorthands = {} } = this.#reading.programme;
    this.#reserved('/connectors', connectors, [recordsConnector], 'connectorId');
    this.#reserved('/shorthands', shorthands, libraryIds, 'shorthandId');
    for (const [id, { parameters = {} }] of Object.entries(shorthands)) {
      const place = `/shorthands${pointerKey(id)}/parameters`;
      this.#reserved(place, parameters, ['self', 'title'], 'shorthandParameter');
    }
  }

  #reserved(place: string, named: object, words: readonly string[], term: Term['term']): void {
    for (const name of Object.keys(named)) {
      if (!words.includes(name)) continue;
      this.#report.add('definition/reserved-name', place + pointerKey(name), { name, what: { term } });
    }
  }

  #clocks(): void {
    for (const [clock, { starts, stops, basis, ...rest }] of Object.entries(
      this.#reading.programme.clocks ?? {},
    )) {
      const place = `/clocks${pointerKey(clock)}`;
      for (const [key, events] of Object.entries({ starts, stops })) {
        for (const [index, event] of events.entries()) {
          if (this.#events.includes(event)) continue;
          const at = `${place}/${key}/${index}`;
          this.#report.addNear('definition/clock-event', at, event, this.#events, { clock, event });
        }
      }
      for (const [index, step] of (rest['pauses-in'] ?? []).entries()) {
        this.#names('step', step, `${place}/pauses-in/${index}`);
      }
      this.#names('basis', basis, `${place}/basis`);
    }
  }

  #unique(term: 'basisId' | 'scheduleId', place: string, list: readonly { id: string }[]): void {
    const seen = new Set<string>();
    for (const [index, { id }] of list.entries()) {
      if (seen.has(id)) {
        this.#report.add('definition/duplicate-id', `${place}/${index}/id`, { what: { term }, id });
      }
      seen.add(id);
    }
  }

  #schedules(): void {
    const kinds = ['yearly', 'monthly', 'every', 'after', 'dates'] as const;
    for (const [index, schedule] of (this.#reading.programme.schedules ?? []).entries()) {
      const place = `/schedules/${index}`;
      this.#names('record', schedule['for-each'], `${place}/for-each`);
      const [first, second] = kinds.filter((kind) => schedule[kind] !== undefined);
      if (second !== undefined)
        this.#report.add('definition/which', `${place}/${second}`, { keys: [...kinds] });
      const counts = first === 'every' || first === 'after';
      if (counts && schedule.since === undefined && schedule['for-each'] === undefined) {
        this.#report.add('definition/missing-key', `${place}/since`, { key: 'since' });
      }
    }
  }

  #operations(): void {
    for (const [operation, rule] of Object.entries(this.#reading.programme.operations ?? {})) {
      const place = `/operations${pointerKey(operation)}`;
      for (const [index, role] of (rule.roles ?? []).entries())
        this.#names('role', role, `${place}/roles/${index}`);
      for (const [index, clock] of (rule.pauses ?? []).entries()) {
        this.#names('clock', clock, `${place}/pauses/${index}`);
      }
      for (const key of ['pauses', 'to'] as const) {
        if (rule[key] === undefined || operationKeys[key].includes(operation)) continue;
        const params = { operation, key, known: operationKeys[key] };
        this.#report.add('definition/operation', `${place}/${key}`, params);
      }
      this.#leads(operation, rule, `${place}/to`);
    }
  }

  /** Going back is to a task; a case that has ended goes on in none of its branches. */
  #leads(operation: string, { to }: OperationRule, pointer: string): void {
    if (to === undefined) return;
    this.#names('step', to, pointer);
    const found = this.#steps.find(({ step }) => step.id === to);
    if (found === undefined) return;
    const within = operation === 'reopen' && found.parallel !== undefined;
    if (found.step.kind === 'task' && found.each === undefined && !within) return;
    this.#report.add('definition/operation', pointer, { operation, step: to, variant: 'task' });
  }

  /** Half-open periods of one parameter must not overlap. */
  #parameters(): void {
    for (const [parameter, { values }] of Object.entries(this.#reading.programme.parameters ?? {})) {
      const place = `/parameters${pointerKey(parameter)}/values`;
      for (const [index, value] of values.entries()) {
        const { 'valid-from': from, 'valid-to': to } = value;
        if (to !== undefined && to <= from) {
          const params = { parameter, first: index + 1, date: to, variant: 'reversed' };
          this.#report.add('definition/parameter-period', `${place}/${index}/valid-to`, params);
        }
        for (const [other, { 'valid-from': since, 'valid-to': until }] of values.slice(0, index).entries()) {
          const [, date = from] = [since, from].sort();
          if ((to !== undefined && date >= to) || (until !== undefined && date >= until)) continue;
          const params = { parameter, first: other + 1, second: index + 1, date };
          this.#report.add('definition/parameter-period', `${place}/${index}/valid-from`, params);
        }
      }
    }
  }
}

/** Operations to which keys mean something that mean nothing to the others. */
const operationKeys = { pauses: ['ask'], to: ['return', 'reopen'] };
