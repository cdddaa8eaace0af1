/**
 * What the elements ask of a client, and the shapes it answers with. `createClient` of `@aidflow/http/client` gives it
 * over HTTP; a host may give its own. Every call rejects with an error that carries a `problem`.
 */
import type { Client as HttpClient } from '@aidflow/http/client';

/** The part of the client that the elements use. */
export type Client = Pick<
  HttpClient,
  | 'inbox'
  | 'case'
  | 'command'
  | 'explain'
  | 'definition'
  | 'validators'
  | 'notices'
  | 'object'
  | 'divisions'
  | 'upload'
  | 'letterUrl'
  | 'fileUrl'
  | 'subscribe'
>;

type Answer<Call extends keyof Client> = Awaited<Extract<ReturnType<Client[Call]>, Promise<unknown>>>;
type Item<List> = List extends (infer Each)[] ? Each : never;

/** A case as the reader may see it. */
export type CaseView = Answer<'case'>;
/** A step in which a case is now. */
export type StepView = Item<CaseView['steps']>;
/** Who has to act for a step to go on. */
export type WaitingFor = NonNullable<StepView['waitingFor']>;
export type HistoryEntry = Item<CaseView['history']>;
/** One field that an act changed, by JSON Pointer into the form's data. */
export type FieldChange = Item<NonNullable<HistoryEntry['changes']>>;
export type FileView = Answer<'upload'>;
export type InboxPage = Answer<'inbox'>;
export type InboxItem = Item<InboxPage['items']>;
/** A time limit as the inbox shows it: `date` is the last day, `left` its days in `unit`. */
export type Due = NonNullable<InboxItem['due']>;
/** A notice on the public board, and how to object to it while that is possible. */
export type NoticeItem = Item<Answer<'notices'>>;
/** A bundle without its validators. */
export type BundleView = Answer<'definition'>;
