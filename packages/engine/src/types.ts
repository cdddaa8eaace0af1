/**
 * The words of the engine: what is asked (commands), what happened (events), where a case stands (state),
 * and the world in which an answer is given. All of it is plain JSON.
 */
import type { Problem, StepMap } from '@aidflow/definition';
import type { StateValue } from 'xstate';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A role held in a division: `{ role: 'clerk', division: '620821100' }`. */
export interface Grant {
  role: string;
  division: string;
}

/** Who acts. `applicant` and `proxy` act for a household, `officer` by grants, `system` for connectors and time. */
export interface Actor {
  id: string;
  kind: 'applicant' | 'proxy' | 'officer' | 'system';
  name: string;
  grants: Grant[];
}

/** County -> township: moves the authority for one action of one programme, in `[effective, until)`, by a document. */
export interface Delegation {
  programme: string;
  /** Step id of the action that is delegated. */
  action: string;
  /** Division that holds the power by default. */
  from: string;
  /** Division to which it is moved. */
  to: string;
  /** ISO dates, half-open. */
  effective: string;
  until?: string | undefined;
  /** Number of the document the grant rests on. */
  document: string;
  /** Fen up to which it holds, for actions that decide on an amount. */
  limit?: number | undefined;
}

/** An officer acts for another in `[from, until)`, under their own name. */
export interface StandIn {
  /** Actor id of the absent officer and the grants that are lent. */
  absent: string;
  grants: Grant[];
  /** Actor id of the one who stands in. */
  substitute: string;
  from: string;
  until?: string | undefined;
}

/** Days of a county; throws `ProblemError('clock/unknown-year')` past the years it knows. */
export interface Calendar {
  /** Always the same answer for the same date. */
  isWorkingDay(date: string): boolean;
  /** Why it is one, or is none. */
  reason?(date: string): DayReason;
}

/** What a day is, and by what it is so. */
export interface DayReason {
  /** `make-up`: a Saturday or Sunday worked for a holiday. The last two are a county's own. */
  kind: 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'local-day-off' | 'local-working-day';
  /** Name of the holiday by language. */
  name?: Readonly<Record<string, string>>;
  /** The county's notice it rests on. */
  source?: string;
}

/** Everything outside the case that a decision may depend on. */
export interface World {
  /** Instant, ISO 8601. */
  now: string;
  calendar: Calendar;
  delegations: readonly Delegation[];
  standIns: readonly StandIn[];
  /** Seed of draws; recorded with each draw. */
  seed: string;
  /** Names of divisions by code, for letters. */
  divisionNames: Readonly<Record<string, string>>;
}

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

/** On what an act rested. */
export interface Authority {
  basis: 'own-role' | 'delegation' | 'stand-in' | 'added-signer' | 'own-case' | 'public' | 'system';
  role: string;
  /** Division in whose name the act was done. */
  division: string;
  /** The delegation it rested on, as it was. */
  delegation?: Delegation | undefined;
  /** Actor id for whom a stand-in acted. */
  for?: string | undefined;
}

export interface ActorStamp {
  id: string;
  kind: Actor['kind'];
  name: string;
}

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

export interface StepRecord {
  /** How often the step was entered. */
  rounds: number;
  enteredAt: string;
  leftAt?: string;
  /** Outcome by which it was left last. */
  outcome?: string;
  /** Those who have chosen in this round. */
  signatures: { by: ActorStamp; outcome: string; at: string; authority?: Authority; reasons?: string }[];
  /** Everyone who ever acted in it, for separated duties. */
  actors: string[];
  /** A connector has been asked and has not answered yet. */
  asked?: boolean;
  /** The officer to whom it was handed over. */
  assignee?: { id: string; name: string };
  /** Those who were asked to sign, too. */
  added?: AddedSigner[];
  /** The date on which a wait for a date is over. */
  until?: string;
  /** Length of its wait or deadline, where the definition computes it. */
  days?: number;
}

export interface AddedSigner {
  id: string;
  name: string;
  position: SignerPosition;
  /** Actor id of who added them. */
  by: string;
}

/** A question to the applicant while the task stays where it is. */
export interface Question {
  /** 1, 2, 3 ... */
  id: number;
  step: string;
  question: string;
  at: string;
  by: ActorStamp;
  answer?: string;
  answered?: string;
}

/** Ballots or totals of a vote, until and after they are counted. */
export interface VoteRecord {
  ballots: { by: ActorStamp; choice: 'yes' | 'no' | 'abstain' }[];
  /** It is counted now. */
  closed?: true;
  result?: Tally;
}

/** The cases of the items of an `each`. */
export interface ItemRecord {
  index: number;
  case: string;
  item: Json;
  applicant: ActorStamp;
  attempt: number;
  /** How it ended; absent while it runs. */
  outcome?: string;
  returns?: JsonObject;
}

