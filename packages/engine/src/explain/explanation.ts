/** What an explanation consists of. Plain JSON, so that it can be kept, sent and read elsewhere. */
import type { Certainty, CheckResult, ValueUnit } from '@aidflow/definition';
import type {
  ActorStamp,
  Authority,
  Award,
  CaseEvent,
  ClockPause,
  ClockView,
  Json,
  JsonObject,
  RuleTrace,
} from '../types.ts';

/** Why an event of a case is as it is. Texts are in the language of the definition; `texts` translates them. */
export interface Explanation {
  case: { id: string; number: string; division: string };
  /** The version on which the event happened. */
  programme: ExplainedVersion & { id: string; language: string; timezone: string };
  event: CaseEvent;
  /** The step, or what kind of event it is where it belongs to none. */
  title: string;
  /** What somebody chose, in words. */
  outcome?: string;
  basis: { id: string; cite: string; certainty: string }[];
  /** The rule it rests on: its own, else the last that was judged before. */
  rule?: RuleTrace;
  /** The rules it rests on, with their titles: its own, else the last of each check before. */
  rules: ExplainedRule[];
  authority?: Authority;
  /** The role of the authority in words, where the definition names it. */
  role?: string;
  signatures: Signed[];
  /** Every form as it was then. */
  data: Record<string, JsonObject>;
  /** Those forms field by field, as a reader sees them. */
  forms: ExplainedForm[];
  /** How the clocks stood then; empty where no calendar is given. */
  clocks: ExplainedClock[];
  draw?: ExplainedDraw;
  /** How the case came to another version of its programme, of the event by which it did. */
  move?: ExplainedMove;
  /** What followed by itself before anybody did something else. */
  followed: Followed;
  /** Personal data is masked in it. */
  masked: boolean;
  /** Translations of the texts above, by language. */
  texts: Record<string, Record<string, string>>;
}

/** A version of a programme. */
export interface ExplainedVersion {
  version: string;
  title: string;
  /** Content hash. */
  hash: string;
}

/** A case that moved from one version to another: what is called how, in the words of each. */
export interface ExplainedMove {
  from: ExplainedVersion;
  to: ExplainedVersion;
  /** Titles of the steps in which the case stood before and stands after. */
  stood: string[];
  stands: string[];
  /** Steps of the case that go under another id; `to` is null where the later version has none. */
  steps: Renamed[];
  /** Time limits that go under another id, or are dropped. */
  clocks: Renamed[];
  /** Titles of time limits that began with the move, from what had happened before, and on which ISO date. */
  started: { title: string; date: string }[];
}

export interface Renamed {
  from: { id: string; title: string };
  to: { id: string; title: string } | null;
}

export interface Signed {
  by: ActorStamp;
  outcome: string;
  /** The outcome in words. */
  title?: string;
  at: string;
  authority?: Authority;
  reasons?: string;
}

/** A value with what it is called and how people read it. */
export interface NamedValue {
  id: string;
  title: string;
  unit?: ValueUnit;
  value: Json;
}

/** A cell of a table: the input, the test as it is written, and to what a comparison in it came then. */
export interface PassedTest extends NamedValue {
  test: string;
  limit?: Json;
}

export interface ExplainedRule {
  /** Number of the event in which it was judged, and the check. */
  seq: number;
  step: string;
  title: string;
  /** The version on which it was judged, where the case has moved to another since. */
  on?: ExplainedVersion;
  result: CheckResult;
  reason: string;
  /** The rows that fired, with the tests that each passed. */
  rows: { id: string; tests: PassedTest[] }[];
  inputs: NamedValue[];
  /** Values that it left behind, those that the definition names. */
  values: NamedValue[];
  parameters: ExplainedParameter[];
}

/** A parameter as it stood on the date on which it was looked up. */
export interface ExplainedParameter extends NamedValue {
  date: string;
  /** ISO dates between which the value held, the end excluded. */
  from?: string;
  until?: string;
  source?: string;
  certainty: Certainty;
  /** The rows that fired rest on it. */
  decisive: boolean;
}

/** A clock, its pauses with the titles of their steps. */
export interface ExplainedClock extends ClockView {
  pauses: (ClockPause & { title?: string })[];
}

export interface ExplainedForm {
  id: string;
  title: string;
  fields: ExplainedField[];
}

export interface ExplainedField {
  /** Titles from the outermost to its own; numbers count the items of a list. */
  path: string[];
  value: Json;
  unit?: ValueUnit;
  /** A date, or the code of a division. */
  format?: 'date' | 'division';
}

/** A draw or selection, and what is needed to make it again. */
export interface ExplainedDraw {
  kind: 'draw' | 'select';
  algorithm: string;
  seed: string;
  /** SHA-256 of what was drawn from. */
  pool: string;
  /** Text whose SHA-256 is the pool of a draw; part of what is hashed for each member of a selection. */
  key: string;
  chosen: boolean | Json[];
  share?: number;
  fraction?: number;
  /** It was taken whatever the draw said. */
  always?: boolean;
  size?: number;
  reserve?: Json[];
  /** Whether making it again from what is recorded gives the same. */
  repeated: boolean;
}

export interface Followed {
  award?: Award;
  letters: { title: string; number: string; issued: string }[];
  /** Public notice, with its first and last day. */
  notice?: { title: string; from: string; to?: string };
  /** How the case ended. */
  ended?: string;
}
