/** The shapes of definitions. Those that a person writes are generated from `schemas/`. */
import type { AjvError } from './form-problems.ts';
import type { Layout } from './generated/layout.ts';
import type {
  CheckStep,
  DrawStep,
  EffectStep,
  EndStep,
  ProgrammeSource,
  SelectStep,
  Branch as SourceBranch,
  EachStep as SourceEachStep,
  ParallelStep as SourceParallelStep,
  TaskStep,
  VoteStep,
  WaitStep,
} from './generated/programme.ts';
import type { Rule } from './generated/rules.ts';

export type {
  County,
  CountyArrivalStream,
  CountyBurst,
  CountyCaseKind,
  CountyConnector,
  CountyDelegation,
  CountyDistribution,
  CountyOfficerGroup,
  CountyPeriod,
  CountyProgramme,
  CountySweep,
  CountyText,
  CountyTimes,
  CountyTownship,
  CountyWorkingHours,
} from './generated/county.ts';
export type {
  FieldWidth,
  GroupPresentation,
  Layout,
  LayoutField,
  LayoutRule,
  LayoutSection,
} from './generated/layout.ts';
export type {
  AtLeast,
  AwardEffect,
  AwardStart,
  AwardTerms,
  Basis,
  Certainty,
  CheckStep,
  ClockDefinition,
  Connector,
  DayUnit,
  Deadline,
  Delegable,
  DrawStep,
  Effect,
  EffectStep,
  EndAwardEffect,
  EndOutcome,
  EndStep,
  Enrolment,
  Feel,
  FileEffect,
  FormFiles,
  Invariant,
  Invariants,
  Join,
  LetterEffect,
  LetterFiles,
  NoticeItem,
  NoticeStep,
  NoticeVerify,
  OperationRule,
  Operations,
  Outcome,
  OversightSampleStep,
  Parameter,
  ParameterAmount,
  ParameterUnit,
  ParameterValue,
  Period,
  ProgrammeSource,
  PublishEffect,
  RankKey,
  RankOrder,
  Reasons,
  RecordEffect,
  RecordKind,
  RecordState,
  RecordTerms,
  RegisterEffect,
  Requirement,
  Requirements,
  Role,
  Rounds,
  Schedule,
  SelectMethod,
  SelectStep,
  SendEffect,
  SendTerms,
  Shorthand,
  Shorthands,
  SourceStep,
  Subject,
  SupplementStep,
  TaskStep,
  Ties,
  UseStep,
  VoteBallots,
  VoteStep,
  VoteTotals,
  WaitEvent,
  WaitStep,
} from './generated/programme.ts';
export type {
  CheckResult,
  HitPolicy,
  Rule,
  RuleInput,
  RuleLet,
  RuleOutput,
  RuleRow,
  RulesFile,
  ValueUnit,
} from './generated/rules.ts';
export type {
  CastMember,
  ConnectorScript,
  DoStep,
  Expectation,
  Given,
  GivenRecord,
  Scenario,
  ScenarioDelegation,
  ScenarioStandIn,
  ScenarioStep,
} from './generated/scenario.ts';

/** A JSON Schema 2020-12 document or subschema. */
export type JsonSchema = { [key: string]: unknown };

/** What every step but an end may carry: it is skipped, it is entered so often at most, it rests on a law. */
export type Guarded = Pick<TaskStep, 'when' | 'otherwise' | 'rounds' | 'basis'>;

export interface Branch extends Omit<SourceBranch, 'steps'> {
  steps: ExpandedStep[];
}

export interface ParallelStep extends Omit<SourceParallelStep, 'branches'> {
  branches: Record<string, Branch>;
}

/** The steps of each of its cases are a procedure of their own. */
export interface EachStep extends Omit<SourceEachStep, 'steps'> {
  steps: ExpandedStep[];
}

/** A step of an expanded definition. */
export type ExpandedStep =
  | TaskStep
  | CheckStep
  | ParallelStep
  | WaitStep
  | DrawStep
  | SelectStep
  | VoteStep
  | EachStep
  | EffectStep
  | EndStep;

/** A programme with its shorthands expanded. */
export interface Definition extends Omit<ProgrammeSource, 'steps' | 'shorthands' | '$schema'> {
  steps: ExpandedStep[];
}

export interface LetterTemplate {
  title: string;
  number: string;
  /** Markdown by language. */
  text: Record<string, string>;
}

export interface FormDefinition {
  title: string;
  schema: JsonSchema;
  layout: Layout | null;
}

/** A compiled validator of one form. `errors` are those of the last call. */
export interface Validate {
  (data: unknown): boolean;
  errors?: AjvError[] | null;
}

/** Everything of a programme folder, read and checked. */
export interface Programme {
  definition: Definition;
  forms: Record<string, FormDefinition>;
  rules: Record<string, Rule>;
  letters: Record<string, LetterTemplate>;
  /** Translations of texts by language. */
  locales: Record<string, Record<string, string>>;
}

/** One published, immutable version of a programme. */
export interface Bundle extends Programme {
  aidflow: 1;
  /** SHA-256 (hex) of the canonical JSON of everything but `hash` and `validators`. */
  hash: string;
  programme: string;
  version: string;
  title: string;
  language: string;
  timezone: string;
  /** ESM text without imports and without eval; one export for each form. */
  validators: string;
}
