/** What of a procedure was walked: coverage as exploring gives it, read for the picture. */
import type { Edge, Graph } from './graph.ts';

export interface Covered {
  all: readonly string[];
  /** How often each was reached, by id; what was never reached is not there. */
  reached: Readonly<Record<string, number>>;
}

/** The part of an exploration's coverage that the picture shows. Outcomes are `STEP.OUTCOME`, clocks `CLOCK started|...`. */
export interface FlowCoverage {
  steps: Covered;
  outcomes: Covered;
  clocks: Covered;
}

export type Reach = 'reached' | 'partly' | 'unreached';
export const reaches: readonly Reach[] = ['reached', 'partly', 'unreached'];
/** What the legend counts. */
export const countedKinds = ['steps', 'outcomes', 'clocks'] as const;

/** How many of a kind were reached, and of how many. */
export function countOf({ all, reached }: Covered): { n: number; all: number } {
  return { n: all.filter((id) => reached[id] !== undefined).length, all: all.length };
}

function share(reached: number, of: number): Reach {
  if (reached === 0) return 'unreached';
  return reached < of ? 'partly' : 'reached';
}

/** How far a step was walked: partly where one of its outcomes never came. */
export function reachOfStep({ steps, outcomes }: FlowCoverage, id: string): Reach | undefined {
  const own = outcomes.all.filter((one) => one.startsWith(`${id}.`));
  if (!steps.all.includes(id)) return undefined;
  if (steps.reached[id] === undefined) return 'unreached';
  return own.every((one) => outcomes.reached[one] !== undefined) ? 'reached' : 'partly';
}

/** The outcomes of a step that never came, by id within the step. */
export function missedOutcomes({ outcomes }: FlowCoverage, id: string): string[] {
  return outcomes.all.flatMap((one) =>
    one.startsWith(`${id}.`) && outcomes.reached[one] === undefined ? [one.slice(id.length + 1)] : [],
  );
}

/**
 * How far a way was walked, by the outcomes that take it. A way that no outcome takes was walked where it is the only one
 * between two steps that were; undefined where coverage cannot tell.
 */
export function reachOfWay(coverage: FlowCoverage, graph: Graph, edge: Edge): Reach | undefined {
  const { outcomes } = coverage;
  const own = edge.ways.map((way) => `${edge.from}.${way}`).filter((id) => outcomes.all.includes(id));
  if (own.length > 0) return share(own.filter((id) => outcomes.reached[id] !== undefined).length, own.length);
  const walked = (id: string) => coverage.steps.reached[id] !== undefined;
  const counted = (id: string) => coverage.steps.all.includes(id);
  if ([edge.from, edge.to].some((id) => counted(id) && !walked(id))) return 'unreached';
  const alone = graph.edges.filter(({ from }) => from === edge.from).length === 1;
  const into = graph.edges.filter(({ to }) => to === edge.to).length === 1;
  return (alone && counted(edge.from)) || (into && counted(edge.to)) ? 'reached' : undefined;
}
