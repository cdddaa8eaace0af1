/** A picture of what needs what: the decision on top, what it needs in rows below it, data from outside at the bottom. */
import type { ModdleElement } from '../moddle.ts';
import { listOf, partOf } from '../moddle.ts';
import type { Make } from './table.ts';

const SIZES: Record<string, { width: number; height: number }> = {
  'dmn:Decision': { width: 180, height: 80 },
  'dmn:InputData': { width: 125, height: 45 },
};
const GAP = 30;
const RISE = 140;
/** More side by side are no longer read as a row. */
const WIDEST = 8;

interface Placed {
  shape: ModdleElement;
  bounds: { x: number; y: number; width: number; height: number };
}

export function diagramOf(make: Make, elements: readonly ModdleElement[]): ModdleElement {
  const placed = new Map<string, Placed>();
  for (const [row, list] of rowsOf(elements).entries()) {
    for (const [column, element] of list.entries()) {
      const size = SIZES[element.$type] ?? { width: 180, height: 80 };
      const x = GAP + column * (180 + GAP) + (180 - size.width) / 2;
      const bounds = { x, y: GAP + row * RISE, ...size };
      const shape = make('dmndi:DMNShape', {
        id: `shape.${element.id}`,
        dmnElementRef: element,
        bounds: make('dc:Bounds', bounds),
      });
      placed.set(element.id ?? '', { shape, bounds });
    }
  }
  const edges = elements.flatMap((element) =>
    listOf(element, 'informationRequirement').flatMap((requirement) =>
      edgeOf(make, element, requirement, placed),
    ),
  );
  const diagram = make('dmndi:DMNDiagram', {
    id: 'diagram',
    diagramElements: [...[...placed.values()].map(({ shape }) => shape), ...edges],
  });
  return make('dmndi:DMNDI', { diagrams: [diagram] });
}

/** What stands in one row needs nothing of the same row; data from outside stands last. */
function rowsOf(elements: readonly ModdleElement[]): ModdleElement[][] {
  const depth = depthsOf(elements);
  const rows: ModdleElement[][] = [];
  for (const element of elements) {
    if (element.$type === 'dmn:InputData') continue;
    const row = depth.get(element.id ?? '') ?? 0;
    rows[row] = [...(rows[row] ?? []), element];
  }
  const data = elements.filter(({ $type }) => $type === 'dmn:InputData');
  return [...rows, data].flatMap((row) =>
    Array.from({ length: Math.ceil(row.length / WIDEST) }, (_, part) =>
      row.slice(part * WIDEST, (part + 1) * WIDEST),
    ),
  );
}

/** How many decisions lie between an element and the topmost, at most. Values need only what was computed before them. */
function depthsOf(elements: readonly ModdleElement[]): Map<string, number> {
  const depth = new Map<string, number>();
  const lower = (id: string, to: number) => depth.set(id, Math.max(depth.get(id) ?? 0, to));
  const values = elements.filter(({ id = '' }) => id.includes('.let.') || id.includes('.input.'));
  const tables = elements.filter((element) => !values.includes(element));
  for (const element of [...tables, ...values.toReversed()]) {
    const own = depth.get(element.id ?? '') ?? 0;
    lower(element.id ?? '', own);
    for (const id of needs(element)) lower(id, own + 1);
  }
  return depth;
}

const needs = (element: ModdleElement): string[] =>
  listOf(element, 'informationRequirement').map((requirement) => targetOf(requirement));

const targetOf = (requirement: ModdleElement): string => {
  const reference = partOf(requirement, 'requiredDecision') ?? partOf(requirement, 'requiredInput');
  return String(reference?.href ?? '').replace(/^#/, '');
};

/** From the top of what is needed to the bottom of what needs it. */
function edgeOf(
  make: Make,
  element: ModdleElement,
  requirement: ModdleElement,
  placed: ReadonlyMap<string, Placed>,
): ModdleElement[] {
  const from = placed.get(targetOf(requirement));
  const to = placed.get(element.id ?? '');
  if (!from || !to) return [];
  const middle = ({ bounds: { x, width } }: Placed) => x + width / 2;
  const waypoint = [
    make('dc:Point', { x: middle(from), y: from.bounds.y }),
    make('dc:Point', { x: middle(to), y: to.bounds.y + to.bounds.height }),
  ];
  return [make('dmndi:DMNEdge', { id: `edge.${requirement.id}`, dmnElementRef: requirement, waypoint })];
}
