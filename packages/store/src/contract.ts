/**
 * What a store of cases promises. Every method is one transaction of its own; what it answers is plain JSON, instants
 * are ISO 8601 in UTC and compare as text. A caller's mistake throws `ProblemError`; what may well happen is answered.
 */
import type { Problem } from '@aidflow/definition';
import type {
  ActorStamp,
  CaseEvent,
  CaseState,
  Delegation,
  JsonObject,
  PublishedNotice,
  StandIn,
  Task,
  Timer,
} from '@aidflow/engine';

/** A task with the clock that presses most on it. It also stands in the lists of those whom it names. */
export interface TaskEntry extends Task {
  clock?: string | undefined;
  /** Last day in time, ISO date; absent while every clock stands. */
  due?: string | undefined;
}

/** Something that waits to be sent. `id` is its idempotency key for good. */
interface Outgoing {
  id: string;
  payload: JsonObject;
  /** Instant from which it may be sent. */
  due: string;
}

/** A request to another department's system. */
export interface RequestItem extends Outgoing {
  kind: 'request';
  /** Step that asked and will be answered. */
  step: string;
  connector: string;
}

/** What another case is to be told. Messages to one case are handed out one after the other, in the order of their commits. */
export interface MessageItem extends Outgoing {
  kind: 'message';
  /** Id of the case that is told; it need not be there yet. */
  target: string;
}

export type OutboxItem = RequestItem | MessageItem;

/** An outbox item handed to one worker until its lease ends. */
export type LeasedItem = OutboxItem & {
  caseId: string;
  /** How often it was sent before. */
  attempts: number;
};

/** What is recorded under an idempotency key: enough to give the same answer again. */
export interface StoredResponse {
  caseId: string;
  version: number;
  /** Instant at which the first answer was given. */
  at: string;
}

export interface IdempotencyRecord extends StoredResponse {
  actor: string;
  key: string;
  /** Hash of what was asked; the same key with another fingerprint is refused. */
  fingerprint: string;
}

/**
 * Everything that one decision changes, written together or not at all. Records are changed as the events say
 * (`detail.records`), a schedule's run is noted when its case is opened (`detail.open.schedule`).
 */
export interface Commit {
  caseId: string;
  /** Version that the decision was made on; 0 opens the case. */
  expected: number;
  events: readonly CaseEvent[];
  state: CaseState;
  /** Ids of the steps in which the case is now. */
  steps: readonly string[];
  /** All tasks and timers of the case from now on: those that are not named are gone. */
  tasks: readonly TaskEntry[];
  timers: readonly Timer[];
  outbox: readonly OutboxItem[];
  /** Files that these events name, and who brought them in (actor id). Each must have been put before. */
  files?: readonly { sha256: string; by: string }[] | undefined;
  /** Outbox item that these events answer. */
  settles?: string | undefined;
  /** Message that the case receives with them; a second time it is refused. */
  receives?: string | undefined;
  /** State of a new record, by kind, where its first change names none. */
  firstStates?: Readonly<Record<string, string>> | undefined;
  /** Nearest last day of a running clock, for lists. */
  nextDue?: string | undefined;
  idempotency?: IdempotencyRecord | undefined;
}

/**
 * - `store/conflict`: the case has another version than expected.
 * - `store/duplicate`: the key was used for the same request before; `replay` is what was recorded then.
 * - `store/duplicate-key`: the key was used for another request before.
 * - `store/settled`: the outbox item was answered before.
 * - `store/received`: the case has received the message before.
 * - `record/exists`: a record that must not be there yet is there.
 * - `store/run-made`: the schedule's run was made before.
 * - `store/failed`: the store could not write; nothing was.
 */
export type CommitResult =
  | { ok: true }
  | { ok: false; problem: Problem; replay?: StoredResponse | undefined };

/** Where somebody may look: a division with all below it, and there only these programmes. */
export interface Scope {
  division: string;
  programmes?: readonly string[] | undefined;
}

export interface CaseRow {
  id: string;
  number: string;
  programme: string;
  definition: string;
  division: string;
  applicant: ActorStamp;
  steps: string[];
  status: CaseState['status'];
  outcome: string | null;
  opened: string;
  updated: string;
  version: number;
  nextDue: string | null;
  /** The `each` step whose steps it runs, in a case that belongs to another. */
  procedure: string | null;
  parent: { case: string; step: string; index: number } | null;
}

export interface PageQuery {
  cursor?: string | undefined;
  limit: number;
}

export interface Page<T> {
  items: T[];
  /** Cursor of the next page; absent at the end. */
  next?: string;
}

