/**
 * Walks through a process from where it begins: which elements are steps, which are only crossings, and where a branch is
 * over. What is made of an element is elsewhere.
 */
import type { SourceStep } from '@aidflow/definition';
import { type ModdleElement, partOf, textOf } from '../moddle.ts';
import type { ImportWords } from '../words.ts';
import { type Block, blockOf } from './blocks.ts';
import { definitionOf, isEnd, isGateway, type Lead, type Net, ownFact, type Tell } from './net.ts';
import type { Roles } from './read-roles.ts';
import type { StepIds } from './step-ids.ts';

/** A part of a process: the whole, or a branch. */
export interface Region {
  /** What was met, and has a step or will have one. */
  open: ModdleElement[];
  /** The procedure that it belongs to: the whole, or that of the items of an each. */
  procedure: Procedure;
  branch?: {
    split: ModdleElement;
    /** Where it is joined; undefined where each branch ends by itself. */
    join: ModdleElement | undefined;
    outer: Region;
  };
}

export interface Procedure {
  /** The end that stands where the process just stops, if it was needed. */
  end?: SourceStep;
}

/** Makes a step of an element; where it leads is asked of the walk. */
export type Step = (walk: Walk, element: ModdleElement, region: Region) => SourceStep;

export class Walk {
  readonly net: Net;
  readonly ids: StepIds;
  readonly roles: Roles;
  readonly words: ImportWords;
  readonly tell: Tell;
  /** Ends to which time leads that runs out. */
  readonly late = new Set<ModdleElement>();
  readonly #step: Step;
  readonly #met = new Set<ModdleElement>();
  readonly #passed = new Set<ModdleElement>();
  /** Under which condition a step is entered at all. */
  readonly #conditions = new Map<ModdleElement, { when: string; otherwise: Lead }>();
  readonly #blocks = new Map<ModdleElement, Block | undefined>();

  constructor(net: Net, ids: StepIds, roles: Roles, words: ImportWords, tell: Tell, step: Step) {
    this.net = net;
    this.ids = ids;
    this.roles = roles;
    this.words = words;
    this.tell = tell;
    this.#step = step;
  }

  /** Whether anything was made of an element, or it was only a crossing. */
  knows(element: ModdleElement): boolean {
    return this.#met.has(element) || this.#passed.has(element);
  }

  /** Something was made of an element together with another. */
  pass(element: ModdleElement): void {
    this.#passed.add(element);
  }

  /** The steps of everything that was met in a region, and of what they lead to. */
  steps(region: Region): SourceStep[] {
    const steps: SourceStep[] = [];
    for (const element of region.open) {
      if (this.#met.has(element)) continue;
      this.#met.add(element);
      steps.push(this.#conditional(element, this.#step(this, element, region), region));
    }
    return steps;
  }

  #conditional(element: ModdleElement, step: SourceStep, region: Region): SourceStep {
    const condition = this.#conditions.get(element);
    if (condition === undefined || step.kind === 'end') return step;
    return { ...step, when: condition.when, otherwise: this.target(condition.otherwise, region) };
  }

  /** Where a lead goes in the language: an id, or the end of the branch. */
  target({ flow, to, left }: Lead, region: Region): string {
    if (to === undefined) this.tell('end', flow);
    return this.targetOf(to, region, left);
  }

  /** What is gone to is met in the region in which it lies: outside of what was left. */
  targetOf(to: ModdleElement | undefined, region: Region, left?: ModdleElement): string {
    let home = region;
    while (left && home.branch && this.net.isInside(home.branch.split, left)) home = home.branch.outer;
    let element = to;
    const seen = new Set<ModdleElement>();
    while (element !== undefined && !seen.has(element)) {
      seen.add(element);
      if (home === region && this.#endsBranch(element, home)) return 'done';
      const next = this.#crossing(element);
      if (next === undefined) {
        home.open.push(element);
        return this.ids.of(element);
      }
      this.pass(element);
      element = next.to;
    }
    return this.stop(region);
  }

  /** The end that stands where a process just stops. */
  stop({ procedure }: Region): string {
    procedure.end ??= { id: this.ids.more('ended'), title: this.words.end, kind: 'end', outcome: 'approved' };
    return procedure.end.id;
  }

  /** All steps of a procedure that begins at an element, and the id of the first. */
  procedure(first: ModdleElement | undefined, also: readonly (ModdleElement | undefined)[] = []) {
    const region: Region = { open: [], procedure: {} };
    const start = this.targetOf(first, region);
    const starts = also.map((element) => this.targetOf(element, region));
    const steps = this.steps(region);
    const { end } = region.procedure;
    return { start, starts, steps: end ? [...steps, end] : steps };
  }

  /** Where branches that part at a gateway come together. */
  block(split: ModdleElement): Block | undefined {
    if (!this.#blocks.has(split)) this.#blocks.set(split, blockOf(this.net, split));
    return this.#blocks.get(split);
  }

  /** A branch is over at its join, or at an end of its own; an end that ends everything is none of a branch. */
  #endsBranch(element: ModdleElement, { branch }: Region): boolean {
    if (branch === undefined) return false;
    if (element === branch.join) return true;
    if (!isEnd(element)) return false;
    this.pass(element);
    if (branch.join !== undefined || definitionOf(element, 'Terminate')) this.tell('branch-end', element);
    return true;
  }

  /** Where it goes on from an element that is no step: merges, events that only tell, conditions of a step. */
  #crossing(element: ModdleElement): { to: ModdleElement | undefined } | undefined {
    const leads = this.net.leads(element);
    const [first] = leads;
    if (element.$type === 'bpmn:IntermediateThrowEvent' || definitionOf(element, 'Link')) {
      this.tell('event', element);
      return { to: first?.to };
    }
    if (!isGateway(element)) return undefined;
    const parallel = element.$type === 'bpmn:ParallelGateway';
    if (leads.length < 2) {
      if (parallel && this.net.edgesInto(element) > 1) this.tell('join', element);
      return { to: first?.to };
    }
    if (ownFact(element, 'kind') === 'choice') return this.#choice(element, leads);
    if (!parallel || this.block(element) !== undefined) return undefined;
    this.tell('branches', element);
    return { to: first?.to };
  }

  /** The gateway before a step that asks whether it is entered. */
  #choice(gateway: ModdleElement, leads: readonly Lead[]): { to: ModdleElement } | undefined {
    const otherwise = leads.find(({ flow }) => flow === gateway.default);
    const [applies, more] = leads.filter((lead) => lead !== otherwise);
    const when = textOf(applies && partOf(applies.flow, 'conditionExpression'), 'body');
    const to = applies?.to;
    if (!otherwise || more || to === undefined || when === '' || isEnd(to)) return undefined;
    this.#conditions.set(to, { when, otherwise });
    return { to };
  }
}
