import { type Graph, lanesOf, type Node } from './graph.ts';
import type { Layers } from './layers.ts';

export interface Columns {
  /** Column of each node, counted over all lanes. */
  column: Map<string, number>;
  lanes: { level: string; first: number; count: number }[];
}

/** Gives each node a column of its lane: the main way keeps the first, ends and side steps stand beside it. */
export function columnsOf(graph: Graph, layers: Layers): Columns {
  const into = Map.groupBy(layers.forward, (edge) => edge.to);
  const out = Map.groupBy(layers.forward, (edge) => edge.from);
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  const place = new Map<string, number>();

  // The parent through which most readers arrive: the one nearest above, in the same lane if there is one.
  const parent = (node: Node) => {
    const above = (into.get(node.id) ?? [])
      .map((edge) => byId.get(edge.from))
      .filter((each) => each !== undefined);
    const rank = (each: Node) => (each.lane === node.lane ? 1000 : 0) + (layers.row.get(each.id) ?? 0);
    return above.sort((a, b) => rank(b) - rank(a))[0];
  };
  const wish = (node: Node): number => {
    const above = parent(node);
    if (above === undefined || above.lane !== node.lane) return node.step?.kind === 'end' ? 1 : 0;
    const siblings = (out.get(above.id) ?? []).filter((edge) => byId.get(edge.to)?.lane === node.lane);
    const index = Math.max(
      0,
      siblings.findIndex((edge) => edge.to === node.id),
    );
    const base = node.step === undefined ? 0 : (place.get(above.id) ?? 0);
    if (above.step?.branches !== undefined) return base + index;
    return node.step?.kind === 'end' && node.step.outcome !== 'approved' ? Math.max(1, base + 1) : base;
  };

  const rows = Map.groupBy(graph.nodes, (node) => `${layers.row.get(node.id)} ${node.lane}`);
  const inOrder = [...rows.entries()].sort(([a], [b]) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  for (const [, cell] of inOrder) {
    const taken = new Set<number>();
    const end = (node: Node) => (node.step?.kind === 'end' ? 1 : 0);
    const wishes = new Map(cell.map((node) => [node, wish(node)]));
    const sorted = [...cell].sort((a, b) => end(a) - end(b) || (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
    for (const node of sorted) {
      let column = wishes.get(node) ?? 0;
      while (taken.has(column)) column++;
      taken.add(column);
      place.set(node.id, column);
    }
  }

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
