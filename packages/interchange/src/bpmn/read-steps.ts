/** The steps of a process: of each element the step that it is. */
import type { EndOutcome, ProgrammeSource, SourceStep, TaskStep } from '@aidflow/definition';
import { type ModdleElement, textOf } from '../moddle.ts';
import { isEach, isEnd, isGateway, ownFact } from './net.ts';
import { isEndOutcome, lostFacts, ownFacts } from './own-facts.ts';
import { readEach } from './read-each.ts';
import { readParallel } from './read-parallel.ts';
import { readTask } from './read-task.ts';
import { readFirstOf, readWait } from './read-wait.ts';
import type { Region, Walk } from './walk.ts';

/** All steps, and those with which a case begins: tasks, of which one is added where the process has another first. */
export function readSteps(walk: Walk): Pick<ProgrammeSource, 'start' | 'starts' | 'steps'> {
  const more = walk.net.moreStarts();
  const { start, starts, steps } = walk.procedure(
    walk.net.first(),
    more.map(({ to }) => to),
  );
  const begins = (id: string) => {
    const step = steps.find((one) => one.id === id);
    return step?.kind === 'task' && step.when === undefined;
  };
  const others = new Set<string>();
  for (const [index, id] of starts.entries()) {
    const event = more[index]?.start as ModdleElement;
    if (id === start || !begins(id) || startsByItself(event)) walk.tell('start', event);
    if (id !== start && begins(id)) others.add(id);
  }
  const also = others.size === 0 ? {} : { starts: [...others] };
  if (begins(start)) return { start, ...also, steps };
  const { apply, submit } = walk.words;
  const first: TaskStep = {
    id: walk.ids.more('apply'),
    title: apply,
    kind: 'task',
    role: 'applicant',
    outcomes: { submit: { title: submit, to: start } },
  };
  return { start: first.id, ...also, steps: [first, ...steps] };
}

const startsByItself = (event: ModdleElement): boolean =>
  Array.isArray(event.eventDefinitions) && event.eventDefinitions.length > 0;

/** The step that an element is. */
export function readStep(walk: Walk, element: ModdleElement, region: Region): SourceStep {
  const lost = lostFacts(ownFacts(element));
  if (lost.length > 0) walk.tell('facts', element, lost.join(', '));
  const named = { id: walk.ids.of(element), title: titleOf(walk, element) };
  if (isEach(element)) return readEach(walk, named, element, region);
  switch (element.$type) {
    case 'bpmn:EndEvent':
      return { ...named, kind: 'end', outcome: outcomeOf(walk, element) };
    case 'bpmn:ParallelGateway':
      return readParallel(walk, named, element, region);
    case 'bpmn:EventBasedGateway':
      return readFirstOf(walk, named, element, region);
    case 'bpmn:IntermediateCatchEvent':
    case 'bpmn:ReceiveTask':
      return readWait(walk, named, element, region);
    default:
      return readTask(walk, named, element, region);
  }
}

/** The name of an element, or of the subprocess whose branches it begins. */
function titleOf({ net, words }: Walk, element: ModdleElement): string {
  const outer = ownFact(element, 'kind') === 'split' ? net.outer(element) : undefined;
  const name = textOf(element, 'name') || textOf(outer, 'name');
  const plain = isGateway(element) ? words.decide : isEnd(element) ? words.end : String(element.id);
  return (name || plain).slice(0, 200);
}

/** Words in which ends say how a case ended. */
const GUESSES: [EndOutcome, RegExp][] = [
  ['denied', /不予|拒|驳回|否决|reject|den(y|ied)|refus|declin/i],
  ['withdrawn', /撤|withdraw|cancel/i],
  ['lapsed', /逾期|过期|超时|lapse|expire|time.?out/i],
  ['not-ours', /不属于|not ours/i],
];

function outcomeOf({ late, tell }: Walk, end: ModdleElement): EndOutcome {
  const own = ownFact(end, 'outcome');
  if (isEndOutcome(own)) return own;
  const named = GUESSES.find(([, words]) => words.test(textOf(end, 'name')))?.[0];
  // Time that runs out approves nothing.
  const guess = named ?? (late.has(end) ? 'lapsed' : 'approved');
  tell('outcome', end, guess);
  return guess;
}
