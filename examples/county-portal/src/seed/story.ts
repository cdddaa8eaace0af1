/** The words in which the past of the county is told: who does what when a case has been in a step for so many days. */
import type { CaseState, JsonObject } from '@aidflow/engine';
import type { Means } from './household.ts';

/** Who acts: the household, anybody, or a post of the case's own township or of the county. */
export type Doer =
  | 'applicant'
  | 'anyone'
  | 'clerk'
  | 'investigator-a'
  | 'investigator-b'
  | 'reviewer'
  | 'leader'
  | 'officer-a'
  | 'officer-b'
  | 'auditor'
  /** The township's leader where confirming is delegated, else the county's officer. */
  | 'confirmer';

export interface Act {
  by: Doer;
  do: string;
  data?: JsonObject | undefined;
  reasons?: string | undefined;
  /** A picture is uploaded first and put into the data as `evidence`. */
  evidence?: string | undefined;
}

/** The state of affairs in one step of one case on one day. */
export interface Moment {
  /** ISO date. */
  today: string;
  /** Working days since the step was entered. */
  days: number;
  /** How often the step has been entered. */
  round: number;
  state: CaseState;
}

/** What is done in a step today; nothing means that the case waits. */
export type Play = (moment: Moment) => readonly Act[];

export interface Story {
  means: Means;
  /** What other departments know of the household. */
  answer?: JsonObject | undefined;
  /** By step id. */
  plays: Readonly<Record<string, Play>>;
}

/** Does it once the case has been in the step for so many working days. */
export const after =
  (days: number, acts: (moment: Moment) => Act | readonly Act[]): Play =>
  (moment) =>
    moment.days < days ? [] : [acts(moment)].flat();

/** Plays each in its own round of the step; the last one also in all later rounds. */
export const inRounds =
  (...plays: readonly Play[]): Play =>
  (moment) =>
    (plays[moment.round - 1] ?? plays.at(-1))?.(moment) ?? [];