export interface CaseQuery extends PageQuery {
  /** Cases of this applicant, or else all within the scopes. */
  applicant?: string | undefined;
  scopes?: readonly Scope[] | undefined;
  programmes?: readonly string[] | undefined;
  /** Only those that belong to this case, by step and index in place of newest first. */
  parent?: string | undefined;
  status?: CaseState['status'] | undefined;
  step?: string | undefined;
  /** Part of the case number or the beginning of the applicant's name. */
  q?: string | undefined;
  /** False where names may not be searched for. */
  names?: boolean | undefined;
}

export interface TaskRow extends TaskEntry {
  caseId: string;
}

export interface TaskQuery extends PageQuery {
  /** Roles held, each in a division with all below it. */
  grants: readonly { role: string; division: string }[];
  /** Also the tasks that wait for this applicant. */
  applicant?: string | undefined;
  /** Also the tasks that name this person: handed over to them, or to be signed by them, too. */
  person?: string | undefined;
}

export interface CopyRow {
  caseId: string;
  at: string;
  by: ActorStamp;
}

export interface CopyQuery extends PageQuery {
  person: string;
}

/** One change of a record. */
export interface RecordEntry {
  at: string;
  case: string;
  /** Of the event. */
  seq: number;
  /** State after it. */
  state: string;
  /** The fields that it set. */
  data: JsonObject;
}

/** A long-lived register entry with everything that became of it, first change first. */
export interface StoredRecord {
  type: string;
  key: string;
  state: string;
  data: JsonObject;
  /** ISO date. */
  validTo: string | null;
  /** Instant. */
  created: string;
  /** Of the case that created it. */
  division: string;
  version: number;
  history: RecordEntry[];
}

/** A record that another system kept before, as it stands. */
export type TakenRecord = Omit<StoredRecord, 'version' | 'history'>;

export interface RecordQuery extends PageQuery {
  type: string;
  key?: string | undefined;
  state?: string | undefined;
  /**
   * Fields of the data, or else `state` or `division`, and the values that they must have; null stands for a field that is
   * not there, too.
   */
  where?: JsonObject | undefined;
  /** Only within these, each with all below it; everywhere when left out. */
  divisions?: readonly string[] | undefined;
  /** False leaves their history out. */
  history?: boolean | undefined;
}

/** A run of a schedule that was made. */
export interface ScheduleRun {
  schedule: string;
  /** Key of the record it was made for. */
  record?: string;
  /** ISO date. */
  due: string;
  late: boolean;
  caseId: string;
}

export interface DueTimer extends Timer {
  caseId: string;
}

export interface NoticeRow {
  caseId: string;
  programme: string;
  division: string;
  /** Place in the case's list of notices. */
  n: number;
  notice: PublishedNotice;
}

export interface NoticeQuery extends PageQuery {
  /** ISO date on which the notice is up. */
  on: string;
  division?: string | undefined;
}

export interface FileRecord {
  /** SHA-256 of the content, hex. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Media type by content. */
  type: string;
  /** As its uploader called it. */
  name: string;
  /** Actor id. */
  by: string;
  at: string;
}

/** A row that was added once and may be ended later, never changed. */
export interface Recorded<T> {
  id: string;
  value: T;
  added: Registered;
  ended?: Registered;
}

/** Who did it when, and the number of the document it rests on. */
export interface Registered {
  at: string;
  by: ActorStamp;
  document?: string;
}

export interface AuditEntry {
  at: string;
  by: ActorStamp;
  /** `delegation.added`, `stand-in.ended`, `definition.published` ... */
  action: string;
  subject: string;
}

/** One published definition: `bundle` is its canonical JSON, found by content hash for ever. */
export interface StoredDefinition {
  hash: string;
  programme: string;
  version: string;
  title: string;
  published: string;
  bundle: string;
}

export interface StoredSession {
  /** Hash of the session's secret. */
  id: string;
  person: string;
  expires: string;
}

/** A decision that somebody else has written on the same database. */
export interface HeardCommit {
  caseId: string;
  version: number;
  /** Whether something is to be sent because of it. */
  sends: boolean;
}

export interface CaseStore {
  /** Writes one decision. */
  commit(commit: Commit): Promise<CommitResult>;
  /** Writes decisions in one transaction, each answered on its own: a refused one takes nothing with it. */
  commitAll(commits: readonly Commit[]): Promise<CommitResult[]>;
  /** What was recorded under an actor's idempotency key, with the fingerprint of the request. */
  replay(actor: string, key: string): Promise<(StoredResponse & { fingerprint: string }) | undefined>;
  /** Forgets idempotency keys recorded before an instant; answers how many. */
  forgetKeys(before: string): Promise<number>;

