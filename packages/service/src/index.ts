/** The application service over engine and store. */
export type { Answer, Refusal } from './answer.ts';
export type { BatchAnswer, BatchCommand } from './batch.ts';
export type { Advance } from './clock.ts';
export type { CommandRequest, Conditions, OpenRequest } from './commands.ts';
export { LARGEST_FILE } from './files.ts';
export type { Ending, StandInRequest } from './granting.ts';
export { letterStyle } from './letters.ts';
export type { CaseListQuery, NoticeListQuery } from './lists.ts';
export type {
  MigrationAnswer,
  MigrationRequest,
  MovingCase,
} from './migrations.ts';
export type { Need } from './needs.ts';
export { DEEPEST, isDeeperThan } from './nesting.ts';
export type { ConnectorAddress, ServiceOptions } from './options.ts';
export type { RecordListQuery } from './records.ts';
export type { Running } from './runner.ts';
export type { ScheduleProgress } from './schedules.ts';
export { createService, type Service } from './service.ts';
export type { Taken } from './taking-over.ts';
export type {
  Acted,
  CaseChange,
  CaseListItem,
  CaseView,
  CopyItem,
  DelegationItem,
  Division,
  DivisionItem,
  Due,
  EnrolmentItem,
  EventView,
  FieldChange,
  FileView,
  HistoryEntry,
  InboxItem,
  InboxPage,
  LetterView,
  Migrated,
  NoticeItem,
  Objection,
  OfferView,
  ProgrammeItem,
  Receipt,
  RecordItem,
  StandInItem,
  StepView,
  Urged,
  VersionItem,
  WaitingFor,
} from './types.ts';
