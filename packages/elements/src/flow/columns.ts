import { type Graph, lanesOf, type Node } from './graph.ts';
import type { Layers } from './layers.ts';

export interface Columns {
  /** Column of each node, counted over all lanes. */
  column: Map<string, number>;
  lanes: { level: string; first: number; count: number }[];
}

/** How many rows below its parent an end may stand to keep the lane narrow. */
const reach = 3;

/** Length of the longest way forward from each node. */
function heightsOf(graph: Graph, layers: Layers): Map<string, number> {
  const out = Map.groupBy(layers.forward, (edge) => edge.from);
  const heights = new Map<string, number>();
  const height = (id: string): number => {
    const known = heights.get(id);
    if (known !== undefined) return known;
    const value = Math.max(-1, ...(out.get(id) ?? []).map((edge) => height(edge.to))) + 1;
    heights.set(id, value);
    return value;
  };
  for (const node of graph.nodes) height(node.id);
  return heights;
}

/**
 * Gives each node a column of its lane. The way with most steps ahead keeps its parent's column, side steps stand to
 * its right; ends take the nearest free cell, also some rows further down (`layers.row` is changed then).
 */
export function columnsOf(graph: Graph, layers: Layers): Columns {
  const into = Map.groupBy(layers.forward, (edge) => edge.to);
  const out = Map.groupBy(layers.forward, (edge) => edge.from);
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const heights = heightsOf(graph, layers);
  const place = new Map<string, number>();
  const taken = new Set<string>();
  const row = (node: Node) => layers.row.get(node.id) ?? 0;
  const isEnd = (node: Node) => node.step?.kind === 'end';

  // The parent through which most readers arrive: the one nearest above, in the same lane if there is one.
  const parent = (node: Node) => {
    const rank = (each: Node) => (each.lane === node.lane ? 1000 : 0) + row(each);
    return (into.get(node.id) ?? [])
      .flatMap((edge) => byId.get(edge.from) ?? [])
      .sort((a, b) => rank(b) - rank(a))[0];
  };
  const wish = (node: Node): number => {
    const above = parent(node);
    if (above === undefined || above.lane !== node.lane) return 0;
    // Branches meet again below the step that opened them.
    const opener = node.step === undefined ? byId.get(node.id.replace(/:join$/, '')) : undefined;
    const base = place.get((opener ?? above).id) ?? 0;
    const siblings = (out.get(above.id) ?? []).filter((edge) => byId.get(edge.to)?.lane === node.lane);
    if (above.step?.branches !== undefined)
      return (
        base +
        Math.max(
          0,
          siblings.findIndex((edge) => edge.to === node.id),
        )
      );
    return isEnd(node) && siblings.length > 1 ? base + 1 : base;
  };
  const claim = (node: Node, level: number, column: number) => {
    taken.add(`${node.lane} ${level} ${column}`);
    place.set(node.id, column);
    layers.row.set(node.id, level);
  };
  const free = (node: Node, level: number, column: number) => !taken.has(`${node.lane} ${level} ${column}`);
  const settle = (node: Node) => {
    const first = wish(node);
    const level = row(node);
    for (let column = first; ; column++) {
      for (let below = level; below <= level + (isEnd(node) ? reach : 0); below++) {
        if (!free(node, below, column)) continue;
        claim(node, below, column);
        return;
      }
    }
  };

  const byRow = Map.groupBy(graph.nodes, row);
  const levels = [...byRow.keys()].sort((a, b) => a - b);
  const byHeight = (a: Node, b: Node) => (heights.get(b.id) ?? 0) - (heights.get(a.id) ?? 0);
  // Ends come after all steps, so that they never push one aside.
  for (const level of levels) {
    const cell = (byRow.get(level) ?? []).filter((node) => !isEnd(node));
    for (const node of cell.sort(byHeight)) settle(node);
  }
  for (const level of levels) for (const node of byRow.get(level) ?? []) if (isEnd(node)) settle(node);

  const lanes: Columns['lanes'] = [];
  let first = 0;
  for (const level of lanesOf(graph)) {
    const inLane = graph.nodes.filter((node) => node.lane === level);
    const count = Math.max(1, ...inLane.map((node) => (place.get(node.id) ?? 0) + 1));
    lanes.push({ level, first, count });
    first += count;
  }
  const start = new Map(lanes.map((lane) => [lane.level, lane.first]));
  const column = new Map(
    graph.nodes.map((node) => [node.id, (start.get(node.lane) ?? 0) + (place.get(node.id) ?? 0)]),
  );
  return { column, lanes };
}
