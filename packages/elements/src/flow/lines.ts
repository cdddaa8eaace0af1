import type { Edge } from './graph.ts';
import { box, fit, font } from './measure.ts';
import { forks, type Route, type Router } from './router.ts';
import type { Line, Point } from './shapes.ts';
import type { Sizes } from './sizes.ts';

/** The corners of a way, and where its words stand. */
export function lineOf(route: Route, router: Router, sizes: Sizes): Line {
  const { edge, back } = route;
  if (back) return { edge, back, points: backwards(route, router, sizes), label: undefined };
  const points = downwards(route, router, sizes);
  const [start] = points;
  return { edge, back, points, label: start === undefined ? undefined : labelOf(edge, start, router) };
}

const middle = (id: string, sizes: Sizes) => sizes.left(id) + box.width / 2;

function downwards({ edge, key, by }: Route, router: Router, sizes: Sizes): Point[] {
  const { from, to } = edge;
  const offset = router.ports.get(edge)?.offset ?? 0;
  const start = { x: middle(from, sizes) + offset, y: sizes.bottom(from) };
  const end = { x: middle(to, sizes), y: sizes.top(to) };
  const leave = sizes.gap(router.row(from) + 1, key);
  if (by !== undefined && 'gutter' in by) {
    const x = sizes.gutter(by.gutter, key);
    const arrive = sizes.gap(router.row(to), key);
    return [start, { x: start.x, y: leave }, { x, y: leave }, { x, y: arrive }, { x: end.x, y: arrive }, end];
  }
  return start.x === end.x ? [start, end] : [start, { x: start.x, y: leave }, { x: end.x, y: leave }, end];
}

function backwards({ edge, key, by, entry }: Route, router: Router, sizes: Sizes): Point[] {
  const { from, to } = edge;
  const gutter = by !== undefined && 'gutter' in by ? by.gutter : 0;
  const arrival = entry ?? gutter;
  const side = (id: string, column: number) => sizes.left(id) + (column > router.col(id) ? box.width : 0);
  // Low on the side where it leaves, high where it arrives, so that a way in never meets a way out.
  const y = sizes.top(from) + box.height * 0.7;
  const target = sizes.top(to) + box.height * 0.3;
  const x = sizes.gutter(gutter, key);
  const start = [
    { x: side(from, gutter), y },
    { x, y },
  ];
  const end = { x: side(to, arrival), y: target };
  if (gutter === arrival) return [...start, { x, y: target }, end];
  const below = sizes.gap(router.row(to) + 1, key);
  const last = sizes.gutter(arrival, key);
  return [...start, { x, y: below }, { x: last, y: below }, { x: last, y: target }, end];
}

function labelOf(edge: Edge, start: Point, router: Router): Line['label'] {
  const port = router.ports.get(edge);
  if (port === undefined || !forks(router.graph, edge)) return undefined;
  // What stands after a comma explains; the picture needs the word only.
  const short = edge.labels.map((label) => label.split(/[，,；;（(]/)[0]).join('/');
  return {
    x: start.x + port.text * 5,
    y: start.y + 14,
    text: fit(short, font.label, port.room),
    full: edge.labels.join(' / '),
    anchor: port.text < 0 ? 'end' : 'start',
  };
}
