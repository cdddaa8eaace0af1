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
  /** It leaves everything that runs beside it. */
  leaves: boolean;
}

export type Tell = (reason: Reason, element: ModdleElement, what?: string) => void;

const isA = (type: string) => (element: ModdleElement) => element.$type === `bpmn:${type}`;

export const isFlow = isA('SequenceFlow');
export const isBorder = isA('BoundaryEvent');
export const isStart = isA('StartEvent');
export const isEnd = isA('EndEvent');
export const isSubProcess = ({ $type }: ModdleElement): boolean =>
  ['bpmn:SubProcess', 'bpmn:Transaction', 'bpmn:AdHocSubProcess'].includes($type);
export const isGateway = ({ $type }: ModdleElement): boolean => $type.endsWith('Gateway');

export class Net {
  readonly process: ModdleElement;
  readonly #tell: Tell;
  readonly #parents = new Map<ModdleElement, ModdleElement>();
  readonly #nodes: ModdleElement[] = [];

  constructor(process: ModdleElement, tell: Tell) {
    this.process = process;
    this.#tell = tell;
    this.#collect(process);
  }

  #collect(container: ModdleElement): void {
    const open = [container];
    for (const outer of open) {
      for (const element of listOf(outer, 'flowElements')) {
        this.#parents.set(element, outer);
        this.#nodes.push(element);
        if (isSubProcess(element) && element.triggeredByEvent !== true) open.push(element);
      }
    }
  }

  /** Everything that is drawn in the process, in the order of the file. */
  get nodes(): readonly ModdleElement[] {
    return this.#nodes;
  }

  /** Where the process begins. */
  first(): ModdleElement | undefined {
    return this.#begin(this.process);
  }

  /** Where the edges of a node lead. */
  leads(node: ModdleElement): Lead[] {
    return listOf(node, 'outgoing').map((flow) => this.#led(flow));
  }

  /** Events at the border of an activity. */
  border(node: ModdleElement): ModdleElement[] {
    return this.#nodes.filter((one) => isBorder(one) && one.attachedToRef === node);
  }

  #led(flow: ModdleElement): Lead {
    let to = partOf(flow, 'targetRef');
    let leaves = false;
    // Each turn enters or leaves a subprocess; a circle of empty ones ends it.
    for (const seen = new Set<ModdleElement>(); to !== undefined && !seen.has(to); ) {
      seen.add(to);
      const next = this.#through(to);
      if (next === undefined) return { flow, to, leaves };
      leaves ||= next.leaves;
      to = next.to;
    }
    return { flow, to, leaves };
  }

  /** What a node stands for that is only a border of something: the first in a subprocess, what follows its end. */
  #through(node: ModdleElement): { to: ModdleElement | undefined; leaves: boolean } | undefined {
    if (isSubProcess(node)) return { to: this.#begin(node), leaves: false };
    const outer = this.#parents.get(node);
    if (!isEnd(node) || outer === undefined || !isSubProcess(outer)) return undefined;
    const caught = this.#caught(node, outer);
    if (caught) return { to: targetOf(caught), leaves: true };
    const on = listOf(outer, 'outgoing');
    if (on.length > 1) this.#tell('split', outer);
    return { to: partOf(on[0] ?? ({} as ModdleElement), 'targetRef'), leaves: false };
  }

  /** The border event that catches what an end throws. */
  #caught(end: ModdleElement, outer: ModdleElement): ModdleElement | undefined {
    const thrown = errorOf(end);
    if (thrown === undefined) return undefined;
    const errors = this.border(outer).filter((one) => errorOf(one) !== undefined);
    return errors.find((one) => errorOf(one) === thrown) ?? errors.find((one) => errorOf(one) === '');
  }

  #begin(container: ModdleElement): ModdleElement | undefined {
    const starts = listOf(container, 'flowElements').filter(isStart);
    const plain = starts.find((one) => listOf(one, 'eventDefinitions').length === 0);
    const start = plain ?? starts[0];
    for (const other of starts) if (other !== start) this.#tell('start', other);
    if (start !== undefined) {
      if (start !== plain) this.#tell('start', start);
      return this.leads(start)[0]?.to;
    }
    // A start may be left out: then whatever nothing leads to begins.
    return listOf(container, 'flowElements').find(
      (one) => !isFlow(one) && !isBorder(one) && listOf(one, 'incoming').length === 0 && 'outgoing' in one,
    );
  }
}

const targetOf = (node: ModdleElement): ModdleElement | undefined =>
  partOf(listOf(node, 'outgoing')[0] ?? ({} as ModdleElement), 'targetRef');

/** The code of an error event; empty for any error, undefined for another event. */
function errorOf(event: ModdleElement): string | undefined {
  const definition = listOf(event, 'eventDefinitions').find(({ $type }) => $type === 'bpmn:ErrorEventDefinition');
  if (definition === undefined) return undefined;
  const error = partOf(definition, 'errorRef');
  return String(error?.errorCode ?? error?.id ?? '');
}
