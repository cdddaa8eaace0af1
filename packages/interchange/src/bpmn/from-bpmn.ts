/** A first draft of a programme from a BPMN process. */
import { type Files, type Problem, ProblemError, type ProgrammeSource, problem } from '@aidflow/definition';
import { BpmnModdle } from 'bpmn-moddle';
import { listOf, type ModdleElement, partOf, type Reading, readModel, textOf } from '../moddle.ts';
import { idFrom } from '../names.ts';
import { notCarried } from '../not-carried.ts';
import { importWordsIn } from '../words.ts';
import { mended } from './mend.ts';
import { isBorder, isEach, isEnd, isFlow, isOpened, isStart, isSubProcess, Net, type Tell } from './net.ts';
import { lostFacts, ownFacts, programmeFacts } from './own-facts.ts';
import { Roles } from './read-roles.ts';
import { readStep, readSteps } from './read-steps.ts';
import { StepIds } from './step-ids.ts';
import { Walk } from './walk.ts';

export interface FromBpmn {
  /** Texts of files by path: a programme folder. */
  files: Files;
  /** What has no place in the draft or only a guess, each with id and name of its element and the reason. */
  notCarried: Problem[];
  /** What is still wrong with the draft by the rules of the language; mostly nothing. */
  problems: Problem[];
}

export interface FromBpmnOptions {
  /** ISO date from which the draft is valid. */
  validFrom?: string;
}

/**
 * Reads the largest process of a BPMN 2.0 file, of any modeler, as a draft that an analyst goes on with.
 *
 * User tasks become tasks with the ways of the gateway behind them as outcomes; other tasks and decisions in the middle
 * become tasks of a person, which is told. Lanes are roles. Timers become waits, and at the border of a task its time;
 * message and signal events become waits for an event. Branches that part and join become parallel steps, subprocesses
 * are opened, those that are done for several items become steps with a case for each. Extensions of other tools are passed over and told. What `toBpmn` wrote comes back with roles, levels,
 * conditions and times as they were.
 *
 * Throws `ProblemError`: `interchange/unreadable`, and `interchange/empty` where no process has a task.
 */
export async function fromBpmn(xml: string, options: FromBpmnOptions = {}): Promise<FromBpmn> {
  const reading = await readModel(new BpmnModdle(), xml, 'BPMN');
  const told = new Map<string, Problem>();
  const tell: Tell = (reason, element, what) => {
    told.set(`${reason} ${element.id} ${what}`, notCarried(reason, element, what));
  };
  for (const { message, element } of reading.warnings) {
    tell('unread', element ?? reading.rootElement, message.split('\n')[0]);
  }
  const process = largest(reading, tell);
  const programme = draft(reading, process, options, tell);
  const { files, problems } = mended(programme, ({ id, title }, expression) => {
    told.set(`expression ${id} ${expression}`, notCarried('expression', { id, name: title }, expression));
  });
  return { files, notCarried: [...told.values()], problems };
}

function draft(
  reading: Reading,
  process: ModdleElement,
  { validFrom }: FromBpmnOptions,
  tell: Tell,
): ProgrammeSource {
  const title = titleOf(reading, process);
  const names = listOf(process, 'flowElements').map((element) => textOf(element, 'name'));
  const language = /\p{Script=Han}/u.test([title, ...names].join('')) ? 'zh' : 'en';
  const words = importWordsIn(language);
  const net = new Net(process, tell);
  const roles = new Roles(process, words, tell);
  const ids = new StepIds(net.nodes.filter((node) => !isOpened(node) && !isFlow(node)));
  const walk = new Walk(net, ids, roles, words, tell, readStep);
  const begun = readSteps(walk);
  tellRest(reading, process, net, walk, tell);
  const facts = ownFacts(process);
  const lost = lostFacts(facts);
  if (lost.length > 0) tell('facts', process, lost.join(', '));
  const own = String(process.id ?? '').replace(/\.process$/, '');
  return {
    aidflow: 1,
    programme: idFrom(own === process.id ? title : own) ?? idFrom(own) ?? 'imported',
    version: '1',
    title,
    language,
    timezone: 'Asia/Shanghai',
    'valid-from': validFrom ?? '2000-01-01',
    ...programmeFacts(facts),
    ...(Object.keys(roles.used).length === 0 ? {} : { roles: roles.used }),
    ...begun,
  };
}

