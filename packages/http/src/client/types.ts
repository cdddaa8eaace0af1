/** What the client sends and gets, as plain types: a browser loads nothing for them. */
import type { Bundle, Problem, StepMap } from '@aidflow/definition';
import type { Actor, Delegation, Explanation, JsonObject, StandIn } from '@aidflow/engine';
import type {
  Acted,
  CaseListItem,
  CaseView,
  CopyItem,
  DelegationItem,
  DivisionItem,
  EnrolmentItem,
  EventView,
  FileView,
  InboxPage,
  Migrated,
  NoticeItem,
  ProgrammeItem,
  Receipt,
  RecordItem,
  StandInItem,
  VersionItem,
} from '@aidflow/service';

export interface PageQuery {
  cursor?: string;
  limit?: number;
}

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface CaseQuery extends PageQuery {
  programme?: string;
  /** Only cases that belong to this one. */
  parent?: string;
  status?: 'active' | 'ended';
  step?: string;
  q?: string;
}

export interface RecordQuery extends PageQuery {
  type: string;
  key?: string;
  state?: string;
  /** Fields, or `state` or `division`, and the values that they must have. */
  where?: JsonObject;
}

/** What became of one command of a batch; `value` is empty where the actor may not see the case. */
export type BatchAnswer =
  | { case: string; ok: true; value: Acted }
  | { case: string; ok: false; problem: HttpProblem };

/** How cases move to another version: its hash, what becomes of their steps, and why. */
export interface Migration {
  to: string;
  map?: StepMap;
  reasons: string;
  /** Only says what would happen. */
  dryRun?: boolean;
}

/** What became of one of many cases that were to move. */
export type MigrationAnswer =
  | { case: string; ok: true; value: Migrated }
  | { case: string; ok: false; problem: HttpProblem };

/** `key` makes repeated attempts one act; a new one is made when left out. `version` is the one the actor saw. */
export interface ActOptions {
  key?: string;
  version?: number;
}

export interface UploadOptions {
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** A problem as it comes over HTTP: with all the others when there are several. */
export type HttpProblem = Problem & { type: string; problems?: Problem[] };

export interface Client {
  programmes(): Promise<ProgrammeItem[]>;
  /** Every version of a programme, the newest first. */
  versions(programme: string): Promise<VersionItem[]>;
  definition(hash: string): Promise<Omit<Bundle, 'validators'>>;
  /** Compiled validators by form id. */
  validators(hash: string): Promise<Record<string, unknown>>;
  open(
    application: { programme: string; division: string; do?: string; data?: JsonObject },
    options?: ActOptions,
  ): Promise<CaseView>;
  cases(query?: CaseQuery): Promise<Page<CaseListItem>>;
  case(id: string): Promise<CaseView>;
  command(
    id: string,
    command: { do: string; data?: JsonObject; reasons?: string },
    options?: ActOptions,
  ): Promise<CaseView>;
  /** Acts on many cases: one answer for each command, each decided on its own. */
  batch(
    commands: readonly { case: string; do: string; data?: JsonObject; reasons?: string; version?: number }[],
    key?: string,
  ): Promise<BatchAnswer[]>;
  /** Moves a case to another version of its programme, all or nothing. */
  migrate(id: string, migration: Migration, options?: ActOptions): Promise<Migrated>;
  /** Moves many: one answer for each, each moved or refused on its own. */
  migrateAll(
    cases: readonly { case: string; version?: number }[],
    migration: Migration,
    key?: string,
  ): Promise<MigrationAnswer[]>;
  /** Cases that belong to a case, by step and index. */
  children(id: string, query?: PageQuery): Promise<Page<CaseListItem>>;
  events(id: string): Promise<EventView[]>;
  explain(id: string, seq: number): Promise<Explanation>;
  /** The first page also has the latest copies. */
  inbox(query?: PageQuery): Promise<InboxPage>;
  copies(query?: PageQuery): Promise<Page<CopyItem>>;
  records(query: RecordQuery): Promise<Page<RecordItem>>;
  /** Rounds that anybody may enrol in; enrolling is a command on them. */
  enrolments(query?: { division?: string }): Promise<EnrolmentItem[]>;
  delegations(): Promise<DelegationItem[]>;
  grantDelegation(delegation: Delegation, key?: string): Promise<DelegationItem>;
  revokeDelegation(id: string, ending: { document: string; until?: string }): Promise<DelegationItem>;
  standIns(): Promise<StandInItem[]>;
  grantStandIn(standIn: StandIn & { document: string }, key?: string): Promise<StandInItem>;
  revokeStandIn(id: string, ending: { document: string; until?: string }): Promise<StandInItem>;
  notices(query?: { division?: string }): Promise<NoticeItem[]>;
  /** Objects to a notice; anybody who is signed in may, without having seen the case. */
  object(
    notice: { case: string },
    command: { do: string; data?: JsonObject; reasons?: string },
    key?: string,
  ): Promise<CaseView | Receipt>;
  divisions(parent?: string): Promise<DivisionItem[]>;
  upload(file: Blob & { name?: string }, options?: UploadOptions): Promise<FileView>;
  letterUrl(id: string, n: number, lang?: string): string;
  fileUrl(sha256: string): string;
  /** Calls `listener` whenever a case changes that the actor may see; the answer ends it. */
  subscribe(listener: (change: { case: string; version: number }) => void): () => void;

  /** Demonstrations only. */
  people(): Promise<Actor[]>;
  session(): Promise<Actor | null>;
  signIn(person: string): Promise<Actor | null>;
  signOut(): Promise<void>;
  clock(): Promise<string>;
  advance(by: { advance: string } | { until: string }): Promise<{ now: string; fired: number }>;
}

export interface ClientOptions {
  /** Where the server is; the page's own when left out. */
  baseUrl?: string;
  /** Language of problems: a tag, or a function that tells the present one. */
  language?: string | (() => string | undefined);
  /** Sends requests; the platform's own when left out. */
  fetch?: typeof fetch;
  /** Sent with every request: a host's own proof of who asks. */
  headers?: Record<string, string>;
}
