/** Writes steps into a flow: each kind with the elements of BPMN that say it. */
import type { ExpandedStep } from '@aidflow/definition';
import { stringify } from 'yaml';
import { factsOf } from '../step-facts.ts';
import { skipTarget, type Way, waysOf } from '../ways.ts';
import { periodText, type Words } from '../words.ts';
import type { Flow, FlowEdge, FlowKind, FlowNode } from './flow.ts';
import { enoughOf, timerOf } from './parts.ts';
import { isInline, writeParallel } from './write-parallel.ts';
import { writeWait } from './write-wait.ts';

type StepOf<K extends ExpandedStep['kind']> = Extract<ExpandedStep, { kind: K }>;

/** Where steps are written, and where ways lead that end there. */
export interface Scope {
  flow: Flow;
  /** Steps to which an edge can lead, those of branches drawn in the same flow included. */
  steps: Map<string, ExpandedStep>;
  /** Nodes that stand for the end of a branch. */
  ends: Partial<Record<'done' | 'veto', string>>;
  /** The node that leads out of a subprocess to a step outside. */
  exit?(target: string): string;
}

export class FlowWriter {
  readonly words: Words;

  constructor(words: Words) {
    this.words = words;
  }

  /** Writes the steps with all that lies inside them. */
  write(steps: readonly ExpandedStep[], scope: Scope): void {
    for (const step of steps) this.know(step, scope);
    for (const step of steps) this.step(step, scope);
  }

  /** An event that begins a case at a step. */
  begin(id: string, scope: Scope): void {
    const start = `start.${id}`;
    scope.flow.nodes.unshift({ id: start, kind: 'startEvent' });
    this.edge(scope, start, 'begin', id);
  }

  /** Edges may lead to a step before it is written. */
  know(step: ExpandedStep, scope: Scope): void {
    scope.steps.set(step.id, step);
    if (!isInline(step)) return;
    for (const { steps } of Object.values(step.branches)) for (const inner of steps) this.know(inner, scope);
  }

  /** Writes one step with its ways out. */
  step(step: ExpandedStep, scope: Scope): void {
    this.#condition(step, scope);
    switch (step.kind) {
      case 'task':
        this.#task(step, scope);
        break;
      case 'wait':
        writeWait(this, step, scope);
        break;
      case 'parallel':
        writeParallel(this, step, scope);
        break;
      case 'each':
        this.#each(step, scope);
        break;
      case 'end':
        this.node(scope, step, 'endEvent', { facts: { kind: 'end', outcome: step.outcome } });
        break;
      default:
        this.node(scope, step, kindOf(step));
        this.#results(step, scope);
    }
  }

