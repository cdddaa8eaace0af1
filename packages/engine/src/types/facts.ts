/** Where a case stands, as derived from its events. */
import type { StateValue } from 'xstate';
import type { Parent, ScheduledBy } from './command.ts';
import type { Award, Letter, PublishedNotice, Selection, SignerPosition, Tally } from './event.ts';
import type { Json, JsonObject } from './json.ts';
import type { ActorStamp, Authority } from './people.ts';

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
