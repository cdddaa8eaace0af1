/** The steps of a process: walks from where it begins, and makes a step of everything that is more than a crossing. */
import type {
  EndOutcome,
  Join,
  Outcome,
  SourceStep,
  TaskStep,
  WaitEvent,
  WaitStep,
} from '@aidflow/definition';
import { type ModdleElement, partOf, textOf } from '../moddle.ts';
import type { ImportWords } from '../words.ts';
import { type Block, blockOf } from './blocks.ts';
import { definitionOf, isEnd, isGateway, type Lead, type Net, ownFact, type Tell } from './net.ts';
import { isEndOutcome, lostFacts, outcomeFacts, ownFacts, taskFacts } from './own-facts.ts';
import type { Roles } from './read-roles.ts';
import { timeOf } from './read-time.ts';
import { type StepIds, WayIds } from './step-ids.ts';

/** A part of a process: the whole, or a branch. */
interface Region {
  /** What was met and has no step yet. */
  open: ModdleElement[];
  branch?: {
    split: ModdleElement;
    /** Where it is joined; undefined where each branch ends by itself. */
    join: ModdleElement | undefined;
    outer: Region;
  };
}

/** A condition under which a step is entered at all. */
interface Condition {
  when: string;
  otherwise: Lead;
}

export class StepReader {
  readonly #net: Net;
  readonly #ids: StepIds;
  readonly #roles: Roles;
  readonly #words: ImportWords;
  readonly #tell: Tell;
  readonly #met = new Set<ModdleElement>();
  readonly #passed = new Set<ModdleElement>();
  readonly #conditions = new Map<ModdleElement, Condition>();
  readonly #blocks = new Map<ModdleElement, Block | undefined>();
  /** Ends to which time leads that runs out. */
  readonly #late = new Set<ModdleElement>();
  #end: SourceStep | undefined;

  constructor(net: Net, ids: StepIds, roles: Roles, words: ImportWords, tell: Tell) {
    this.#net = net;
    this.#ids = ids;
    this.#roles = roles;
    this.#words = words;
    this.#tell = tell;
  }

