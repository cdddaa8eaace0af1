/* Generated from schemas/ by `npm run generate`. */

/**
 * A name: lower-case words joined by hyphens.
 */
export type Id = string;
/**
 * ISO date, such as 2026-01-01.
 */
export type Date = string;
/**
 * How sure the value is: a national rule; a national rule whose wording may differ; set locally.
 */
export type Certainty = 'sure' | 'likely' | 'local';
/**
 * Level of administration.
 */
export type Level = 'province' | 'city' | 'county' | 'township' | 'village';
/**
 * fen: money as a whole number of fen; share: from 0 to 1.
 */
export type ParameterUnit = 'fen' | 'share' | 'days' | 'count' | 'age' | 'months' | 'text' | 'list';
/**
 * Fen, a share, a number, a text or a list.
 */
export type ParameterAmount = number | string | (string | number)[];
/**
 * A FEEL expression. It sees the forms by their ids, case, checks, answers, parameters and today.
 */
export type Feel = string;
/**
 * Working days by the State Council calendar, or calendar days.
 */
export type DayUnit = 'working-day' | 'calendar-day';
/**
 * STEP.OUTCOME, or STEP.elapsed, STEP.pass and the like.
 */
export type Event = string;
/**
 * What travels: a case, an operation on a record, or a round that owns cases.
 */
export type Subject = 'case' | 'record' | 'round';
/**
 * What must hold of every case after everything that happens in it. What would break one is refused.
 *
 * @minItems 1
 * @maxItems 50
 */
export type Invariants = Invariant[];
/**
 * A place in the procedure.
 */
export type SourceStep =
  | TaskStep
  | CheckStep
  | ParallelStep
  | WaitStep
  | DrawStep
  | SelectStep
  | EffectStep
  | EndStep
  | NoticeStep
  | SupplementStep
  | OversightSampleStep
  | VoteStep
  | EachStep
  | UseStep;
/**
 * Where it goes on: the id of a step, or "done" to end a branch.
 */
export type Target = string;
/**
 * A name that expressions see: camelCase.
 */
export type Name = string;
/**
 * Whether reasons are written with it.
 */
export type Reasons = 'required' | 'optional';
/**
 * How a case ends.
 */
export type EndOutcome =
  | 'approved'
  | 'partly-approved'
  | 'denied'
  | 'receipt-issued'
  | 'correction-ordered'
  | 'referred'
  | 'withdrawn'
  | 'lapsed'
  | 'not-ours';
/**
 * Each must be true, in this order; the first that is not refuses.
 *
 * @minItems 1
 * @maxItems 50
 */
export type Requirements = Requirement[];
/**
 * When it goes on: all branches done; any; so many; all, unless one ends in "veto", which ends the others at once.
 */
export type Join = ('all' | 'any' | 'veto') | AtLeast;
/**
 * sample: drawn by lot; filter: all that fit; rank: the first by keys up to a quota.
 */
export type SelectMethod = 'sample' | 'filter' | 'rank';
/**
 * Which comes first.
 */
export type RankOrder = 'ascending' | 'descending';
/**
 * Equal at the last place: all are in; drawn by lot; or those who come first in the list.
 */
export type Ties = 'include-all' | 'draw' | 'first';
/**
 * Something that is done once: letter, award, end-award, publish, register, file, record or send.
 */
export type Effect =
  | LetterEffect
  | AwardEffect
  | EndAwardEffect
  | PublishEffect
  | RegisterEffect
  | FileEffect
  | RecordEffect
  | SendEffect;
/**
 * First month paid: the month after the decision, the month of the application, or the month of the decision (for what is paid once).
 */
export type AwardStart = 'month-after' | 'month-of' | 'this-month';
/**
 * Lines of the notice.
 *
 * @minItems 1
 * @maxItems 50
 */
export type Items = NoticeItem[];

/**
 * A programme: who does what, in which order, by when, under whose authority.
 */
export interface ProgrammeSource {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * Version of the language.
   */
  aidflow: 1;
  programme: Id;
  /**
   * Version of this definition.
   */
  version: string;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Language of the texts in this file.
   */
  language: string;
  /**
   * IANA time zone in which days begin and end.
   */
  timezone: string;
  'valid-from': Date;
  /**
   * Legal bases.
   *
   * @maxItems 200
   */
  basis?: Basis[];
  roles?: Roles;
  parameters?: Parameters;
  forms?: Forms;
  connectors?: Connectors;
  letters?: Letters;
  clocks?: Clocks;
  subject?: Subject;
  records?: Records;
  invariants?: Invariants;
  operations?: Operations;
  /**
   * Cases that open by themselves.
   *
   * @minItems 1
   * @maxItems 100
   */
  schedules?: Schedule[];
  shorthands?: Shorthands;
  start: Id;
  /**
   * More steps with which a case may begin: opened by whoever may act in them, or by a schedule.
   *
   * @minItems 1
   * @maxItems 20
   */
  starts?: Id[];
  /**
   * The procedure.
   *
   * @minItems 1
   * @maxItems 500
   */
  steps: SourceStep[];
}
/**
 * A legal basis.
 */
