/** The application service over engine and store. */
export type { Answer, Refusal } from './answer.ts';
export type { Advance } from './clock.ts';
export type { CommandRequest, Conditions, OpenRequest } from './commands.ts';
export { LARGEST_FILE } from './files.ts';
export type { Ending, StandInRequest } from './granting.ts';
export { letterStyle } from './letters.ts';
export type { CaseListQuery, NoticeListQuery } from './lists.ts';
export { DEEPEST, isDeeperThan } from './nesting.ts';
export type { ConnectorAddress, ServiceOptions } from './options.ts';
export type { Running } from './runner.ts';
export { createService, type Service } from './service.ts';
export type {
  CaseChange,
  CaseListItem,
  CaseView,
  DelegationItem,
  Division,
  DivisionItem,
  Due,
  EventView,
  FieldChange,
  FileView,
  HistoryEntry,
  InboxItem,
  LetterView,
  NoticeItem,
  Objection,
  ProgrammeItem,
  Receipt,
  StandInItem,
  StepView,
  WaitingFor,
} from './types.ts';
