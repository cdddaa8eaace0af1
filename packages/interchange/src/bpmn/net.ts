/**
 * A BPMN process as what leads where. Embedded subprocesses are opened: what leads into one leads to what is first in it,
 * and its ends lead on from it. An error that is caught at its border is a way out of everything inside.
 */
import { listOf, type ModdleElement, partOf } from '../moddle.ts';
import type { Reason } from '../not-carried.ts';

/** A sequence flow as it runs when subprocesses are opened. */
export interface Lead {
  flow: ModdleElement;
  /** Undefined where it leads nowhere. */
  to: ModdleElement | undefined;
  /** The outermost subprocess that it ends, with everything that runs beside it. */
  left: ModdleElement | undefined;
}

export type Tell = (reason: Reason, element: ModdleElement, what?: string) => void;

const isA = (type: string) => (element: ModdleElement) => element.$type === `bpmn:${type}`;

export const isFlow = isA('SequenceFlow');
export const isBorder = isA('BoundaryEvent');
export const isStart = isA('StartEvent');
export const isEnd = isA('EndEvent');
export const isGateway = ({ $type }: ModdleElement): boolean => $type.endsWith('Gateway');
export const isSubProcess = ({ $type }: ModdleElement): boolean =>
  ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'].includes($type);

/** An attribute of our namespace. */
export const ownFact = (element: ModdleElement | undefined, name: string): string | undefined =>
  element?.$attrs[`aidflow:${name}`];

/** The definition of an event of a type, such as `Timer`. */
export const definitionOf = (event: ModdleElement, type: string): ModdleElement | undefined =>
  listOf(event, 'eventDefinitions').find(({ $type }) => $type === `bpmn:${type}EventDefinition`);

export class Net {
  /** Everything that is drawn in the process, in the order of the file. */
  readonly nodes: ModdleElement[] = [];
  readonly #process: ModdleElement;
  readonly #tell: Tell;
  readonly #parents = new Map<ModdleElement, ModdleElement>();
  readonly #border = new Map<ModdleElement, ModdleElement[]>();

  constructor(process: ModdleElement, tell: Tell) {
    this.#process = process;
    this.#tell = tell;
    const open = [process];
    for (const outer of open) {
      for (const element of listOf(outer, 'flowElements')) {
        this.nodes.push(element);
        this.#parents.set(element, outer);
        if (isSubProcess(element) && element.triggeredByEvent !== true) open.push(element);
        const host = isBorder(element) ? partOf(element, 'attachedToRef') : undefined;
        if (host) this.#border.set(host, [...this.border(host), element]);
      }
    }
  }

  /** Where the process begins. */
  first(): ModdleElement | undefined {
    return this.#begin(this.#process);
  }

  /** Where the edges of a node lead. */
  leads(node: ModdleElement): Lead[] {
    return listOf(node, 'outgoing').map((flow) => this.#led(flow));
  }

  /** Events at the border of an activity. */
  border(node: ModdleElement): ModdleElement[] {
    return this.#border.get(node) ?? [];
  }

  /** The subprocess, or the process, that an element lies in. */
  outer(node: ModdleElement): ModdleElement | undefined {
    return this.#parents.get(node);
  }

  /** Whether an element lies in a subprocess, or in one inside it. */
  isInside(element: ModdleElement, outer: ModdleElement): boolean {
    let around = this.#parents.get(element);
    while (around !== undefined && around !== outer) around = this.#parents.get(around);
    return around === outer;
  }

  #led(flow: ModdleElement): Lead {
    let to = partOf(flow, 'targetRef');
    let left: ModdleElement | undefined;
    // Each turn enters or leaves a subprocess; a circle of empty ones leads nowhere.
    const seen = new Set<ModdleElement>();
    for (let next = this.#through(to); next !== undefined; next = this.#through(to)) {
      if (to === undefined || seen.has(to)) return { flow, to: undefined, left };
      seen.add(to);
      to = next.to;
      left = next.left ?? left;
    }
    return { flow, to, left };
  }

  /** What stands for something else: a subprocess for the first in it, its end for what follows it. */
  #through(node: ModdleElement | undefined): Pick<Lead, 'to' | 'left'> | undefined {
    if (node === undefined) return undefined;
    if (isSubProcess(node)) return { to: this.#begin(node), left: undefined };
    const outer = this.#parents.get(node);
    if (!isEnd(node) || outer === undefined || !isSubProcess(outer)) return undefined;
    const caught = this.#caughtAt(node, outer);
    if (caught) return { to: nextOf(caught), left: outer };
    const more = listOf(outer, 'outgoing').slice(1);
    if (more.length > 0) this.#tell('split', outer);
    return { to: nextOf(outer), left: undefined };
  }

  /** The border event that catches what an end throws. */
  #caughtAt(end: ModdleElement, outer: ModdleElement): ModdleElement | undefined {
    const thrown = errorOf(end);
    if (thrown === undefined) return undefined;
    const catching = (code: string) => this.border(outer).find((one) => errorOf(one) === code);
    return catching(thrown) ?? catching('');
  }

  #begin(container: ModdleElement): ModdleElement | undefined {
    const inside = listOf(container, 'flowElements');
    const starts = inside.filter(isStart);
    const plain = starts.find((one) => listOf(one, 'eventDefinitions').length === 0);
    const start = plain ?? starts[0];
    for (const other of starts) if (other !== plain) this.#tell('start', other);
    if (start !== undefined) return this.leads(start)[0]?.to;
    // A start may be left out: then whatever nothing leads to begins.
    return inside.find((one) => !isFlow(one) && !isBorder(one) && one.outgoing && !one.incoming);
  }
}

/** Where the first edge of an element leads. */
const nextOf = (element: ModdleElement): ModdleElement | undefined => {
  const [flow] = listOf(element, 'outgoing');
  return flow && partOf(flow, 'targetRef');
};

/** The code of an error event; empty for any error, undefined for another event. */
function errorOf(event: ModdleElement): string | undefined {
  const definition = definitionOf(event, 'Error');
  if (definition === undefined) return undefined;
  const error = partOf(definition, 'errorRef');
  return String(error?.errorCode ?? error?.id ?? '');
}