export interface Basis {
  id: Id;
  /**
   * As it is cited.
   */
  cite: string;
  certainty: Certainty;
}
/**
 * Roles that steps name.
 */
export interface Roles {
  [k: string]: Role;
}
/**
 * A role and the level at which it is held.
 */
export interface Role {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  level: Level;
}
/**
 * Dated values, visible as parameters.ID.
 */
export interface Parameters {
  [k: string]: Parameter;
}
/**
 * A dated amount, threshold, share or list.
 */
export interface Parameter {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  unit: ParameterUnit;
  certainty: Certainty;
  /**
   * Where the value comes from.
   */
  source?: string;
  /**
   * Values in the order of time.
   *
   * @minItems 1
   * @maxItems 200
   */
  values: ParameterValue[];
}
/**
 * A value and the half-open period in which it is in force.
 */
export interface ParameterValue {
  value: ParameterAmount;
  'valid-from': Date;
  'valid-to'?: Date;
}
/**
 * Forms, visible to expressions by their ids.
 */
export interface Forms {
  [k: string]: FormFiles;
}
/**
 * A form: its data contract and its presentation.
 */
export interface FormFiles {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * JSON Schema file.
   */
  schema: string;
  /**
   * Layout file.
   */
  layout?: string;
}
/**
 * Systems of other departments.
 */
export interface Connectors {
  [k: string]: Connector;
}
/**
 * A system that is asked.
 */
export interface Connector {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Seconds until an attempt counts as failed.
   */
  timeout: number;
  /**
   * Attempts after the first.
   */
  retries: number;
}
/**
 * Letters that effects issue.
 */
export interface Letters {
  [k: string]: LetterFiles;
}
/**
 * A letter.
 */
export interface LetterFiles {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Markdown file in the language of the programme; NAME.en.md beside it is the English one.
   */
  template: string;
  /**
   * Pattern of its number: {year}, {case} and {n} are filled in.
   */
  number: string;
}
/**
 * Statutory time limits on stretches of the procedure.
 */
export interface Clocks {
  [k: string]: ClockDefinition;
}
/**
 * A time limit.
 */
export interface ClockDefinition {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  limit: Period;
  extension?: Period;
  /**
   * Events that start it: STEP.OUTCOME.
   *
   * @minItems 1
   * @maxItems 50
   */
  starts: Event[];
  /**
   * Events that stop it.
   *
   * @minItems 1
   * @maxItems 50
   */
  stops: Event[];
  since?: Feel;
  /**
   * It stands while the case is in one of these steps.
   *
   * @maxItems 50
   */
  'pauses-in'?: Id[];
  basis?: Id;
}
/**
 * A number of days. The day of the event is not counted.
 */
export interface Period {
  /**
   * How many days, or a FEEL expression that says how many, such as parameters.noticeDays, as on the day on which it begins.
   */
  days: number | Feel;
  unit: DayUnit;
}
/**
 * Kinds of long-lived register entries.
 */
export interface Records {
  [k: string]: RecordKind;
}
/**
 * A kind of record.
 */
export interface RecordKind {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  states: RecordStates;
}
/**
 * Its states by id; the first is that of a new record.
 */
export interface RecordStates {
  [k: string]: RecordState;
}
/**
 * A state.
 */
export interface RecordState {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * The record is no longer in force.
   */
  closed?: true;
}
/**
 * A condition that no case of the programme may ever break.
 */
export interface Invariant {
  id: Id;
  /**
   * What it says, in the language of the programme.
   */
  title: string;
  that: Feel;
  basis?: Id;
}
/**
 * Operations that every case has, forbidden or narrowed.
 */
export interface Operations {
  withdraw?: OperationRule;
  return?: OperationRule;
  transfer?: OperationRule;
  'add-signer'?: OperationRule;
  'remove-signer'?: OperationRule;
  ask?: OperationRule;
  reply?: OperationRule;
  urge?: OperationRule;
  copy?: OperationRule;
  extend?: OperationRule;
  suspend?: OperationRule;
  resume?: OperationRule;
  'declare-relative'?: OperationRule;
  'report-change'?: OperationRule;
  complain?: OperationRule;
  reopen?: OperationRule;
}
/**
 * How the definition forbids or narrows an operation that every case has.
 */
