import type { Point } from './shapes.ts';

/** An SVG path through right-angled points, its corners rounded by at most `radius`. */
export function roundedPath(points: readonly Point[], radius = 6): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  let path = `M${first.x} ${first.y}`;
  for (const [index, point] of rest.entries()) {
    const before = points[index];
    const after = rest[index + 1];
    if (before === undefined || after === undefined) {
      path += `L${point.x} ${point.y}`;
      continue;
    }
    const reach = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y) / 2;
    const r = Math.min(radius, reach(before, point), reach(point, after));
    const towards = (to: Point) => {
      const length = Math.hypot(to.x - point.x, to.y - point.y) || 1;
      return `${point.x + ((to.x - point.x) / length) * r} ${point.y + ((to.y - point.y) / length) * r}`;
    };
    path += `L${towards(before)}Q${point.x} ${point.y} ${towards(after)}`;
  }
  return path;
}
