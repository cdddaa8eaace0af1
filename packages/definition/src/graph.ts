/** Questions about a procedure as a graph: what can be reached, how, and where it goes round. */

/** A way from one node to another. */
export interface Arc {
  from: string;
  to: string;
}

/** The nodes that can be reached, those one starts from included. */
export function reachable(from: Iterable<string>, ways: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set(from);
  const open = [...found];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const target of ways.get(next) ?? []) {
      if (found.has(target)) continue;
      found.add(target);
      open.push(target);
    }
  }
  return found;
}

/** The same ways the other way round. */
export function reversed(ways: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const back = new Map<string, string[]>();
  for (const [from, targets] of ways) {
    for (const target of targets) back.set(target, [...(back.get(target) ?? []), from]);
  }
  return back;
}

/** From each node its arcs, in their order. */
export function arcsFrom<A extends Arc>(arcs: readonly A[]): Map<string, A[]> {
  const from = new Map<string, A[]>();
  for (const arc of arcs) {
    const known = from.get(arc.from);
    if (known === undefined) from.set(arc.from, [arc]);
    else known.push(arc);
  }
  return from;
}

/** From each node the nodes that its arcs lead to. */
export function waysFrom(arcs: readonly Arc[]): Map<string, string[]> {
  const ways = new Map<string, string[]>();
  for (const [from, leaving] of arcsFrom(arcs)) {
    ways.set(
      from,
      leaving.map(({ to }) => to),
    );
  }
  return ways;
}

/**
 * The fewest arcs from a node to one that is wanted: none when the node itself is, undefined when no way leads there.
 * Of several shortest ways the one whose arcs come first.
 */
export function shortestPath<A extends Arc>(
  from: string,
  wanted: (node: string) => boolean,
  arcs: readonly A[],
): A[] | undefined {
  if (wanted(from)) return [];
  const leaving = arcsFrom(arcs);
  const came = new Map<string, A>();
  const open = [from];
  // The list grows while it is walked: nodes are met in the order of their distance.
  for (const node of open) {
    for (const arc of leaving.get(node) ?? []) {
      if (arc.to === from || came.has(arc.to)) continue;
      came.set(arc.to, arc);
      if (wanted(arc.to)) return backFrom(arc, came);
      open.push(arc.to);
    }
  }
  return undefined;
}

function backFrom<A extends Arc>(last: A, came: ReadonlyMap<string, A>): A[] {
  const path: A[] = [];
  for (let arc: A | undefined = last; arc !== undefined; arc = came.get(arc.from)) path.unshift(arc);
  return path;
}

/**
 * The sets of nodes between which one can go round: more than one node, or one with a way to itself.
 * (Tarjan's strongly connected components; its recursion is a list here, so that long procedures exhaust no stack.)
 */
export function components(ways: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const found: string[][] = [];
  const enter = (node: string): Visit => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    path.push(node);
    onPath.add(node);
    return { node, targets: [...(ways.get(node) ?? [])] };
  };
  const lower = (node: string, to: number | undefined) =>
    low.set(node, Math.min(low.get(node) ?? 0, to ?? Number.POSITIVE_INFINITY));
  for (const root of ways.keys()) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const target = visit.targets.pop();
      if (target !== undefined) {
        if (!order.has(target)) visits.push(enter(target));
        else if (onPath.has(target)) lower(node, order.get(target));
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent !== undefined) lower(parent.node, low.get(node));
      if (low.get(node) !== order.get(node)) continue;
      const component = path.splice(path.lastIndexOf(node));
      for (const member of component) onPath.delete(member);
      if (component.length > 1 || ways.get(node)?.includes(node)) found.push(component);
    }
  }
  return found;
}

interface Visit {
  node: string;
  /** Not yet followed. */
  targets: string[];
}
