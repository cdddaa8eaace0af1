import type { Columns } from './columns.ts';
import type { Edge, Graph } from './graph.ts';
import type { Layers } from './layers.ts';
import { type Port, portsOf } from './ports.ts';
import { Tracks } from './tracks.ts';

/** The way of a line over the grid. */
export interface Route {
  edge: Edge;
  back: boolean;
  /** Lines of one key may lie on each other. */
  key: string;
  /** Where the vertical part runs: in a gutter, or through free cells of a column. */
  by: { gutter: number } | { column: number } | undefined;
  /** For a back edge: gutter beside its target. */
  entry?: number;
}

/** Words are needed only where there is more than one way on. */
export function forks(graph: Graph, edge: Edge): boolean {
  return edge.labels.length > 0 && graph.edges.filter((each) => each.from === edge.from).length > 1;
}

/**
 * Finds ways over a grid of rows and columns. Gap r lies above row r, gutter c before column c. In `gaps` a column's
 * middle is 2c + 1 and a gutter 2c; in `gutters` a row's middle is 2r + 1 and a gap 2r.
 */
export class Router {
  readonly graph: Graph;
  readonly columns: Columns;
  readonly rows: number;
  readonly cols: number;
  /** Horizontal stretches by row gap, vertical ones by gutter. */
  readonly gaps = new Tracks();
  readonly gutters = new Tracks();
  readonly ports = new Map<Edge, Port>();
  /** Gaps in which words stand. */
  readonly labelled = new Set<number>();
  readonly routes: Route[];
  readonly #layers: Layers;
  /** What fills a cell: a node, or the lines towards one target. */
  readonly #cells = new Map<string, string>();

  constructor(graph: Graph, layers: Layers, columns: Columns) {
    this.graph = graph;
    this.columns = columns;
    this.#layers = layers;
    this.rows = Math.max(0, ...layers.row.values()) + 1;
    this.cols = columns.lanes.reduce((sum, lane) => sum + lane.count, 0);
    for (const node of graph.nodes) this.#cells.set(`${this.row(node.id)} ${this.col(node.id)}`, node.id);
    this.routes = [
      ...layers.forward.map((edge) => this.#route(edge)),
      ...layers.back.map((edge) => this.#routeBack(edge)),
    ];
    this.gaps.assign();
    this.gutters.assign();
    this.#spread();
  }

  row(id: string): number {
    return this.#layers.row.get(id) ?? 0;
  }

  col(id: string): number {
    return this.columns.column.get(id) ?? 0;
  }

  /** Takes the cells of a column between two rows for lines to `key`, if they are free or already its own. */
  #claim(column: number, above: number, below: number, key: string): boolean {
    for (let row = above + 1; row < below; row++) {
      const owner = this.#cells.get(`${row} ${column}`);
      if (owner !== undefined && owner !== `>${key}`) return false;
    }
    for (let row = above + 1; row < below; row++) this.#cells.set(`${row} ${column}`, `>${key}`);
    return true;
  }

  #route(edge: Edge): Route {
    const [from, to] = [this.row(edge.from), this.row(edge.to)];
    const [here, there] = [this.col(edge.from), this.col(edge.to)];
    const key = edge.to;
    const centre = (column: number) => 2 * column + 1;
    const base = { edge, back: false, key };
    if (to === from + 1) {
      if (here !== there) this.gaps.add(to, key, centre(here), centre(there));
      return { ...base, by: undefined };
    }
    if (this.#claim(there, from, to, key)) {
      if (here !== there) this.gaps.add(from + 1, key, centre(here), centre(there));
      return { ...base, by: { column: there } };
    }
    // A way down past other steps keeps to the left; the right side is for ways back.
    const gutter = here <= there ? there : there + 1;
    this.gaps.add(from + 1, key, centre(here), 2 * gutter);
    this.gutters.add(gutter, key, 2 * (from + 1), 2 * to);
    this.gaps.add(to, key, 2 * gutter, centre(there));
    return { ...base, by: { gutter } };
  }

  #routeBack(edge: Edge): Route {
    const [from, to] = [this.row(edge.from), this.row(edge.to)];
    const [here, there] = [this.col(edge.from), this.col(edge.to)];
    const key = `back ${edge.to}`;
    const gutter = here > there ? here : here + 1;
    const entry = here >= there ? there + 1 : there;
    if (gutter === entry) this.gutters.add(gutter, key, 2 * from + 1, 2 * to + 1);
    else {
      this.gutters.add(gutter, key, 2 * from + 1, 2 * (to + 1));
      this.gaps.add(to + 1, key, 2 * gutter, 2 * entry);
      this.gutters.add(entry, key, 2 * (to + 1), 2 * to + 1);
    }
    return { edge, back: true, key, by: { gutter }, entry };
  }

  /** Which side of a box a line leaves to: left -1, straight down 0, right 1. */
  #side(route: Route): number {
    const lean = this.col(route.edge.to) - this.col(route.edge.from);
    const past = lean === 0 && route.by !== undefined && 'gutter' in route.by;
    return past ? -1 : Math.sign(lean);
  }

  /** Spreads the lines that leave a box below, so that each has room for its words. */
  #spread() {
    const leave = this.routes.filter((route) => !route.back);
    for (const [from, leaving] of Map.groupBy(leave, (route) => route.edge.from)) {
      const lean = (route: Route) => Math.abs(this.col(route.edge.to) - this.col(from));
      const of = (side: number) =>
        leaving.filter((route) => this.#side(route) === side).sort((a, b) => lean(a) - lean(b));
      const ports = portsOf(of(-1).length, of(0).length > 0, of(1).length);
      for (const [side, places] of [
        [-1, ports.left],
        [0, [ports.straight]],
        [1, ports.right],
      ] as const)
        for (const [index, route] of of(side).entries()) {
          const port = places[index];
          if (port !== undefined) this.ports.set(route.edge, port);
        }
      if (leaving.some((route) => forks(this.graph, route.edge))) this.labelled.add(this.row(from) + 1);
    }
  }
}
