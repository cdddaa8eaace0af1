/** A definition as BPMN 2.0 (OMG formal/2013-12-09) with its diagram. */
import type { Definition } from '@aidflow/definition';
import { BpmnModdle } from 'bpmn-moddle';
import { stringify } from 'yaml';
import type { ModdleElement } from '../moddle.ts';
import { AIDFLOW } from '../namespace.ts';
import { wordsIn } from '../words.ts';
import { diagramOf } from './diagram.ts';
import { elementsOf, type Make } from './elements.ts';
import { lanesOf } from './lanes.ts';
import { layoutOf } from './layout.ts';
import { toFlow } from './to-flow.ts';

/**
 * The procedure as a BPMN process in a pool, levels as lanes, with a diagram that modelers draw.
 *
 * Tasks and votes are user tasks; checks are business rule tasks, or service tasks where another system is asked; draws
 * and selections are business rule tasks, effects service or send tasks; waits are catch events, behind an event-based
 * gateway where several things may come first. Branches stand between parallel gateways; where not all of them are waited
 * for, or one can be left, they are a subprocess that ends as a whole. Cases of items are a multi-instance subprocess.
 * Times of steps are timers at their border.
 *
 * What BPMN has no words for (forms, conditions, legal bases, clocks over several steps, working days, operations that
 * may be done at any time) is the documentation of its element, as YAML in the words of the definition; attributes of a
 * namespace of its own say what `fromBpmn` reads back. An end that nothing but an operation leads to is not drawn.
 */
export async function toBpmn({ definition }: { definition: Definition }): Promise<string> {
  const moddle = new BpmnModdle();
  const make: Make = (type, properties = {}) => moddle.create(type, properties);
  const { programme, title, language } = definition;
  const words = wordsIn(language);
  const flow = toFlow(definition);
  const { levels, of } = lanesOf(flow);
  const elements = elementsOf(make, flow, definition.roles ?? {});
  const lanes = levels.map((level, index) =>
    make('bpmn:Lane', {
      id: `lane.${level}`,
      name: words.levels[level],
      'aidflow:level': level,
      flowNodeRef: flow.nodes.filter(({ id }) => of.get(id) === index).map(({ id }) => elements.byId.get(id)),
    }),
  );
  const process = make('bpmn:Process', {
    id: `${programme}.process`,
    name: title,
    isExecutable: false,
    'aidflow:kind': 'programme',
    documentation: [words.operations, wholeFacts(definition)].map((text) =>
      make('bpmn:Documentation', { text }),
    ),
    laneSets: [make('bpmn:LaneSet', { id: `${programme}.lanes`, lanes })],
    flowElements: elements.own,
  });
  const participant = make('bpmn:Participant', { id: `${programme}.pool`, name: title, processRef: process });
  const collaboration = make('bpmn:Collaboration', {
    id: `${programme}.collaboration`,
    participants: [participant],
  });
  const layout = layoutOf(flow, of);
  const definitions: ModdleElement = make('bpmn:Definitions', {
    id: `${programme}.definitions`,
    targetNamespace: `${AIDFLOW}/${programme}`,
    'xmlns:aidflow': AIDFLOW,
    rootElements: [...elements.beside, collaboration, process],
    diagrams: [diagramOf(make, elements, flow, layout, { participant, collaboration, lanes })],
  });
  const { xml } = await moddle.toXML(definitions, { format: true });
  return xml;
}

/** What holds for the whole procedure and has no place in a picture, as YAML in the words of the definition. */
function wholeFacts(definition: Definition): string {
  const { version, basis, parameters, clocks, operations, schedules } = definition;
  const facts = {
    version,
    'valid-from': definition['valid-from'],
    basis,
    parameters,
    clocks,
    operations,
    schedules,
  };
  return stringify(JSON.parse(JSON.stringify(facts)), {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  }).trimEnd();
}
