import type { Edge, Graph } from './graph.ts';

export interface Layers {
  /** Row of each node, 0 at the top. */
  row: Map<string, number>;
  forward: Edge[];
  back: Edge[];
}

/** Edges that lead back to a step one has come through, found depth first in the order of the definition. */
function backEdges(graph: Graph): Set<Edge> {
  const out = Map.groupBy(graph.edges, (edge) => edge.from);
  const back = new Set<Edge>();
  const state = new Map<string, 'open' | 'closed'>();
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const edge of out.get(id) ?? []) {
      const seen = state.get(edge.to);
      if (seen === 'open') back.add(edge);
      else if (seen === undefined) visit(edge.to);
    }
    state.set(id, 'closed');
  };
  visit(graph.start);
  for (const node of graph.nodes) if (!state.has(node.id)) visit(node.id);
  return back;
}

/** Rows by the longest way from the start, so that every forward edge leads downwards. */
export function layersOf(graph: Graph): Layers {
  const back = backEdges(graph);
  const forward = graph.edges.filter((edge) => !back.has(edge));
  const into = Map.groupBy(forward, (edge) => edge.to);
  const row = new Map<string, number>();
  const rowOf = (id: string): number => {
    const known = row.get(id);
    if (known !== undefined) return known;
    const value = Math.max(-1, ...(into.get(id) ?? []).map((edge) => rowOf(edge.from))) + 1;
    row.set(id, value);
    return value;
  };
  for (const node of graph.nodes) rowOf(node.id);
  // What no line leads to, such as the end of a withdrawal that is possible everywhere, stands at the bottom.
  const last = Math.max(...row.values());
  for (const node of graph.nodes) if (node.id !== graph.start && !into.has(node.id)) row.set(node.id, last);
  return { row, forward, back: [...back] };
}