export interface OperationRule {
  /**
   * Nobody may.
   */
  forbid?: true;
  /**
   * Only these roles; applicant is one.
   *
   * @minItems 1
   * @maxItems 50
   *
   * Items: Id of a role.
   */
  roles?: string[];
  when?: Feel;
  /**
   * What somebody is told who may not.
   */
  refused?: string;
  /**
   * At most so often in a case.
   */
  max?: number;
  every?: Period;
  /**
   * Clocks that stand meanwhile.
   *
   * @minItems 1
   * @maxItems 50
   */
  pauses?: Id[];
  to?: Id;
}
/**
 * When a case opens by itself.
 */
export interface Schedule {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  'for-each'?: Id;
  where?: Feel;
  yearly?: Yearly;
  monthly?: Monthly;
  every?: Period;
  after?: Period;
  dates?: Feel;
  since?: Feel;
  division?: Feel;
  start?: Id;
  item?: ScheduleItem;
}
/**
 * Every year on a day.
 */
export interface Yearly {
  /**
   * 1 to 12.
   */
  month: number;
  /**
   * 1 to 31; the last day of a shorter month.
   */
  day: number;
}
/**
 * Every month on a day.
 */
export interface Monthly {
  /**
   * 1 to 31; the last day of a shorter month.
   */
  day: number;
}
/**
 * What the case sees as item.
 */
export interface ScheduleItem {
  [k: string]: Feel;
}
/**
 * Shorthands of this definition, for steps of kind use.
 */
export interface Shorthands {
  [k: string]: Shorthand;
}
/**
 * Steps that are written once. In them "$name" stands for a value, ${name} for its text, self for the step that uses it.
 */
export interface Shorthand {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  parameters?: ShorthandParameters;
  /**
   * Steps, with parameters in place of values.
   *
   * @minItems 1
   * @maxItems 100
   */
  steps: {
    [k: string]: unknown;
  }[];
}
/**
 * What a use gives. Null: it must; empty: it may; anything else stands where it gives nothing.
 */
export interface ShorthandParameters {
  [k: string]: unknown;
}
/**
 * Somebody fills in a form and chooses an outcome.
 */
export interface TaskStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Somebody fills in a form and chooses an outcome.
   */
  kind: 'task';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  level?: Level;
  /**
   * Id of a role, or applicant, or anyone.
   */
  role: string;
  form?: Name;
  /**
   * So many different people must choose the same outcome.
   */
  by?: number;
  officers?: Feel;
  /**
   * Who acted in one of these steps may not act here.
   *
   * @maxItems 50
   */
  'separate-from'?: Id[];
  delegable?: Delegable;
  within?: Deadline;
  outcomes: Outcomes;
}
/**
 * How often the step may be entered. A further entry is refused.
 */
export interface Rounds {
  /**
   * Highest number of entries.
   */
  max: number;
  /**
   * What somebody is told who tries once more.
   */
  refused: string;
}
/**
 * A delegation may move the task there.
 */
export interface Delegable {
  level: Level;
  role: Id;
  when?: Feel;
  amount?: Feel;
}
/**
 * Time for a task.
 */
export interface Deadline {
  /**
   * How many days, or a FEEL expression that says how many, such as parameters.noticeDays, as on the day on which it begins.
   */
  days: number | Feel;
  unit: DayUnit;
  'on-overdue'?: Target;
}
/**
 * Ways to leave the task.
 */
export interface Outcomes {
  [k: string]: Outcome;
}
/**
 * A named way to leave a task.
 */
export interface Outcome {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  to: Target;
  form?: Name;
  reasons?: Reasons;
  guard?: Feel;
  /**
   * What somebody is told when the guard is not true.
   */
  refused?: string;
  decides?: EndOutcome;
  /**
   * The outcome takes a decision back.
   */
  reopens?: true;
  /**
   * One choice suffices although the step asks for several people.
   */
  single?: true;
  requires?: Requirements;
}
/**
 * A condition with the words in which it refuses.
 */
export interface Requirement {
  that: Feel;
  /**
   * What somebody is told when it is not.
   */
  refused: string;
  /**
   * Code of the refusal, for programs.
   */
  reason?: string;
}
/**
 * A rule or a connector answers pass, fail or unknown. Unknown never counts as pass.
 */
export interface CheckStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * A rule or a connector answers pass, fail or unknown. Unknown never counts as pass.
   */
  kind: 'check';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  rule?: Name;
  connector?: Id;
  request?: CheckRequest;
  consent?: Feel;
  pass: Target;
  fail: Target;
  unknown: Target;
}
/**
 * What is sent to the connector.
 */
