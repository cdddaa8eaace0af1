/** Where names stand that do not fit into what they name: of events, gateways and edges. */
import type { Flow, FlowEdge, FlowNode } from './flow.ts';
import { type Bounds, isGateway, type Point, textSize } from './geometry.ts';
import { WIDEST } from './measure.ts';

const GAP = 4;

export function labelsOf(
  { nodes, edges }: Flow,
  bounds: ReadonlyMap<string, Bounds>,
  points: ReadonlyMap<string, readonly Point[]>,
): Map<string, Bounds> {
  const labels = new Map<string, Bounds>();
  for (const node of nodes) {
    const at = bounds.get(node.id);
    if (at && node.name && (isGateway(node.kind) || node.kind.endsWith('Event'))) {
      labels.set(node.id, besideNode(node, at, sidesUsed(node.id, edges, points)));
    }
  }
  for (const edge of edges) {
    const line = points.get(edge.id);
    if (edge.name && line) labels.set(edge.id, aboveLine(edge.name, line));
  }
  return labels;
}

/** Whether edges leave or come in above and below a node. */
function sidesUsed(id: string, edges: readonly FlowEdge[], points: ReadonlyMap<string, readonly Point[]>) {
  const used = { above: false, below: false };
  for (const { id: edge, from, to } of edges) {
    const line = points.get(edge) ?? [];
    const [end, next] = from === id ? [line[0], line[1]] : to === id ? [line.at(-1), line.at(-2)] : [];
    if (!end || !next || end.x !== next.x) continue;
    if (next.y < end.y) used.above = true;
    else used.below = true;
  }
  return used;
}

/** Below, or above where an edge is below; beside the edge where they are on both sides. */
function besideNode(
  { name = '', attachedTo }: FlowNode,
  { x, y, width, height }: Bounds,
  used: { above: boolean; below: boolean },
): Bounds {
  const size = textSize(name, 100);
  // A border event has its host above and its edge below.
  if (attachedTo !== undefined) return { x: x - size.width - 2, y: y + height / 2 + 2, ...size };
  const middle = x + width / 2 - size.width / 2;
  if (!used.below) return { x: middle, y: y + height + GAP, ...size };
  const above = y - size.height - GAP;
  return { x: used.above ? x + width / 2 - size.width - GAP : middle, y: above, ...size };
}

/** Above the first level stretch that is long enough, or the longest, at the end from which the edge comes. */
function aboveLine(name: string, line: readonly Point[]): Bounds {
  const level = line.slice(1).flatMap((to, index) => {
    const from = line[index] as Point;
    return from.y === to.y ? [{ from, to, length: Math.abs(to.x - from.x) }] : [];
  });
  const whole = textSize(name, Number.POSITIVE_INFINITY);
  const longest = level.toSorted((a, b) => b.length - a.length)[0];
  const stretch = level.find(({ length }) => length >= whole.width + 2 * GAP) ?? longest;
  if (!stretch) return { x: (line[0]?.x ?? 0) + GAP, y: (line[0]?.y ?? 0) + GAP, ...textSize(name, WIDEST) };
  const size = textSize(name, Math.max(WIDEST, stretch.length - 2 * GAP));
  const x = stretch.from.x < stretch.to.x ? stretch.from.x + GAP : stretch.from.x - size.width - GAP;
  return { x, y: stretch.from.y - size.height - 1, ...size };
}