  /** A step with a condition is passed over where it does not hold. */
  #condition(step: ExpandedStep, scope: Scope): void {
    const skip = skipTarget(step);
    if (skip === undefined || step.kind === 'end') return;
    const id = choiceId(step);
    scope.flow.nodes.push({
      id,
      kind: 'exclusiveGateway',
      name: this.words.asked(step.title),
      facts: { kind: 'choice' },
    });
    const applies = { id: `flow.${id}.applies`, from: id, to: step.id, condition: step.when ?? '' };
    scope.flow.edges.push(applies);
    this.edge(scope, id, 'skipped', skip, { name: this.words.otherwise, otherwise: true });
  }

  #task(step: StepOf<'task'>, scope: Scope): void {
    this.node(
      scope,
      step,
      'userTask',
      step.by === undefined || step.by < 2 ? {} : { several: { count: step.by } },
    );
    this.#overdue(step, step.within, scope);
    const ways = waysOf(step).filter(({ event }) => event !== 'elapsed');
    this.#chosen(step, ways, scope, (way) => ({ condition: `outcome = ${JSON.stringify(way.event)}` }));
  }

  /** What decides by itself: ways that lead to one place are one. */
  #results(step: ExpandedStep, scope: Scope): void {
    const groups = Map.groupBy(waysOf(step), ({ to }) => to);
    const ways = [...groups].map(([to, group]): Way => {
      const [first] = group as [Way, ...Way[]];
      return { event: first.event, to, title: group.map((way) => this.titleOf(way)).join(' / ') };
    });
    const condition = (way: Way) => ({
      condition: (groups.get(way.to) ?? [])
        .map(({ event }) => `result = ${JSON.stringify(event)}`)
        .join(' or '),
    });
    const [only, more] = ways;
    if (only && !more) this.edge(scope, step.id, only.event, only.to);
    else this.#chosen(step, ways, scope, condition);
  }

  /** What a way is called: in the definition, or by what it comes to. */
  titleOf = ({ event, title }: Way): string => title ?? this.words.results[event] ?? event;

  /** One way leads on by itself; of several one is chosen behind a gateway. */
  #chosen(
    step: ExpandedStep,
    ways: readonly Way[],
    scope: Scope,
    condition: (way: Way) => Partial<FlowEdge>,
  ): void {
    const [only, more] = ways;
    if (only && !more) {
      this.edge(scope, step.id, only.event, only.to, { name: this.titleOf(only) });
      return;
    }
    const id = `${step.id}.ways`;
    scope.flow.nodes.push({ id, kind: 'exclusiveGateway', facts: { kind: 'ways' } });
    scope.flow.edges.push({ id: `flow.${step.id}.ways`, from: step.id, to: id });
    for (const way of ways) {
      this.edge(scope, id, way.event, way.to, { name: this.titleOf(way), ...condition(way) });
    }
  }

  #each(step: StepOf<'each'>, scope: Scope): void {
    const inner: Flow = { nodes: [], edges: [] };
    const inside: Scope = { flow: inner, steps: new Map(), ends: {} };
    this.write(step.steps, inside);
    this.begin(step.steps[0]?.id ?? '', inside);
    const enough = enoughOf(step.join);
    const several = enough === undefined ? {} : { enough };
    this.node(scope, step, 'subProcess', { inner, several });
    this.#overdue(step, step.within, scope);
    this.edge(scope, step.id, 'done', step.next);
  }

  /** Time at the border of a step. Where nothing follows from it the step goes on and only the delay is told. */
  #overdue(step: ExpandedStep, within: StepOf<'task'>['within'], scope: Scope): void {
    if (within === undefined) return;
    const id = `${step.id}.overdue`;
    const target = within['on-overdue'];
    scope.flow.nodes.push({
      id,
      kind: 'boundaryEvent',
      name: periodText(within, this.words),
      attachedTo: step.id,
      goesOn: target === undefined,
      trigger: timerOf(within),
      facts: { kind: 'deadline', unit: within.unit, days: String(within.days) },
    });
    if (target !== undefined) {
      this.edge(scope, id, 'elapsed', target);
      return;
    }
    const end = `${id}.end`;
    scope.flow.nodes.push({
      id: end,
      kind: 'endEvent',
      name: this.words.overdue,
      facts: { kind: 'overdue' },
    });
    scope.flow.edges.push({ id: `flow.${id}`, from: id, to: end });
  }

  /** The node that stands for a step. */
  node(scope: Scope, step: ExpandedStep, kind: FlowKind, more: Partial<FlowNode> = {}): void {
    const { facts = {}, ...rest } = more;
    const role = 'role' in step ? step.role : undefined;
    // What a household or anybody does happens in the village.
    const level = ('level' in step ? step.level : undefined) ?? (role === undefined ? undefined : 'village');
    scope.flow.nodes.push({
      id: step.id,
      kind,
      name: step.title,
      step,
      text: stringify(factsOf(step), { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd(),
      ...(level === undefined ? {} : { level }),
      ...rest,
      facts: {
        kind: step.kind,
        ...(role === undefined ? {} : { role }),
        ...(level === undefined ? {} : { level }),
        ...facts,
      },
    });
  }

  /** An edge to a step, or to what ends a branch. */
  edge(scope: Scope, from: string, event: string, target: string, more: Partial<FlowEdge> = {}): void {
    scope.flow.edges.push({ id: `flow.${from}.${event}`, from, to: nodeFor(target, scope), ...more });
  }
}

/** Where an edge goes that leads to a step, or to the end of a branch. */
function nodeFor(target: string, { ends, steps, exit }: Scope): string {
  const end = target === 'done' || target === 'veto' ? ends[target] : undefined;
  if (end !== undefined) return end;
  const step = steps.get(target);
  if (step) return skipTarget(step) === undefined ? target : choiceId(step);
  return exit?.(target) ?? target;
}

const choiceId = ({ id }: ExpandedStep): string => `${id}.choice`;

function kindOf(step: ExpandedStep): FlowKind {
  if (step.kind === 'vote') return 'userTask';
  if (step.kind === 'check') return step.connector === undefined ? 'businessRuleTask' : 'serviceTask';
  if (step.kind !== 'effect') return 'businessRuleTask';
  const told =
    step.effects.length > 0 && step.effects.every((effect) => 'letter' in effect || 'send' in effect);
  return told ? 'sendTask' : 'serviceTask';
}
