import { box, space } from './measure.ts';
import type { Router } from './router.ts';
import type { Box, Lane } from './shapes.ts';

/** Turns rows, columns and tracks into px. */
export class Sizes {
  readonly width: number;
  readonly height: number;
  readonly #router: Router;
  readonly #x: number[] = [];
  readonly #gutterX: number[] = [];
  readonly #y: number[] = [];
  readonly #gapY: number[] = [];

  constructor(router: Router) {
    this.#router = router;
    this.width = this.#across();
    this.height = this.#down();
  }

  #across(): number {
    const firsts = new Set(this.#router.columns.lanes.map((lane) => lane.first));
    let x = 0;
    for (let column = 0; column <= this.#router.cols; column++) {
      const lanes = firsts.has(column) || column === this.#router.cols ? space.lane : 0;
      const width =
        space.column + this.#router.gutters.count(column) * space.track + (column === 0 ? 0 : lanes);
      this.#gutterX[column] = x + (width - (this.#router.gutters.count(column) - 1) * space.track) / 2;
      x += width;
      this.#x[column] = x;
      if (column < this.#router.cols) x += box.width;
    }
    return x;
  }

  #down(): number {
    let y = space.head;
    for (let row = 0; row <= this.#router.rows; row++) {
      const label = this.#router.labelled.has(row) ? space.label : 0;
      const tracks = this.#router.gaps.count(row);
      const height =
        (row === 0 || row === this.#router.rows ? space.foot : space.row) +
        label +
        Math.max(0, tracks - 1) * space.track;
      this.#gapY[row] = y + label + 9;
      y += height;
      this.#y[row] = y;
      if (row < this.#router.rows) y += this.#bar(row) ? box.bar : box.height;
    }
    return y;
  }

  /** A row that holds nothing but joins is as low as they are. */
  #bar(row: number): boolean {
    return this.#router.graph.nodes.every(
      (node) => this.#router.row(node.id) !== row || node.step === undefined,
    );
  }

  boxes(): Box[] {
    return this.#router.graph.nodes.map((node) => ({
      node,
      x: this.#x[this.#router.col(node.id)] ?? 0,
      y: this.#y[this.#router.row(node.id)] ?? 0,
      width: box.width,
      height: node.step === undefined ? box.bar : box.height,
    }));
  }

  lanes(): Lane[] {
    return this.#router.columns.lanes.map((lane, index) => {
      const edge = (column: number) =>
        column === 0
          ? 0
          : column === this.#router.cols
            ? this.width
            : ((this.#x[column] ?? 0) + (this.#x[column - 1] ?? 0) + box.width) / 2;
      const x = edge(lane.first);
      return {
        level: lane.level,
        x,
        width: edge(this.#router.columns.lanes[index + 1]?.first ?? this.#router.cols) - x,
      };
    });
  }

  /** Height of a key's line in the gap above a row. */
  gap(row: number, key: string): number {
    return (this.#gapY[row] ?? 0) + this.#router.gaps.of(row, key) * space.track;
  }

  /** Place of a key's line in the gutter before a column. */
  gutter(column: number, key: string): number {
    return (this.#gutterX[column] ?? 0) + this.#router.gutters.of(column, key) * space.track;
  }

  left(id: string): number {
    return this.#x[this.#router.col(id)] ?? 0;
  }

  top(id: string): number {
    return this.#y[this.#router.row(id)] ?? 0;
  }

  bottom(id: string): number {
    const joins = this.#router.graph.nodes.find((node) => node.id === id)?.step === undefined;
    return this.top(id) + (joins ? box.bar : box.height);
  }
}
