/* Generated from schemas/ by `npm run generate`. */

export type Name = string;
/**
 * ISO date, such as 2026-01-01.
 */
export type Date = string;
/**
 * A length of time: 20s, 45m, 6h or 3d (of 24 hours).
 */
export type TimeText = string;
/**
 * Time of day, 24:00 for its end.
 */
export type ClockTime = string;
export type Id = string;

/**
 * A county for a simulation: who works where and when, what comes in, how long things take, and what is tried beside it.
 */
export interface County {
  /**
   * For editors.
   */
  $schema?: string;
  county: CountyText;
  note?: CountyText;
  /**
   * Code of the county, 6 digits in quotes.
   */
  division: string;
  /**
   * All chance comes from it.
   */
  seed?: string;
  /**
   * How often the span is simulated, each time with other chances.
   */
  replications?: number;
  title?: CountyText;
  span: CountySpan;
  programmes: CountyProgrammes;
  townships: CountyTownships;
  hours?: CountyHours;
  days?: CountyOwnDays;
  officers: CountyOfficers;
  arrivals: CountyArrivals;
  connectors?: CountyConnectors;
  /**
   * Powers that are moved down.
   *
   * @maxItems 1000
   */
  delegations?: CountyDelegation[];
  variants?: CountyVariants;
  sweep?: CountySweep;
}
/**
 * In Chinese and in English.
 */
export interface CountyText {
  zh: Name;
  en: Name;
}
/**
 * The time that is simulated.
 */
export interface CountySpan {
  from: Date;
  until: Date;
  /**
   * Days at the beginning that fill the desks and are not counted.
   */
  'warm-up'?: number;
  /**
   * Days at the end in which what has come in is brought to its end.
   */
  drain?: number;
}
/**
 * Programmes by a name that arrivals use.
 */
export interface CountyProgrammes {
  [k: string]: CountyProgramme;
}
export interface CountyProgramme {
  /**
   * Folder of the programme, from the county file.
   */
  folder: string;
  title?: CountyText;
  /**
   * Parameters that the county sets, by name; they hold on every date.
   */
  parameters?: {
    [k: string]: unknown;
  };
  /**
   * Form data by form, for steps in which a scenario fills in nothing; the text `today` is the day.
   */
  data?: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  work?: CountyTimes;
  delays?: CountyTimes;
}
/**
 * Lengths by step or STEP.OUTCOME; `default` for all others.
 */
export interface CountyTimes {
  [k: string]: CountyDistribution;
}
/**
 * A length of time, fixed or by chance: exactly one of these.
 */
export interface CountyDistribution {
  fixed?: TimeText;
  exponential?: TimeText;
  lognormal?: LognormalTime;
  uniform?: UniformTime;
  triangular?: TriangularTime;
}
/**
 * Most take about the median, and a few much longer.
 */
export interface LognormalTime {
  median: TimeText;
  p90: TimeText;
}
/**
 * Anything between two lengths, all alike.
 */
export interface UniformTime {
  low: TimeText;
  high: TimeText;
}
/**
 * Between two lengths, mostly about the mode.
 */
export interface TriangularTime {
  low: TimeText;
  mode: TimeText;
  high: TimeText;
}
/**
 * Townships by code, 9 digits in quotes.
 */
export interface CountyTownships {
  [k: string]: CountyTownship;
}
export interface CountyTownship {
  name: CountyText;
  /**
   * How many villages it has.
   */
  villages: number;
  /**
   * Its share of what comes in, beside the others; else by villages.
   */
  weight?: number;
}
/**
 * Working hours by name; `office` and `always` are there already.
 */
export interface CountyHours {
  [k: string]: CountyWorkingHours;
}
export interface CountyWorkingHours {
  /**
   * `working` days of the calendar, or `every` day.
   */
  days: 'working' | 'every';
  /**
   * From and until, in order.
   *
   * @minItems 1
   * @maxItems 6
   */
  sessions: ClockTime[][];
}
/**
 * Days on which the county differs from the national calendar.
 */
