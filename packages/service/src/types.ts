/** What the service shows: views of cases, work lists and notices, as the HTTP door and its clients pass them on. */

import type { Problem } from '@aidflow/definition';
import type {
  ActorStamp,
  Authority,
  Award,
  CaseEvent,
  CaseState,
  ClockView,
  Delegation,
  ExplainedMove,
  Json,
  Letter,
  Offer,
  Parent,
  PublishedNotice,
  Question,
  StandIn,
} from '@aidflow/engine';
import type { Page, Registered, StoredRecord } from '@aidflow/store';
import type { Need } from './needs.ts';

/** Who has to act for a step to go on. */
export interface WaitingFor {
  role: string;
  roleTitle: string;
  division: string;
  divisionName: string;
  /** The officer to whom it was handed over. */
  person?: string;
}

/** A step in which a case is now. */
export interface StepView {
  id: string;
  title: string;
  kind: string;
  role?: string;
  level?: string;
  /** When the step was entered. */
  since: string;
  /** Absent where nobody but time is waited for. */
  waitingFor?: WaitingFor;
  /** Instant at which it goes on by itself. */
  until?: string;
  /** In a step that has a case for each item: how many, and how many have ended. */
  items?: { total: number; ended: number };
}

/** An offer with what has to be told in `data` where it has no form. */
export interface OfferView extends Offer {
  needs?: Need[];
}

/** One field that an act changed, by JSON Pointer into the form's data. */
export interface FieldChange {
  form: string;
  pointer: string;
  before?: Json;
  after?: Json;
}

export interface HistoryEntry {
  seq: number;
  type: string;
  /** Title of the step, or of the operation that every case has. */
  title: string;
  /** Title of the outcome that was chosen. */
  outcome?: string;
  at: string;
  by: ActorStamp;
  authority?: Authority;
  reasons?: string;
  changes?: FieldChange[];
}

export interface LetterView extends Letter {
  /** From 0, as in its address. */
  n: number;
}

export interface FileView {
  sha256: string;
  size: number;
  type: string;
  name: string;
}

/** How often a case was urged, and when last. */
export interface Urged {
  times: number;
  last: string;
}

/** A case as one actor may see it. */
export interface CaseView {
  state: CaseState;
  title: string;
  divisionName: string;
  steps: StepView[];
  offers: OfferView[];
  clocks: ClockView[];
  history: HistoryEntry[];
  letters: LetterView[];
  notices: PublishedNotice[];
  award: Award | null;
  /** The case that it belongs to, as far as the actor may open it, and its place there. */
  parent?: Parent & { may: boolean };
  /** What the applicant was asked, and answered. */
  questions: Question[];
  /** To whom copies were sent. */
  copies: { to: string; name: string; at: string; by: ActorStamp }[];
  urged?: Urged;
  /** While nothing is done in it: since when, by whom and why. */
  suspended?: { from: string; by: ActorStamp; reasons: string };
  files: FileView[];
  /** Names of the divisions that the view mentions, by code. */
  divisionNames: Record<string, string>;
  /** ISO date on which the view was made. */
  today: string;
  /** True when personal data is masked in it. */
  masked: boolean;
}

/** What a command in a batch has led to; empty where the actor may not see the case. */
export interface Acted {
  version?: number;
  status?: CaseState['status'];
  outcome?: string;
}

/** What somebody is told who may take part in a case without seeing it (an objection to a notice). */
export interface Receipt {
  case: string;
  received: string;
}

export interface EventView extends CaseEvent {
  title: string;
  outcome?: string;
}

export interface Due {
  clock: string;
  /** ISO date. */
  date: string;
  /** Days of `unit`, negative when over. */
  left: number;
  unit: ClockView['unit'];
  state: ClockView['state'];
}

export interface InboxItem {
  case: string;
  number: string;
  applicant: string;
  programme: string;
  title: string;
  step: string;
  stepTitle: string;
  division: string;
  divisionName: string;
  since: string;
  due?: Due;
  may: boolean;
  /** What keeps the actor from acting. */
  why?: Problem;
  urged?: Urged;
  /** True where the task was handed over to the actor, or they were asked to sign, too. */
  named: boolean;
}

