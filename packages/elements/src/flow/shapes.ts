import type { Edge, Node } from './graph.ts';

/** A drawing in px, before anything is drawn. */
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
