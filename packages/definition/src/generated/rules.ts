/* Generated from schemas/ by `npm run generate`. */

/**
 * unique: at most one row fits; first: the first that fits; collect: all that fit, numbers added up.
 */
export type HitPolicy = 'unique' | 'first' | 'collect';
/**
 * A FEEL expression. It also sees the values of let that stand above it; in a check with a connector, answer.
 */
export type Feel = string;
/**
 * A name that expressions see: camelCase.
 */
export type Name = string;
/**
 * How people read the value. fen: money as a whole number of fen; share: from 0 to 1.
 */
export type ValueUnit = 'fen' | 'share' | 'days' | 'count' | 'age' | 'months' | 'text' | 'list';
/**
 * A FEEL unary test of the input: < standard, "a","b", not(...), true. "-" is any.
 */
export type Test = string;
/**
 * What the row says. Unknown goes to a person.
 */
export type CheckResult = 'pass' | 'fail' | 'unknown';
/**
 * A name: lower-case words joined by hyphens.
 */
export type Id = string;

/**
 * Rules that decide eligibility and amounts.
 */
export interface RulesFile {
  /**
   * For editors.
   */
  $schema?: string;
  rules: Rules;
}
/**
 * Rules by id.
 */
export interface Rules {
  [k: string]: Rule;
}
/**
 * A decision table.
 */
export interface Rule {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  hit: HitPolicy;
  date?: Feel;
  /**
   * Values computed in this order, visible below.
   *
   * @maxItems 200
   */
  let?: RuleLet[];
  /**
   * What the rows test.
   *
   * @minItems 1
   * @maxItems 100
   */
  inputs: RuleInput[];
  outputs?: RuleOutputs;
  /**
   * Rows in this order.
   *
   * @minItems 1
   * @maxItems 1000
   */
  rows: RuleRow[];
}
/**
 * A named value.
 */
export interface RuleLet {
  id: Name;
  value: Feel;
}
/**
 * A column of the table.
 */
export interface RuleInput {
  id: Name;
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  unit?: ValueUnit;
  value: Feel;
}
/**
 * What the values of the rows are called when a decision is explained, by their ids.
 */
export interface RuleOutputs {
  [k: string]: RuleOutput;
}
/**
 * A value that the rule leaves behind.
 */
export interface RuleOutput {
  /**
   * Shown to people, in the language of the programme.
   */
  title: string;
  unit?: ValueUnit;
}
/**
 * A row of the table.
 */
export interface RuleRow {
  /**
   * Unique in the rule; recorded with the decision.
   */
  id: string;
  if?: RuleTests;
  result: CheckResult;
  reason: Id;
  values?: RuleValues;
  basis?: Id;
}
/**
 * Tests by input; an input left out may be anything.
 */
export interface RuleTests {
  [k: string]: Test;
}
/**
 * Values that the decision leaves behind: checks.STEP.NAME.
 */
export interface RuleValues {
  [k: string]: Feel;
}
