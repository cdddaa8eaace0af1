import type { Definition, ExpandedStep, ProgrammeSource, SourceStep } from '@aidflow/definition';
import { expand, parse } from '@aidflow/definition';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { bpmnText, type Drawing, elements, timer } from '../fixtures/bpmn-text.ts';
import { loadShipped, loadWorkshop, programmeIds } from '../fixtures/load.ts';
import { randomDefinition } from '../fixtures/procedures.ts';
import { pick, type Random, randomFrom } from '../fixtures/random.ts';
import { fromBpmn } from './from-bpmn.ts';
import { toBpmn } from './to-bpmn.ts';

const TRIPS = Number(process.env.AIDFLOW_TRIPS ?? 60);

let definitions: Record<string, Definition>;
beforeAll(async () => {
  const shipped = programmeIds.map(async (id) => [id, (await loadShipped(id)).definition]);
  definitions = Object.fromEntries(await Promise.all(shipped));
  definitions.workshop = (await loadWorkshop()).definition;
}, 60_000);

const programmeIn = (files: Record<string, string>): ProgrammeSource =>
  parseYaml(files['programme.yaml'] ?? '');
const drafted = async (xml: string) => programmeIn((await fromBpmn(xml)).files);

/** The steps of a definition with vetoes as what they come to: ways out of the branches. */
function withoutVetoes<T extends ExpandedStep>(steps: readonly T[], veto?: string): T[] {
  return steps.map((step): T => {
    const copy = structuredClone(step) as ExpandedStep;
    if (copy.kind === 'each') copy.steps = withoutVetoes(copy.steps);
    if (copy.kind === 'parallel') {
      for (const branch of Object.values(copy.branches))
        branch.steps = withoutVetoes(branch.steps, copy['on-veto']);
    }
    if (copy.kind === 'task') {
      for (const way of Object.values(copy.outcomes)) if (way.to === 'veto' && veto) way.to = veto;
    }
    return copy as T;
  });
}

/** Every step, those of branches and items included. */
const all = (steps: readonly (SourceStep | ExpandedStep)[]): ExpandedStep[] =>
  (steps as ExpandedStep[]).flatMap((step) => {
    if (step.kind === 'each') return [step, ...all(step.steps)];
    if (step.kind !== 'parallel') return [step];
    return [step, ...Object.values(step.branches).flatMap((branch) => all(branch.steps))];
  });

/** What a draft keeps of a task: who, how many, by when, and its ways. */
function taskFacts(step: ExpandedStep) {
  if (step.kind !== 'task') throw new Error(step.id);
  const { id, title, role, by, within, when, otherwise, outcomes } = step;
  const ways = Object.entries(outcomes).map(([way, { title: name, to, reasons }]) => ({
    way,
    name,
    to,
    reasons,
  }));
  return { id, title, role, by, within, ...(when === undefined ? {} : { when, otherwise }), ways };
}

const tasksOf = (steps: readonly (SourceStep | ExpandedStep)[]) =>
  all(steps)
    .filter(({ kind }) => kind === 'task')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(taskFacts);

/** A condition that reads a check, which is a task in the draft, holds always; the way around the step stays. */
const lostCondition = (task: object, back: object | undefined) =>
  'when' in task && back && 'when' in back && back.when === 'true' ? { when: 'true' } : {};

