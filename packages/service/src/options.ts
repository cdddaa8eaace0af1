/** What a host gives the service. */
import type { Bundle } from '@aidflow/definition';
import type { Calendar } from '@aidflow/engine';
import type { CaseStore } from '@aidflow/store';
import type { ScheduleProgress } from './schedules.ts';
import type { Division } from './types.ts';

/** Where a connector is reached. Only configuration names addresses: nothing that a case holds can. */
export interface ConnectorAddress {
  /** http(s) URL to which requests are POSTed. */
  url: string;
  headers?: Record<string, string>;
}

export interface ServiceOptions {
  store: CaseStore;
  /** Definitions that new cases run on, one for each programme. Earlier ones stay in the store. */
  programmes: readonly Bundle[];
  calendar: Calendar;
  /** Seed of draws: announced beforehand, so that anyone can repeat them. */
  seed: string;
  divisions?: readonly Division[];
  /** By connector id of the definitions. One without an address is not asked: a person decides at once. */
  connectors?: Record<string, ConnectorAddress>;
  /** Folder for uploaded files. Without one, uploads are refused. */
  files?: string;
  /** Roles that oversee a county: they see everything in it, masked, and act only in steps of their own role. */
  auditorRoles?: readonly string[];
  timezone?: string;
  /** Division of cases that a schedule opens for no record and no division; the topmost of the table when left out. */
  home?: string;
  /** Time of the machine in milliseconds. */
  realTime?: () => number;
  /** Milliseconds before the first repetition of a failed request; doubled for each further one. */
  retryDelay?: number;
  /** Hears of failures in the background; by default they are written to standard error. */
  onError?: (error: unknown, doing: string) => void;
  /** Hears what the scheduler has done, in numbers only. */
  onProgress?: (progress: ScheduleProgress) => void;
}