  /** All steps, and the id of the one with which a case begins: a task, added where the process has another first. */
  read(): { start: string; steps: SourceStep[] } {
    const region: Region = { open: [] };
    const to = this.#targetOf(this.#net.first(), region);
    const steps = this.#steps(region);
    const begin = steps.find((step) => step.id === to);
    const plain = begin?.kind === 'task' && begin.when === undefined;
    if (plain) return { start: to, steps: [...steps, ...this.#ends()] };
    const { apply, submit } = this.#words;
    const start = this.#ids.more('apply');
    const added: TaskStep = {
      id: start,
      title: apply,
      kind: 'task',
      role: 'applicant',
      outcomes: { submit: { title: submit, to } },
    };
    return { start, steps: [added, ...steps, ...this.#ends()] };
  }

  /** Whether anything was made of an element, or it was only a crossing. */
  knows(element: ModdleElement): boolean {
    return this.#met.has(element) || this.#passed.has(element);
  }

  #steps(region: Region): SourceStep[] {
    const steps: SourceStep[] = [];
    for (const element of region.open) {
      if (this.#met.has(element)) continue;
      this.#met.add(element);
      const step = this.#step(element, region);
      const condition = this.#conditions.get(element);
      const otherwise = condition && this.#target(condition.otherwise, region);
      steps.push(
        condition && step.kind !== 'end'
          ? ({ ...step, when: condition.when, otherwise } as SourceStep)
          : step,
      );
    }
    return steps;
  }

  /** The end that stands where a process just stops. */
  #ends = (): SourceStep[] => (this.#end ? [this.#end] : []);

  /** Where a lead goes in the language: an id, or the end of the branch. */
  #target({ flow, to, left }: Lead, region: Region): string {
    if (to === undefined) this.#tell('end', flow);
    return this.#targetOf(to, region, left);
  }

  /** What is gone to is met in the region in which it lies: outside of what was left. */
  #targetOf(to: ModdleElement | undefined, region: Region, left?: ModdleElement): string {
    let home = region;
    while (left && home.branch && this.#net.isInside(home.branch.split, left)) home = home.branch.outer;
    let element = to;
    const seen = new Set<ModdleElement>();
    while (element !== undefined && !seen.has(element)) {
      seen.add(element);
      if (home === region && this.#endsBranch(element, home)) return 'done';
      const next = this.#crossing(element);
      if (next === undefined) {
        home.open.push(element);
        return this.#ids.of(element);
      }
      this.#passed.add(element);
      element = next.to;
    }
    return this.#stop();
  }

  /** A branch is over at its join, or at an end of its own; an end that ends everything is none of a branch. */
  #endsBranch(element: ModdleElement, { branch }: Region): boolean {
    if (branch === undefined) return false;
    if (element === branch.join) return true;
    if (!isEnd(element)) return false;
    this.#passed.add(element);
    if (branch.join !== undefined || definitionOf(element, 'Terminate')) this.#tell('branch-end', element);
    return true;
  }

  #stop(): string {
    this.#end ??= { id: this.#ids.more('ended'), title: this.#words.end, kind: 'end', outcome: 'approved' };
    return this.#end.id;
  }

  /** Where it goes on from an element that is no step: merges, events that only tell, conditions of a step. */
  #crossing(element: ModdleElement): { to: ModdleElement | undefined } | undefined {
    const leads = this.#net.leads(element);
    if (element.$type === 'bpmn:IntermediateThrowEvent' || definitionOf(element, 'Link')) {
      this.#tell('event', element);
      return { to: leads[0]?.to };
    }
    if (!isGateway(element)) return undefined;
    if (leads.length < 2) {
      if (element.$type === 'bpmn:ParallelGateway' && this.#net.edgesInto(element) > 1)
        this.#tell('join', element);
      return { to: leads[0]?.to };
    }
    if (ownFact(element, 'kind') === 'choice') return this.#choice(element, leads);
    if (element.$type !== 'bpmn:ParallelGateway') return undefined;
    if (this.#block(element) !== undefined) return undefined;
    this.#tell('branches', element);
    return { to: leads[0]?.to };
  }

  /** The gateway before a step that asks whether it is entered. */
  #choice(gateway: ModdleElement, leads: readonly Lead[]): { to: ModdleElement | undefined } | undefined {
    const otherwise = leads.find(({ flow }) => flow === gateway.default);
    const applies = leads.find((lead) => lead !== otherwise);
    const when = textOf(applies && partOf(applies.flow, 'conditionExpression'), 'body');
    if (!otherwise || applies?.to === undefined || when === '' || leads.length > 2 || isEnd(applies.to))
      return undefined;
    this.#conditions.set(applies.to, { when, otherwise });
    return { to: applies.to };
  }

  #block(split: ModdleElement): Block | undefined {
    if (!this.#blocks.has(split)) this.#blocks.set(split, blockOf(this.#net, split));
    return this.#blocks.get(split);
  }

  #step(element: ModdleElement, region: Region): SourceStep {
    const id = this.#ids.of(element);
    const title = this.#title(element);
    const facts = ownFacts(element);
    const lost = lostFacts(facts);
    if (lost.length > 0) this.#tell('facts', element, lost.join(', '));
    switch (element.$type) {
      case 'bpmn:EndEvent':
        return { id, title, kind: 'end', outcome: this.#outcome(element) };
      case 'bpmn:ParallelGateway':
        return this.#parallel(id, title, element, region);
      case 'bpmn:EventBasedGateway':
        return this.#events(id, title, this.#net.leads(element), region);
      case 'bpmn:IntermediateCatchEvent':
      case 'bpmn:ReceiveTask':
        return this.#wait(id, title, element, region);
      default:
        return this.#task(id, title, element, region);
    }
  }

  #title(element: ModdleElement): string {
    const outer = this.#net.outer(element);
    const split = ownFact(element, 'kind') === 'split';
    const name = [element, ...(split && outer ? [outer] : [])]
      .map((one) => textOf(one, 'name'))
      .find((one) => one !== '');
    return (
      name ??
      (isGateway(element) ? this.#words.decide : isEnd(element) ? this.#words.end : String(element.id))
    ).slice(0, 200);
  }

  #outcome(end: ModdleElement): EndOutcome {
    const own = ownFact(end, 'outcome');
    if (isEndOutcome(own)) return own;
    const named = GUESSES.find(([, words]) => words.test(String(end.name ?? '')))?.[0];
    // Time that runs out approves nothing.
    const guess = named ?? (this.#late.has(end) ? 'lapsed' : 'approved');
    this.#tell('outcome', end, guess);
    return guess;
  }

  #task(id: string, title: string, element: ModdleElement, region: Region): TaskStep {
    if (!isPeopleTask(element)) this.#tell(isGateway(element) ? 'decision' : 'automatic', element);
    const facts = ownFacts(element);
    const by = this.#signers(element);
    const outcomes: Record<string, Outcome> = {};
    const ways = new WayIds();
    const leads = this.#ways(element);
    for (const [index, lead] of leads.entries()) {
      const way = ways.of(lead.flow, index + 1);
      const target = leads.length > 1 ? textOf(lead.to, 'name') : '';
      const name = textOf(lead.flow, 'name') || target || this.#words.done;
      outcomes[way] = {
        title: name.slice(0, 200),
        to: this.#target(lead, region),
        ...outcomeFacts(facts, way),
      };
      this.#tellCondition(lead.flow);
    }
    const within = this.#border(element, region, outcomes, ways);
    if (Object.keys(outcomes).length === 0) {
      this.#tell('end', element);
      outcomes.done = { title: this.#words.done, to: this.#stop() };
    }
    return {
      id,
      title,
      kind: 'task',
      ...this.#roles.of(element),
      ...(by === undefined ? {} : { by }),
      ...taskFacts(facts),
      ...within,
      outcomes,
    };
  }

  /** The ways out of a task: its own edges, or those of the gateway behind it that has no other way in. */
  #ways(element: ModdleElement): Lead[] {
    const leads = this.#net.leads(element);
    const [only, more] = leads;
    const gateway = only?.to;
    const chosen = leads.some(({ flow }) => flow.conditionExpression !== undefined);
    if (more !== undefined && !isGateway(element) && !chosen) this.#tell('split', element);
    if (only === undefined || more !== undefined || gateway === undefined || !isGateway(gateway))
      return leads;
    const choosing = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'].includes(
      gateway.$type,
    );
    const behind = this.#net.leads(gateway);
    const alone = partOf(only.flow, 'targetRef') === gateway && this.#net.edgesInto(gateway) === 1;
    if (!choosing || !alone || behind.length < 2 || ownFact(gateway, 'kind') === 'choice') return leads;
    if (gateway.$type !== 'bpmn:ExclusiveGateway') this.#tell('several-ways', gateway);
    this.#passed.add(gateway);
    return behind;
  }