describe('a procedure goes to BPMN and comes back', () => {
  it.each(programmeIds)('%s has the same tasks with the same ways', async (id) => {
    const definition = definitions[id] as Definition;
    const { files, notCarried, problems } = await fromBpmn(await toBpmn({ definition }));
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    const back = tasksOf(programmeIn(files).steps);
    const own = tasksOf(withoutVetoes(definition.steps));
    const kept = back.filter((task) => own.some((one) => one.id === task.id));
    expect(kept).toEqual(own.map((task, index) => ({ ...task, ...lostCondition(task, kept[index]) })));
    // What was no task is one in the draft, and told.
    const made = notCarried.filter(({ params }) => params?.variant === 'kind');
    expect(made.map(({ params }) => params?.element).sort()).toEqual(
      back.map((task) => task.id).filter((one) => !own.some((task) => task.id === one)),
    );
  });

  it('tells which facts have no place in a draft, and which conditions read what is not there any more', async () => {
    const { notCarried } = await fromBpmn(await toBpmn({ definition: definitions.dibao as Definition }));
    const list = notCarried.map(({ params }) => [params?.variant, params?.element, params?.what]);
    expect(list).toContainEqual(['facts', 'apply', expect.stringMatching(/^form\b/)]);
    expect(list).toContainEqual([
      'expression',
      'opinion',
      expect.stringContaining('checks.assess.result = "pass"'),
    ]);
  });

  it('every kind of step comes back as steps that parse, its tasks the same', async () => {
    const definition = definitions.workshop as Definition;
    const { files, problems } = await fromBpmn(await toBpmn({ definition }));
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    const back = tasksOf(programmeIn(files).steps);
    for (const task of tasksOf(withoutVetoes(definition.steps))) expect(back).toContainEqual(task);
    const joins = all(programmeIn(files).steps).flatMap((step) =>
      step.kind === 'parallel' ? [[step.id, step.join]] : [],
    );
    expect(joins).toEqual(
      expect.arrayContaining([
        ['look', 'any'],
        ['consent', 'all'],
        ['review', { 'at-least': 2 }],
      ]),
    );
  });

  it(`so do ${TRIPS} random procedures, step by step`, { timeout: 60_000 + TRIPS * 500 }, async () => {
    for (let seed = 1; seed <= TRIPS; seed += 1) {
      const definition = randomDefinition(randomFrom(seed));
      const { files, problems } = await fromBpmn(await toBpmn({ definition }));
      const broken = problems.filter(({ severity }) => severity !== 'warning');
      expect(broken, `seed ${seed}`).toEqual([]);
      const back = expand(programmeIn(files));
      expect(shape(back.steps), `seed ${seed}`).toEqual(shape(definition.steps));
    }
  });
});

