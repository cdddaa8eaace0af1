import { type Columns, columnsOf } from './columns.ts';
import type { Edge, Graph, Node } from './graph.ts';
import { type Layers, layersOf } from './layers.ts';
import { box, fit, font, space } from './measure.ts';
import { type Port, portsOf } from './ports.ts';
import { Tracks } from './tracks.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  node: Node;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  edge: Edge;
  back: boolean;
  points: Point[];
  /** Where its words stand, if it has any. */
  label: { x: number; y: number; text: string; full: string; anchor: 'start' | 'end' } | undefined;
}

export interface Lane {
  level: string;
  x: number;
  width: number;
}

export interface Picture {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
  lanes: Lane[];
}

interface Route {
  edge: Edge;
  back: boolean;
  key: string;
  /** Where the vertical part runs: in a gutter, or through free cells of a column. */
  by: { gutter: number } | { column: number } | undefined;
  /** For a back edge: gutter beside its target. */
  entry?: number;
}

/**
 * A layered layout on a grid. Rows follow the longest way from the start, columns the lanes. Lines run only in the
 * channels between rows and columns and through empty cells, so that none crosses a box; lines to one step share
 * their way.
 */
export function layout(graph: Graph): Picture {
  const layers = layersOf(graph);
  const columns = columnsOf(graph, layers);
  const grid = new Grid(graph, layers, columns);
  const routes = [
    ...layers.forward.map((edge) => grid.route(edge)),
    ...layers.back.map((edge) => grid.routeBack(edge)),
  ];
  grid.measure(routes);
  const byId = new Map(grid.boxes().map((each) => [each.node.id, each]));
  return {
    width: grid.width,
    height: grid.height,
    boxes: [...byId.values()],
    lines: routes.map((route) => grid.draw(route)),
    lanes: grid.lanes(),
  };
}

class Grid {
  readonly #graph: Graph;
  readonly #layers: Layers;
  readonly #columns: Columns;
  /** What fills a cell: a node, or the lines towards one target. */
  readonly #cells = new Map<string, string>();
  readonly #rows: number;
  readonly #cols: number;
  /** Horizontal stretches by row gap, vertical ones by gutter. */
  readonly #gaps = new Tracks();
  readonly #gutters = new Tracks();
  readonly #ports = new Map<Edge, Port>();
  readonly #labelled = new Set<number>();
  #x: number[] = [];
  #gutterX: number[] = [];
  #y: number[] = [];
  #gapY: number[] = [];
  width = 0;
  height = 0;

  constructor(graph: Graph, layers: Layers, columns: Columns) {
    this.#graph = graph;
    this.#layers = layers;
    this.#columns = columns;
    this.#rows = Math.max(0, ...layers.row.values()) + 1;
    this.#cols = columns.lanes.reduce((sum, lane) => sum + lane.count, 0);
    for (const node of graph.nodes) this.#cells.set(`${this.#row(node.id)} ${this.#col(node.id)}`, node.id);
  }

  #row = (id: string) => this.#layers.row.get(id) ?? 0;
  #col = (id: string) => this.#columns.column.get(id) ?? 0;

