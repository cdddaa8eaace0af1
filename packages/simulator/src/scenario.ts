/** A scenario as a tester writes it, read but not yet checked against a programme. */
import type { Actor, Delegation, Grant, JsonObject, StandIn } from '@aidflow/engine';

export interface Scenario {
  scenario: string;
  /** Id of the programme it plays on. */
  programme: string;
  /** Instant at which it begins. */
  clock: string;
  actors?: Record<string, CastMember>;
  given?: Given;
  steps: ScenarioStep[];
}

/** Somebody of the scenario. An officer unless `kind` says otherwise; id and name are the key unless given. */
export interface CastMember {
  role?: string;
  division?: string;
  /** More roles than one. */
  grants?: Grant[];
  id?: string;
  name?: string;
  kind?: Actor['kind'];
}

/** The world in which the scenario plays. */
export interface Given {
  /** Village code of the case. */
  division?: string;
  /** Id of the case: with the seed it settles every draw. */
  case?: string;
  number?: string;
  seed?: string;
  delegations?: (Omit<Delegation, 'programme'> & { programme?: string })[];
  'stand-ins'?: (Omit<StandIn, 'grants'> & { grants?: Grant[] })[];
  connectors?: Record<string, ConnectorScript | ConnectorScript[]>;
  /** Data by form, for every `do` whose outcome takes that form. */
  data?: Record<string, JsonObject>;
  /** Names of divisions by code, for letters. */
  'division-names'?: Record<string, string>;
}

/** What a connector does when it is asked; a list is one entry for each time, the last for all that follow. */
export interface ConnectorScript {
  answer?: JsonObject;
  /** The connector fails for this reason. */
  fail?: string;
  /** At once where it is left out. */
  after?: string;
}

export interface DoStep {
  /** `STEP`, `STEP.OUTCOME`, or `withdraw`, `declare-relative`, `complain`, `extend.CLOCK`. */
  do: string;
  as: string;
  data?: JsonObject;
  reasons?: string;
  /** The code with which the engine must refuse. */
  refused?: string;
}

export type ScenarioStep = DoStep | { wait: string } | { until: string } | { expect: Expectation };

/** What must hold; a part that is left out is not looked at. */
export interface Expectation {
  /** Where the case stands: each place named, a parallel step standing for its branches. */
  step?: string | string[];
  /** How the case ended; null while it has not. */
  outcome?: string | null;
  status?: 'active' | 'ended';
  award?: { amount?: number; starts?: string; payee?: string } | null;
  /** Ids of the letters in the order in which they were issued. */
  letters?: string[];
  clocks?: Record<string, { due?: string; state?: string; left?: number } | null>;
  /** How many notices were published. */
  notices?: number;
  /** How many entries stand in registers. */
  registered?: number;
  /** Exactly these, in any order. */
  tasks?: { step?: string; role?: string; division?: string }[];
  /** By actor: exactly these operations of steps; the standing ones (withdraw ...) are looked at where named. */
  offered?: Record<string, string[]>;
  checks?: Record<string, JsonObject>;
  /** On what the last act of a person rested. */
  authority?: { basis?: string; role?: string; division?: string; document?: string; for?: string };
}

/** A scenario with the places of its parts. `line` gives for a JSON pointer the line in the file, from 1. */
export interface ScenarioSource {
  file: string;
  value: Scenario;
  line(pointer: string): number;
}
