/** To and from the formats of other tools. Every door takes or gives text or plain data; nothing is read or run. */
export { type FromBpmn, type FromBpmnOptions, fromBpmn } from './bpmn/from-bpmn.ts';
export { toBpmn } from './bpmn/to-bpmn.ts';
export { type FromDmn, fromDmn } from './dmn/from-dmn.ts';
export { type RuleSource, toDmn } from './dmn/to-dmn.ts';
export { toMermaid } from './mermaid/to-mermaid.ts';
export { toScxml } from './scxml/to-scxml.ts';
export type { MachineConfig, Named, StateConfig, TransitionConfig } from './xstate/config.ts';
export { type PlainEvent, plainEvents } from './xstate/plain-events.ts';
export { toXState, type XStateOptions } from './xstate/to-xstate.ts';
