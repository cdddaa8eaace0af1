/** What is shown of a case: work, time, and what may be done. */
import type { Problem } from '@aidflow/definition';
import type { ActorStamp, Authority } from './people.ts';

/** A work item somebody has. */
export interface Task {
  step: string;
  title: string;
  level: string;
  role: string;
  /** Division in which the default authority lies: the case's division cut to the level. */
  division: string;
  /** Where a delegation may have moved it. */
  delegable?: { level: string; role: string; division: string };
  since: string;
  round: number;
  signed: string[];
  /** Actor id of the one to whom it was handed. */
  assignee?: string;
  /** Actor ids of those who were asked to sign, too. */
  added?: string[];
}

/** Something that happens by itself at an instant unless the case moves on before. */
export interface Timer {
  id: string;
  /** Instant, ISO 8601 in UTC: the first moment after the last day. */
  due: string;
  step?: string;
  clock?: string;
  /** What happens in the step; `elapsed` when left out. */
  event?: string;
}

export interface ClockView {
  clock: string;
  title: string;
  state: 'running' | 'paused' | 'stopped' | 'breached';
  started: string;
  /** Last day in time, ISO date; absent while paused. */
  due?: string;
  /** Days of its unit that are left (negative when over). */
  left: number;
  limit: number;
  unit: 'working-day' | 'calendar-day';
  pauses: ClockPause[];
  extended: boolean;
  stopped?: string;
  /** In place of `due` where the calendar does not know a year that the clock reaches. */
  problem?: Problem;
}

/** A stretch in which a clock stood or stands (ISO dates): nothing counts after `from` up to and including `to`. */
export interface ClockPause {
  from: string;
  to?: string;
  /** The step in which it stands, or for which something is asked. */
  step?: string;
  cause: 'step' | 'ask' | 'suspend';
  /** Who asked, or suspended the case. */
  by?: ActorStamp;
}

/** What an actor may do now, or why not. */
export interface Offer {
  do: string;
  step?: string;
  title: string;
  form?: string;
  reasons?: 'required' | 'optional';
  may: boolean;
  authority?: Authority;
  problem?: Problem;
}
