/** Which node stands in which column and row: columns follow the flow, rows lie in the lane of a node. */
import type { Flow, FlowNode } from './flow.ts';

export interface Cell {
  column: number;
  row: number;
}

export interface Grid {
  /** Nodes but those at the border of another. */
  cells: ReadonlyMap<string, Cell>;
  columns: number;
  /** The lane of each row, from the top. */
  rows: number[];
  /** The node in a cell. */
  at(column: number, row: number): string | undefined;
}

/** @param lanes the lane of each node, from 0 at the top */
export function gridOf(flow: Flow, lanes: ReadonlyMap<string, number>): Grid {
  const host = new Map(flow.nodes.flatMap(({ id, attachedTo }) => (attachedTo ? [[id, attachedTo]] : [])));
  const standing = flow.nodes.filter(({ attachedTo }) => attachedTo === undefined);
  // An edge from the border of a node is one from the node.
  const edges = flow.edges.map(({ from, to }) => ({
    from: host.get(from) ?? from,
    to,
    aside: host.has(from),
  }));
  const columns = columnsOf(standing, edges);
  return rowsOf(standing, edges, columns, lanes);
}

interface Link {
  from: string;
  to: string;
  /** From the border of a node: beside the ordinary way. */
  aside: boolean;
}

/** The longest way from a start, edges that lead back left out. */
function columnsOf(nodes: readonly FlowNode[], edges: readonly Link[]): Map<string, number> {
  const order = forwardOrder(nodes, edges);
  const place = new Map(order.map((id, index) => [id, index]));
  const column = new Map<string, number>();
  for (const id of order) {
    column.set(id, column.get(id) ?? 0);
    for (const { from, to } of edges) {
      if (from !== id || (place.get(to) ?? 0) <= (place.get(id) ?? 0)) continue;
      column.set(to, Math.max(column.get(to) ?? 0, (column.get(id) ?? 0) + 1));
    }
  }
  return column;
}

/** Nodes so that every edge leads on but those that close a circle, which are met last when walking from the starts. */
function forwardOrder(nodes: readonly FlowNode[], edges: readonly Link[]): string[] {
  const left: string[] = [];
  const seen = new Set<string>();
  const from = Map.groupBy(edges, (edge) => edge.from);
  // Depth first without recursion: long procedures exhaust no stack.
  for (const { id: root } of nodes) {
    const stack = seen.has(root) ? [] : [{ id: root, next: 0 }];
    seen.add(root);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = from.get(top.id)?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        left.push(top.id);
        stack.pop();
      } else if (!seen.has(edge.to)) {
        seen.add(edge.to);
        stack.push({ id: edge.to, next: 0 });
      }
    }
  }
  return left.reverse();
}

/** In each column a node stands in the free row of its lane that is nearest to where it comes from. */
function rowsOf(
  nodes: readonly FlowNode[],
  edges: readonly Link[],
  columns: ReadonlyMap<string, number>,
  lanes: ReadonlyMap<string, number>,
): Grid {
  const columnOf = (id: string) => columns.get(id) ?? 0;
  const laneOf = (id: string) => lanes.get(id) ?? 0;
  const inLane = new Map<string, number>();
  const taken = new Map<string, string>();
  const key = (lane: number, column: number, row: number) => `${lane}/${column}/${row}`;
  const into = Map.groupBy(edges, ({ to }) => to);
  const aside = (id: string) => Number(into.get(id)?.every((link) => link.aside) ?? false);
  // The first outcome of a step is the ordinary one.
  const first = new Map<string, number>();
  for (const [index, { to }] of edges.entries()) if (!first.has(to)) first.set(to, index);
  const ordered = nodes.toSorted(
    (a, b) =>
      columnOf(a.id) - columnOf(b.id) ||
      aside(a.id) - aside(b.id) ||
      (first.get(a.id) ?? 0) - (first.get(b.id) ?? 0),
  );
  const heights = new Map<number, number>();
  for (const { id } of ordered) {
    const [lane, column] = [laneOf(id), columnOf(id)];
    const sources = (into.get(id) ?? []).filter(({ from }) => columnOf(from) < column);
    const near = sources
      .filter(({ from }) => laneOf(from) === lane)
      .toSorted((a, b) => columnOf(b.from) - columnOf(a.from))[0];
    const wanted = near ? (inLane.get(near.from) ?? 0) : 0;
    let row = 0;
    for (let distance = 0; ; distance += 1) {
      const free = [wanted + distance, wanted - distance].find(
        (one) => one >= 0 && !taken.has(key(lane, column, one)),
      );
      if (free === undefined) continue;
      row = free;
      break;
    }
    taken.set(key(lane, column, row), id);
    inLane.set(id, row);
    heights.set(lane, Math.max(heights.get(lane) ?? 0, row + 1));
  }
  return gridFrom(nodes, columnOf, laneOf, inLane, heights);
}

function gridFrom(
  nodes: readonly FlowNode[],
  columnOf: (id: string) => number,
  laneOf: (id: string) => number,
  inLane: ReadonlyMap<string, number>,
  heights: ReadonlyMap<number, number>,
): Grid {
  const rows: number[] = [];
  const first = new Map<number, number>();
  for (const lane of [...heights.keys()].sort((a, b) => a - b)) {
    first.set(lane, rows.length);
    for (let count = heights.get(lane) ?? 0; count > 0; count -= 1) rows.push(lane);
  }
  const cells = new Map<string, Cell>();
  const standing = new Map<string, string>();
  for (const { id } of nodes) {
    const cell = { column: columnOf(id), row: (first.get(laneOf(id)) ?? 0) + (inLane.get(id) ?? 0) };
    cells.set(id, cell);
    standing.set(`${cell.column}/${cell.row}`, id);
  }
  return {
    cells,
    columns: Math.max(0, ...[...cells.values()].map(({ column }) => column + 1)),
    rows,
    at: (column, row) => standing.get(`${column}/${row}`),
  };
}
