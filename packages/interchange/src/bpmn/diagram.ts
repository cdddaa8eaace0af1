/** The diagram: a shape for each node, an edge with its turns for each edge, pool and lanes around them. */
import type { ModdleElement } from '../moddle.ts';
import type { Elements, Make } from './elements.ts';
import type { Flow } from './flow.ts';
import type { Bounds } from './geometry.ts';
import type { Layout } from './layout.ts';

/** The names of pool and lane stand upright at their left. */
const HEADER = 30;
const MARGIN = { x: 160, y: 80 };

export interface Pool {
  participant: ModdleElement;
  collaboration: ModdleElement;
  lanes: readonly ModdleElement[];
}

export function diagramOf(
  make: Make,
  elements: Elements,
  flow: Flow,
  layout: Layout,
  pool: Pool,
): ModdleElement {
  const { x, y } = MARGIN;
  const left = x + 2 * HEADER;
  const shape = (element: ModdleElement, bounds: Bounds, more: Record<string, unknown> = {}) =>
    make('bpmndi:BPMNShape', {
      id: `shape.${element.id}`,
      bpmnElement: element,
      ...more,
      bounds: make('dc:Bounds', { ...bounds }),
    });
  const moved = <T extends { x: number; y: number }>(at: T): T => ({
    ...at,
    x: Math.round(at.x + left),
    y: Math.round(at.y + y),
  });
  const label = (id: string) => {
    const bounds = layout.labels.get(id);
    return bounds
      ? { label: make('bpmndi:BPMNLabel', { bounds: make('dc:Bounds', { ...moved(bounds) }) }) }
      : {};
  };
  const { width, height } = layout.size;
  const around = shape(
    pool.participant,
    { x, y, width: width + 2 * HEADER, height: Math.round(height) },
    { isHorizontal: true },
  );
  const lanes = layout.lanes.flatMap(({ lane, y: top, height: high }) => {
    const element = pool.lanes[lane];
    const bounds = { x: x + HEADER, y: Math.round(y + top), width: width + HEADER, height: Math.round(high) };
    return element ? [shape(element, bounds, { isHorizontal: true })] : [];
  });
  const open = new Set(subprocesses(flow));
  const shapes = [...layout.nodes].flatMap(([id, bounds]) => {
    const element = elements.byId.get(id);
    const more = { ...(open.has(id) ? { isExpanded: true } : {}), ...marker(element), ...label(id) };
    return element ? [shape(element, moved(bounds), more)] : [];
  });
  const edges = [...layout.edges].flatMap(([id, points]) => {
    const element = elements.byId.get(id);
    if (!element) return [];
    const waypoint = points.map((point) => make('dc:Point', { ...moved(point) }));
    return [make('bpmndi:BPMNEdge', { id: `edge.${id}`, bpmnElement: element, waypoint, ...label(id) })];
  });
  const plane = make('bpmndi:BPMNPlane', {
    id: 'plane',
    bpmnElement: pool.collaboration,
    planeElement: [around, ...lanes, ...shapes, ...edges],
  });
  return make('bpmndi:BPMNDiagram', { id: 'diagram', plane });
}

/** An exclusive gateway shows its cross, as it does in other tools. */
const marker = (element: ModdleElement | undefined) =>
  element?.$type === 'bpmn:ExclusiveGateway' ? { isMarkerVisible: true } : {};

const subprocesses = ({ nodes }: Flow): string[] =>
  nodes.flatMap(({ id, inner }) => (inner ? [id, ...subprocesses(inner)] : []));
