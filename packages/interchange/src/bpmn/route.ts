/**
 * Which way an edge goes through a grid: along free cells where it can, else through the gutters between rows and columns,
 * where no node stands. So no edge crosses a node.
 */
import type { Flow, FlowEdge, FlowNode } from './flow.ts';
import { isGateway } from './geometry.ts';
import type { Cell, Grid } from './grid.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A stretch in a gutter: before a column, or above a row. */
export interface Stretch {
  gutter: 'column' | 'row';
  index: number;
  /** From where to where it reaches across: twice the index of a gutter, one more for the middle of what follows it. */
  from: number;
  to: number;
}

export interface Route {
  edge: FlowEdge;
  exit: Side;
  entry: Side;
  /** In the order in which they are met; between them an edge only turns. */
  stretches: Stretch[];
}

export function routesOf(flow: Flow, grid: Grid): Route[] {
  return new Router(flow, grid).all();
}

class Router {
  readonly #flow: Flow;
  readonly #grid: Grid;
  readonly #nodes: ReadonlyMap<string, FlowNode>;
  /** Cells that edges run through, and whose they are: those that part from one node, or meet at one, may share. */
  readonly #used = new Map<string, string>();
  /** Tops and bottoms of nodes at which edges come in, or leave: never both. */
  readonly #entered = new Set<string>();
  readonly #left = new Set<string>();

