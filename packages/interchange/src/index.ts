/** To and from the formats of other tools. Every door takes or gives text or plain data; nothing is read or run. */
export type { MachineConfig, Named, StateConfig, TransitionConfig } from './xstate/config.ts';
export { type PlainEvent, plainEvents } from './xstate/plain-events.ts';
export { toXState, type XStateOptions } from './xstate/to-xstate.ts';