export interface CheckRequest {
  [k: string]: Feel;
}
/**
 * Branches that run side by side.
 */
export interface ParallelStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Branches that run side by side.
   */
  kind: 'parallel';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  join: Join;
  branches: Branches;
  next: Target;
  'on-veto'?: Target;
}
/**
 * So many branches.
 */
export interface AtLeast {
  /**
   * How many.
   */
  'at-least': number;
}
/**
 * The branches.
 */
export interface Branches {
  [k: string]: Branch;
}
/**
 * A procedure that runs beside the others.
 */
export interface Branch {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * The first step begins the branch; "done" ends it, and "veto" ends it with a veto.
   *
   * @minItems 1
   * @maxItems 500
   */
  steps: SourceStep[];
}
/**
 * Waits until a time or an event, whichever is first.
 */
export interface WaitStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Waits until a time or an event, whichever is first.
   */
  kind: 'wait';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  for?: Period;
  events?: WaitEvents;
  next: Target;
  until?: Feel;
}
/**
 * What may come before the time is over.
 */
export interface WaitEvents {
  [k: string]: WaitEvent;
}
/**
 * Something that ends the waiting early.
 */
export interface WaitEvent {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  to: Target;
  form?: Name;
  reasons?: Reasons;
  /**
   * Id of a role, or applicant, anyone, or case: another case sends it.
   */
  role?: string;
  requires?: Requirements;
}
/**
 * This case is drawn by lot, or it is not; anybody can repeat the draw.
 */
export interface DrawStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * This case is drawn by lot, or it is not; anybody can repeat the draw.
   */
  kind: 'draw';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  share: Feel;
  always?: Feel;
  chosen: Target;
  rest: Target;
}
/**
 * An ordered part of a list, that anybody can choose again.
 */
export interface SelectStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * An ordered part of a list, that anybody can choose again.
   */
  kind: 'select';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  method: SelectMethod;
  share?: Feel;
  from: Feel;
  where?: Feel;
  exclude?: Feel;
  count?: Feel;
  minimum?: Feel;
  strata?: Feel;
  /**
   * Order of a rank: by the first, then the next.
   *
   * @minItems 1
   * @maxItems 20
   */
  keys?: RankKey[];
  quota?: Feel;
  ties?: Ties;
  reserve?: Feel;
  next: Target;
  empty?: Target;
}
/**
 * A key.
 */
export interface RankKey {
  value: Feel;
  order: RankOrder;
}
/**
 * Things that are done once.
 */
export interface EffectStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Things that are done once.
   */
  kind: 'effect';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  /**
   * In this order.
   *
   * @minItems 1
   * @maxItems 50
   */
  effects: Effect[];
  next: Target;
}
/**
 * Issues a letter.
 */
export interface LetterEffect {
  letter: Id;
  when?: Feel;
}
/**
 * Gives an award: so much a month, or once.
 */
export interface AwardEffect {
  award: AwardTerms;
  when?: Feel;
}
/**
 * What is given.
 */
export interface AwardTerms {
  amount: Feel;
  starts: AwardStart;
  months?: Feel;
  payee?: Feel;
}
/**
 * Takes the award back.
 */
export interface EndAwardEffect {
  /**
   * Always true.
   */
  'end-award': true;
  when?: Feel;
}
/**
 * Publishes a notice.
 */
export interface PublishEffect {
  publish: PublishTerms;
  when?: Feel;
}
/**
 * What is published.
 */
export interface PublishTerms {
  items: Items;
  for?: Period;
}
/**
 * A line of a public notice.
 */
export interface NoticeItem {
  /**
   * What it is.
   */
  label: string;
  value: Feel;
}
/**
 * Adds entries to a register.
 */
export interface RegisterEffect {
  register: Id;
  entries: Feel;
  when?: Feel;
}
/**
 * Files the decision with a higher level.
 */
export interface FileEffect {
  file: FileTerms;
  when?: Feel;
}
/**
 * What is filed where.
 */
export interface FileTerms {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  'to-level': Level;
}
/**
 * Creates or changes a record, or closes it by its state.
 */
export interface RecordEffect {
  record: RecordTerms;
  when?: Feel;
}
/**
 * Which record and what becomes of it.
 */
export interface RecordTerms {
  type: Id;
  key: Feel;
  set?: RecordSet;
  state?: Id;
  'valid-to'?: Feel;
  /**
   * It must not be there yet.
   */
  once?: true;
}
/**
 * Fields and their new values.
 */