  constructor(flow: Flow, grid: Grid) {
    this.#flow = flow;
    this.#grid = grid;
    this.#nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  }

  /** Straight edges first: they need their cells, the others can give way. */
  all(): Route[] {
    const routes = new Map<string, Route>();
    const rightOf = new Set<string>();
    for (const straight of [true, false]) {
      for (const edge of this.#flow.edges) {
        if (routes.has(edge.id)) continue;
        const route = straight ? this.#straight(edge) : this.#bent(edge, rightOf);
        if (route === undefined) continue;
        routes.set(edge.id, route);
        this.#left.add(`${edge.from} ${route.exit}`);
        this.#entered.add(`${edge.to} ${route.entry}`);
        if (route.exit === 'right') rightOf.add(edge.from);
      }
    }
    return this.#flow.edges.flatMap(({ id }) => routes.get(id) ?? []);
  }

  #straight(edge: FlowEdge): Route | undefined {
    const [from, to] = this.#cellsOf(edge);
    if (this.#isAtBorder(edge.from) || from.row !== to.row || from.column >= to.column) return undefined;
    return this.#along(from.row, from.column + 1, to.column - 1, edge.id)
      ? { edge, exit: 'right', entry: 'left', stretches: [] }
      : undefined;
  }

  #bent(edge: FlowEdge, rightOf: ReadonlySet<string>): Route {
    const [from, to] = this.#cellsOf(edge);
    const ahead = from.column < to.column && !this.#isAtBorder(edge.from);
    const fork = isGateway(this.#kind(edge.from)) && this.#count('from', edge.from) > 1;
    if (ahead && fork) {
      const corner = this.#fromTopOrBottom(edge, from, to);
      if (corner) return corner;
    }
    const join = isGateway(this.#kind(edge.to)) && this.#count('from', edge.to) < 2;
    if (ahead && join && !rightOf.has(edge.from)) {
      const corner = this.#toTopOrBottom(edge, from, to);
      if (corner) return corner;
    }
    // Of a fork one edge leaves to the right; more would lie on one another.
    if (ahead && !(fork && rightOf.has(edge.from))) return this.#fromRight(edge, from, to);
    return this.#around(edge, from, to);
  }

  /** Down or up in its own column, then along the row of the target. */
  #fromTopOrBottom(edge: FlowEdge, from: Cell, to: Cell): Route | undefined {
    const exit = to.row > from.row ? 'bottom' : 'top';
    if (from.row === to.row || this.#hasBorder(edge.from) || this.#entered.has(`${edge.from} ${exit}`)) {
      return undefined;
    }
    const rows = between(from.row, to.row);
    const free =
      rows.every((row) => this.#isFree(from.column, row, `from ${edge.from}`)) &&
      range(from.column + 1, to.column - 1).every((column) => this.#isFree(column, to.row));
    if (!free) return undefined;
    for (const row of rows) this.#use(from.column, row, `from ${edge.from}`);
    for (const column of range(from.column + 1, to.column - 1)) this.#use(column, to.row, edge.id);
    return { edge, exit, entry: 'left', stretches: [] };
  }

  /** Along its own row to the column of the target, then up or down. */
  #toTopOrBottom(edge: FlowEdge, from: Cell, to: Cell): Route | undefined {
    const entry = from.row > to.row ? 'bottom' : 'top';
    if (from.row === to.row || this.#left.has(`${edge.to} ${entry}`)) return undefined;
    const rows = between(to.row, from.row);
    const free =
      rows.every((row) => this.#isFree(to.column, row, `to ${edge.to}`)) &&
      range(from.column + 1, to.column - 1).every((column) => this.#isFree(column, from.row));
    if (!free) return undefined;
    for (const row of rows) this.#use(to.column, row, `to ${edge.to}`);
    for (const column of range(from.column + 1, to.column - 1)) this.#use(column, from.row, edge.id);
    return { edge, exit: 'right', entry, stretches: [] };
  }

  /** To the right, along the row of the source or of the target where it is free, else between rows. */
  #fromRight(edge: FlowEdge, from: Cell, to: Cell): Route {
    const across = { from: middle(from.row), to: middle(to.row) };
    if (from.row !== to.row && this.#along(from.row, from.column + 1, to.column - 1, edge.id)) {
      return { edge, exit: 'right', entry: 'left', stretches: [column(to.column, across)] };
    }
    if (from.row !== to.row && this.#along(to.row, from.column + 1, to.column - 1, edge.id)) {
      return { edge, exit: 'right', entry: 'left', stretches: [column(from.column + 1, across)] };
    }
    const gutter = from.row < to.row ? to.row : to.row === from.row ? from.row : to.row + 1;
    return {
      edge,
      exit: 'right',
      entry: 'left',
      stretches: [
        column(from.column + 1, { from: middle(from.row), to: 2 * gutter }),
        row(gutter, { from: 2 * (from.column + 1), to: 2 * to.column }),
        column(to.column, { from: 2 * gutter, to: middle(to.row) }),
      ],
    };
  }

  /** Out at the top or bottom, between rows, and in from the left: back, or away from the border of a node. */
  #around(edge: FlowEdge, from: Cell, to: Cell): Route {
    const wanted = to.row > from.row ? 'bottom' : 'top';
    const taken = this.#entered.has(`${edge.from} ${wanted}`);
    const down = this.#isAtBorder(edge.from) || (wanted === 'bottom') !== taken;
    const gutter = down ? from.row + 1 : from.row;
    return {
      edge,
      exit: down ? 'bottom' : 'top',
      entry: 'left',
      stretches: [
        row(gutter, { from: middle(from.column), to: 2 * to.column }),
        column(to.column, { from: 2 * gutter, to: middle(to.row) }),
      ],
    };
  }

  #cellsOf({ from, to }: FlowEdge): [Cell, Cell] {
    const cell = (id: string) => this.#grid.cells.get(id) ?? { column: 0, row: 0 };
    return [cell(this.#nodes.get(from)?.attachedTo ?? from), cell(to)];
  }

  #kind = (id: string) => this.#nodes.get(id)?.kind ?? 'userTask';

  #isAtBorder = (id: string): boolean => this.#nodes.get(id)?.attachedTo !== undefined;

  #hasBorder = (id: string): boolean => this.#flow.nodes.some(({ attachedTo }) => attachedTo === id);

  #count = (end: 'from' | 'to', id: string): number =>
    this.#flow.edges.filter((edge) => edge[end] === id).length;

  /** Takes the cells of a row from one column to another, if they are free. */
  #along(row: number, first: number, last: number, by: string): boolean {
    const columns = range(first, last);
    if (!columns.every((column) => this.#isFree(column, row))) return false;
    for (const column of columns) this.#use(column, row, by);
    return true;
  }

  #isFree(column: number, row: number, shared = ''): boolean {
    const by = this.#used.get(`${column}/${row}`);
    return this.#grid.at(column, row) === undefined && (by === undefined || by === shared);
  }

  #use(column: number, row: number, by: string): void {
    this.#used.set(`${column}/${row}`, by);
  }
}

const middle = (index: number): number => 2 * index + 1;

const column = (index: number, across: { from: number; to: number }): Stretch => ({
  gutter: 'column',
  index,
  ...across,
});

const row = (index: number, across: { from: number; to: number }): Stretch => ({
  gutter: 'row',
  index,
  ...across,
});

const range = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** Indices from the one after `from` to `to`, in either direction. */
const between = (from: number, to: number): number[] =>
  from < to ? range(from + 1, to) : range(to, from - 1);
