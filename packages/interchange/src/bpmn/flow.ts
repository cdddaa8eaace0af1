/** A procedure in the elements of BPMN, before it is written or placed. */
import type { ExpandedStep, Level } from '@aidflow/definition';

export type FlowKind =
  | 'startEvent'
  | 'endEvent'
  | 'intermediateCatchEvent'
  | 'boundaryEvent'
  | 'userTask'
  | 'serviceTask'
  | 'sendTask'
  | 'businessRuleTask'
  | 'exclusiveGateway'
  | 'parallelGateway'
  | 'complexGateway'
  | 'eventBasedGateway'
  | 'subProcess';

/** What an event waits for or does. */
export type Trigger =
  | { type: 'timer'; duration?: string; date?: string; language?: string }
  | { type: 'message' }
  | { type: 'error'; code: string }
  | { type: 'terminate' };

/** One instance for each of several people or items. */
export interface Several {
  /** How many, where it is known; a list otherwise. */
  count?: number;
  /** FEEL: when enough of them are done. */
  enough?: string;
}

export interface FlowNode {
  id: string;
  kind: FlowKind;
  name?: string;
  /** The step that it stands for; helpers of a step have none. */
  step?: ExpandedStep;
  /** The level at which it happens, where people act. */
  level?: Level;
  trigger?: Trigger;
  several?: Several;
  /** Id of the activity at whose border the event is. */
  attachedTo?: string;
  /** The activity goes on beside a border event. */
  goesOn?: boolean;
  /** FEEL: when a complex gateway goes on. */
  enough?: string;
  /** What lies inside a subprocess. */
  inner?: Flow;
  /** Facts that a program reads back: attributes of our namespace. */
  facts?: Record<string, string>;
  /** Words for people, as documentation. */
  text?: string;
}

export interface FlowEdge {
  id: string;
  from: string;
  to: string;
  name?: string;
  /** FEEL. */
  condition?: string;
  /** Taken when no condition holds. */
  otherwise?: boolean;
}

export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
}
