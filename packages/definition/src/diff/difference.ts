/** One difference between two versions of a programme, as one official would tell it to another. */
import type { DifferenceCode } from './words.ts';

/** What a difference is about. */
export type DifferenceArea =
  | 'programme'
  | 'basis'
  | 'role'
  | 'parameter'
  | 'connector'
  | 'form'
  | 'field'
  | 'letter'
  | 'clock'
  | 'record'
  | 'operation'
  | 'schedule'
  | 'step'
  | 'outcome'
  | 'delegable'
  | 'effect'
  | 'rule'
  | 'row';

/**
 * How serious a difference is, the most serious first.
 * - `money`: what somebody is paid, or an amount that decides about it
 * - `authority`: who may act
 * - `stricter`: more is asked, less time is left, less passes
 * - `procedure`: another way through, neither stricter nor easier by itself
 * - `easier`: less is asked, more time is left, more passes
 * - `text`: words only
 */
export const severities = ['money', 'authority', 'stricter', 'procedure', 'easier', 'text'] as const;

export type DifferenceSeverity = (typeof severities)[number];

/** The same words in both languages. */
export interface Words {
  zh: string;
  en: string;
}

/**
 * Which running cases a difference may matter to, in ids of the earlier version. Absent parts concern nobody.
 * A case that has passed all of it is not touched.
 */
export interface Concerns {
  /** A case that stands in one of these steps is touched now. */
  steps?: string[];
  /** A case that stands in one of these may still come to it. */
  ahead?: string[];
  /** A case in which one of these clocks runs is touched now. */
  clocks?: string[];
  /** A case that carries data of one of these forms is touched now. */
  forms?: string[];
  /** Every running case is. */
  all?: true;
}

export interface Difference {
  code: DifferenceCode;
  area: DifferenceArea;
  /** `STEP`, `STEP.OUTCOME`, `FORM/FIELD`, `RULE`, `RULE/ROW`, or the id of whatever else it is about. */
  id: string;
  severity: DifferenceSeverity;
  /** JSON before and after; `undefined` where there was or is none. */
  before: unknown;
  after: unknown;
  /** JSON Pointer into the later programme: to what differs, or to what it is gone from. */
  at: string;
  /** The shorthand that both versions write in place of the step. */
  shorthand?: { id: string; kind: string };
  /** That two steps are the same under another id is guessed. */
  guess?: true;
  concerns: Concerns;
  sentence: Words;
}
