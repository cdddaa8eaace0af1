/**
 * What the elements ask of a client. `@aidflow/http/client` gives it over HTTP; a host may give its own.
 * Every call rejects with an error that carries a `problem` (RFC 9457 with Aidflow's `code`).
 */
import type { Bundle, Problem } from '@aidflow/definition';
import type {
  ActorStamp,
  Authority,
  Award,
  CaseState,
  ClockView,
  Explanation,
  Json,
  JsonObject,
  Letter,
  Offer,
  PublishedNotice,
} from '@aidflow/engine';

/** A time limit as the inbox shows it: `date` is the last day, `left` its days in `unit`. */
export interface Due {
  clock: string;
  date: string;
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
  /** What keeps the reader from acting. */
  why?: Problem;
}

export interface InboxPage {
  items: InboxItem[];
  next?: string;
}

/** Who has to act for a step to go on. */
export interface WaitingFor {
  role: string;
  roleTitle: string;
  division: string;
  divisionName: string;
}

/** A step in which a case is now. */
export interface StepView {
  id: string;
  title: string;
  kind: string;
  role?: string;
  level?: string;
  since: string;
  /** Absent where nobody but time is waited for. */
  waitingFor?: WaitingFor;
  /** Instant at which it goes on by itself. */
  until?: string;
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

/** A case as one actor may see it. */
export interface CaseView {
  state: CaseState;
  title: string;
  divisionName: string;
  steps: StepView[];
  offers: Offer[];
  clocks: ClockView[];
  history: HistoryEntry[];
  letters: LetterView[];
  notices: PublishedNotice[];
  award: Award | null;
  files: FileView[];
  /** Names of the divisions that the view mentions, by code. */
  divisionNames: Record<string, string>;
  /** ISO date on which the view was made. */
  today: string;
  /** True when personal data is masked in it. */
  masked: boolean;
}

/** A notice on the public board, and how to object to it while that is possible. */
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
  objection?: { do: string; title: string; form?: string };
}

/** A bundle without its validators. */
export type BundleView = Omit<Bundle, 'validators'>;

export interface Client {
  inbox(query?: { cursor?: string; limit?: number }): Promise<InboxPage>;
  case(id: string): Promise<CaseView>;
  /** `version` is the version the actor saw; `key` makes a repeated attempt one act. */
  command(
    id: string,
    command: { do: string; data?: JsonObject; reasons?: string },
    options: { version: number; key: string },
  ): Promise<CaseView>;
  explain(id: string, seq: number): Promise<Explanation>;
  definition(hash: string): Promise<BundleView>;
  /** Compiled validators by form id. */
  validators(hash: string): Promise<Record<string, unknown>>;
  notices(): Promise<NoticeItem[]>;
  /** Objects to a notice; anybody may, without having seen the case. */
  object(notice: NoticeItem, command: { do: string; data: JsonObject }, key: string): Promise<unknown>;
  upload(
    file: File,
    options?: { onProgress?: (share: number) => void; signal?: AbortSignal },
  ): Promise<FileView>;
  /** Divisions right below `parent`, for the picker in forms. */
  divisions?(parent: string | undefined): Promise<{ code: string; name: string; level?: string }[]>;
  letterUrl(id: string, n: number, lang: string): string;
  fileUrl(sha256: string): string;
  /** Calls `listener` whenever a case changes; the answer ends it. */
  subscribe(listener: (change: { case: string; version: number }) => void): () => void;
}
