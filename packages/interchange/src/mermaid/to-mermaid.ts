/** A definition as a Mermaid flowchart, which Markdown pages draw. */
import type { Definition, ExpandedStep } from '@aidflow/definition';
import { skipTarget, type Way, waysOf } from '../ways.ts';

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

/** The flowchart of a procedure: a shape for each kind of step, an arrow for each way out. */
export function toMermaid({ definition }: { definition: Pick<Definition, 'steps'> }): string {
  return `${['flowchart TD', ...stepLines(definition.steps, {}).map(indent)].join('\n')}\n`;
}

/** Where a branch goes whose way is no step but an end of the branch. */
type BranchEnds = Record<string, string>;

const stepLines = (steps: readonly ExpandedStep[], ends: BranchEnds): string[] =>
  steps.flatMap((step) => [...nodeLines(step), ...edgeLines(step, ends)]);

function nodeLines(step: ExpandedStep): string[] {
  const [open, close] = SHAPES[step.kind];
  const node = `${name(step.id)}${open}${quoted(step.title)}${close}`;
  if (step.kind === 'each') {
    return [
      node,
      ...box(`${step.id}-items`, step.title, stepLines(step.steps, {})),
      ...into(step, step.steps, 'each'),
    ];
  }
  if (step.kind !== 'parallel') return [node];
  const branches = Object.entries(step.branches).flatMap(([id, { title, steps }]) => {
    const own = `${step.id}-${id}`;
    const ends = { done: name(`${own}-done`), veto: name(`${own}-veto`) };
    const lines = stepLines(steps, ends);
    const circles = Object.values(ends).filter((end) => lines.some((line) => line.endsWith(` ${end}`)));
    return [
      ...box(own, title, [...lines, ...circles.map((circle) => `${circle}(( ))`)]),
      ...into(step, steps),
      ...circles.map((circle) => {
        const veto = circle === ends.veto ? step['on-veto'] : undefined;
        return edge(circle, { to: veto ?? step.next }, {});
      }),
    ];
  });
  return [node, ...branches];
}

const box = (id: string, title: string, lines: readonly string[]): string[] => [
  `subgraph ${name(id)}[${quoted(title)}]`,
  ...lines.map(indent),
  'end',
];

/** From a step to the first of those inside it. */
const into = ({ id }: ExpandedStep, [first]: readonly ExpandedStep[], label?: string): string[] =>
  first === undefined ? [] : [edge(name(id), { to: first.id, ...(label ? { title: label } : {}) }, {})];

function edgeLines(step: ExpandedStep, ends: BranchEnds): string[] {
  const skip = skipTarget(step);
  return [
    // A parallel goes on from the ends of its branches.
    ...(step.kind === 'parallel'
      ? []
      : waysOf(step).map((way) => edge(name(step.id), labelled(step, way), ends))),
    ...(skip === undefined ? [] : [edge(name(step.id), { to: skip, title: 'otherwise' }, ends)]),
  ];
}

/** What leads on by itself without an alternative needs no words. */
function labelled(step: ExpandedStep, { event, to, title }: Way): { to: string; title?: string } {
  if (title !== undefined) return { to, title };
  const alone =
    step.kind === 'effect' || step.kind === 'each' || (step.kind === 'select' && event !== 'empty');
  const label =
    { elapsed: step.kind === 'wait' ? 'time' : 'overdue', 'no-quorum': 'no quorum' }[event] ?? event;
  return alone && event !== 'elapsed' ? { to } : { to, title: label };
}

function edge(from: string, { to, title }: { to: string; title?: string }, ends: BranchEnds): string {
  const label = title === undefined ? '' : `|${quoted(title)}|`;
  return `${from} -->${label} ${Object.hasOwn(ends, to) ? ends[to] : name(to)}`;
}

/** A step may be called `end` or `graph`, which are words of Mermaid. */
const name = (id: string): string => `s_${id}`;

const indent = (line: string): string => `  ${line}`;

/** Mermaid reads entities, and a quoted text may hold anything else but a line break. */
const quoted = (text: string): string =>
  `"${text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll(/\s+/g, ' ')}"`;
