/** The elements as classes. Importing this registers nothing; `@aidflow/elements/define` does. */
export { AidCase } from './case/case.ts';
export { AidClock } from './clock/clock.ts';
export type {
  BundleView,
  CaseView,
  Client,
  Due,
  InboxItem,
  InboxPage,
  NoticeItem,
} from './element/client.ts';
export { type ContextCallback, ContextRequestEvent, clientContext } from './element/context.ts';
export { AidProvider } from './element/provider.ts';
export type { AidElementsEventMap } from './events.ts';
export { AidFlow } from './flow/flow.ts';
export type { Covered, FlowCoverage } from './flow/reach.ts';
export { AidInbox } from './inbox/inbox.ts';
export { AidNotices } from './notices/notices.ts';