/** The process with the most in it; the others are told. */
function largest({ rootElement }: Reading, tell: Tell): ModdleElement {
  const processes = listOf(rootElement, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const tasks = (process: ModdleElement) =>
    new Net(process, () => {}).nodes.filter(({ $type }) => /Task$|CallActivity$/.test($type)).length;
  const [first, ...others] = processes.toSorted((a, b) => tasks(b) - tasks(a));
  if (first === undefined || tasks(first) === 0) {
    throw new ProblemError(problem('interchange/empty', { format: 'BPMN' }));
  }
  for (const other of others) tell('process', other);
  return first;
}

/** The name of the process, or of the pool that it fills. */
function titleOf({ rootElement }: Reading, process: ModdleElement): string {
  const pools = listOf(rootElement, 'rootElements').flatMap((one) => listOf(one, 'participants'));
  const pool = pools.find((one) => partOf(one, 'processRef') === process);
  return (textOf(process, 'name') || textOf(pool, 'name') || String(process.id)).slice(0, 200);
}

/** What was drawn and came to nothing. */
function tellRest({ rootElement }: Reading, process: ModdleElement, net: Net, walk: Walk, tell: Tell): void {
  for (const element of net.nodes) {
    tellExtensions(element, tell);
    if (isFlow(element) || isStart(element)) continue;
    if (/Data(Object|Store)/.test(element.$type)) tell('data', element);
    else if (isSubProcess(element) && !(isEach(element) && walk.knows(element)))
      tellSubProcess(element, net, tell);
    else if (isBorder(element)) tellBorder(element, walk, tell);
    else if (isEnd(element) && isOpened(net.outer(element) ?? process)) continue;
    else if (!walk.knows(element)) tell('unreached', element);
  }
  for (const collaboration of listOf(rootElement, 'rootElements')) {
    for (const flow of listOf(collaboration, 'messageFlows')) tell('message-flow', flow);
    for (const note of listOf(collaboration, 'artifacts')) tellNote(note, tell);
  }
  for (const note of listOf(process, 'artifacts')) tellNote(note, tell);
}

function tellNote(note: ModdleElement, tell: Tell): void {
  if (note.$type === 'bpmn:TextAnnotation') tell('note', note, textOf(note, 'text').slice(0, 100));
}

/** A subprocess is opened; what holds for it as a whole is lost. */
function tellSubProcess(element: ModdleElement, net: Net, tell: Tell): void {
  if (element.triggeredByEvent === true) tell('event', element);
  else if (element.$type !== 'bpmn:SubProcess') tell('subprocess', element);
  if (partOf(element, 'loopCharacteristics')) tell('several', element);
  const errors = (event: ModdleElement) =>
    listOf(event, 'eventDefinitions').every(({ $type }) => $type === 'bpmn:ErrorEventDefinition');
  for (const event of net.border(element)) if (!errors(event)) tell('border', event);
}

function tellBorder(event: ModdleElement, walk: Walk, tell: Tell): void {
  const host = partOf(event, 'attachedToRef');
  if (host && !isSubProcess(host) && walk.knows(host) && !walk.knows(event)) tell('border', event);
}

/** Attributes and elements of other namespaces, which say nothing here. */
function tellExtensions(element: ModdleElement, tell: Tell): void {
  const attributes = Object.keys(element.$attrs).filter(
    (name) => name.includes(':') && !/^(aidflow|xmlns|xsi)/.test(name),
  );
  const extensions = listOf(partOf(element, 'extensionElements') ?? ({} as ModdleElement), 'values');
  const names = [...attributes, ...extensions.map(({ $type }) => $type)];
  if (names.length > 0) tell('extension', element, [...new Set(names)].join(', '));
}
