/** The part of XState 5's machine configuration that can be written down as JSON. */

/** A guard or an action by its name, with what it is asked. */
export interface Named {
  type: string;
  params?: Record<string, unknown>;
}

export interface TransitionConfig {
  target?: string;
  guard?: Named | string;
  actions?: Named | Named[];
  reenter?: boolean;
}

export interface StateConfig {
  id?: string;
  description?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  tags?: string[];
  entry?: Named;
  exit?: Named;
  on?: Record<string, TransitionConfig | TransitionConfig[]>;
  always?: TransitionConfig[];
  onDone?: TransitionConfig;
  states?: Record<string, StateConfig>;
  /** What a viewer may show of a step beside its title. */
  meta?: Record<string, unknown>;
}

/** A whole machine: what `createMachine` of XState takes. */
export interface MachineConfig extends StateConfig {
  id: string;
}
