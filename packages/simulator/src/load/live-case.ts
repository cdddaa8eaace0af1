/** A case that is on its way, with what waits for it; nothing of it is kept when it has ended. */
import type { Level } from '@aidflow/definition';
import type { CaseState, Programme } from '@aidflow/engine';
import { Registry } from '../registry.ts';
import { type Entry, entryOf } from './agenda.ts';
import type { Item } from './office.ts';
import type { Script } from './script.ts';

/** A case that somebody applied for, with the cases of its items, and the records that they see. */
export interface Lineage {
  script: Script;
  key: number;
  division: string;
  /** Instant of the application. */
  since: number;
  /** Whether it came in while it is counted, and in which week. */
  counted: boolean;
  week: number;
  cases: Map<string, LiveCase>;
  registry: Registry;
  /** How often each connector was asked. */
  asked: Map<string, number>;
  /** Milliseconds of work, by level. */
  work: Partial<Record<Level, number>>;
  /** When and at which level it was decided first. */
  decided: { at: number; level: Level | 'none' } | undefined;
}

export interface CaseItem extends Item {
  live: LiveCase;
  step: string;
  round: number;
  outcome: string;
}

export interface LiveCase {
  id: string;
  /** As a scenario names it; empty for the main one. */
  name: string;
  lineage: Lineage;
  state: CaseState | undefined;
  procedure: Programme;
  /** How often each step's act has been done. */
  acted: Map<string, number>;
  /** Open work by step. */
  items: Map<string, CaseItem>;
  /** What happens by itself next. */
  timer: Entry;
  timerId: string;
  /** Answers on their way and acts of the household, by what they are. */
  awaited: Map<string, Entry>;
}

export function newLineage(script: Script, key: number, division: string, since: number): Lineage {
  return {
    script,
    key,
    division,
    since,
    counted: false,
    week: 0,
    cases: new Map(),
    registry: new Registry(script.programme, script.records),
    asked: new Map(),
    work: {},
    decided: undefined,
  };
}

export function newCase(
  id: string,
  name: string,
  lineage: Lineage,
  procedure: Programme,
  happen: (live: LiveCase) => void,
): LiveCase {
  const live: LiveCase = {
    id,
    name,
    lineage,
    state: undefined,
    procedure,
    acted: new Map(),
    items: new Map(),
    timer: entryOf(() => happen(live)),
    timerId: '',
    awaited: new Map(),
  };
  return live;
}