  /** Ours say again what the outcome says. */
  #tellCondition(flow: ModdleElement): void {
    const condition = textOf(partOf(flow, 'conditionExpression'), 'body');
    if (condition !== '' && !String(flow.id ?? '').startsWith('flow.'))
      this.#tell('condition', flow, condition);
  }

  /** So many people, where a task is done by several. */
  #signers(element: ModdleElement): number | undefined {
    const loop = partOf(element, 'loopCharacteristics');
    if (loop === undefined) return undefined;
    const count = Number(textOf(partOf(loop, 'loopCardinality'), 'body'));
    if (
      loop.$type === 'bpmn:MultiInstanceLoopCharacteristics' &&
      Number.isInteger(count) &&
      count > 1 &&
      count < 10
    ) {
      return count;
    }
    this.#tell('several', element);
    return undefined;
  }

  /** Events at the border: a time is the time of the task, anything else that ends it one more way out. */
  #border(
    element: ModdleElement,
    region: Region,
    outcomes: Record<string, Outcome>,
    ways: WayIds,
  ): Pick<TaskStep, 'within'> {
    let within: Pick<TaskStep, 'within'> = {};
    for (const event of this.#net.border(element)) {
      this.#passed.add(event);
      const [lead] = this.#net.leads(event);
      const ends = event.cancelActivity !== false;
      if (definitionOf(event, 'Timer') && within.within === undefined) {
        const time = timeOf(event, this.#tell);
        if ('until' in time) this.#tell('time', event, time.until);
        else if (ends && lead) {
          within = { within: { ...time.for, 'on-overdue': this.#target(lead, region) } };
          if (lead.to) this.#late.add(lead.to);
        } else within = { within: time.for };
        const told = lead && partOf(lead.flow, 'targetRef');
        if (!ends && told && ownFact(told, 'kind') !== 'overdue') this.#tell('border', event);
        else if (!ends && told) this.#passed.add(told);
      } else if (ends && lead) {
        const title = textOf(event, 'name') || this.#words.done;
        outcomes[ways.of(lead.flow, Object.keys(outcomes).length + 1)] = {
          title,
          to: this.#target(lead, region),
        };
        this.#tell('border', event);
      } else this.#tell('border', event);
    }
    return within;
  }

  #wait(id: string, title: string, element: ModdleElement, region: Region): WaitStep {
    const [lead] = this.#net.leads(element);
    const next = lead ? this.#target(lead, region) : this.#stop();
    for (const event of this.#net.border(element)) this.#tell('border', event);
    if (definitionOf(element, 'Timer'))
      return { id, title, kind: 'wait', ...timeOf(element, this.#tell), next };
    const event = ownFact(element, 'event') ?? 'arrived';
    return { id, title, kind: 'wait', events: { [event]: { title, to: next, role: 'anyone' } }, next };
  }

  /** Whichever comes first. */
  #events(id: string, title: string, leads: readonly Lead[], region: Region): WaitStep {
    const events: Record<string, WaitEvent> = {};
    const ways = new WayIds();
    let time: Pick<WaitStep, 'for' | 'until'> | undefined;
    let next: string | undefined;
    for (const [index, { to: event }] of leads.entries()) {
      if (event === undefined) continue;
      this.#passed.add(event);
      const [lead] = this.#net.leads(event);
      const to = lead ? this.#target(lead, region) : this.#stop();
      if (definitionOf(event, 'Timer') && time === undefined) {
        [time, next] = [timeOf(event, this.#tell), to];
        continue;
      }
      const name = textOf(event, 'name') || this.#words.done;
      const wanted = ownFact(event, 'event');
      const way = ways.of({ ...event, ...(wanted ? { name: wanted } : {}) } as ModdleElement, index + 1);
      events[way] = { title: name.slice(0, 200), to, role: 'anyone' };
      next ??= time === undefined ? to : next;
    }
    const known = Object.keys(events).length === 0 ? {} : { events };
    return { id, title, kind: 'wait', ...time, ...known, next: next ?? this.#stop() };
  }

  #parallel(id: string, title: string, split: ModdleElement, region: Region): SourceStep {
    const join = this.#block(split)?.join;
    const ways = new WayIds();
    const branches: Record<string, { title: string; steps: SourceStep[] }> = {};
    for (const [index, lead] of this.#net.leads(split).entries()) {
      const inner: Region = { open: [], branch: { split, join, outer: region } };
      const first = this.#target(lead, inner);
      // A branch in which nothing happens is waited for by nobody.
      if (first === 'done') continue;
      const name = textOf(lead.flow, 'name') || textOf(lead.to, 'name') || String(index + 1);
      const steps = this.#steps(inner).toSorted((a, b) => Number(b.id === first) - Number(a.id === first));
      branches[ways.of(lead.flow, index + 1)] = { title: name.slice(0, 200), steps };
    }
    if (join) this.#passed.add(join);
    if (Object.keys(branches).length === 0) {
      const done = { title: this.#words.done, to: 'done' };
      const task: TaskStep = {
        id: this.#ids.more(`${id}-done`),
        title,
        kind: 'task',
        ...this.#roles.of(split),
        outcomes: { done },
      };
      branches.done = { title, steps: [task] };
    }
    const next = join ? this.#after(join, region) : this.#stop();
    return { id, title, kind: 'parallel', join: this.#joining(join), branches, next };
  }

  /** What follows a join; one that parts again is the split of the next branches, and any other node is met itself. */
  #after(join: ModdleElement, region: Region): string {
    if (!isGateway(join) || this.#net.leads(join).length > 1) return this.#targetOf(join, region);
    const [lead] = this.#net.leads(join);
    return lead ? this.#target(lead, region) : this.#stop();
  }

  /** When it goes on. Ours mark a join of whichever comes first; elsewhere such a gateway passes on every branch. */
  #joining(join: ModdleElement | undefined): Join {
    if (join === undefined || join.$type === 'bpmn:ParallelGateway' || isEnd(join)) return 'all';
    if (join.$type === 'bpmn:ExclusiveGateway' && ownFact(join, 'kind') === 'join') return 'any';
    const condition = textOf(partOf(join, 'activationCondition'), 'body');
    const count = Number(condition.match(/>=\s*(\d{1,2})$/)?.[1] ?? 0);
    if (join.$type === 'bpmn:ComplexGateway' && count > 0) return { 'at-least': count };
    if (join.$type !== 'bpmn:InclusiveGateway') this.#tell('join', join);
    return 'all';
  }
}

const GUESSES: [EndOutcome, RegExp][] = [
  ['denied', /不予|拒|驳回|否决|reject|den(y|ied)|refus|declin/i],
  ['withdrawn', /撤|withdraw|cancel/i],
  ['lapsed', /逾期|过期|超时|lapse|expire|time.?out/i],
  ['not-ours', /不属于|not ours/i],
];

const isPeopleTask = ({ $type }: ModdleElement): boolean =>
  ['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:Task'].includes($type);
