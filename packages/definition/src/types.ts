/** The shapes of definitions. */

import type { Level } from './divisions.ts';
import type { AjvError } from './form-problems.ts';

export type JsonSchema = { [key: string]: unknown };

/** A FEEL expression. */
export type Feel = string;

export interface Period {
  days: number;
  unit: 'working-day' | 'calendar-day';
}

export interface Guarded {
  when?: Feel;
  otherwise?: string;
  rounds?: { max: number; refused: string };
  basis?: string;
}

export type EndOutcome =
  | 'approved'
  | 'partly-approved'
  | 'denied'
  | 'receipt-issued'
  | 'correction-ordered'
  | 'referred'
  | 'withdrawn'
  | 'lapsed'
  | 'not-ours';

export interface Outcome {
  title: string;
  to: string;
  form?: string;
  reasons?: 'required' | 'optional';
  guard?: Feel;
  refused?: string;
  decides?: EndOutcome;
  reopens?: true;
  single?: true;
}

export interface TaskStep extends Guarded {
  id: string;
  kind: 'task';
  title: string;
  level?: Level;
  role: string;
  form?: string;
  by?: number;
  'separate-from'?: string[];
  delegable?: { level: Level; role: string; when?: Feel };
  within?: Period & { 'on-overdue'?: string };
  outcomes: Record<string, Outcome>;
}

export interface CheckStep extends Guarded {
  id: string;
  kind: 'check';
  title: string;
  rule?: string;
  connector?: string;
  request?: Record<string, Feel>;
  consent?: Feel;
  pass: string;
  fail: string;
  unknown: string;
}

export interface ParallelStep extends Guarded {
  id: string;
  kind: 'parallel';
  title: string;
  join: 'all';
  branches: Record<string, { title: string; steps: ExpandedStep[] }>;
  next: string;
}

export interface WaitStep extends Guarded {
  id: string;
  kind: 'wait';
  title: string;
  for: Period;
  events?: Record<
    string,
    { title: string; to: string; form?: string; reasons?: 'required' | 'optional'; role?: string }
  >;
  next: string;
}

export interface SelectStep extends Guarded {
  id: string;
  kind: 'select';
  title: string;
  method: 'sample';
  share: Feel;
  always?: Feel;
  chosen: string;
  rest: string;
}

export type Effect =
  | { letter: string; when?: Feel }
  | { award: { amount: Feel; starts: 'month-after' | 'month-of'; payee?: Feel }; when?: Feel }
  | { 'end-award': true; when?: Feel }
  | { publish: { items: { label: string; value: Feel }[]; title?: string; for?: Period }; when?: Feel }
  | { register: string; entries: Feel; when?: Feel }
  | { file: { title: string; 'to-level': Level }; when?: Feel };

export interface EffectStep extends Guarded {
  id: string;
  kind: 'effect';
  title: string;
  effects: Effect[];
  next: string;
}

export interface EndStep {
  id: string;
  kind: 'end';
  title: string;
  outcome: EndOutcome;
}

/** A step of an expanded definition. */
export type ExpandedStep = TaskStep | CheckStep | ParallelStep | WaitStep | SelectStep | EffectStep | EndStep;

export interface ClockDefinition {
  title: string;
  limit: Period;
  extension?: Period;
  starts: string[];
  stops: string[];
  'pauses-in'?: string[];
  basis?: string;
}

export interface ParameterValue {
  value: number | string | (number | string)[];
  'valid-from': string;
  'valid-to'?: string;
}

export interface Parameter {
  title: string;
  unit: 'fen' | 'share' | 'days' | 'count' | 'age' | 'months' | 'text' | 'list';
  certainty: 'sure' | 'likely' | 'local';
  source?: string;
  values: ParameterValue[];
}

/** A programme with its shorthands expanded. */
export interface Definition {
  aidflow: 1;
  programme: string;
  version: string;
  title: string;
  language: string;
  timezone: string;
  'valid-from': string;
  basis?: { id: string; cite: string; certainty: 'sure' | 'likely' | 'local' }[];
  roles?: Record<string, { title: string; level: Level }>;
  parameters?: Record<string, Parameter>;
  forms?: Record<string, { title: string; schema: string; layout?: string }>;
  connectors?: Record<string, { title: string; timeout: number; retries: number }>;
  letters?: Record<string, { title: string; template: string; number: string }>;
  clocks?: Record<string, ClockDefinition>;
  start: string;
  steps: ExpandedStep[];
}

export interface RuleRow {
  id: string;
  if?: Record<string, Feel>;
  result: 'pass' | 'fail' | 'unknown';
  reason: string;
  values?: Record<string, Feel>;
  basis?: string;
}

export interface Rule {
  title: string;
  hit: 'unique' | 'first' | 'collect';
  date?: Feel;
  let?: { id: string; value: Feel }[];
  inputs: { id: string; title: string; value: Feel }[];
  rows: RuleRow[];
}

export interface LayoutField {
  /** Property of the schema at this place; inside a group, of its items. */
  field: string;
  label?: string;
  help?: string;
  placeholder?: string;
  widget?: string;
  width?: 'full' | 'half' | 'third';
  unit?: string;
  options?: Record<string, string>;
  'show-when'?: Feel;
  compute?: Feel;
  fields?: LayoutField[];
  add?: string;
  heading?: string;
}

export interface LayoutSection {
  id: string;
  title: string;
  help?: string;
  'show-when'?: Feel;
  fields: LayoutField[];
}

export interface Layout {
  title?: string;
  intro?: string;
  sections: LayoutSection[];
}

export interface LetterTemplate {
  title: string;
  number: string;
  /** Markdown by language. */
  text: Record<string, string>;
}

export interface FormDefinition {
  title: string;
  schema: JsonSchema;
  layout: Layout | null;
}

/** A compiled validator of one form. `errors` are those of the last call. */
export interface Validate {
  (data: unknown): boolean;
  errors?: AjvError[] | null;
}

/** One published, immutable version of a programme. */
export interface Bundle {
  aidflow: 1;
  /** SHA-256 (hex) of the canonical JSON of everything but `hash` and `validators`. */
  hash: string;
  programme: string;
  version: string;
  title: string;
  language: string;
  timezone: string;
  definition: Definition;
  forms: Record<string, FormDefinition>;
  rules: Record<string, Rule>;
  letters: Record<string, LetterTemplate>;
  /** Translations of texts by language. */
  locales: Record<string, Record<string, string>>;
  /** ESM text without imports and without eval; one export for each form. */
  validators: string;
}
