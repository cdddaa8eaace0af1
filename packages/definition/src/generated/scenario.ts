/* Generated from schemas/ by `npm run generate`. */

/**
 * A name: lower-case words joined by hyphens.
 */
export type Id = string;
/**
 * An instant with its offset, or a date: 09:00 on that day.
 */
export type Instant = string;
/**
 * A person, or a list of the roles of one.
 */
export type Member = CastMember | CastGrant[];
/**
 * Division code: 2, 4, 6, 9 or 12 digits, in quotes.
 */
export type Division = string;
/**
 * Officer when left out.
 */
export type ActorKind = 'applicant' | 'proxy' | 'officer' | 'system';
/**
 * ISO date, such as 2026-01-01.
 */
export type Date = string;
/**
 * 3wd: working days; 7d: days; 2h: hours; 90m: minutes.
 */
export type Span = string;
/**
 * Exactly one of do, wait, until and expect.
 */
export type ScenarioStep = DoStep | ScenarioWait | ScenarioUntil | ScenarioExpect;
/**
 * A case besides the main one: STEP/INDEX for an item of an each step (hazards/1), SCHEDULE, SCHEDULE/KEY or SCHEDULE/KEY/DATE for one that a schedule opened; items of these follow (yearly/F1/hazards/2).
 */
export type CaseName = string;
/**
 * Code of a problem, such as authority/jurisdiction.
 */
export type Code = string;
/**
 * Code of a requirement, such as NO_QUORUM.
 */
export type ReasonCode = string;
/**
 * Whether the case still runs.
 */
export type CaseStatus = 'active' | 'ended';
/**
 * Where it stands.
 */
export type ClockState = 'running' | 'paused' | 'stopped' | 'breached';
/**
 * Kind of authority.
 */
export type AuthorityBasis =
  'own-role' | 'delegation' | 'stand-in' | 'added-signer' | 'own-case' | 'public' | 'system';

/**
 * A case as a tester writes it: who does what when, and what must hold.
 */
export interface Scenario {
  /**
   * For editors.
   */
  $schema?: string;
  /**
   * What it shows.
   */
  scenario: string;
  programme: Id;
  clock: Instant;
  actors?: Cast;
  given?: Given;
  start?: Id;
  /**
   * What happens, in this order.
   *
   * @minItems 1
   * @maxItems 1000
   */
  steps: ScenarioStep[];
}
/**
 * Actors by name.
 */
export interface Cast {
  [k: string]: Member;
}
/**
 * Somebody of the scenario. An officer unless kind says otherwise.
 */
export interface CastMember {
  role?: Id;
  division?: Division;
  /**
   * More roles than one.
   *
   * @minItems 1
   * @maxItems 50
   */
  grants?: CastGrant[];
  /**
   * The key when left out.
   */
  id?: string;
  /**
   * The key when left out.
   */
  name?: string;
  kind?: ActorKind;
}
/**
 * A role held in a division.
 */
export interface CastGrant {
  role: Id;
  division: Division;
}
/**
 * The world in which the scenario plays.
 */
export interface Given {
  division?: Division;
  /**
   * Id of the case; with the seed it settles every draw.
   */
  case?: string;
  /**
   * Number of the case.
   */
  number?: string;
  /**
   * Seed of draws.
   */
  seed?: string;
  /**
   * Delegations.
   *
   * @maxItems 200
   */
  delegations?: ScenarioDelegation[];
  /**
   * Stand-ins.
   *
   * @maxItems 200
   */
  'stand-ins'?: ScenarioStandIn[];
  connectors?: ConnectorScripts;
  data?: FormData;
  item?: GivenItem;
  /**
   * Records that are there already.
   *
   * @maxItems 1000
   */
  records?: GivenRecord[];
  'division-names'?: DivisionNames;
}
/**
 * A delegation in force.
 */
export interface ScenarioDelegation {
  programme?: Id;
  action: Id;
  from: Division;
  to: Division;
  effective: Date;
  until?: Date;
  /**
   * Number of the document.
   */
  document: string;
  /**
   * Fen up to which it holds.
   */
  limit?: number;
}
/**
 * An officer who acts for another.
 */
export interface ScenarioStandIn {
  /**
   * Actor who is away.
   */
  absent: string;
  /**
   * Roles that are lent; all of theirs when left out.
   *
   * @minItems 1
   * @maxItems 50
   */
  grants?: CastGrant[];
  /**
   * Actor who stands in.
   */
  substitute: string;
  from: Date;
  until?: Date;
}
/**
 * What connectors answer; a list is one entry for each time, the last for all that follow.
 */
export interface ConnectorScripts {
  [k: string]: ConnectorScript | ConnectorScript[];
}
/**
 * What a connector does when it is asked: answer or fail.
 */
export interface ConnectorScript {
  /**
   * What it answers.
   */
  answer?: {
    [k: string]: unknown;
  };
  /**
   * It fails for this reason.
   */
  fail?: string;
  after?: Span;
}
/**
 * Data by form, for every do whose outcome takes that form.
 */
export interface FormData {
  [k: string]: Data;
}
/**
 * Data of a form.
 */
export interface Data {
  [k: string]: unknown;
}
/**
 * What the case sees as item; only with start: open.
 */
export interface GivenItem {
  [k: string]: unknown;
}
/**
 * A record that is there already.
 */
export interface GivenRecord {
  type: Id;
  /**
   * What tells it from the others of its kind.
   */
  key: string;
  state?: Id;
  data?: Data;
  created?: Date;
  'valid-to'?: Date;
  division?: Division;
  /**
   * Earlier changes, the oldest first; its creation with the data above when left out.
   *
   * @maxItems 200
   */
  history?: GivenChange[];
}
/**
 * A change to the record.
 */