  /** Takes the cells of a column between two rows for lines to `key`, if they are free or already its own. */
  #claim(column: number, above: number, below: number, key: string): boolean {
    for (let row = above + 1; row < below; row++) {
      const owner = this.#cells.get(`${row} ${column}`);
      if (owner !== undefined && owner !== `>${key}`) return false;
    }
    for (let row = above + 1; row < below; row++) this.#cells.set(`${row} ${column}`, `>${key}`);
    return true;
  }

  route(edge: Edge): Route {
    const [from, to] = [this.#row(edge.from), this.#row(edge.to)];
    const [here, there] = [this.#col(edge.from), this.#col(edge.to)];
    const key = edge.to;
    const centre = (column: number) => 2 * column + 1;
    const base = { edge, back: false, key };
    if (to === from + 1) {
      if (here !== there) this.#gaps.add(to, key, centre(here), centre(there));
      return { ...base, by: undefined };
    }
    if (this.#claim(there, from, to, key)) {
      if (here !== there) this.#gaps.add(from + 1, key, centre(here), centre(there));
      return { ...base, by: { column: there } };
    }
    // A way down past other steps keeps to the left; the right side is for ways back.
    const gutter = here <= there ? there : there + 1;
    this.#gaps.add(from + 1, key, centre(here), 2 * gutter);
    this.#gutters.add(gutter, key, 2 * (from + 1), 2 * to);
    this.#gaps.add(to, key, 2 * gutter, centre(there));
    return { ...base, by: { gutter } };
  }

  routeBack(edge: Edge): Route {
    const [from, to] = [this.#row(edge.from), this.#row(edge.to)];
    const [here, there] = [this.#col(edge.from), this.#col(edge.to)];
    const key = `back ${edge.to}`;
    const gutter = here > there ? here : here + 1;
    const entry = here >= there ? there + 1 : there;
    if (gutter === entry) this.#gutters.add(gutter, key, 2 * from + 1, 2 * to + 1);
    else {
      this.#gutters.add(gutter, key, 2 * from + 1, 2 * (to + 1));
      this.#gaps.add(to + 1, key, 2 * gutter, 2 * entry);
      this.#gutters.add(entry, key, 2 * (to + 1), 2 * to + 1);
    }
    return { edge, back: true, key, by: { gutter }, entry };
  }

  /** Which side of a box a line leaves to: left -1, straight down 0, right 1. */
  #side(route: Route): number {
    const lean = this.#col(route.edge.to) - this.#col(route.edge.from);
    const past = lean === 0 && route.by !== undefined && 'gutter' in route.by;
    return past ? -1 : Math.sign(lean);
  }

  /** Spreads the lines that leave a box below, so that each has room for its words. */
  #spread(routes: readonly Route[]) {
    const leave = routes.filter((route) => !route.back);
    for (const [from, leaving] of Map.groupBy(leave, (route) => route.edge.from)) {
      const lean = (route: Route) => Math.abs(this.#col(route.edge.to) - this.#col(from));
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
          if (port !== undefined) this.#ports.set(route.edge, port);
        }
      if (leaving.some((route) => this.#forks(route.edge))) this.#labelled.add(this.#row(from) + 1);
    }
  }

  /** Turns tracks into px. */
  measure(routes: readonly Route[]) {
    this.#gaps.assign();
    this.#gutters.assign();
    this.#spread(routes);
    const firsts = new Set(this.#columns.lanes.map((lane) => lane.first));
    let x = 0;
    for (let column = 0; column <= this.#cols; column++) {
      const lanes = firsts.has(column) || column === this.#cols ? space.lane : 0;
      const width = space.column + this.#gutters.count(column) * space.track + (column === 0 ? 0 : lanes);
      this.#gutterX[column] = x + (width - (this.#gutters.count(column) - 1) * space.track) / 2;
      x += width;
      this.#x[column] = x;
      if (column < this.#cols) x += box.width;
    }
    this.width = x;
    let y = space.head;
    for (let row = 0; row <= this.#rows; row++) {
      const label = this.#labelled.has(row) ? space.label : 0;
      const tracks = this.#gaps.count(row);
      const height =
        (row === 0 || row === this.#rows ? space.foot : space.row) +
        label +
        Math.max(0, tracks - 1) * space.track;
      this.#gapY[row] = y + label + 9;
      y += height;
      this.#y[row] = y;
      if (row < this.#rows) y += this.#bar(row) ? box.bar : box.height;
    }
    this.height = y;
  }

  /** A row that holds nothing but joins is as low as they are. */
  #bar(row: number): boolean {
    return this.#graph.nodes.every((node) => this.#row(node.id) !== row || node.step === undefined);
  }

  boxes(): Box[] {
    return this.#graph.nodes.map((node) => ({
      node,
      x: this.#x[this.#col(node.id)] ?? 0,
      y: this.#y[this.#row(node.id)] ?? 0,
      width: box.width,
      height: node.step === undefined ? box.bar : box.height,
    }));
  }

  lanes(): Lane[] {
    return this.#columns.lanes.map((lane, index) => {
      const edge = (column: number) =>
        column === 0
          ? 0
          : column === this.#cols
            ? this.width
            : ((this.#x[column] ?? 0) + (this.#x[column - 1] ?? 0) + box.width) / 2;
      const x = edge(lane.first);
      return { level: lane.level, x, width: edge(this.#columns.lanes[index + 1]?.first ?? this.#cols) - x };
    });
  }

  #gap = (row: number, key: string) => (this.#gapY[row] ?? 0) + this.#gaps.of(row, key) * space.track;
  #gutter = (column: number, key: string) =>
    (this.#gutterX[column] ?? 0) + this.#gutters.of(column, key) * space.track;
  #middle = (id: string) => (this.#x[this.#col(id)] ?? 0) + box.width / 2;
  #bottom = (id: string) => {
    const joins = this.#graph.nodes.find((node) => node.id === id)?.step === undefined;
    return (this.#y[this.#row(id)] ?? 0) + (joins ? box.bar : box.height);
  };

  draw(route: Route): Line {
    const { edge, key } = route;
    if (route.back) return { edge, back: true, points: this.#backPoints(route), label: undefined };
    const start = {
      x: this.#middle(edge.from) + (this.#ports.get(edge)?.offset ?? 0),
      y: this.#bottom(edge.from),
    };
    const end = { x: this.#middle(edge.to), y: this.#y[this.#row(edge.to)] ?? 0 };
    const points: Point[] = [start];
    if (route.by !== undefined && 'gutter' in route.by) {
      const x = this.#gutter(route.by.gutter, key);
      const [leave, arrive] = [this.#gap(this.#row(edge.from) + 1, key), this.#gap(this.#row(edge.to), key)];
      points.push({ x: start.x, y: leave }, { x, y: leave }, { x, y: arrive }, { x: end.x, y: arrive });
    } else if (start.x !== end.x) {
      const y = this.#gap(this.#row(edge.from) + 1, key);
      points.push({ x: start.x, y }, { x: end.x, y });
    }
    points.push(end);
    return { edge, back: false, points, label: this.#label(edge, start) };
  }

  /** Words are needed only where there is more than one way on. */
  #forks(edge: Edge): boolean {
    return edge.labels.length > 0 && this.#graph.edges.filter((each) => each.from === edge.from).length > 1;
  }

  #label(edge: Edge, start: Point): Line['label'] {
    const port = this.#ports.get(edge);
    if (port === undefined || !this.#forks(edge)) return undefined;
    const full = edge.labels.join(' / ');
    // What stands after a comma explains; the picture needs the word only.
    const short = edge.labels.map((label) => label.split(/[，,；;（(]/)[0]).join('/');
    const text = fit(short, font.label, port.room);
    return {
      x: start.x + port.text * 5,
      y: start.y + 14,
      text,
      full,
      anchor: port.text < 0 ? 'end' : 'start',
    };
  }

  #backPoints(route: Route): Point[] {
    const { edge, key } = route;
    const gutter = route.by !== undefined && 'gutter' in route.by ? route.by.gutter : 0;
    const entry = route.entry ?? gutter;
    const side = (id: string, column: number) =>
      (this.#x[this.#col(id)] ?? 0) + (column > this.#col(id) ? box.width : 0);
    const y = (this.#y[this.#row(edge.from)] ?? 0) + box.height * 0.7;
    const target = (this.#y[this.#row(edge.to)] ?? 0) + box.height * 0.3;
    const x = this.#gutter(gutter, key);
    const points: Point[] = [
      { x: side(edge.from, gutter), y },
      { x, y },
    ];
    if (gutter === entry) points.push({ x, y: target });
    else {
      const above = this.#gap(this.#row(edge.to) + 1, key);
      const last = this.#gutter(entry, key);
      points.push({ x, y: above }, { x: last, y: above }, { x: last, y: target });
    }
    points.push({ x: side(edge.to, entry), y: target });
    return points;
  }
}