export interface CountyOwnDays {
  /**
   * Days off.
   */
  off?: Date[];
  /**
   * Working days.
   */
  working?: Date[];
}
/**
 * Groups of officers by name.
 */
export interface CountyOfficers {
  [k: string]: CountyOfficerGroup;
}
export interface CountyOfficerGroup {
  title?: CountyText;
  role?: Id;
  /**
   * Where they hold several.
   *
   * @minItems 1
   * @maxItems 20
   */
  roles?: Id[];
  /**
   * `county`, `each-township`, `each-village`, or one division's code.
   */
  at: string;
  /**
   * How many, in each division.
   */
  count: number;
  hours?: Id;
  /**
   * 2 does everything in half the time.
   */
  speed?: number;
  /**
   * Part of the working hours that is for these cases.
   */
  share?: number;
  /**
   * Working days a year away, drawn at random in runs of up to five.
   */
  leave?: number;
  /**
   * Days on which the whole group is away.
   *
   * @maxItems 100
   */
  away?: CountyPeriod[];
}
/**
 * Days from the first up to, not including, `until`.
 */
export interface CountyPeriod {
  from: Date;
  until: Date;
}
/**
 * Streams of applications by name.
 */
export interface CountyArrivals {
  [k: string]: CountyArrivalStream;
}
export interface CountyArrivalStream {
  programme: Id;
  /**
   * Mean number in 365 days, bursts apart.
   */
  'per-year': number;
  /**
   * Factors of January to December.
   *
   * @minItems 12
   * @maxItems 12
   */
  season?: number[];
  hours?: Id;
  /**
   * When more comes in than usual.
   *
   * @maxItems 100
   */
  bursts?: CountyBurst[];
  /**
   * What kinds of cases they are.
   *
   * @minItems 1
   * @maxItems 100
   */
  cases: CountyCaseKind[];
}
/**
 * Days on which more comes in than usual.
 */
export interface CountyBurst {
  name: CountyText;
  from: Date;
  until: Date;
  /**
   * So many times as much.
   */
  times: number;
  /**
   * Only there, by code.
   */
  townships?: string[];
}
export interface CountyCaseKind {
  /**
   * A scenario of the programme, from its folder: its data and outcomes are those of the case.
   */
  like: string;
  /**
   * Weight beside the other kinds.
   */
  share?: number;
  /**
   * Form data by form, merged over that of the scenario.
   */
  data?: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  outcomes?: CountyOutcomes;
}
/**
 * By step, outcomes with their weights, in place of what the scenario does.
 */
export interface CountyOutcomes {
  [k: string]: {
    [k: string]: number;
  };
}
/**
 * How the systems of other departments answer, by connector.
 */
export interface CountyConnectors {
  [k: string]: CountyConnector;
}
export interface CountyConnector {
  after?: CountyDistribution;
  /**
   * Part of the questions that get no answer.
   */
  fails?: number;
  /**
   * When it is down: questions wait for its end, up to `gives-up`.
   *
   * @maxItems 1000
   */
  outages?: CountyPeriod[];
  'gives-up'?: TimeText;
}
export interface CountyDelegation {
  programme: Id;
  action: Id;
  /**
   * `each-township`, or one division's code.
   */
  to: string;
  effective: Date;
  until?: Date;
  document: Name;
  /**
   * Fen up to which it holds.
   */
  limit?: number;
}
/**
 * The same county with something changed, simulated beside it with the same chances.
 */
export interface CountyVariants {
  [k: string]: CountyVariant;
}
export interface CountyVariant {
  title: CountyText;
  /**
   * Merged over the county file (RFC 7396); null takes away.
   */
  change: {
    [k: string]: unknown;
  };
}
/**
 * One parameter tried with several values: how far the county can go.
 */
export interface CountySweep {
  title?: CountyText;
  of?: Id;
  programme: Id;
  /**
   * Name of the parameter of the programme.
   */
  parameter: string;
  /**
   * What it is tried with.
   *
   * @minItems 2
   * @maxItems 20
   */
  values: number[];
  watch: Id;
  /**
   * Busier than this they cannot afford it.
   */
  bound?: number;
}
