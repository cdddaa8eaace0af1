/** What is asked of a case. */
import type { Json, JsonObject } from './json.ts';
import type { Actor, ActorStamp } from './people.ts';

export interface Command {
  do: string;
  actor: Actor;
  data?: JsonObject | undefined;
  reasons?: string | undefined;
  /** Only for what opens a case. */
  open?: Opening | undefined;
  /** Only for `elapse`. */
  timer?: string | undefined;
}

/** A case to open. `division` is its village code; the rest is only for cases that open by themselves. */
export interface Opening {
  id: string;
  number: string;
  division: string;
  /** Id of the `each` step whose steps it runs, or of one of `starts`; the whole programme when left out. */
  procedure?: string | undefined;
  /** What it is about, visible as `item`. */
  item?: Json | undefined;
  applicant?: ActorStamp | undefined;
  parent?: Parent | undefined;
  schedule?: ScheduledBy | undefined;
}

/** The case that a case belongs to: a round, or the case that opened it for one of its items. */
export interface Parent {
  case: string;
  number: string;
  /** The `each` step. */
  step: string;
  /** From 1. */
  index: number;
}

/** The schedule that opened a case; `late` when the run had been missed. */
export interface ScheduledBy {
  id: string;
  record?: string | undefined;
  due: string;
  late: boolean;
}
