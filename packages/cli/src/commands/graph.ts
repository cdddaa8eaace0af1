import type { ExpandedStep } from '@aidflow/definition';
import { misused, readArgs } from '../args.ts';
import type { Command } from '../command.ts';
import { bundleAt } from '../load.ts';

/** `aidflow graph`: the procedure as a Mermaid flowchart. */
export const graph: Command = {
  name: 'graph',
  summary: 'Draws the procedure of a programme as a Mermaid flowchart.',
  usage: `graph DIR

  DIR      folder with programme.yaml`,

  async run(args, terminal) {
    const { positionals } = readArgs(graph, args, {});
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw misused(graph, 'exactly one folder is expected');
    const bundle = await bundleAt(folder, terminal);
    if (bundle === undefined) return 1;
    for (const line of flowchart(bundle.definition.steps)) terminal.out(line);
    return 0;
  },
};

/** The lines of a Mermaid flowchart: a shape for each kind of step, an arrow for each way out. */
export function flowchart(steps: readonly ExpandedStep[]): string[] {
  return [
    'flowchart TD',
    ...steps.flatMap((step) => [...nodeLines(step), ...edgeLines(step, name(step.id))]).map(indent),
  ];
}

/** A box for people, a lozenge for what decides by itself, a stadium for time, a circle for an end. */
const SHAPES: Record<ExpandedStep['kind'], [open: string, close: string]> = {
  task: ['[', ']'],
  check: ['{{', '}}'],
  draw: ['{', '}'],
  select: ['{', '}'],
  vote: ['{', '}'],
  each: ['[[', ']]'],
  wait: ['([', '])'],
  effect: ['[/', '/]'],
  parallel: ['[[', ']]'],
  end: ['((', '))'],
};

function nodeLines(step: ExpandedStep): string[] {
  const [open, close] = SHAPES[step.kind];
  const node = `${name(step.id)}${open}${quoted(step.title)}${close}`;
  if (step.kind === 'each') {
    const [first] = step.steps;
    const inner = step.steps.flatMap((one) => [...nodeLines(one), ...edgeLines(one, name(step.id))]);
    return [node, ...inner, ...(first ? [`${name(step.id)} -->|each| ${name(first.id)}`] : [])];
  }
  if (step.kind !== 'parallel') return [node];
  const branches = Object.entries(step.branches).flatMap(([id, { title, steps }]) => {
    const end = name(`${step.id}-${id}-done`);
    return [
      `subgraph ${name(`${step.id}-${id}`)}[${quoted(title)}]`,
      ...steps.flatMap((inner) => [...nodeLines(inner), ...edgeLines(inner, end)]).map(indent),
      indent(`${end}(( ))`),
      'end',
      `${name(step.id)} --> ${steps[0] === undefined ? end : name(steps[0].id)}`,
      `${end} --> ${name(step.next)}`,
    ];
  });
  return [node, ...branches];
}

function edgeLines(step: ExpandedStep, done: string): string[] {
  const edge = (to: string, label?: string) =>
    `${name(step.id)} -->${label === undefined ? '' : `|${quoted(label)}|`} ${to === 'done' ? done : name(to)}`;
  const lines = waysOut(step).map(([to, label]) => edge(to, label));
  if (!('otherwise' in step) || step.otherwise === undefined) return lines;
  return [...lines, edge(step.otherwise, 'otherwise')];
}

function waysOut(step: ExpandedStep): [to: string, label?: string][] {
  switch (step.kind) {
    case 'task': {
      const overdue = step.within?.['on-overdue'];
      const outcomes = Object.values(step.outcomes).map(({ to, title }): [string, string] => [to, title]);
      return overdue === undefined ? outcomes : [...outcomes, [overdue, 'overdue']];
    }
    case 'check':
      return [
        [step.pass, 'pass'],
        [step.fail, 'fail'],
        [step.unknown, 'unknown'],
      ];
    case 'wait':
      return [
        ...Object.values(step.events ?? {}).map(({ to, title }): [string, string] => [to, title]),
        [step.next, 'time'],
      ];
    case 'draw':
      return [
        [step.chosen, 'chosen'],
        [step.rest, 'rest'],
      ];
    case 'select':
      return [[step.next], ...(step.empty === undefined ? [] : [[step.empty, 'empty'] as [string, string]])];
    case 'vote':
      return [
        [step.passed, 'passed'],
        [step.failed, 'failed'],
        ...(step['no-quorum'] === undefined ? [] : [[step['no-quorum'], 'no quorum'] as [string, string]]),
      ];
    case 'effect':
    case 'each':
      return [[step.next]];
    // A parallel goes on from the ends of its branches.
    case 'parallel':
      return step['on-veto'] === undefined ? [] : [[step['on-veto'], 'veto']];
    case 'end':
      return [];
  }
}

/** A step may be called `end` or `graph`, which are words of Mermaid. */
const name = (id: string): string => `s_${id}`;

const indent = (line: string): string => `  ${line}`;

/** Mermaid reads entities, and a quoted text may hold anything else. */
const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;