  load(caseId: string): Promise<CaseState | undefined>;
  /** Events after `after`, up to and including `until`. */
  events(caseId: string, after?: number, until?: number): Promise<CaseEvent[]>;
  /** Newest first, but those of one case by step and index. */
  cases(query: CaseQuery): Promise<Page<CaseRow>>;
  /** Nearest last day first, those without one last. */
  tasks(query: TaskQuery): Promise<Page<TaskRow>>;
  notices(query: NoticeQuery): Promise<Page<NoticeRow>>;
  /** Cases of which somebody was sent a copy, latest first, each once. */
  copies(query: CopyQuery): Promise<Page<CopyRow>>;
  /** Records by key. */
  records(query: RecordQuery): Promise<Page<StoredRecord>>;
  /**
   * Takes over records that another system kept, each without a history, in one transaction with a row of the audit. One
   * that is there already stays as it is. Answers how many were new.
   */
  takeRecords(records: readonly TakenRecord[], by: ActorStamp, at: string): Promise<number>;
  /** Runs of a programme's schedules that were due on the ISO date `since` or later. */
  scheduleRuns(programme: string, since: string): Promise<ScheduleRun[]>;

  /** Timers due at `until` or before, earliest first. */
  timersDue(until: string, limit: number, caseId?: string): Promise<DueTimer[]>;
  /** Instant of the earliest timer, or of the earliest that is due later than `after`. */
  nextTimer(after?: string): Promise<string | undefined>;

  /**
   * Hands due items to `owner` until `leaseUntil`; nobody else gets them before. At least once, in order of time. Of the
   * messages to one case only the first that is open is handed out.
   */
  outboxLease(owner: string, now: string, leaseUntil: string, limit: number): Promise<LeasedItem[]>;
  /** Gives an item back to be sent again at `due`. False when the lease was lost. */
  outboxRetry(id: string, owner: string, due: string, error: string): Promise<boolean>;
  /** Closes an item that nobody waits for any more. */
  outboxDrop(id: string, error: string): Promise<void>;
  /** Instant from which the first open item that no other holds up may be sent: when it is due, or its lease ends. */
  outboxNext(): Promise<string | undefined>;
  /** Number of items that are still to be answered. */
  outboxOpen(): Promise<number>;

  putDefinition(definition: StoredDefinition): Promise<void>;
  definition(hash: string): Promise<StoredDefinition | undefined>;
  /** Every definition without its bundle, in order of publication. */
  definitions(): Promise<Omit<StoredDefinition, 'bundle'>[]>;

  addDelegation(id: string, value: Delegation, by: ActorStamp, at: string): Promise<void>;
  /** Ends a delegation with the day `until`; answers false when there is none or it is over. */
  endDelegation(id: string, until: string, by: ActorStamp, at: string, document?: string): Promise<boolean>;
  delegations(): Promise<Recorded<Delegation>[]>;
  addStandIn(id: string, value: StandIn, by: ActorStamp, at: string, document?: string): Promise<void>;
  endStandIn(id: string, until: string, by: ActorStamp, at: string, document?: string): Promise<boolean>;
  standIns(): Promise<Recorded<StandIn>[]>;
  audit(entry: AuditEntry): Promise<void>;
  /** Latest first. */
  audited(limit: number): Promise<AuditEntry[]>;

  putFile(file: FileRecord): Promise<void>;
  /** The file as this actor uploaded it: two may have the same bytes under different names. */
  file(sha256: string, uploader: string): Promise<FileRecord | undefined>;
  /** Cases that name the file. */
  fileCases(sha256: string): Promise<string[]>;
  /** Files that a case names, in the order of their first mention, each as it was called by who brought it in. */
  caseFiles(caseId: string): Promise<FileRecord[]>;

  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string): Promise<void>;
  /** Takes `count` numbers of a sequence; answers the first. Starts at 1. */
  sequence(name: string, count?: number): Promise<number>;
  putSession(session: StoredSession): Promise<void>;
  session(id: string, now: string): Promise<StoredSession | undefined>;
  endSession(id: string): Promise<void>;

  /**
   * Tells of what others commit on the same database, until the answer is called. A store that cannot tell has none: its
   * readers see every change at their next look. What comes while the connection is broken is not told.
   */
  heard?(listener: (commit: HeardCommit) => void): Promise<() => Promise<void>>;

  close(): Promise<void>;
}
