/** A walk that was stopped, as data: the ways to all configurations it knows, and what it has learned, but no states. */
import type { Problem } from '@aidflow/definition';
import type { Coverage } from './coverage.ts';
import type { Recipe } from './data.ts';
import type { Found } from './findings.ts';
import type { Move } from './moves.ts';
import type { Expected } from './scenario-of.ts';
import type { ExploredWorld } from './worlds.ts';

/** A configuration by the move that led to it; its state comes back when its way is walked again. */
export interface SavedNode {
  world: string;
  /** Place of the configuration before, -1 for a start. */
  parent: number;
  id: number;
  move?: Move;
  depth: number;
  now: number;
  next?: number[];
  over: boolean;
  elsewhere?: boolean;
}

/** What a later walk goes on from. JSON. */
export interface SavedWalk {
  /** Hash of the definition that was walked. */
  definition: string;
  seed: string;
  followed: number;
  tried: number;
  draws: number;
  coverage: Coverage;
  nodes: SavedNode[];
  /** Places in `nodes` of the configurations by id. */
  ids: number[];
  known: [key: string, id: number][];
  waiting: [place: string, followed: number, nodes: number[]][];
  novel: number[];
  findings: [key: string, found: Found, node: number, refused: Expected | null][];
  good: [what: string, recipes: Recipe[]][];
  searched: string[];
  /** Choices that were tried with data that just fails their form. */
  broken?: string[];
  cursor: [what: string, at: number][];
  fired: [row: string, node: number][];
  refusals: [
    outcome: string,
    count: number,
    node: number,
    move: Move,
    problem: Problem,
    settled: [world: string, ids: number[]][],
  ][];
}

/** What a walk keeps of each configuration, so far as it can be saved. */
export interface Kept {
  id: number;
  world: ExploredWorld;
  parent: Kept | undefined;
  move: Move | undefined;
  depth: number;
  now: number;
  next?: number[];
  over: boolean;
  elsewhere?: boolean;
}

/** Numbers configurations as they are met, those before them first. */
export class Packing {
  readonly nodes: SavedNode[] = [];
  readonly #places = new Map<Kept, number>();

  place(node: Kept): number {
    const way: Kept[] = [];
    for (let at: Kept | undefined = node; at && !this.#places.has(at); at = at.parent) way.push(at);
    for (const one of way.reverse()) {
      const { id, world, parent, move, depth, now, next, over, elsewhere } = one;
      this.#places.set(one, this.nodes.length);
      this.nodes.push({
        world: world.id,
        parent: parent ? (this.#places.get(parent) as number) : -1,
        id,
        ...(move ? { move } : {}),
        depth,
        now,
        ...(next ? { next } : {}),
        over,
        ...(elsewhere ? { elsewhere } : {}),
      });
    }
    return this.#places.get(node) as number;
  }
}
