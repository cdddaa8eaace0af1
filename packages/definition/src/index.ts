export { diff } from './diff/diff.ts';
export type {
  Concerns,
  Difference,
  DifferenceArea,
  DifferenceSeverity,
  Words,
} from './diff/difference.ts';
export { severities } from './diff/difference.ts';
export type { Version } from './diff/needed.ts';
export type { FilePlace } from './diff/places.ts';
export { placesIn } from './diff/places.ts';
export type { RunningCase } from './diff/running.ts';
export type { Moving, StepMap } from './diff/step-map.ts';
export { checkStepMap, mappedStep, suggestStepMap } from './diff/step-map.ts';
export type { CaseWay, CaseWays, Touched, TouchedCase } from './diff/touched.ts';
export { touched } from './diff/touched.ts';
export type { DifferenceCode } from './diff/words.ts';
export type { Level } from './divisions.ts';
export { covers, divisionAt, divisionLevel, isDivisionCode, levels } from './divisions.ts';
export { expand } from './expand.ts';
export { referencesOf } from './feel/syntax.ts';
export type { FeelResult, Json, Scope } from './feel.ts';
export { evaluate, flat, holds, OUTER, unaryTest, View, valueIn } from './feel.ts';
export type { AjvError } from './form-problems.ts';
export { formProblems, ruleProblems } from './form-problems.ts';
export type { BrokenRule, Decide } from './form-rules.ts';
export { brokenRules } from './form-rules.ts';
export type { ResidentId } from './formats.ts';
export { formats, isBankCard, isDate, isMobile, residentId } from './formats.ts';
export type { Direction, Exact } from './fraction.ts';
export {
  compareExact,
  dividedBy,
  Fraction,
  isExact,
  minus,
  plus,
  roundTo,
  times,
  toNumber,
} from './fraction.ts';
export { givenNames } from './given-names.ts';
export type { Judgement, RuleFrame } from './judge.ts';
export { frameOf, judge, parametersOf } from './judge.ts';
export type {
  Change,
  Edit,
  Example,
  Finding,
  Fix,
  InputExample,
  LineEdit,
  PathExample,
  PathStep,
  PlacedEdit,
} from './lint.ts';
export { applyFix, lint } from './lint.ts';
export { maskBankCard, maskData, maskId, maskMobile, maskName } from './mask.ts';
export { nearest } from './parse/nearest.ts';
export type { Files, ParseResult } from './parse.ts';
export { parse } from './parse.ts';
export type { CountySource, CountyVersion } from './parse-county.ts';
export { parseCounty } from './parse-county.ts';
export type { ScenarioSource } from './parse-scenario.ts';
export { parseScenario } from './parse-scenario.ts';
export type { Place, Problem, ProblemCode, ProblemLanguage } from './problems.ts';
export { localize, ProblemError, problem, problems } from './problems.ts';
export { eventsOf } from './procedure/events.ts';
export type { FlatStep } from './procedure/flat.ts';
export { expandedWays, flatSteps } from './procedure/flat.ts';
export type { InnerList, PlacedStep } from './procedure/steps.ts';
export { innerLists, placedSteps } from './procedure/steps.ts';
export type { Way } from './procedure/ways.ts';
export { waysOf } from './procedure/ways.ts';
export { below as schemasBelow, inPlace as schemasInPlace, propertyNames } from './schema-walk.ts';
export type * from './types.ts';
