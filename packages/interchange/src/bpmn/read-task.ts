/** A task, and what becomes one: somebody chooses where it goes on. */
import type { Outcome, TaskStep } from '@aidflow/definition';
import { type ModdleElement, partOf, textOf } from '../moddle.ts';
import { definitionOf, isGateway, type Lead, ownFact } from './net.ts';
import { outcomeFacts, ownFacts, taskFacts } from './own-facts.ts';
import { timeOf } from './read-time.ts';
import { WayIds } from './step-ids.ts';
import type { Region, Walk } from './walk.ts';

type Named = Pick<TaskStep, 'id' | 'title'>;

const PEOPLE = ['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:Task'];
const CHOOSING = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'];

/** More people than any office lets sign one paper. */
const MOST_SIGNERS = 9;

export function readTask(walk: Walk, named: Named, element: ModdleElement, region: Region): TaskStep {
  tellKind(walk, element);
  const facts = ownFacts(element);
  const outcomes: Record<string, Outcome> = {};
  const ids = new WayIds();
  const ways = waysOf(walk, element);
  for (const [index, way] of ways.entries()) {
    const id = ids.of(way.flow, index + 1);
    const title =
      textOf(way.flow, 'name') || (ways.length > 1 ? textOf(way.to, 'name') : '') || walk.words.done;
    outcomes[id] = { title: title.slice(0, 200), to: walk.target(way, region), ...outcomeFacts(facts, id) };
    tellCondition(walk, way.flow);
  }
  const within = readBorder(walk, element, region, (way, title) => {
    const id = ids.of(way.flow, Object.keys(outcomes).length + 1);
    outcomes[id] = { title, to: walk.target(way, region) };
  });
  if (Object.keys(outcomes).length === 0) {
    walk.tell('end', element);
    outcomes.done = { title: walk.words.done, to: walk.stop(region) };
  }
  return {
    ...named,
    kind: 'task',
    ...walk.roles.of(element),
    ...signers(walk, element),
    ...taskFacts(facts),
    ...within,
    outcomes,
  };
}

/** What was no task of a person there. */
function tellKind({ tell }: Walk, element: ModdleElement): void {
  const own = ownFact(element, 'kind');
  if (own !== undefined && own !== 'task' && !isGateway(element)) tell('kind', element, own);
  else if (isGateway(element)) tell('decision', element);
  else if (!PEOPLE.includes(element.$type)) tell('automatic', element);
}

/** The ways out of a task: its own edges, or those of the gateway behind it that has no other way in. */
function waysOf(walk: Walk, element: ModdleElement): Lead[] {
  const leads = walk.net.leads(element);
  const [only, more] = leads;
  const conditions = leads.some(({ flow }) => flow.conditionExpression !== undefined);
  if (more !== undefined && !isGateway(element) && !conditions) walk.tell('split', element);
  const gateway = more === undefined ? only?.to : undefined;
  if (only === undefined || gateway === undefined || !CHOOSING.includes(gateway.$type)) return leads;
  const behind = walk.net.leads(gateway);
  const alone = partOf(only.flow, 'targetRef') === gateway && walk.net.edgesInto(gateway) === 1;
  if (!alone || behind.length < 2 || ownFact(gateway, 'kind') === 'choice') return leads;
  if (gateway.$type !== 'bpmn:ExclusiveGateway') walk.tell('several-ways', gateway);
  walk.pass(gateway);
  return behind;
}

/** The conditions of `toBpmn` say again what the outcome says. */
function tellCondition({ tell }: Walk, flow: ModdleElement): void {
  const condition = textOf(partOf(flow, 'conditionExpression'), 'body');
  if (condition !== '' && !String(flow.id ?? '').startsWith('flow.')) tell('condition', flow, condition);
}

/** So many people, where a task is done by several. */
function signers({ tell }: Walk, element: ModdleElement): Pick<TaskStep, 'by'> {
  const loop = partOf(element, 'loopCharacteristics');
  if (loop === undefined) return {};
  const by = Number(textOf(partOf(loop, 'loopCardinality'), 'body'));
  const several = loop.$type === 'bpmn:MultiInstanceLoopCharacteristics';
  if (several && Number.isInteger(by) && by > 1 && by <= MOST_SIGNERS) return { by };
  tell('several', element);
  return {};
}

/** Events at the border: a time is the time of the task, anything else that ends it one more way out. */
export function readBorder(
  walk: Walk,
  element: ModdleElement,
  region: Region,
  more: (way: Lead, title: string) => void,
): Pick<TaskStep, 'within'> {
  let within: TaskStep['within'];
  for (const event of walk.net.border(element)) {
    walk.pass(event);
    if (definitionOf(event, 'Timer') && within === undefined) within = readDeadline(walk, event, region);
    else {
      const [way] = walk.net.leads(event);
      if (way && event.cancelActivity !== false) more(way, textOf(event, 'name') || walk.words.done);
      walk.tell('border', event);
    }
  }
  return within === undefined ? {} : { within };
}

function readDeadline(walk: Walk, event: ModdleElement, region: Region): TaskStep['within'] {
  const time = timeOf(event, walk.tell);
  const [way] = walk.net.leads(event);
  const goesOn = event.cancelActivity === false;
  const told = way && partOf(way.flow, 'targetRef');
  if (goesOn && told) {
    // Only that it is late: the end that `toBpmn` draws for that says no more.
    if (ownFact(told, 'kind') === 'overdue') walk.pass(told);
    else walk.tell('border', event);
  }
  if ('until' in time) {
    walk.tell('time', event, time.until);
    return undefined;
  }
  if (goesOn || way === undefined) return time.for;
  if (way.to) walk.late.add(way.to);
  return { ...time.for, 'on-overdue': walk.target(way, region) };
}
