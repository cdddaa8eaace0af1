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

/** A subprocess of which each item has one of its own: it is no part of the way of the whole. */
export const isEach = (element: ModdleElement): boolean =>
  isSubProcess(element) &&
  partOf(element, 'loopCharacteristics')?.$type === 'bpmn:MultiInstanceLoopCharacteristics';

/** A subprocess that stands for what is in it. */
export const isOpened = (element: ModdleElement): boolean => isSubProcess(element) && !isEach(element);

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
  /** By flows: nodes need not name theirs, and many tools leave that out. */
  readonly #out = new Map<ModdleElement, ModdleElement[]>();
  readonly #into = new Map<ModdleElement, ModdleElement[]>();

  constructor(process: ModdleElement, tell: Tell) {
    this.#process = process;
    this.#tell = tell;
    const open = [process];
    for (const outer of open) {
      for (const element of listOf(outer, 'flowElements')) {
        this.nodes.push(element);
        this.#parents.set(element, outer);
        if (isSubProcess(element) && element.triggeredByEvent !== true) open.push(element);
        if (isBorder(element)) add(this.#border, partOf(element, 'attachedToRef'), element);
        if (isFlow(element)) {
          add(this.#out, partOf(element, 'sourceRef'), element);
          add(this.#into, partOf(element, 'targetRef'), element);
        }
      }
    }
  }

  /** Where a process, or the subprocess of an item, begins. */
  first(container = this.#process): ModdleElement | undefined {
    return this.#opened(this.#begin(container)).to;
  }

  /** Further starts of the process, and where they lead. */
  moreStarts(): { start: ModdleElement; to: ModdleElement | undefined }[] {
    const [, ...more] = startsOf(this.#process);
    return more.map((start) => ({ start, to: this.#opened(this.#next(start)).to }));
  }

  /** Where the edges of a node lead. */
  leads(node: ModdleElement): Lead[] {
    return this.#outgoing(node).map((flow) => ({ flow, ...this.#opened(partOf(flow, 'targetRef')) }));
  }

  /** How many edges lead to a node itself. */
  edgesInto(node: ModdleElement): number {
    return this.#into.get(node)?.length ?? 0;
  }

  #outgoing(node: ModdleElement): ModdleElement[] {
    return this.#out.get(node) ?? [];
  }

  /** Where the first edge of an element leads. */
  #next(element: ModdleElement): ModdleElement | undefined {
    const [flow] = this.#outgoing(element);
    return flow && partOf(flow, 'targetRef');
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

  /** What is really gone to where an edge leads to a subprocess, or to the end of one. */
  #opened(target: ModdleElement | undefined): Omit<Lead, 'flow'> {
    let to = target;
    let left: ModdleElement | undefined;
    // Each turn enters or leaves a subprocess; a circle of empty ones leads nowhere.
    const seen = new Set<ModdleElement>();
    for (let next = this.#through(to); next !== undefined; next = this.#through(to)) {
      if (to === undefined || seen.has(to)) return { to: undefined, left };
      seen.add(to);
      to = next.to;
      left = next.left ?? left;
    }
    return { to, left };
  }

  /** What stands for something else: a subprocess for the first in it, its end for what follows it. */
  #through(node: ModdleElement | undefined): Pick<Lead, 'to' | 'left'> | undefined {
    if (node === undefined) return undefined;
    if (isOpened(node)) return { to: this.#begin(node), left: undefined };
    const outer = this.#parents.get(node);
    if (!isEnd(node) || outer === undefined || !isOpened(outer)) return undefined;
    const caught = this.#caughtAt(node, outer);
    if (caught) return { to: this.#next(caught), left: outer };
    if (this.#outgoing(outer).length > 1) this.#tell('split', outer);
    return { to: this.#next(outer), left: undefined };
  }

  /** The border event that catches what an end throws. */
  #caughtAt(end: ModdleElement, outer: ModdleElement): ModdleElement | undefined {
    const thrown = errorOf(end);
    if (thrown === undefined) return undefined;
    const catching = (code: string) => this.border(outer).find((one) => errorOf(one) === code);
    return catching(thrown) ?? catching('');
  }

  #begin(container: ModdleElement): ModdleElement | undefined {
    const [start, ...more] = startsOf(container);
    if (container !== this.#process) for (const other of more) this.#tell('start', other);
    if (start !== undefined) {
      if (listOf(start, 'eventDefinitions').length > 0) this.#tell('start', start);
      return this.#next(start);
    }
    // A start may be left out: then whatever nothing leads to begins.
    return listOf(container, 'flowElements').find(
      (one) => !isFlow(one) && !isBorder(one) && this.#outgoing(one).length > 0 && this.edgesInto(one) === 0,
    );
  }
}

/** The starts of a process or subprocess, those that wait for nothing first. */
function startsOf(container: ModdleElement): ModdleElement[] {
  const waits = (start: ModdleElement) => Number(listOf(start, 'eventDefinitions').length > 0);
  return listOf(container, 'flowElements')
    .filter(isStart)
    .toSorted((a, b) => waits(a) - waits(b));
}

function add(
  lists: Map<ModdleElement, ModdleElement[]>,
  key: ModdleElement | undefined,
  one: ModdleElement,
): void {
  if (key) lists.set(key, [...(lists.get(key) ?? []), one]);
}

/** The code of an error event; empty for any error, undefined for another event. */
function errorOf(event: ModdleElement): string | undefined {
  const definition = definitionOf(event, 'Error');
  if (definition === undefined) return undefined;
  const error = partOf(definition, 'errorRef');
  return String(error?.errorCode ?? error?.id ?? '');
}
