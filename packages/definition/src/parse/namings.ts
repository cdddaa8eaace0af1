/** What steps name: forms, roles, letters, kinds of records and the like. */
import { pointerKey } from '../schema-walk.ts';
import type { Effect, Outcome, SourceStep } from '../types.ts';

export type NamedKind =
  | 'form'
  | 'rule'
  | 'letter'
  | 'role'
  | 'sender'
  | 'connector'
  | 'basis'
  | 'clock'
  | 'record'
  | 'step';

/** Something below a step that names something else. */
export interface Naming {
  kind: NamedKind;
  id: string | undefined;
  key: string;
}

/** Everything that a step names but steps it leads to. Steps inside it name by themselves. */
export function namingsOf(step: SourceStep): Naming[] {
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
        { kind: 'sender', id: role, key: `/events${pointerKey(id)}/role` },
      ]);
    case 'effect':
      return step.effects.flatMap((effect, index) => effectNamings(effect, `/effects/${index}`));
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
    case 'vote':
      return [
        { kind: 'role', id: step.role, key: '/role' },
        { kind: 'form', id: step.form, key: '/form' },
        { kind: 'role', id: step.ballots?.role, key: '/ballots/role' },
      ];
    case 'each':
      return [
        { kind: 'role', id: step.enrol?.role, key: '/enrol/role' },
        { kind: 'form', id: step.enrol?.form, key: '/enrol/form' },
      ];
    case 'parallel':
    case 'draw':
    case 'select':
    case 'use':
      return [];
  }
}

function effectNamings(effect: Effect, key: string): Naming[] {
  if ('letter' in effect) return [{ kind: 'letter', id: effect.letter, key: `${key}/letter` }];
  if ('record' in effect) return [{ kind: 'record', id: effect.record.type, key: `${key}/record/type` }];
  return [];
}

interface TaskLike {
  role: string;
  form?: string;
  'separate-from'?: string[];
  outcomes: Record<string, Outcome>;
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
