/** Where branches that part at a gateway come together again. */
import type { ModdleElement } from '../moddle.ts';
import { isEnd, type Net } from './net.ts';

/** The branches of a split up to where they are joined. */
export interface Block {
  /** Undefined where each branch ends by itself. */
  join: ModdleElement | undefined;
}

/**
 * The nearest node that every branch comes to and before which no branch touches another; nothing when there is none,
 * which no language of branches can say.
 */
export function blockOf(net: Net, split: ModdleElement): Block | undefined {
  const firsts = net.leads(split).flatMap(({ to }) => to ?? []);
  const regions = firsts.map((first) => region(net, first, split));
  const [one] = regions;
  if (one === undefined) return undefined;
  const common = [...one.keys()].filter((node) => regions.every((other) => other.has(node)));
  const far = (node: ModdleElement) => Math.max(...regions.map((distance) => distance.get(node) ?? 0));
  common.sort((a, b) => far(a) - far(b));
  const join = common.find((node) =>
    apart(
      firsts.map((first) => region(net, first, split, node)),
      split,
    ),
  );
  if (join !== undefined) return { join };
  const endless = regions.some((nodes) => ![...nodes.keys()].some(isEnd));
  return common.length === 0 && !endless && apart(regions, split) ? { join: undefined } : undefined;
}

/** What is reached from a node without passing a join, by its distance; what leaves everything is no part of a branch. */
function region(
  net: Net,
  first: ModdleElement,
  split: ModdleElement,
  join?: ModdleElement,
): Map<ModdleElement, number> {
  const distance = new Map<ModdleElement, number>([[first, 0]]);
  const open = first === join ? [] : [first];
  for (const node of open) {
    // What is only told at the border begins nothing here.
    const border = net.border(node).filter(({ cancelActivity }) => cancelActivity !== false);
    const leads = [node, ...border].flatMap((from) => net.leads(from));
    for (const { to, left } of leads) {
      if (to === undefined || left !== undefined || distance.has(to)) continue;
      distance.set(to, (distance.get(node) ?? 0) + 1);
      if (to !== join && to !== split) open.push(to);
    }
  }
  if (join !== undefined) distance.delete(join);
  return distance;
}

/** No node is in two branches, and none leads back to the split. */
function apart(regions: readonly ReadonlyMap<ModdleElement, number>[], split: ModdleElement): boolean {
  const seen = new Set<ModdleElement>();
  for (const nodes of regions) {
    for (const node of nodes.keys()) {
      if (node === split || seen.has(node)) return false;
      seen.add(node);
    }
  }
  return true;
}