/** A case of which the actor was sent a copy. */
export interface CopyItem {
  case: string;
  number: string;
  /** Masked unless they act on the case. */
  applicant: string;
  programme: string;
  title: string;
  division: string;
  divisionName: string;
  status: CaseState['status'];
  at: string;
  by: ActorStamp;
}

/** An inbox; its first page also has the latest copies. */
export interface InboxPage extends Page<InboxItem> {
  copies?: CopyItem[];
}

/** A record as an officer sees it. */
export interface RecordItem extends StoredRecord {
  typeTitle: string;
  stateTitle: string;
  /** Whether it is no longer in force, by its state. */
  closed: boolean;
  divisionName: string;
  /** True when personal data is masked in it. */
  masked: boolean;
}

/** A round that anybody may enrol in. */
export interface EnrolmentItem {
  case: string;
  do: string;
  title: string;
  form: string;
  programme: string;
  programmeTitle: string;
  /** Hash of the definition, to find the form. */
  definition: string;
  division: string;
  divisionName: string;
  opened: string;
  /** First day on which it is closed, ISO date. */
  until?: string;
  enrolled: number;
  locales: Record<string, Record<string, string>>;
}

export interface CaseListItem {
  id: string;
  number: string;
  programme: string;
  title: string;
  division: string;
  divisionName: string;
  /** Masked. */
  applicant: string;
  /** Titles of the steps the case is in. */
  steps: string[];
  status: CaseState['status'];
  outcome: string | null;
  opened: string;
  updated: string;
  version: number;
  /** Nearest last day of a running clock, ISO date. */
  nextDue: string | null;
  /** The case that it belongs to, and its place there. */
  parent: { case: string; step: string; index: number } | null;
}

/** How to object to a notice, while that is possible. */
export interface Objection {
  do: string;
  title: string;
  form?: string;
}

/** A public notice with its period; personal data in it is masked. */
export interface NoticeItem extends PublishedNotice {
  id: string;
  case: string;
  programme: string;
  programmeTitle: string;
  /** Hash of the definition, to find the form of an objection. */
  definition: string;
  division: string;
  divisionName: string;
  locales: Record<string, Record<string, string>>;
  objection?: Objection;
}

export interface ProgrammeItem {
  programme: string;
  version: string;
  title: string;
  hash: string;
  start: { step: string; form: string | null };
  /** Every step with which a case may be opened by a person, the start first. */
  starts: { step: string; title: string; role: string; form: string | null }[];
  locales: Record<string, Record<string, string>>;
}

/** A version of a programme. */
export interface VersionItem {
  programme: string;
  hash: string;
  version: string;
  title: string;
  /** First day on which new cases may run on it, ISO date. */
  validFrom: string;
  /** Instant. */
  published: string;
  /** New cases run on the current one; cases that run already stay on theirs, past ones included. */
  state: 'coming' | 'current' | 'past';
}

/** What moving a case to another version comes to. */
export interface Migrated {
  case: string;
  number: string;
  /** Of the case, with the move. */
  version: number;
  /** Nothing was done: this is what would happen. */
  dryRun: boolean;
  move: ExplainedMove;
}

/** A delegation as an officer sees it. */
export interface DelegationItem extends Delegation {
  id: string;
  programmeTitle: string;
  actionTitle: string;
  fromName: string;
  toName: string;
  added: Registered;
  ended?: Registered;
  /** Whether it holds today. */
  inForce: boolean;
  /** Whether the actor may end it. */
  may: boolean;
}

/** A stand-in as an officer sees it. */
export interface StandInItem extends StandIn {
  id: string;
  /** Names of the divisions of its grants, by code. */
  divisionNames: Record<string, string>;
  added: Registered;
  ended?: Registered;
  inForce: boolean;
  may: boolean;
}

export interface Division {
  code: string;
  name: string;
}

export interface DivisionItem extends Division {
  level: string;
}

/** A change that listeners hear of as soon as it is on the disk. */
export interface CaseChange {
  case: string;
  version: number;
  state: CaseState;
  /** Whether something is to be sent because of it. */
  sends: boolean;
}
