/**
 * The words of the engine: what is asked (commands), what happened (events), where a case stands (state),
 * and the world in which an answer is given. All of it is plain JSON.
 */
import type { Problem } from '@aidflow/definition';
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
  isWorkingDay(date: string): boolean;
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
  /** Only for the start step. `division` is the village code of the case. */
  open?: { id: string; number: string; division: string } | undefined;
  /** Only for `elapse`. */
  timer?: string | undefined;
}

/** On what an act rested. */
export interface Authority {
  basis: 'own-role' | 'delegation' | 'stand-in' | 'own-case' | 'public' | 'system';
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
  open?: { number: string; programme: string; definition: string; division: string };
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
}

export interface RuleTrace {
  rule: string;
  /** Row that fired, or null when no row did. */
  row: string | null;
  result: 'pass' | 'fail' | 'unknown';
  reason: string;
  basis?: string;
  inputs: JsonObject;
  values: JsonObject;
  /** Parameters as looked up on `date`. */
  parameters: JsonObject;
  date: string;
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
}

export interface ClockRecord {
  started: string;
  pauses: { from: string; to?: string; step: string }[];
  extended?: { at: string; reasons: string };
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
  /** Authority of the act that decided. */
  decided: { outcome: string; at: string; authority: Authority | null; reasons: string } | null;
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
}

/** Something that happens by itself at an instant unless the case moves on before. */
export interface Timer {
  id: string;
  /** Instant, ISO 8601 in UTC: the first moment after the last day. */
  due: string;
  step?: string;
  clock?: string;
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
  pauses: { from: string; to?: string; step: string }[];
  extended: boolean;
  stopped?: string;
  /** In place of `due` where the calendar does not know a year that the clock reaches. */
  problem?: Problem;
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

export interface Explanation {
  event: CaseEvent;
  title: string;
  basis: { id: string; cite: string; certainty: string }[];
  rule?: RuleTrace;
  authority?: Authority;
  signatures: { by: ActorStamp; outcome: string; at: string; authority?: Authority }[];
  data: Record<string, JsonObject>;
}
