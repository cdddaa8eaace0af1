/** Where the columns, rows and gutters of a grid lie, as wide as what stands and runs in them needs. */
import type { Flow, FlowEdge } from './flow.ts';
import { type Size, SPREAD, textSize, tracksOf } from './geometry.ts';
import type { Grid } from './grid.ts';
import type { Route, Stretch } from './route.ts';

export interface Measures {
  /** Left of each column; top of each row. */
  x: number[];
  y: number[];
  widths: number[];
  heights: number[];
  size: Size;
  /** The x of a stretch in a column gutter, the y of one in a row gutter. */
  track(stretch: Stretch): number;
  /** From the top of a row to the top of the next, gutters shared out. */
  band(row: number): { top: number; bottom: number };
}

const TALL = 96;
const TRACK = { column: 12, row: 22 };
const GUTTER = { column: 36, row: 20 };
/** Border events and their names hang below a row. */
const BORDER = 40;
/** Longer names of edges are broken. */
export const WIDEST = 120;

export function measure(
  flow: Flow,
  grid: Grid,
  routes: readonly Route[],
  sizes: ReadonlyMap<string, Size>,
): Measures {
  const tracks = tracksIn(routes, sizes);
  const widths = Array.from({ length: grid.columns }, () => 0);
  const heights = grid.rows.map(() => TALL);
  const below = grid.rows.map(() => 0);
  const hosts = new Set(flow.nodes.flatMap(({ attachedTo }) => attachedTo ?? []));
  for (const [id, { column, row }] of grid.cells) {
    const { width, height } = sizes.get(id) ?? { width: 0, height: 0 };
    widths[column] = Math.max(widths[column] ?? 0, width);
    heights[row] = Math.max(heights[row] ?? 0, height);
    if (hosts.has(id)) below[row] = BORDER;
  }
  const columns = gutters(grid.columns + 1, (index) => {
    const count = tracks.counts.get(`column/${index}`) ?? 0;
    return Math.max(GUTTER.column, 16 + count * TRACK.column + nameAt(index, routes, grid));
  });
  const rows = gutters(grid.rows.length + 1, (index) => {
    const count = tracks.counts.get(`row/${index}`) ?? 0;
    return GUTTER.row + count * TRACK.row + (below[index - 1] ?? 0);
  });
  const x = alternate(columns, widths);
  const y = alternate(rows, heights);
  const start = (begins: number[], lengths: number[], index: number) =>
    index === 0 ? 0 : (begins[index - 1] ?? 0) + (lengths[index - 1] ?? 0);
  return {
    x,
    y,
    widths,
    heights,
    size: {
      width: start(x, widths, grid.columns) + (columns[grid.columns] ?? 0),
      height: start(y, heights, grid.rows.length) + (rows[grid.rows.length] ?? 0),
    },
    track(stretch) {
      const track = tracks.of.get(stretch) ?? 0;
      const { index } = stretch;
      if (stretch.gutter === 'column') {
        // At the right: names of edges stand at the left of a gutter.
        const last = (tracks.counts.get(`column/${index}`) ?? 1) - 1;
        return start(x, widths, index) + (columns[index] ?? 0) - 14 - (last - track) * TRACK.column;
      }
      return start(y, heights, index) + (below[index - 1] ?? 0) + TRACK.row + track * TRACK.row;
    },
    band(row) {
      const top = row === 0 ? 0 : start(y, heights, row) + (below[row - 1] ?? 0) / 2;
      const next = start(y, heights, row + 1);
      return {
        top,
        bottom: row + 1 === grid.rows.length ? next + (rows[row + 1] ?? 0) : next + (below[row] ?? 0) / 2,
      };
    },
  };
}

const gutters = (count: number, width: (index: number) => number): number[] =>
  Array.from({ length: count }, (_, index) => width(index));

/** Where each of the things begins that lie between gutters. */
function alternate(between: readonly number[], things: readonly number[]): number[] {
  let at = 0;
  return things.map((length, index) => {
    at += between[index] ?? 0;
    const begin = at;
    at += length;
    return begin;
  });
}

interface Run {
  stretch: Stretch;
  edge: FlowEdge;
  /** Where it comes in from the left, or from above. */
  near?: number;
  /** Where it goes out to the right, or comes in from below. */
  far?: number;
}

function tracksIn(routes: readonly Route[], sizes: ReadonlyMap<string, Size>) {
  const of = new Map<Stretch, number>();
  const counts = new Map<string, number>();
  const runs = routes.flatMap((route) => runsOf(route, comesAlone(route, routes, sizes)));
  for (const [gutter, list] of Map.groupBy(runs, ({ stretch }) => `${stretch.gutter}/${stretch.index}`)) {
    const intervals = list.map(({ stretch: { from, to } }) => ({
      from: Math.min(from, to),
      to: Math.max(from, to),
    }));
    // What comes from the near side turns before what touches the far side at the same place: else they would seem one.
    const before = (one: number, other: number) => turnsBefore(list[one], list[other]);
    const { track, count } = tracksOf(intervals, before);
    for (const [index, { stretch }] of list.entries()) of.set(stretch, track[index] ?? 0);
    counts.set(gutter, count);
  }
  return { of, counts };
}

/** Whether an edge comes in at the middle of its target, along the row: of several into a task each has its own height. */
const comesAlone = ({ edge }: Route, routes: readonly Route[], sizes: ReadonlyMap<string, Size>): boolean =>
  (sizes.get(edge.to)?.height ?? 0) < SPREAD ||
  routes.filter((other) => other.edge.to === edge.to).length === 1;

function runsOf({ edge, exit, stretches }: Route, alone: boolean): Run[] {
  return stretches.map((stretch, index): Run => {
    const [first, last] = [index === 0, index === stretches.length - 1];
    const near = first && (exit === 'right' || exit === 'bottom') ? { near: stretch.from } : {};
    if (first && exit === 'top') return { stretch, edge, far: stretch.from };
    return { stretch, edge, ...near, ...(last && alone ? { far: stretch.to } : {}) };
  });
}

const turnsBefore = (one: Run | undefined, other: Run | undefined): boolean =>
  one?.near !== undefined && one.near === other?.far && one.edge.to !== other.edge.to;

/** How wide the names are that stand in a gutter: of edges that lead into it and not far beyond it. */
function nameAt(index: number, routes: readonly Route[], grid: Grid): number {
  const widths = routes.flatMap(({ edge: { name, from, to }, exit, stretches }) => {
    const [source, target] = [grid.cells.get(from), grid.cells.get(to)];
    if (name === undefined || source?.column !== index - 1) return [];
    const { width } = textSize(name, WIDEST);
    if (exit === 'right') return stretches.length < 3 ? [width + 8] : [];
    return stretches.length > 0 && target?.column === index ? [width - 16] : [];
  });
  return Math.max(0, ...widths);
}