export interface EachRecord {
  /** Items that have come in but have no case yet. */
  pending: { item: Json; applicant: ActorStamp }[];
  items: ItemRecord[];
  /** No more items come in. */
  closed: boolean;
  /** The round of the step in which it was opened. */
  round: number;
}

/** A stretch in which a clock stands, ISO dates. */
export interface Pause {
  from: string;
  to?: string;
  /** Step in which it stands, or for which something was asked; empty while the case is suspended. */
  step: string;
  cause?: 'ask' | 'suspend';
}

export interface ClockRecord {
  started: string;
  /** Length in days, where the definition computes it. */
  days?: number;
  pauses: Pause[];
  extended?: { at: string; reasons: string; days?: number };
  stopped?: string;
  breached?: string;
}

/** A case as derived from its events. Everything but `value` is the machine's context. */
export interface CaseFacts {
  id: string;
  number: string;
  programme: string;
  /** Content hash of the definition it runs on. */
  definition: string;
  division: string;
  /** Number of events applied. */
  version: number;
  /** Hash of the last event. */
  head: string;
  opened: string;
  updated: string;
  applicant: ActorStamp;
  data: Record<string, JsonObject>;
  steps: Record<string, StepRecord>;
  checks: Record<string, JsonObject>;
  answers: Record<string, JsonObject>;
  clocks: Record<string, ClockRecord>;
  registers: Record<string, JsonObject[]>;
  /** Actor ids that may not act in this case, and why. */
  barred: Record<string, string>;
  complaints: number;
  letters: Letter[];
  notices: PublishedNotice[];
  award: Award | null;
  /** The act that decided. */
  decided: Decided | null;
  /** Id of the `each` step whose steps it runs, or of its start among `starts`; absent for the whole programme. */
  procedure?: string;
  parent?: Parent;
  item?: Json;
  schedule?: ScheduledBy;
  tallies?: Record<string, VoteRecord>;
  selected?: Record<string, Pick<Selection, 'chosen' | 'reserve' | 'rest'>>;
  items?: Record<string, EachRecord>;
  /** How many cases of items were ever opened, over all steps, rounds and attempts. */
  itemsOpened?: number;
  /** How branches of a parallel ended that does not wait for all of them. */
  branches?: Record<string, Record<string, 'done' | 'veto'>>;
  questions?: Question[];
  copies?: { to: string; name: string; at: string; by: ActorStamp }[];
  changes?: { at: string; by: ActorStamp; text: string }[];
  suspensions?: { from: string; to?: string; by: ActorStamp; reasons: string }[];
  /** Cases of items that are no longer waited for, and by which event. */
  calledOff?: { case: string; at: string; seq: number }[];
  /** How often each operation was done, and when last. */
  operations?: Record<string, { times: number; last: string }>;
}

export interface Decided {
  outcome: string;
  at: string;
  authority: Authority | null;
  reasons: string;
  /** The step in which it was decided, and by whom. */
  step?: string;
  by?: string;
}

export interface CaseState extends CaseFacts {
  /** Machine configuration. */
  value: StateValue;
  status: 'active' | 'ended';
}

/** A work item somebody has. */
export interface Task {
  step: string;
  title: string;
  level: string;
  role: string;
  /** Division in which the default authority lies: the case's division cut to the level. */
  division: string;
  /** Where a delegation may have moved it. */
  delegable?: { level: string; role: string; division: string };
  since: string;
  round: number;
  signed: string[];
  /** Actor id of the one to whom it was handed. */
  assignee?: string;
  /** Actor ids of those who were asked to sign, too. */
  added?: string[];
}

/** Something that happens by itself at an instant unless the case moves on before. */
export interface Timer {
  id: string;
  /** Instant, ISO 8601 in UTC: the first moment after the last day. */
  due: string;
  step?: string;
  clock?: string;
  /** What happens in the step; `elapsed` when left out. */
  event?: string;
}

export interface ClockView {
  clock: string;
  title: string;
  state: 'running' | 'paused' | 'stopped' | 'breached';
  started: string;
  /** Last day in time, ISO date; absent while paused. */
  due?: string;
  /** Days of its unit that are left (negative when over). */
  left: number;
  limit: number;
  unit: 'working-day' | 'calendar-day';
  pauses: ClockPause[];
  extended: boolean;
  stopped?: string;
  /** In place of `due` where the calendar does not know a year that the clock reaches. */
  problem?: Problem;
}

/** A stretch in which a clock stood or stands (ISO dates): nothing counts after `from` up to and including `to`. */
export interface ClockPause {
  from: string;
  to?: string;
  /** The step in which it stands, or for which something is asked. */
  step?: string;
  cause: 'step' | 'ask' | 'suspend';
  /** Who asked, or suspended the case. */
  by?: ActorStamp;
}

/** What an actor may do now, or why not. */
export interface Offer {
  do: string;
  step?: string;
  title: string;
  form?: string;
  reasons?: 'required' | 'optional';
  may: boolean;
  authority?: Authority;
  problem?: Problem;
}