/** Everything that a drawing says of steps, in no order of its own. */
function shape(steps: readonly ExpandedStep[]): unknown {
  const shapes = steps.map((step) => {
    if (step.kind === 'task') return taskFacts(step);
    if (step.kind !== 'parallel') return step;
    const { level: _, ...rest } = step as typeof step & { level?: string };
    const branches = Object.entries(step.branches).map(([id, branch]) => [
      id,
      branch.title,
      branch.steps[0]?.id,
      shape(branch.steps),
    ]);
    return { ...rest, branches };
  });
  return shapes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A drawing with a start before the first of its nodes. */
const from = ({ nodes, flows, ...more }: Drawing): string => {
  const [first = ''] = Object.keys(nodes);
  return bpmnText({
    nodes: { start: ['startEvent'], ...nodes },
    flows: [['start', first], ...flows],
    ...more,
  });
};

const yes: Drawing['nodes'] = { yes: ['endEvent', 'Granted'] };

describe('a process of another modeler', () => {
  it('becomes tasks of the roles of its lanes, with the ways of the gateway behind them', async () => {
    const xml = from({
      nodes: {
        Activity_1: ['userTask camunda:formKey="f1"', '提出申请'],
        Activity_2: ['userTask', '受理审查'],
        Gateway_1: ['exclusiveGateway', '受理？'],
        Event_1: ['endEvent', '已批准'],
        Event_2: ['endEvent', '不予受理'],
      },
      flows: [
        ['Activity_1', 'Activity_2'],
        ['Activity_2', 'Gateway_1'],
        ['Gateway_1', 'Event_1', '受理', '= ok'],
        ['Gateway_1', 'Event_2', '不受理'],
      ],
      lanes: { 申请人: ['Activity_1'], 乡镇经办岗: ['Activity_2', 'Gateway_1', 'Event_1', 'Event_2'] },
    });
    const { files, notCarried, problems } = await fromBpmn(xml, { validFrom: '2026-01-01' });
    expect(problems).toEqual([]);
    expect(programmeIn(files)).toMatchObject({
      programme: 'heating-help',
      language: 'zh',
      'valid-from': '2026-01-01',
      roles: { 'lane-1': { title: '乡镇经办岗', level: 'township' } },
      start: 'activity-1',
      steps: [
        {
          id: 'activity-1',
          title: '提出申请',
          role: 'applicant',
          outcomes: { 'way-1': { title: '完成', to: 'activity-2' } },
        },
        {
          id: 'activity-2',
          role: 'lane-1',
          outcomes: {
            'way-1': { title: '受理', to: 'event-1' },
            'way-2': { title: '不受理', to: 'event-2' },
          },
        },
        { id: 'event-1', kind: 'end', outcome: 'approved' },
        { id: 'event-2', kind: 'end', outcome: 'denied' },
      ],
    });
    expect(notCarried.map(({ params }) => [params?.variant, params?.element, params?.what])).toEqual([
      ['condition', 'Flow_Gateway_1_Event_1_3', '= ok'],
      ['outcome', 'Event_1', 'approved'],
      ['outcome', 'Event_2', 'denied'],
      ['extension', 'Activity_1', 'camunda:formKey'],
    ]);
  });

  it('has times, at the border and between', async () => {
    const steps = await stepsOf(
      from({
        nodes: {
          check: ['userTask', 'Check'],
          late: ['boundaryEvent attachedToRef="check"', 'late', timer('Duration', 'P2W')],
          rest: ['intermediateCatchEvent', 'Rest', timer('Duration', 'P3D')],
          day: ['intermediateCatchEvent', 'Day', timer('Date', '2026-05-01T00:00:00Z')],
          ...yes,
          no: ['endEvent', 'Over'],
        },
        flows: [
          ['check', 'rest'],
          ['late', 'no'],
          ['rest', 'day'],
          ['day', 'yes'],
        ],
      }),
    );
    expect(steps.check).toMatchObject({ within: { days: 14, unit: 'calendar-day', 'on-overdue': 'no' } });
    expect(steps.rest).toMatchObject({ kind: 'wait', for: { days: 3, unit: 'calendar-day' }, next: 'day' });
    expect(steps.day).toMatchObject({ kind: 'wait', until: '"2026-05-01"' });
    // Nobody said how it ends; silence must not approve.
    expect(steps.no).toMatchObject({ outcome: 'lapsed' });
  });

  it('has waits for whichever comes first', async () => {
    const steps = await stepsOf(
      from({
        nodes: {
          apply: ['userTask', 'Apply'],
          first: ['eventBasedGateway', 'Notice'],
          object: ['intermediateCatchEvent', 'Objection', '<messageEventDefinition />'],
          over: ['intermediateCatchEvent', '7 days', timer('Duration', 'P7D')],
          answer: ['receiveTask', 'Answer'],
          hear: ['userTask', 'Hear'],
          ...yes,
        },
        flows: [
          ['apply', 'first'],
          ['first', 'object'],
          ['first', 'over'],
          ['object', 'hear'],
          ['over', 'answer'],
          ['answer', 'yes'],
          ['hear', 'yes'],
        ],
      }),
    );
    expect(steps.first).toEqual({
      id: 'first',
      title: 'Notice',
      kind: 'wait',
      for: { days: 7, unit: 'calendar-day' },
      events: { objection: { title: 'Objection', to: 'hear', role: 'anyone' } },
      next: 'answer',
    });
    expect(steps.answer).toMatchObject({ kind: 'wait', events: { arrived: { title: 'Answer', to: 'yes' } } });
  });

  it('has branches up to where they come together', async () => {
    const steps = await stepsOf(
      from({
        nodes: {
          apply: ['userTask', 'Apply'],
          fork: ['parallelGateway', 'Inquiry'],
          a: ['userTask', 'Visit'],
          b: ['userTask', 'Ask'],
          again: ['exclusiveGateway', 'Complete?'],
          c: ['userTask', 'File'],
          both: ['parallelGateway'],
          ...yes,
        },
        flows: [
          ['apply', 'fork'],
          ['fork', 'a'],
          ['fork', 'b', 'papers'],
          ['a', 'both'],
          ['b', 'again'],
          ['again', 'b', 'no'],
          ['again', 'c', 'yes'],
          ['c', 'both'],
          ['both', 'yes'],
        ],
      }),
    );
    expect(steps.fork).toMatchObject({
      kind: 'parallel',
      join: 'all',
      branches: {
        'way-1': { title: 'Visit', steps: [{ id: 'a', outcomes: { 'way-1': { to: 'done' } } }] },
        papers: {
          title: 'papers',
          steps: [{ id: 'b', outcomes: { no: { to: 'b' }, yes: { to: 'c' } } }, { id: 'c' }],
        },
      },
      next: 'yes',
    });
  });

  it('has branches that each end by themselves', async () => {
    const steps = await stepsOf(
      from({
        nodes: {
          apply: ['userTask', 'Apply'],
          fork: ['parallelGateway'],
          a: ['userTask', 'Visit'],
          b: ['userTask', 'Ask'],
          end1: ['endEvent'],
          end2: ['endEvent'],
        },
        flows: [
          ['apply', 'fork'],
          ['fork', 'a'],
          ['fork', 'b'],
          ['a', 'end1'],
          ['b', 'end2'],
        ],
      }),
    );
    expect(steps.fork).toMatchObject({ join: 'all', next: 'ended' });
    expect(steps.ended).toMatchObject({ kind: 'end' });
  });

  it('has subprocesses that are opened', async () => {
    const inner = elements({
      nodes: {
        in: ['startEvent'],
        visit: ['userTask', 'Visit'],
        fine: ['endEvent'],
        wrong: ['endEvent', 'wrong', '<errorEventDefinition errorRef="E" />'],
        ask: ['exclusiveGateway', 'Fine?'],
      },
      flows: [
        ['in', 'visit'],
        ['visit', 'ask'],
        ['ask', 'fine', 'fine'],
        ['ask', 'wrong', 'wrong'],
      ],
    });
    const steps = await stepsOf(
      from({
        nodes: {
          apply: ['userTask', 'Apply'],
          sub: ['subProcess', 'Inquiry', inner],
          caught: ['boundaryEvent attachedToRef="sub"', 'wrong', '<errorEventDefinition errorRef="E" />'],
          ...yes,
          no: ['endEvent', 'Refused'],
        },
        flows: [
          ['apply', 'sub'],
          ['sub', 'yes'],
          ['caught', 'no'],
        ],
        more: '<error id="E" errorCode="wrong" />',
      }),
    );
    expect(steps.apply).toMatchObject({ outcomes: { 'way-1': { to: 'visit' } } });
    expect(steps.visit).toMatchObject({ outcomes: { fine: { to: 'yes' }, wrong: { to: 'no' } } });
  });

  it('has a case for each item of a subprocess that is done for several', async () => {
    const inner = elements({
      nodes: { in: ['startEvent'], visit: ['userTask', 'Visit'], out: ['endEvent', 'Seen'] },
      flows: [
        ['in', 'visit'],
        ['visit', 'out'],
      ],
    });
    const several =
      '<multiInstanceLoopCharacteristics><completionCondition>nrOfCompletedInstances &gt;= 2</completionCondition></multiInstanceLoopCharacteristics>';
    const xml = from({
      nodes: { apply: ['userTask', 'Apply'], sub: ['subProcess', 'Visits', `${several}${inner}`], ...yes },
      flows: [
        ['apply', 'sub'],
        ['sub', 'yes'],
      ],
    });
    expect(await drafted(xml)).toMatchObject({
      steps: [
        { id: 'apply', outcomes: { 'way-1': { to: 'sub' } } },
        {
          id: 'sub',
          kind: 'each',
          items: '[]',
          join: { 'at-least': 2 },
          steps: [
            { id: 'visit', outcomes: { 'way-1': { to: 'out' } } },
            { id: 'out', kind: 'end' },
          ],
          next: 'yes',
        },
        { id: 'yes' },
      ],
    });
    const { notCarried, problems } = await fromBpmn(xml);
    expect(problems).toEqual([]);
    expect(notCarried.map(({ params }) => params?.variant)).toContain('items');
  });

  it('may begin at several tasks', async () => {
    const xml = bpmnText({
      nodes: {
        s1: ['startEvent'],
        apply: ['userTask', 'Apply'],
        s2: ['startEvent'],
        report: ['userTask', 'Report'],
        ...yes,
      },
      flows: [
        ['s1', 'apply'],
        ['s2', 'report'],
        ['apply', 'yes'],
        ['report', 'yes'],
      ],
    });
    expect(await drafted(xml)).toMatchObject({ start: 'apply', starts: ['report'] });
    expect((await fromBpmn(xml)).problems).toEqual([]);
  });

  it('without a task at its start gets one', async () => {
    const xml = from({
      nodes: {
        wait: ['intermediateCatchEvent', 'Wait', timer('Duration', 'P1D')],
        check: ['userTask', 'Check'],
        ...yes,
      },
      flows: [
        ['wait', 'check'],
        ['check', 'yes'],
      ],
    });
    expect(await drafted(xml)).toMatchObject({
      start: 'apply',
      steps: [
        { id: 'apply', role: 'applicant', outcomes: { submit: { to: 'wait' } } },
        { id: 'wait' },
        { id: 'check' },
        { id: 'yes' },
      ],
    });
  });
});

/** The steps of a draft by their ids; the draft parses. */
async function stepsOf(xml: string): Promise<Record<string, ExpandedStep>> {
  const { files, problems } = await fromBpmn(xml);
  expect(problems).toEqual([]);
  return Object.fromEntries(all(programmeIn(files).steps).map((step) => [step.id, step]));
}

const plain: Drawing = { nodes: { apply: ['userTask', 'Apply'], ...yes }, flows: [['apply', 'yes']] };

/** The plain process with something between its task and its end. */
const between = (
  node: [type: string, name?: string, content?: string],
  more: Partial<Drawing> = {},
): Drawing => ({
  nodes: { apply: ['userTask', 'Apply'], it: node, ...more.nodes, ...yes },
  flows: [['apply', 'it'], ['it', 'yes'], ...(more.flows ?? [])],
  ...(more.inside === undefined ? {} : { inside: more.inside }),
});

describe('what has no place is told', () => {
  it.each<[string, Drawing, unknown[]]>([
    ['a task that goes on by itself', between(['serviceTask', 'Ask']), ['automatic', 'it', '']],
    ['a called process', between(['callActivity calledElement="x"', 'Call']), ['automatic', 'it', '']],
    [
      'an event that only tells',
      between(['intermediateThrowEvent', 'Tell', '<signalEventDefinition />']),
      ['event', 'it', ''],
    ],
    [
      'instances of no number',
      between(['userTask', 'Vote', '<multiInstanceLoopCharacteristics />']),
      ['several', 'it', ''],
    ],
    [
      'a part of a day',
      between(['intermediateCatchEvent', 'W', timer('Duration', 'PT36H')]),
      ['time', 'it', 'PT36H'],
    ],
    [
      'a repeated time',
      between(['intermediateCatchEvent', 'W', timer('Cycle', 'R3/PT1H')]),
      ['time', 'it', 'R3/PT1H'],
    ],
    [
      'a decision in the middle',
      {
        nodes: {
          apply: ['userTask', 'Apply'],
          w: ['intermediateCatchEvent', 'W', timer('Duration', 'P1D')],
          it: ['exclusiveGateway', 'Rich?'],
          ...yes,
          no: ['endEvent', 'Refused'],
        },
        flows: [
          ['apply', 'w'],
          ['w', 'it'],
          ['it', 'yes', 'no'],
          ['it', 'no', 'yes'],
        ],
      },
      ['decision', 'it', ''],
    ],
    [
      'several ways at once behind a task',
      {
        nodes: {
          apply: ['userTask', 'Apply'],
          it: ['inclusiveGateway', 'Which?'],
          ...yes,
          no: ['endEvent', 'Refused'],
        },
        flows: [
          ['apply', 'it'],
          ['it', 'yes', 'a'],
          ['it', 'no', 'b'],
        ],
      },
      ['several-ways', 'it', ''],
    ],
    [
      'several edges out of a task',
      {
        nodes: { apply: ['userTask', 'Apply'], ...yes, no: ['endEvent', 'Refused'] },
        flows: [
          ['apply', 'yes'],
          ['apply', 'no'],
        ],
      },
      ['split', 'apply', ''],
    ],
    [
      'branches that run into one another',
      {
        nodes: {
          apply: ['userTask', 'Apply'],
          it: ['parallelGateway'],
          a: ['userTask', 'A'],
          b: ['userTask', 'B'],
          c: ['userTask', 'C'],
          j: ['parallelGateway'],
          k: ['parallelGateway'],
          ...yes,
        },
        flows: [
          ['apply', 'it'],
          ['it', 'a'],
          ['it', 'b'],
          ['it', 'c'],
          ['a', 'j'],
          ['b', 'j'],
          ['j', 'k'],
          ['c', 'k'],
          ['k', 'yes'],
        ],
      },
      ['branches', 'it', ''],
    ],
    [
      'a branch that ends alone',
      {
        nodes: {
          apply: ['userTask', 'Apply'],
          f: ['parallelGateway'],
          a: ['userTask', 'A'],
          g: ['exclusiveGateway', '?'],
          it: ['endEvent', 'Off'],
          b: ['userTask', 'B'],
          j: ['parallelGateway'],
          ...yes,
        },
        flows: [
          ['apply', 'f'],
          ['f', 'a'],
          ['f', 'b'],
          ['a', 'g'],
          ['g', 'it', 'off'],
          ['g', 'j', 'on'],
          ['b', 'j'],
          ['j', 'yes'],
        ],
      },
      ['branch-end', 'it', ''],
    ],
    [
      'branches that meet where none waits',
      {
        nodes: {
          apply: ['userTask', 'Apply'],
          f: ['parallelGateway'],
          a: ['userTask', 'A'],
          b: ['userTask', 'B'],
          it: ['exclusiveGateway'],
          ...yes,
        },
        flows: [
          ['apply', 'f'],
          ['f', 'a'],
          ['f', 'b'],
          ['a', 'it'],
          ['b', 'it'],
          ['it', 'yes'],
        ],
      },
      ['join', 'it', ''],
    ],
    [
      'time that only reminds',
      between(['userTask', 'Check'], {
        nodes: {
          r: ['boundaryEvent attachedToRef="it" cancelActivity="false"', 'Remind', timer('Duration', 'P1D')],
          mail: ['userTask', 'Mail'],
        },
        flows: [
          ['r', 'mail'],
          ['mail', 'yes'],
        ],
      }),
      ['border', 'r', ''],
    ],
    [
      'a message that ends a task',
      between(['userTask', 'Check'], {
        nodes: { r: ['boundaryEvent attachedToRef="it"', 'Stop', '<messageEventDefinition />'] },
        flows: [['r', 'yes']],
      }),
      ['border', 'r', ''],
    ],
    [
      'a start by a message',
      {
        ...plain,
        nodes: { ...plain.nodes, it: ['startEvent', 'Mail', '<messageEventDefinition />'] },
        flows: [...plain.flows, ['it', 'yes']],
      },
      ['start', 'it', ''],
    ],
    [
      'what nothing leads to',
      {
        ...plain,
        nodes: { ...plain.nodes, it: ['userTask', 'Lost'] },
        flows: [...plain.flows, ['it', 'yes']],
      },
      ['unreached', 'it', ''],
    ],
    ['what leads nowhere', { nodes: { apply: ['userTask', 'Apply'] }, flows: [] }, ['end', 'apply', '']],
    ['data', { ...plain, nodes: { ...plain.nodes, it: ['dataObject', 'Form'] } }, ['data', 'it', '']],
    [
      'a note',
      { ...plain, inside: '<textAnnotation id="it"><text>by law</text></textAnnotation>' },
      ['note', 'it', 'by law'],
    ],
    ['a lane without a level', { ...plain, lanes: { Sales: ['apply'] } }, ['level', 'Lane_0', '']],
    ['a smaller process', { ...plain, more: '<process id="it" />' }, ['process', 'it', '']],
    [
      'a message between pools',
      {
        ...plain,
        more: '<collaboration id="c"><participant id="p" processRef="Process_1" /><participant id="q" /><messageFlow id="it" sourceRef="p" targetRef="q" /></collaboration>',
      },
      ['message-flow', 'it', ''],
    ],
    [
      'an event subprocess',
      { ...plain, nodes: { ...plain.nodes, it: ['subProcess triggeredByEvent="true"', 'On mail'] } },
      ['event', 'it', ''],
    ],
    [
      'a subprocess without an order',
      between(['adHocSubProcess', 'Any', elements({ nodes: { t: ['userTask', 'T'] }, flows: [] })]),
      ['subprocess', 'it', ''],
    ],
    [
      'what cannot be read',
      { ...plain, inside: '<unheardOf id="it" />' },
      ['unread', expect.anything(), expect.stringContaining('unheardOf')],
    ],
  ])('%s', async (_, drawing, expected) => {
    const { files, notCarried, problems } = await fromBpmn(from(drawing));
    const list = notCarried.map(({ params }) => [params?.variant, params?.element, params?.what]);
    expect(list).toContainEqual(expected);
    expect(problems.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    for (const { code, severity, detail } of notCarried) {
      expect([code, severity]).toEqual(['interchange/not-carried', 'warning']);
      expect(detail).not.toMatch(/\{\w+\}/);
    }
    expect(files['programme.yaml']).toBeDefined();
  });

  it('a circle that nobody can leave is a problem of the draft', async () => {
    const { problems } = await fromBpmn(
      from({
        nodes: { a: ['userTask', 'A'], b: ['userTask', 'B'] },
        flows: [
          ['a', 'b'],
          ['b', 'a'],
        ],
      }),
    );
    expect(problems.map(({ code }) => code)).toContain('definition/no-way-out');
  });
});

/** Nodes of every type with edges from anywhere to anywhere, subprocesses in one another. */
function chaos(random: Random, prefix = '', depth = 0): Pick<Drawing, 'nodes' | 'flows'> {
  const types = [
    ...['userTask', 'userTask', 'serviceTask', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway'],
    ...[
      'complexGateway',
      'eventBasedGateway',
      'endEvent',
      'intermediateThrowEvent',
      'receiveTask',
      'callActivity',
    ],
  ];
  const nodes: Drawing['nodes'] = {};
  const ids = Array.from({ length: 2 + random(8) }, (_, index) => `${prefix}n${index}`);
  for (const id of ids) {
    const inner = depth < 2 && random(6) === 0;
    nodes[id] = inner
      ? ['subProcess', id, elements(chaos(random, `${id}x`, depth + 1))]
      : [pick(random, types), id];
  }
  const flows = Array.from({ length: ids.length + random(6) }, (): Drawing['flows'][number] => [
    pick(random, ids),
    pick(random, ids),
  ]);
  return {
    nodes: { [`${prefix}s`]: ['startEvent'], ...nodes },
    flows: [[`${prefix}s`, pick(random, ids)], ...flows],
  };
}

it('whatever is drawn becomes a draft, or says what is wrong with it', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { nodes, flows } = chaos(randomFrom(seed));
    const drawing = { nodes: { ...nodes, t: ['userTask', 'T'] as [string, string] }, flows };
    const { files, problems } = await fromBpmn(bpmnText(drawing));
    const checked = parse(files);
    expect(checked.ok ? checked.warnings : checked.problems, `seed ${seed}`).toEqual(problems);
    // Only what leads nowhere in the drawing itself is left to mend.
    const codes = problems.filter(({ severity }) => severity !== 'warning').map(({ code }) => code);
    expect(
      codes.filter((code) => !MENDED_BY_HAND.includes(code)),
      `seed ${seed}`,
    ).toEqual([]);
  }
});

const MENDED_BY_HAND = ['definition/no-way-out', 'definition/unreachable-step'];

describe('what is no process is refused', () => {
  it.each([
    ['no XML', 'steps:', 'interchange/unreadable'],
    ['a document type', `<!DOCTYPE d>${bpmnText(plain)}`, 'interchange/unreadable'],
    ['a process without a task', bpmnText({ nodes: { s: ['startEvent'] }, flows: [] }), 'interchange/empty'],
  ])('%s', async (_, xml, code) => {
    await expect(fromBpmn(xml)).rejects.toMatchObject({ problem: { code } });
  });
});
