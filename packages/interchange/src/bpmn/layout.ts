/** Places a flow: lanes from the top, the way of a case from left to right. */
import type { Flow, FlowNode } from './flow.ts';
import { type Bounds, type Point, type Size, SPREAD, sizeOf } from './geometry.ts';
import { type Grid, gridOf } from './grid.ts';
import { labelsOf } from './labels.ts';
import { type Measures, measure } from './measure.ts';
import { type Route, routesOf, type Side } from './route.ts';

export interface Layout {
  size: Size;
  nodes: Map<string, Bounds>;
  edges: Map<string, Point[]>;
  /** Names that stand beside their nodes and edges, by their ids. */
  labels: Map<string, Bounds>;
  lanes: { lane: number; y: number; height: number }[];
}

/** What a subprocess leaves free around what is in it; its name stands on top. */
const FRAME = { top: 40, side: 20, bottom: 10 };

/** @param lanes the lane of each node, from 0 at the top; all in one when left out */
export function layoutOf(flow: Flow, lanes: ReadonlyMap<string, number> = new Map()): Layout {
  const inner = new Map(flow.nodes.flatMap((node) => (node.inner ? [[node.id, layoutOf(node.inner)]] : [])));
  const sizes = new Map(flow.nodes.map((node) => [node.id, outerSize(node, inner.get(node.id))]));
  const grid = gridOf(flow, lanes);
  const routes = routesOf(flow, grid);
  const measures = measure(flow, grid, routes, sizes);
  const nodes = placeNodes(flow, grid, measures, sizes);
  const edges = placeEdges(flow, routes, nodes, measures);
  const labels = labelsOf(flow, nodes, edges);
  const whole: Layout = { size: measures.size, nodes, edges, labels, lanes: placeLanes(grid, measures) };
  for (const [id, layout] of inner) moveInto(whole, layout, nodes.get(id));
  return whole;
}

function outerSize({ kind }: FlowNode, inner: Layout | undefined): Size {
  if (!inner) return sizeOf(kind);
  const { width, height } = inner.size;
  return { width: width + 2 * FRAME.side, height: height + FRAME.top + FRAME.bottom };
}

/** What lies in a subprocess is drawn in the same picture. */
function moveInto(whole: Layout, { nodes, edges, labels }: Layout, at: Bounds | undefined): void {
  if (!at) return;
  const moved = <T extends Point>(point: T): T => ({
    ...point,
    x: point.x + at.x + FRAME.side,
    y: point.y + at.y + FRAME.top,
  });
  for (const [id, bounds] of nodes) whole.nodes.set(id, moved(bounds));
  for (const [id, bounds] of labels) whole.labels.set(id, moved(bounds));
  for (const [id, points] of edges) whole.edges.set(id, points.map(moved));
}

function placeNodes(
  flow: Flow,
  { cells }: Grid,
  { x, y, widths, heights }: Measures,
  sizes: ReadonlyMap<string, Size>,
): Map<string, Bounds> {
  const nodes = new Map<string, Bounds>();
  for (const [id, { column, row }] of cells) {
    const size = sizes.get(id) ?? { width: 0, height: 0 };
    const left = (x[column] ?? 0) + ((widths[column] ?? 0) - size.width) / 2;
    const top = (y[row] ?? 0) + ((heights[row] ?? 0) - size.height) / 2;
    nodes.set(id, { x: Math.round(left), y: Math.round(top), ...size });
  }
  // At the lower border from the right, so that an edge can leave in the middle.
  for (const [host, events] of Map.groupBy(flow.nodes, ({ attachedTo }) => attachedTo)) {
    const at = host === undefined ? undefined : nodes.get(host);
    if (!at) continue;
    for (const [index, { id, kind }] of events.entries()) {
      const { width, height } = sizeOf(kind);
      nodes.set(id, {
        x: at.x + at.width - (width + 8) - index * 90,
        y: at.y + at.height - height / 2,
        width,
        height,
      });
    }
  }
  return nodes;
}

function placeEdges(
  flow: Flow,
  routes: readonly Route[],
  nodes: ReadonlyMap<string, Bounds>,
  measures: Measures,
): Map<string, Point[]> {
  const heights = entryHeights(routes, nodes);
  const hosts = new Set(flow.nodes.flatMap(({ attachedTo }) => attachedTo ?? []));
  return new Map(
    routes.map((route) => {
      const [from, to] = [nodes.get(route.edge.from) as Bounds, nodes.get(route.edge.to) as Bounds];
      const start = portOf(from, route.exit);
      // The name of an event at the border stands below the middle.
      if (route.exit === 'bottom' && hosts.has(route.edge.from)) start.x = from.x + 10;
      const end = portOf(to, route.entry, heights.get(route.edge.id));
      return [route.edge.id, corners(route, start, end, measures)];
    }),
  );
}

function portOf({ x, y, width, height }: Bounds, side: Side, lower = 0): Point {
  const [middle, centre] = [x + width / 2, y + height / 2];
  if (side === 'left') return { x, y: centre + lower };
  if (side === 'right') return { x: x + width, y: centre };
  return { x: middle, y: side === 'top' ? y : y + height };
}

/** Edges that come in at the left of a task come in one below the other: from above, straight, from below. */
function entryHeights(routes: readonly Route[], nodes: ReadonlyMap<string, Bounds>): Map<string, number> {
  const heights = new Map<string, number>();
  const left = routes.filter(({ entry }) => entry === 'left');
  for (const [target, list] of Map.groupBy(left, ({ edge }) => edge.to)) {
    const { height = 0 } = nodes.get(target) ?? {};
    if (height < SPREAD || list.length < 2) continue;
    const rise = ({ stretches }: Route): number => {
      const last = stretches.at(-1);
      return last === undefined ? 0 : last.from - last.to;
    };
    const [above, below] = [list.filter((route) => rise(route) < 0), list.filter((route) => rise(route) > 0)];
    const half = SPREAD / 2 - 8;
    for (const [index, { edge }] of above.entries())
      heights.set(edge.id, -half * ((index + 1) / (above.length + 0.5)));
    for (const [index, { edge }] of below.entries())
      heights.set(edge.id, half * ((index + 1) / (below.length + 0.5)));
  }
  return heights;
}

/** The points at which an edge turns. */
function corners({ exit, entry, stretches }: Route, start: Point, end: Point, measures: Measures): Point[] {
  const points = [start];
  const upright = exit === 'top' || exit === 'bottom';
  if (stretches.length === 0 && start.x !== end.x && start.y !== end.y) {
    points.push(upright ? { x: start.x, y: end.y } : { x: end.x, y: start.y });
  }
  let at = start;
  for (const stretch of stretches) {
    const track = measures.track(stretch);
    at = stretch.gutter === 'column' ? { x: track, y: at.y } : { x: at.x, y: track };
    points.push(at);
  }
  if (stretches.length > 0) points.push(entry === 'left' ? { x: at.x, y: end.y } : { x: end.x, y: at.y });
  points.push(end);
  return straightened(points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
}

/** Without points between which, or after which, nothing turns. */
function straightened(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before || !after) return true;
    const level = before.y === point.y && point.y === after.y;
    const upright = before.x === point.x && point.x === after.x;
    return !level && !upright;
  });
}

function placeLanes({ rows }: Grid, { band }: Measures): Layout['lanes'] {
  const lanes: Layout['lanes'] = [];
  for (const [row, lane] of rows.entries()) {
    const { top, bottom } = band(row);
    const last = lanes.at(-1);
    if (last?.lane === lane) last.height = bottom - last.y;
    else lanes.push({ lane, y: top, height: bottom - top });
  }
  return lanes;
}
