import type { Procedure, Step } from './procedure.ts';

export interface Node {
  id: string;
  /** The step drawn, or undefined for the bar where branches meet again. */
  step: Step | undefined;
  title: string;
  lane: string;
}

export interface Edge {
  from: string;
  to: string;
  /** Titles of the ways from one step to the other, in the source language, and their outcome ids. */
  labels: string[];
  ways: string[];
}

export interface Graph {
  nodes: Node[];
  edges: Edge[];
  start: string;
}

interface Way {
  to: string | undefined;
  label: string;
  id: string;
}

/** Words that a result of an automatic step goes by in the picture. */
export interface ResultTitles {
  pass: string;
  fail: string;
  unknown: string;
}

function ways(step: Step, results: ResultTitles): Way[] {
  const found: Way[] = [];
  for (const [id, outcome] of Object.entries(step.outcomes ?? {}))
    found.push({ to: outcome.to, label: outcome.title, id });
  for (const id of ['pass', 'fail', 'unknown'] as const) found.push({ to: step[id], label: results[id], id });
  found.push({ to: step.chosen, label: '', id: 'chosen' }, { to: step.rest, label: '', id: 'rest' });
  if (step.kind !== 'parallel') found.push({ to: step.next, label: '', id: 'next' });
  for (const [id, event] of Object.entries(step.events ?? {}))
    found.push({ to: event.to, label: event.title, id });
  found.push({ to: step.within?.['on-overdue'], label: '', id: 'elapsed' });
  found.push({ to: step.otherwise, label: '', id: 'skip' });
  return found.filter((way) => way.to !== undefined);
}

const order = ['village', 'township', 'county', 'city', 'province'];

/** The lanes a graph uses, lowest level first. */
export function lanesOf(graph: Graph): string[] {
  const used = new Set(graph.nodes.map((node) => node.lane));
  return [
    ...order.filter((level) => used.has(level)),
    ...[...used].filter((level) => !order.includes(level)),
  ];
}

/** Steps as nodes and their ways out as edges; several ways between the same two steps become one edge. */
export function graphOf(procedure: Procedure, results: ResultTitles): Graph {
  const nodes: Node[] = [];
  const edges = new Map<string, Edge>();
  const join = (id: string) => `${id}:join`;

  const connect = (from: string, way: Way) => {
    if (way.to === undefined || way.to === from) return;
    const key = `${from} ${way.to}`;
    const edge = edges.get(key) ?? { from, to: way.to, labels: [], ways: [] };
    if (way.label !== '') edge.labels.push(way.label);
    edge.ways.push(way.id);
    edges.set(key, edge);
  };

  // A system step has no level of its own: it stays in the lane of the office that has the case.
  const walk = (steps: readonly Step[], lane: string, done: string | undefined): string => {
    let current = lane;
    for (const step of steps) {
      if (step.level !== undefined && step.role !== 'applicant' && step.role !== 'anyone')
        current = step.level;
      const own = step.role === 'applicant' ? 'village' : (step.level ?? current);
      nodes.push({ id: step.id, step, title: step.title ?? step.id, lane: own });
      const target = (to: string | undefined) => (to === 'done' ? done : to);
      for (const way of ways(step, results)) connect(step.id, { ...way, to: target(way.to) });
      const branches = Object.entries(step.branches ?? {});
      if (branches.length === 0) continue;
      for (const [id, branch] of branches) {
        connect(step.id, { to: branch.steps[0]?.id, label: branch.title, id });
        walk(branch.steps, current, join(step.id));
      }
      nodes.push({ id: join(step.id), step: undefined, title: '', lane: own });
      connect(join(step.id), { to: target(step.next), label: '', id: 'next' });
    }
    return current;
  };
  const steps: readonly Step[] = procedure.steps;
  const first = steps.find((step) => step.level !== undefined && step.role !== 'applicant');
  walk(steps, first?.level ?? 'township', undefined);

  const byId = new Map(nodes.map((node) => [node.id, node]));
  const drawn = [...edges.values()].filter((edge) => byId.has(edge.to));
  // An end belongs to no office: it stands in the lane of the step that leads to it last.
  for (const node of nodes) {
    if (node.step?.kind !== 'end') continue;
    const source = drawn.findLast((edge) => edge.to === node.id);
    node.lane = byId.get(source?.from ?? procedure.start)?.lane ?? node.lane;
  }
  return { nodes, edges: drawn, start: procedure.start };
}
