/** The engine: pure functions from commands to events and from events to state. */
export { holderOf, inForce } from './authority.ts';
export {
  type ArrearsByMonth,
  arrears,
  canteenBuildSubsidy,
  canteenSubsidy,
  capped,
  categoryWeighted,
  type Intern,
  type InternshipSubsidy,
  type InternshipTerms,
  interest,
  interestSubsidy,
  internship,
  type LoanStretch,
  type Meal,
  type MonthPaid,
  mealsCounted,
  monthsIn,
  type Proration,
  prorated,
  raiseArrears,
  type Tier,
  tiered,
  topUp,
} from './benefits/index.ts';
export { type CountyDay, type CountyDays, countyCalendar, nationalCalendar } from './calendar.ts';
export { GENESIS, hashEvent, sha256Hex, verifyChain } from './chain.ts';
export { type ClockDay, clockDays } from './clock-days.ts';
export { clockDue, clocks } from './clocks.ts';
export { addDays, dayNumber, endOfDay, isoDate, localDate, longDate, monthAfter } from './days.ts';
export { type Decision, decide } from './decide.ts';
export { type DayUnit, daysBetween, dueDate, type Span } from './due-date.ts';
export { activeSteps, evolve, replay } from './evolve.ts';
export { decisionsOf } from './explain/decisions.ts';
export { type ExplainOptions, explain } from './explain/explain.ts';
export type {
  ExplainedClock,
  ExplainedDraw,
  ExplainedForm,
  ExplainedMove,
  ExplainedParameter,
  ExplainedRule,
  ExplainedVersion,
  Explanation,
  Followed,
  NamedValue,
  PassedTest,
  Signed,
} from './explain/explanation.ts';
export { explainMove } from './explain/move.ts';
export {
  type ExplanationPage,
  type ExplanationPageOptions,
  explainPage,
  type SectionOptions,
  sectionHtml,
} from './explain/page.ts';
export { authorityTexts } from './explain/sections/grounds.ts';
export {
  type Block,
  type PageOptions,
  person,
  type Section,
  type Speech,
  speechOf,
} from './explain/sections/reader.ts';
export { explanationSections } from './explain/sections.ts';
export type { PageLanguage } from './explain/words.ts';
export { letterText } from './letters.ts';
export type { CaseMachine } from './machine.ts';
export { type Mask, maskEvent, maskOf, maskState } from './masking.ts';
export { type MayDiffer, mayDiffer, type Seen } from './may-differ.ts';
export { type Message, messages } from './messages.ts';
export { type MigrateRequest, migrate } from './migrate.ts';
export { yuan, yuanWords } from './money.ts';
export { addMonths, ageOn, monthsBetween, monthsServed } from './months.ts';
export { offered } from './offers.ts';
export { isOperation, type OperationId, operationIds, returnTargets } from './operations/index.ts';
export { operationTitle } from './operations/titles.ts';
export { parameterOn, parametersOn } from './parameters.ts';
export { periodIn } from './period.ts';
export {
  compile,
  type Place,
  type Programme,
  procedureOf,
  type Step,
  type StepOf,
  stepOf,
} from './programme.ts';
export {
  type ChangedBy,
  changedRecord,
  firstState,
  type RecordEntry,
  type RecordHistory,
  recordsAnswer,
} from './records.ts';
export { type RoundingRule, rounded } from './rounding.ts';
export { evaluateRule } from './rules.ts';
export {
  type Run,
  runInstant,
  type ScheduledRecord,
  type ScheduleProblem,
  scheduledRuns,
} from './schedule.ts';
export { scopeOf } from './scope.ts';
export { tasks } from './tasks.ts';
export { timers } from './timers.ts';
export type * from './types.ts';
export { proceduresAcross, replayAcross, type Versions, versionAt, versionsIn } from './versions.ts';