export interface GivenChange {
  at: Date;
  state?: Id;
  data?: Data;
}
/**
 * Names of divisions by code, for letters.
 */
export interface DivisionNames {
  [k: string]: string;
}
/**
 * Somebody does something.
 */
export interface DoStep {
  /**
   * STEP, STEP.OUTCOME, or an operation that every case has, such as withdraw, return or extend.CLOCK.
   */
  do: string;
  /**
   * Actor.
   */
  as: string;
  data?: Data;
  /**
   * Reasons.
   */
  reasons?: string;
  case?: CaseName;
  refused?: Code;
  reason?: ReasonCode;
}
/**
 * Time passes.
 */
export interface ScenarioWait {
  wait: Span;
}
/**
 * Time passes until then.
 */
export interface ScenarioUntil {
  until: Instant;
}
/**
 * What must hold now.
 */
export interface ScenarioExpect {
  expect: Expectation;
  case?: CaseName;
}
/**
 * What must hold; a part that is left out is not looked at.
 */
export interface Expectation {
  /**
   * Where the case stands.
   */
  step?: Id | Id[];
  /**
   * How the case ended; null while it has not.
   */
  outcome?: string | null;
  status?: CaseStatus;
  /**
   * The award, or null for none.
   */
  award?: null | ExpectedAward;
  /**
   * Ids of the letters in the order of issue, or as a set.
   */
  letters?: Id[] | LetterSet;
  clocks?: ExpectedClocks;
  cases?: ExpectedCases;
  records?: ExpectedRecords;
  selected?: ExpectedSelections;
  tally?: ExpectedTallies;
  /**
   * How many cases schedules have opened so far.
   */
  scheduled?: number;
  /**
   * How many notices were published.
   */
  notices?: number;
  /**
   * How many entries stand in registers.
   */
  registered?: number;
  /**
   * Exactly these, in any order.
   *
   * @maxItems 50
   */
  tasks?: ExpectedTask[];
  offered?: ExpectedOffers;
  checks?: ExpectedChecks;
  authority?: ExpectedAuthority;
}
/**
 * Parts of the award.
 */
export interface ExpectedAward {
  /**
   * Fen per month.
   */
  amount?: number;
  /**
   * First month paid, YYYY-MM.
   */
  starts?: string;
  /**
   * For how many months; 1 for what is paid once.
   */
  months?: number;
  /**
   * Who is paid.
   */
  payee?: string;
}
/**
 * Ids of the letters in any order.
 */
export interface LetterSet {
  /**
   * Ids of the letters.
   *
   * @maxItems 200
   */
  set: Id[];
}
/**
 * Clocks by id; null for one that never started.
 */
export interface ExpectedClocks {
  [k: string]: null | ExpectedClock;
}
/**
 * Parts of the clock.
 */
export interface ExpectedClock {
  due?: Date;
  state?: ClockState;
  /**
   * Days that are left.
   */
  left?: number;
}
/**
 * What must hold of other cases, by name; null for one that was never opened.
 */
export interface ExpectedCases {
  [k: string]: null | Expectation;
}
/**
 * Records as TYPE/KEY; null for one that is not there.
 */
export interface ExpectedRecords {
  [k: string]: null | ExpectedRecord;
}
/**
 * Parts of the record.
 */
export interface ExpectedRecord {
  state?: Id;
  data?: Data;
  created?: Date;
  /**
   * Last day on which it is valid, or null.
   */
  'valid-to'?: string | null;
  division?: Division;
  /**
   * How often it was changed, its creation included.
   */
  changes?: number;
}
/**
 * By step what was chosen, in this order; or how many are chosen, in reserve and left.
 */
export interface ExpectedSelections {
  [k: string]:
    | (
        | {
            [k: string]: unknown;
          }
        | unknown[]
        | string
        | number
        | boolean
      )[]
    | ExpectedSelection;
}
/**
 * How many.
 */
export interface ExpectedSelection {
  /**
   * How many are chosen.
   */
  chosen?: number;
  /**
   * How many are in reserve.
   */
  reserve?: number;
  /**
   * How many are left.
   */
  rest?: number;
}
/**
 * By step what a vote came to; null for one that has not been counted.
 */
export interface ExpectedTallies {
  [k: string]: null | ExpectedTally;
}
/**
 * Parts of the count.
 */
export interface ExpectedTally {
  /**
   * Those entitled to vote.
   */
  electorate?: number;
  /**
   * Those who took part.
   */
  present?: number;
  /**
   * In favour.
   */
  yes?: number;
  /**
   * Against.
   */
  no?: number;
  /**
   * Abstained.
   */
  abstain?: number;
  /**
   * Invalid ballots.
   */
  invalid?: number;
  /**
   * Whether enough took part.
   */
  quorum?: boolean;
  /**
   * Whether it was carried.
   */
  passed?: boolean;
}
/**
 * Parts of a task.
 */
export interface ExpectedTask {
  step?: Id;
  role?: Id;
  division?: Division;
}
/**
 * By actor: exactly these operations of steps.
 */
export interface ExpectedOffers {
  [k: string]: string[];
}
/**
 * Results of checks by step.
 */
export interface ExpectedChecks {
  [k: string]: {
    [k: string]: unknown;
  };
}
/**
 * On what the last act of a person rested.
 */
export interface ExpectedAuthority {
  basis?: AuthorityBasis;
  role?: Id;
  division?: Division;
  /**
   * Number of the document.
   */
  document?: string;
  /**
   * Actor for whom a stand-in acted.
   */
  for?: string;
}
