/** In which lane each node stands: people at their level, what goes on by itself where it comes from. */
import { type Level, levels } from '@aidflow/definition';
import type { Flow, FlowNode } from './flow.ts';

export interface Lanes {
  /** From the top: the village first, where a case begins. */
  levels: Level[];
  /** By node: its lane among them. */
  of: Map<string, number>;
}

export function lanesOf(flow: Flow): Lanes {
  const level = new Map<string, Level>();
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const open = flow.nodes.filter(({ kind }) => kind === 'startEvent');
  for (const node of open) {
    if (level.has(node.id)) continue;
    const before =
      flow.edges.find(({ to, from }) => to === node.id && level.has(from))?.from ?? node.attachedTo;
    const own = levelIn(node) ?? level.get(before ?? '');
    const led = flow.edges.filter(({ from }) => from === node.id).flatMap(({ to }) => nodes.get(to) ?? []);
    const border = flow.nodes.filter(({ attachedTo }) => attachedTo === node.id);
    level.set(node.id, own ?? led.map(levelIn).find((one) => one !== undefined) ?? 'village');
    open.push(...border, ...led);
  }
  const used = new Set(level.values());
  const order = [...levels].reverse().filter((one) => used.has(one));
  return { levels: order, of: new Map([...level].map(([id, one]) => [id, order.indexOf(one)])) };
}

/** The level of a task, or of the first in a subprocess. */
function levelIn({ level, inner }: FlowNode): Level | undefined {
  return level ?? inner?.nodes.map(levelIn).find((one) => one !== undefined);
}
