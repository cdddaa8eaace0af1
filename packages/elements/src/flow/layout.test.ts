import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { definition } from '../fixtures/procedure.ts';
import { type Edge, type Graph, graphOf } from './graph.ts';
import { layout } from './layout.ts';
import type { Box, Picture } from './shapes.ts';

const results = { pass: 'pass', fail: 'fail', unknown: 'unknown' };
const sample = graphOf(definition, results);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function overlaps({ boxes }: Picture): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => (overlap(a, b) ? [`${a.node.id} ${b.node.id}`] : [])),
  );
}

/** Lines that run through a box; touching its border, where they begin and end, is no crossing. */
function crossings({ boxes, lines }: Picture): string[] {
  return lines.flatMap(({ edge, points }) =>
    points.slice(1).flatMap((end, index) => {
      const start = points[index] ?? end;
      const [left, right] = [Math.min(start.x, end.x), Math.max(start.x, end.x)];
      const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
      return boxes
        .filter(
          (box) => left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y,
        )
        .map((box) => `${edge.from}->${edge.to} through ${box.node.id}`);
    }),
  );
}

function isConnected({ boxes, lines }: Picture): string[] {
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  return lines.flatMap(({ edge, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    const touches = (id: string, point: typeof first) => {
      const box = byId.get(id);
      if (box === undefined || point === undefined) return false;
      return (
        point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
      );
    };
    const straight = points
      .slice(1)
      .every((point, index) => point.x === points[index]?.x || point.y === points[index]?.y);
    return touches(edge.from, first) && touches(edge.to, last) && straight
      ? []
      : [`${edge.from}->${edge.to}`];
  });
}

describe('the sample procedure', () => {
  const picture = layout(sample);

  test('no two boxes overlap, no line crosses a box, every line joins its two boxes at right angles', () => {
    expect(overlaps(picture)).toEqual([]);
    expect(crossings(picture)).toEqual([]);
    expect(isConnected(picture)).toEqual([]);
  });

  test('every box is inside the picture and in the lane of its level', () => {
    for (const { node, x, y, width, height } of picture.boxes) {
      const lane = picture.lanes.find((each) => each.level === node.lane);
      expect(lane).toBeDefined();
      expect(x).toBeGreaterThan(lane?.x ?? 0);
      expect(x + width).toBeLessThan((lane?.x ?? 0) + (lane?.width ?? 0));
      expect(y + height).toBeLessThan(picture.height);
    }
    expect(picture.lanes.map((lane) => lane.level)).toEqual(['village', 'township', 'county']);
  });

  test('branches stand side by side', () => {
    const box = (id: string) => picture.boxes.find((each) => each.node.id === id) as Box;
    expect(box('verification').y).toBe(box('visit').y);
    expect(box('verification').x).not.toBe(box('visit').x);
  });

  test('ways back are drawn apart from ways on', () => {
    const back = picture.lines.filter((line) => line.back).map(({ edge }) => `${edge.from}->${edge.to}`);
    expect(back.sort()).toEqual([
      'clarify->assess',
      'clarify->opinion',
      'confirm->opinion',
      'notice-verify->inquiry',
      'opinion->inquiry',
      'oversight-correct->opinion',
      'supplement->accept',
    ]);
  });

  test('system steps stand in the lane of the office that has the case, ends where they are reached', () => {
    const lane = Object.fromEntries(sample.nodes.map((node) => [node.id, node.lane]));
    expect(lane).toMatchObject({
      apply: 'village',
      register: 'township',
      assess: 'township',
      notice: 'township',
      approve: 'county',
      approved: 'county',
      lapsed: 'village',
      'not-ours': 'township',
    });
  });
});

test('any procedure is drawn without overlaps and without lines through boxes', () => {
  const lanes = ['village', 'township', 'county'];
  const graphs = fc
    .record({
      lanes: fc.array(fc.nat(2), { minLength: 2, maxLength: 26 }),
      jumps: fc.array(fc.tuple(fc.nat(25), fc.nat(25)), { maxLength: 30 }),
    })
    .map(({ lanes: of, jumps }): Graph => {
      const nodes = of.map((lane, index) => ({
        id: `s${index}`,
        step: { id: `s${index}`, kind: 'task' },
        title: `s${index}`,
        lane: lanes[lane] ?? 'village',
      }));
      const edges = new Map<string, Edge>();
      const add = (from: number, to: number) => {
        if (from === to || from >= nodes.length || to >= nodes.length) return;
        edges.set(`${from} ${to}`, { from: `s${from}`, to: `s${to}`, labels: ['x'], ways: ['x'] });
      };
      for (let index = 1; index < nodes.length; index++) add(index - 1, index);
      for (const [from, to] of jumps) add(from, to);
      return { nodes, edges: [...edges.values()], start: 's0' };
    });
  fc.assert(
    fc.property(graphs, (graph) => {
      const picture = layout(graph);
      expect(overlaps(picture)).toEqual([]);
      expect(crossings(picture)).toEqual([]);
      expect(isConnected(picture)).toEqual([]);
    }),
    { numRuns: 300, seed: 7 },
  );
});
