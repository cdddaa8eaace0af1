/** Plays scenarios on compiled programmes. Pure: reading files is in `@aidflow/simulator/node`. */

export { type Act, actsOf } from './acts.ts';
export { type CasePath, type ReadName, readCaseName } from './case-names.ts';
export { checkScenario } from './check.ts';
export { type Difference, differences } from './difference.ts';
export {
  type Coverage,
  type CoverageOf,
  type CoveredKind,
  coveredKinds,
  unreached,
} from './explore/coverage.ts';
export { failing, plainest } from './explore/data.ts';
export {
  type Exploration,
  type ExploreOptions,
  explore,
  type Finding,
  type Progress,
} from './explore/explore.ts';
export type { FindingKind } from './explore/findings.ts';
export type { SavedWalk } from './explore/saved.ts';
export { scenarioFile, scenarioText } from './explore/write.ts';
export { junitXml, type TimedResult } from './junit.ts';
export type { Estimate } from './load/estimate.ts';
export { measuresOf } from './load/measures.ts';
export type { CountyReport, SweepReport, VariantReport } from './load/summary.ts';
export type { Happening } from './play.ts';
export { type Relocation, relocated } from './relocate.ts';
export type { Against, AtEvent, Judged, Power, ShadowDifference } from './replay/compare.ts';
export { type Ending, type Shadow, type ShadowOptions, shadowCase } from './replay/shadow.ts';
export {
  failureLines,
  problemLines,
  resultLines,
  shortTime,
  standingTitle,
  stepTitle,
} from './report.ts';
export type { Failure, ScenarioResult, StepResult } from './result.ts';
export { type RunOptions, runScenario } from './run.ts';
export type * from './scenario.ts';
export { after, localTime, parseInstant, parseSpan, type Span } from './span.ts';
export type { Standing } from './standing.ts';
