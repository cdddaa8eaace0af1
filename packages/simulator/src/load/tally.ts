/** What a simulated county came to, in room that does not grow with its cases. Plain data, so that it crosses threads. */
import type { Level } from '@aidflow/definition';
import { newSketch, type Sketch } from './sketch.ts';

/** The level of an authority; `none` for a case that ended without a decision of anybody. */
export type DecidedAt = Level | 'none';

/** Cases of one programme that were decided at one level. */
export interface CaseTally {
  /** Days from application to decision. */
  decision: Sketch;
  /** Days from application to the end, for those that ended. */
  whole: Sketch;
  outcomes: Record<string, number>;
  /** Milliseconds of officers' work, by the level of the officers. */
  work: Partial<Record<Level, number>>;
  /** Cases whose work is in `work`. */
  ended: number;
}

export interface ClockTally {
  /** Cases in which the clock stopped or ran out. */
  ended: number;
  inTime: number;
}

/** Officers of one role at one level, all divisions together. */
export interface DeskTally {
  role: string;
  level: Level;
  /** Days from when a task came to when an officer began it. */
  wait: Sketch;
  done: number;
  /** Milliseconds worked, and milliseconds in which they could have. */
  busy: number;
  open: number;
  /** Mean number of tasks that waited, by day. */
  queue: Float64Array;
  /** Most tasks that waited at once in one division, and which. */
  peak: { division: string; count: number };
  /** By division. */
  places: Record<string, { wait: number; count: number; busy: number; open: number }>;
}

/** Officers of one group of the county file. */
export interface GroupTally {
  officers: number;
  busy: number;
  open: number;
}

/** Cases that came in within one week. */
export interface WeekTally {
  arrived: number;
  /** Days from application to decision. */
  decision: Sketch;
}

/** Cases in which nobody could go on, and why. */
export interface StuckTally {
  programme: string;
  step: string;
  code: string;
  detail: string;
  count: number;
}

export interface RunTally {
  /** Programme, then level at which it was decided. */
  cases: Record<string, Partial<Record<DecidedAt, CaseTally>>>;
  /** Programme, then clock. */
  clocks: Record<string, Record<string, ClockTally>>;
  /** By `role@level`. */
  desks: Record<string, DeskTally>;
  groups: Record<string, GroupTally>;
  weeks: WeekTally[];
  /** Cases that came in while it was counted. */
  arrived: number;
  /** All that came in. */
  opened: number;
  /** Of those counted: not decided when the simulation ended. */
  undecided: number;
  /** Where they stood, by `programme/step`. */
  left: Record<string, number>;
  stuck: Record<string, StuckTally>;
  /** Most cases alive at once. */
  alive: number;
  commands: number;
  events: number;
}

export const newTally = (weeks: number): RunTally => ({
  cases: {},
  clocks: {},
  desks: {},
  groups: {},
  weeks: Array.from({ length: weeks }, () => ({ arrived: 0, decision: newSketch() })),
  arrived: 0,
  opened: 0,
  undecided: 0,
  left: {},
  stuck: {},
  alive: 0,
  commands: 0,
  events: 0,
});

export function caseTally(tally: RunTally, programme: string, level: DecidedAt): CaseTally {
  tally.cases[programme] ??= {};
  const levels = tally.cases[programme];
  levels[level] ??= { decision: newSketch(), whole: newSketch(), outcomes: {}, work: {}, ended: 0 };
  return levels[level];
}
