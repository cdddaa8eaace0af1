/** What happened, and what automatic work left behind, so that it can be explained and repeated. */
import type { StepMap } from '@aidflow/definition';
import type { Opening } from './command.ts';
import type { ClockRecord } from './facts.ts';
import type { Json, JsonObject } from './json.ts';
import type { ActorStamp, Authority } from './people.ts';

/** One thing that happened. `hash` covers everything else in RFC 8785 form, `previous` chains it. */
export interface CaseEvent {
  case: string;
  /** 1, 2, 3 ... */
  seq: number;
  /** `STEP.OUTCOME`, `STEP.ask`, `STEP.pass|fail|unknown`, `STEP.done`, `STEP.elapsed`, `withdraw`, `clock.breached` ... */
  type: string;
  at: string;
  by: ActorStamp;
  authority?: Authority;
  /** Form id whose data this event carries. */
  form?: string;
  data?: JsonObject;
  reasons?: string;
  /** What the engine found out: see EventDetail. */
  detail?: EventDetail;
  previous: string;
  hash: string;
}

/** What automatic work left behind, so that it can be explained and repeated. */
export interface EventDetail {
  open?: Omit<Opening, 'id'> & { programme: string; definition: string };
  request?: { connector: string; payload: JsonObject };
  answer?: JsonObject;
  rule?: RuleTrace;
  draw?: DrawTrace;
  letters?: Letter[];
  award?: Award;
  endAward?: true;
  notice?: PublishedNotice;
  entries?: JsonObject[];
  register?: string;
  filing?: { title: string; level: string; due?: string };
  timer?: string;
  clock?: string;
  outcome?: string;
  /** Step that an operation is about. */
  step?: string;
  /** Step to which a return or a reopening leads. */
  to?: string;
  officer?: { id: string; name: string };
  position?: SignerPosition;
  question?: number;
  tally?: Tally;
  selection?: Selection;
  /** Cases that are opened for items. */
  children?: ChildOpening[];
  /** A case of an item that has ended. */
  child?: { index: number; case: string; outcome: string; returns: JsonObject };
  /** A case of an item that is opened once more. */
  retry?: number;
  records?: RecordChange[];
  sent?: { case: string; event: string; data: JsonObject }[];
  /** The case that sent this event. */
  from?: { case: string; number: string };
  /** The case has moved to another version of its programme. */
  migration?: Migration;
}

/** How a case moved to another version: everything that its state there rests on besides its state here. */
export interface Migration {
  /** Content hashes of the two versions. */
  from: string;
  to: string;
  /** Steps that have another id there, or none; the others keep theirs. */
  map: StepMap;
  /** Clocks that have another name there; null: that version does not know the clock, and it is dropped. */
  clocks: Record<string, string | null>;
  /** Clocks that began with the move, from what had happened before. */
  started: Record<string, ClockRecord>;
}

/** Whether an added signer signs first, last, or whenever. */
export type SignerPosition = 'before' | 'after' | 'beside';

/** What a vote came to. */
export interface Tally {
  electorate: number;
  present: number;
  yes: number;
  no: number;
  abstain: number;
  invalid: number;
  /** Whether there was a quorum, and whether it was carried. */
  quorum: boolean;
  passed: boolean;
}

/** What was chosen from a list, and everything that is needed to choose it again. */
export interface Selection {
  method: 'sample' | 'filter' | 'rank';
  algorithm: string;
  seed: string;
  /** SHA-256 of the list after filters, as canonical JSON. */
  pool: string;
  size: number;
  chosen: Json[];
  reserve: Json[];
  rest: Json[];
}

/** The case that one item of an `each` becomes. */
export interface ChildOpening {
  case: string;
  number: string;
  /** From 1. */
  index: number;
  item: Json;
  division: string;
  applicant: ActorStamp;
  /** 1, then one more for each retry. */
  attempt: number;
}

/** A change to a long-lived register entry. */
export interface RecordChange {
  type: string;
  key: string;
  /** Fields with their new values; the others stay. */
  data: JsonObject;
  state?: string;
  /** ISO date. */
  validTo?: string;
  /** Refused when the record is there already. */
  once?: true;
}

export interface RuleTrace {
  rule: string;
  /** Row that fired, or null when no row did. */
  row: string | null;
  /** Rows that fired where they are several. */
  rows?: string[];
  result: 'pass' | 'fail' | 'unknown';
  reason: string;
  basis?: string;
  inputs: JsonObject;
  values: JsonObject;
  /** Parameters as looked up on `date`. */
  parameters: JsonObject;
  date: string;
  /** Parameters that were looked up on dates of their own. */
  lookups?: { parameter: string; date: string; value: Json }[];
}

export interface DrawTrace {
  algorithm: string;
  seed: string;
  pool: string;
  share: number;
  fraction: number;
  chosen: boolean;
  /** True when chosen whatever the draw said (registered relative, complaint). */
  always: boolean;
}

export interface Letter {
  id: string;
  title: string;
  number: string;
  issued: string;
  /** Markdown by language. */
  text: Record<string, string>;
}

export interface Award {
  /** Fen per month. */
  amount: number;
  /** First month paid, YYYY-MM. */
  starts: string;
  /** For so many months, 1 for what is paid once; absent for one without an end. */
  months?: number;
  payee?: string;
}

export interface PublishedNotice {
  title: string;
  from: string;
  /** Last day, ISO date. */
  to?: string;
  items: { label: string; value: string }[];
}
