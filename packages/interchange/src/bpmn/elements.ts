/** A flow as elements of the BPMN model. */
import type { Role } from '@aidflow/definition';
import type { ModdleElement } from '../moddle.ts';
import type { Flow, FlowEdge, FlowNode, Several, Trigger } from './flow.ts';
import { FEEL } from './parts.ts';

export type Make = (type: string, properties?: Record<string, unknown>) => ModdleElement;

export interface Elements {
  /** Nodes and edges of the flow itself, in their order. */
  own: ModdleElement[];
  /** Those of subprocesses, too, by id. */
  byId: Map<string, ModdleElement>;
  /** What stands beside the process: what ends of subprocesses throw, and the roles. */
  beside: ModdleElement[];
}

/** What elements refer to. */
interface Made {
  byId: Map<string, ModdleElement>;
  errors: Map<string, ModdleElement>;
  roles: ReadonlyMap<string, ModdleElement>;
}

/** @param roles the roles that the definition declares */
export function elementsOf(make: Make, flow: Flow, roles: Record<string, Role>): Elements {
  const resources = Object.entries(roles).map(([id, { title, level }]): [string, ModdleElement] => [
    id,
    make('bpmn:Resource', { id: `role.${id}`, name: title, 'aidflow:role': id, 'aidflow:level': level }),
  ]);
  const made: Made = { byId: new Map(), errors: new Map(), roles: new Map(resources) };
  const own = flowElements(make, flow, made);
  return { own, byId: made.byId, beside: [...made.errors.values(), ...made.roles.values()] };
}

function flowElements(make: Make, { nodes, edges }: Flow, made: Made): ModdleElement[] {
  const elements = nodes.map((node) => nodeElement(make, node, made));
  for (const { id, attachedTo } of nodes) {
    const element = made.byId.get(id);
    if (element && attachedTo !== undefined) element.attachedToRef = made.byId.get(attachedTo);
  }
  return [...elements, ...edges.map((edge) => edgeElement(make, edge, made.byId))];
}

function nodeElement(make: Make, node: FlowNode, made: Made): ModdleElement {
  const { id, kind, name, text, facts = {}, several, enough, trigger, inner, goesOn } = node;
  const attributes = Object.entries(facts).map(([key, value]) => [`aidflow:${key}`, value]);
  const element = make(`bpmn:${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, {
    id,
    ...(name === undefined ? {} : { name }),
    ...Object.fromEntries(attributes),
    ...(text === undefined ? {} : { documentation: [make('bpmn:Documentation', { text })] }),
    ...(kind === 'userTask' ? performers(make, made.roles.get(facts.role ?? '')) : {}),
    ...(several === undefined ? {} : { loopCharacteristics: loop(make, several) }),
    ...(enough === undefined ? {} : { activationCondition: expression(make, enough, FEEL) }),
    ...(trigger === undefined ? {} : { eventDefinitions: [eventDefinition(make, trigger, made.errors)] }),
    ...(goesOn === undefined ? {} : { cancelActivity: !goesOn }),
  });
  made.byId.set(id, element);
  if (inner) element.flowElements = flowElements(make, inner, made);
  return element;
}

/** Who may act. Applicants and the public are no role of an office. */
const performers = (make: Make, resourceRef: ModdleElement | undefined) =>
  resourceRef ? { resources: [make('bpmn:PotentialOwner', { resourceRef })] } : {};

const loop = (make: Make, { count, enough }: Several): ModdleElement =>
  make('bpmn:MultiInstanceLoopCharacteristics', {
    ...(count === undefined ? {} : { loopCardinality: expression(make, String(count)) }),
    ...(enough === undefined ? {} : { completionCondition: expression(make, enough, FEEL) }),
  });

function eventDefinition(make: Make, trigger: Trigger, errors: Map<string, ModdleElement>): ModdleElement {
  switch (trigger.type) {
    case 'timer': {
      const { duration, date, language } = trigger;
      return make('bpmn:TimerEventDefinition', {
        ...(duration === undefined ? {} : { timeDuration: expression(make, duration, language) }),
        ...(date === undefined ? {} : { timeDate: expression(make, date, language) }),
      });
    }
    case 'message':
      return make('bpmn:MessageEventDefinition');
    case 'terminate':
      return make('bpmn:TerminateEventDefinition');
    case 'error': {
      const { code } = trigger;
      const error =
        errors.get(code) ?? make('bpmn:Error', { id: `error.${code}`, name: code, errorCode: code });
      errors.set(code, error);
      return make('bpmn:ErrorEventDefinition', { errorRef: error });
    }
  }
}

function edgeElement(
  make: Make,
  { id, from, to, name, condition, otherwise }: FlowEdge,
  byId: Map<string, ModdleElement>,
): ModdleElement {
  const [sourceRef, targetRef] = [byId.get(from) as ModdleElement, byId.get(to) as ModdleElement];
  const element = make('bpmn:SequenceFlow', {
    id,
    ...(name === undefined ? {} : { name }),
    sourceRef,
    targetRef,
    ...(condition === undefined ? {} : { conditionExpression: expression(make, condition, FEEL) }),
  });
  sourceRef.outgoing = [...((sourceRef.outgoing as ModdleElement[] | undefined) ?? []), element];
  targetRef.incoming = [...((targetRef.incoming as ModdleElement[] | undefined) ?? []), element];
  if (otherwise) sourceRef.default = element;
  byId.set(id, element);
  return element;
}

const expression = (make: Make, body: string, language?: string): ModdleElement =>
  make('bpmn:FormalExpression', { body, ...(language === undefined ? {} : { language }) });
