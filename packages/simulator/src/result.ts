/** How a scenario came out. Plain JSON, so that any tool can show it. */
import type { Problem } from '@aidflow/definition';
import type { CaseEvent, CaseState, Offer, RecordEntry } from '@aidflow/engine';
import type { Difference } from './difference.ts';
import type { Happening } from './play.ts';
import type { Standing } from './standing.ts';

export interface ScenarioResult {
  scenario: string;
  programme: string;
  file: string;
  passed: boolean;
  /** What is wrong with the file; then nothing was run and `steps` is empty. */
  problems: Problem[];
  /** Steps that were run; the last one is the failed one where there is one. */
  steps: StepResult[];
  /** How many steps the scenario has. */
  planned: number;
  /** Of the main case. */
  events: CaseEvent[];
  state: CaseState | null;
  /** The other cases by name. */
  cases: Record<string, { events: CaseEvent[]; state: CaseState | null }>;
  /** All records as they stand at the end. */
  records: RecordEntry[];
}

export interface StepResult {
  /** From 0. */
  index: number;
  file: string;
  line: number;
  kind: 'do' | 'wait' | 'until' | 'expect';
  /** What the step says: `accept.accept`, `3wd`, `step, clocks`. */
  what: string;
  /** Key of the actor of a `do`. */
  as: string | null;
  /** Name of the case that the step is about; null for the main one. */
  case: string | null;
  /** The refusal that was expected and came. */
  refused: string | null;
  /** Instant after the step, with the offset of the programme's zone. */
  now: string;
  /** What was recorded during the step, in all cases. */
  events: CaseEvent[];
  /** What happened by itself, in order. */
  happenings: Happening[];
  /** Where the case stands after the step. */
  standing: Standing;
  passed: boolean;
  failure: Failure | null;
}

export interface Failure {
  problems: Problem[];
  /** What differs from what was expected, for `expect`. */
  differences: Difference[];
  /** Where the case stood before the step. */
  before: Standing;
  /** What the actors could do then, by actor: everything for the actor of a `do`, what was allowed for others. */
  offered: Record<string, Offer[]>;
}
