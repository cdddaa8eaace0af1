/** What the engine has to know of a kind of step. Each kind is one file beside this one. */
import type { Period } from '@aidflow/definition';
import type { ActAnswer } from '../act.ts';
import type { Programme, Step, StepOf } from '../programme.ts';
import type {
  Actor,
  CaseEvent,
  CaseFacts,
  CaseState,
  Command,
  EventDetail,
  JsonObject,
  StepRecord,
  World,
} from '../types.ts';

/** An event before it is stamped and chained. */
export interface Draft {
  type: string;
  detail?: EventDetail;
  reasons?: string;
}

/** An event of a step, without the step's id, and where it leads; it stays where it is without a target. */
export interface Leaving {
  event: string;
  to?: string;
  /** So many must have signed; the event only books a signature before. */
  signed?: boolean;
}

/** How long a step waits before `STEP.elapsed`. */
export interface Waiting {
  period?: Period;
  /** An end on a day off moves to the next working day. */
  roll?: boolean;
  /** Until this date begins; with a period, whichever is first. */
  until?: string;
  /** Event in place of `elapsed`. */
  event?: string;
}

/** Something a person may do in a step: what follows the dot of `STEP.outcome`, and its title. */
export interface Choice {
  outcome: string;
  title: string;
}

export interface StepKind<K extends Step['kind']> {
  /** Its events in the order in which they are offered. */
  leaving(step: StepOf<K>): Leaving[];
  /** What people may do in it. */
  choices?(step: StepOf<K>): Choice[];
  /** Whether `actor` may do `outcome` in it now. */
  may?(
    programme: Programme,
    state: CaseState,
    step: StepOf<K>,
    outcome: string,
    actor: Actor,
    world: World,
  ): ActAnswer;
  /** Refuses what the data that came with a choice makes impossible. Throws `ProblemError`. */
  refuse?(
    programme: Programme,
    state: CaseState,
    step: StepOf<K>,
    outcome: string,
    data: JsonObject,
    world: World,
  ): void;
  /** What is recorded with a choice besides its data. */
  detail?(
    programme: Programme,
    state: CaseState,
    step: StepOf<K>,
    outcome: string,
    data: JsonObject,
  ): EventDetail | undefined;
  /** The event by which it goes on by itself, if it does. */
  automatic?(programme: Programme, state: CaseState, step: StepOf<K>, world: World): Draft | undefined;
  /** The event that an answer, a child case or another case brings. Throws `ProblemError`. */
  bySystem?(
    programme: Programme,
    state: CaseState,
    step: StepOf<K>,
    outcome: string,
    command: Command,
    world: World,
  ): Draft & { data?: JsonObject; form?: string };
  /** What an event of it leaves in the facts. */
  book?(draft: CaseFacts, record: StepRecord, step: StepOf<K>, outcome: string, event: CaseEvent): void;
  /** What entering it leaves in the facts. */
  enter?(programme: Programme, draft: CaseFacts, record: StepRecord, step: StepOf<K>, at: string): void;
  /** What leaving it leaves in the facts. */
  leave?(draft: CaseFacts, step: StepOf<K>, by: Pick<CaseEvent, 'seq' | 'at'>): void;
  waiting?(step: StepOf<K>, state: CaseFacts): Waiting | undefined;
}
