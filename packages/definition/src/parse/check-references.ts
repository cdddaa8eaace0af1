/** Whether everything that a programme names is there. */
import { expand } from '../expand.ts';
import type { ProblemCode } from '../problems.ts';
import { pointerKey } from '../schema-walk.ts';
import type { Effect, SourceStep } from '../types.ts';
import { eventsOf, flatSteps } from './expanded.ts';
import type { Reading } from './reading.ts';
import { Report } from './report.ts';
import { type PlacedStep, placedSteps } from './steps.ts';

/** Roles that need not be declared. */
const anybody = ['applicant', 'anyone'];

type Kind = 'form' | 'rule' | 'letter' | 'role' | 'connector' | 'basis' | 'step';

export function checkReferences(reading: Reading): Report[] {
  return [new ProgrammeReferences(reading).check(), ...checkRules(reading)];
}

/** Something below a step that names something else. */
interface Naming {
  kind: Kind;
  id: string | undefined;
  key: string;
}

class ProgrammeReferences {
  readonly #reading: Reading;
  readonly #report: Report;
  readonly #known: Record<Kind, string[]>;
  readonly #events: string[];

  constructor(reading: Reading) {
    const { programme, rules } = reading;
    const steps = flatSteps(expand(programme).steps);
    this.#reading = reading;
    this.#report = new Report(reading.source);
    this.#events = steps.flatMap(({ step }) => eventsOf(step));
    this.#known = {
      form: Object.keys(programme.forms ?? {}),
      rule: Object.keys(rules),
      letter: Object.keys(programme.letters ?? {}),
      role: [...Object.keys(programme.roles ?? {}), ...anybody],
      connector: Object.keys(programme.connectors ?? {}),
      basis: (programme.basis ?? []).map(({ id }) => id),
      step: steps.map(({ step }) => step.id),
    };
  }

  check(): Report {
    const { programme } = this.#reading;
    for (const one of placedSteps(programme.steps)) this.#step(one);
    this.#clocks();
    this.#bases();
    this.#parameters();
    return this.#report;
  }

  #step({ step, pointer }: PlacedStep): void {
    for (const { kind, id, key } of namings(step)) this.#names(kind, id, pointer + key);
  }

  #names(kind: Kind, id: string | undefined, pointer: string): void {
    if (id === undefined || this.#known[kind].includes(id)) return;
    if (kind === 'rule' && this.#reading.rulesSource === undefined && 'rules.yaml' in this.#reading.files)
      return;
    const code: ProblemCode = `definition/unknown-${kind}`;
    this.#report.addNear(code, pointer, id, this.#known[kind], { id });
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

  #bases(): void {
    const seen = new Set<string>();
    for (const [index, { id }] of (this.#reading.programme.basis ?? []).entries()) {
      if (seen.has(id)) {
        this.#report.add('definition/duplicate-id', `/basis/${index}/id`, { what: { term: 'basisId' }, id });
      }
      seen.add(id);
    }
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

function namings(step: SourceStep): Naming[] {
  if (step.kind === 'end') return [];
  return [{ kind: 'basis', id: step.basis, key: '/basis' }, ...namingsOfKind(step)];
}

function namingsOfKind(step: Exclude<SourceStep, { kind: 'end' }>): Naming[] {
  switch (step.kind) {
    case 'task':
      return [...taskNamings(step, ''), { kind: 'role', id: step.delegable?.role, key: '/delegable/role' }];
    case 'notice':
      return taskNamings(step.verify, '/verify');
    case 'check':
      return [
        { kind: 'rule', id: step.rule, key: '/rule' },
        { kind: 'connector', id: step.connector, key: '/connector' },
      ];
    case 'wait':
      return Object.entries(step.events ?? {}).flatMap(([id, { form, role }]): Naming[] => [
        { kind: 'form', id: form, key: `/events${pointerKey(id)}/form` },
        { kind: 'role', id: role, key: `/events${pointerKey(id)}/role` },
      ]);
    case 'effect':
      return step.effects.map((effect: Effect, index) => ({
        kind: 'letter',
        id: 'letter' in effect ? effect.letter : undefined,
        key: `/effects/${index}/letter`,
      }));
    case 'supplement':
      return [
        { kind: 'form', id: step.form, key: '/form' },
        { kind: 'letter', id: step.letter, key: '/letter' },
      ];
    case 'oversight-sample':
      return [
        { kind: 'role', id: step.role, key: '/role' },
        { kind: 'form', id: step.form, key: '/form' },
      ];
    case 'parallel':
    case 'draw':
    case 'select':
    case 'vote':
    case 'each':
    case 'use':
      return [];
  }
}

interface TaskLike {
  role: string;
  form?: string;
  'separate-from'?: string[];
  outcomes: Record<string, { form?: string }>;
}

function taskNamings(task: TaskLike, place: string): Naming[] {
  return [
    { kind: 'role', id: task.role, key: `${place}/role` },
    { kind: 'form', id: task.form, key: `${place}/form` },
    ...(task['separate-from'] ?? []).map(
      (id, index): Naming => ({ kind: 'step', id, key: `${place}/separate-from/${index}` }),
    ),
    ...Object.entries(task.outcomes).map(
      ([id, { form }]): Naming => ({
        kind: 'form',
        id: form,
        key: `${place}/outcomes${pointerKey(id)}/form`,
      }),
    ),
  ];
}

function checkRules({ programme, rules, rulesSource }: Reading): Report[] {
  if (rulesSource === undefined) return [];
  const report = new Report(rulesSource);
  const bases = (programme.basis ?? []).map(({ id }) => id);
  for (const [rule, { inputs, rows }] of Object.entries(rules)) {
    const place = `/rules${pointerKey(rule)}`;
    const known = inputs.map(({ id }) => id);
    const seen = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const at = `${place}/rows/${index}`;
      if (seen.has(row.id)) {
        report.add('definition/duplicate-id', `${at}/id`, { what: { term: 'rowId' }, id: row.id });
      }
      seen.add(row.id);
      for (const input of Object.keys(row.if ?? {})) {
        if (known.includes(input)) continue;
        report.addNear('definition/unknown-input', `${at}/if${pointerKey(input)}`, input, known, {
          id: input,
        });
      }
      if (row.basis !== undefined && !bases.includes(row.basis)) {
        report.addNear('definition/unknown-basis', `${at}/basis`, row.basis, bases, { id: row.basis });
      }
    }
  }
  return [report];
}
