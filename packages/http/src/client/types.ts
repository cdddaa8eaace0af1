/** What the client sends and gets, as plain types: a browser loads nothing for them. */
import type { Bundle, Problem } from '@aidflow/definition';
import type { Actor, Explanation, JsonObject } from '@aidflow/engine';
import type {
  CaseListItem,
  CaseView,
  DivisionItem,
  EventView,
  FileView,
  InboxItem,
  NoticeItem,
  ProgrammeItem,
  Receipt,
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
  status?: 'active' | 'ended';
  step?: string;
  q?: string;
}

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
  definition(hash: string): Promise<Omit<Bundle, 'validators'>>;
  /** Compiled validators by form id. */
  validators(hash: string): Promise<Record<string, unknown>>;
  open(
    application: { programme: string; division: string; data: JsonObject },
    options?: ActOptions,
  ): Promise<CaseView>;
  cases(query?: CaseQuery): Promise<Page<CaseListItem>>;
  case(id: string): Promise<CaseView>;
  command(
    id: string,
    command: { do: string; data?: JsonObject; reasons?: string },
    options?: ActOptions,
  ): Promise<CaseView>;
  events(id: string): Promise<EventView[]>;
  explain(id: string, seq: number): Promise<Explanation>;
  inbox(query?: PageQuery): Promise<Page<InboxItem>>;
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