export interface RecordSet {
  [k: string]: Feel;
}
/**
 * Sends an event to other cases that wait for it.
 */
export interface SendEffect {
  send: SendTerms;
  when?: Feel;
}
/**
 * What is sent where.
 */
export interface SendTerms {
  to: Feel;
  event: Event;
  data?: SendData;
}
/**
 * What it carries.
 */
export interface SendData {
  [k: string]: Feel;
}
/**
 * The case ends.
 */
export interface EndStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * The case ends.
   */
  kind: 'end';
  outcome: EndOutcome;
}
/**
 * Shorthand: publishes masked content, waits, and lets objections be verified.
 */
export interface NoticeStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Shorthand: publishes masked content, waits, and lets objections be verified.
   */
  kind: 'notice';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  for: Period;
  items: Items;
  verify: NoticeVerify;
  next: Target;
}
/**
 * Who looks into an objection.
 */
export interface NoticeVerify {
  /**
   * Shown to people, in the language of the programme.
   */
  title?: string;
  level?: Level;
  /**
   * Id of a role, or applicant, or anyone.
   */
  role: string;
  form?: Name;
  /**
   * So many different people must choose the same outcome.
   */
  by?: number;
  /**
   * Who acted in one of these steps may not act here.
   *
   * @maxItems 50
   */
  'separate-from'?: Id[];
  within?: Deadline;
  outcomes: Outcomes;
}
/**
 * Shorthand: the applicant is told once what is missing and has time to supply it.
 */
export interface SupplementStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Shorthand: the applicant is told once what is missing and has time to supply it.
   */
  kind: 'supplement';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  within: Period;
  form: Name;
  letter?: Id;
  'back-to': Target;
  lapsed: Target;
}
/**
 * Shorthand: a supervising level looks at a share of the decisions.
 */
export interface OversightSampleStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Shorthand: a supervising level looks at a share of the decisions.
   */
  kind: 'oversight-sample';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  share: Feel;
  always?: Feel;
  level?: Level;
  role: Id;
  form?: Name;
  next: Target;
  'correct-to': Target;
}
/**
 * A body decides: by totals that somebody records, or by ballots.
 */
export interface VoteStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * A body decides: by totals that somebody records, or by ballots.
   */
  kind: 'vote';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  level?: Level;
  /**
   * Id of the role that records the totals, or closes the ballot.
   */
  role: string;
  form?: Name;
  totals?: VoteTotals;
  ballots?: VoteBallots;
  requires?: Requirements;
  quorum: Feel;
  pass: Feel;
  passed: Target;
  failed: Target;
  'no-quorum'?: Target;
}
/**
 * The result as the minutes have it: whole numbers.
 */
export interface VoteTotals {
  electorate: Feel;
  present: Feel;
  yes: Feel;
  no: Feel;
  abstain?: Feel;
  invalid?: Feel;
}
/**
 * Everybody on the roll votes by themselves.
 */
export interface VoteBallots {
  /**
   * Id of the role whose holders vote.
   */
  role: string;
  electorate: Feel;
  within?: Period;
}
/**
 * A case of its own for each item, which runs the steps below; goes on when they have ended.
 */
export interface EachStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * A case of its own for each item, which runs the steps below; goes on when they have ended.
   */
  kind: 'each';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  items?: Feel;
  enrol?: Enrolment;
  /**
   * The first step begins each case; every way leads to an end.
   *
   * @minItems 1
   * @maxItems 500
   */
  steps: SourceStep[];
  returns?: EachReturns;
  join: Join;
  within?: Deadline;
  next: Target;
}
/**
 * Items come in by themselves while it is open.
 */
export interface Enrolment {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Id of a role, or applicant, or anyone: who may enrol. The one who enrols is the applicant of the case.
   */
  role: string;
  form: Name;
  until: Feel;
  capacity?: Feel;
  item?: EnrolItem;
  requires?: Requirements;
}
/**
 * What its case sees of this one as item, besides what was filled in.
 */
export interface EnrolItem {
  [k: string]: Feel;
}
/**
 * What each case gives back when it ends, visible with its outcome in items.STEP.
 */
export interface EachReturns {
  [k: string]: Feel;
}
/**
 * Shorthand: the steps of a shorthand of the library or of this definition.
 */
export interface UseStep {
  id: Id;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  /**
   * Shorthand: the steps of a shorthand of the library or of this definition.
   */
  kind: 'use';
  when?: Feel;
  otherwise?: Target;
  rounds?: Rounds;
  basis?: Id;
  of: Id;
  with?: UseWith;
}
/**
 * Values for its parameters.
 */
export interface UseWith {
  [k: string]: unknown;
}
