/**
 * Gateways that wait for every edge must have no more edges than branches: ways that meet before a split are merged, and
 * merges of a single way are left out. What nothing leads to is left out, too.
 */
import type { Flow, FlowEdge, FlowNode } from './flow.ts';

export function withMerges(flow: Flow): Flow {
  const inner = flow.nodes.map((node) => (node.inner ? { ...node, inner: withMerges(node.inner) } : node));
  return splitsMerged(singleMergesLeftOut(reached({ nodes: inner, edges: flow.edges })));
}

/** Nodes to which a start leads, border events with what they are at. */
function reached({ nodes, edges }: Flow): Flow {
  const found = new Set<string>();
  const open = nodes.filter(({ kind }) => kind === 'startEvent').map(({ id }) => id);
  for (const id of open) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...edges.filter(({ from }) => from === id).map(({ to }) => to));
    open.push(...nodes.filter(({ attachedTo }) => attachedTo === id).map((node) => node.id));
  }
  return {
    nodes: nodes.filter(({ id }) => found.has(id)),
    edges: edges.filter(({ from }) => found.has(from)),
  };
}

function singleMergesLeftOut({ nodes, edges }: Flow): Flow {
  const into = Map.groupBy(edges, ({ to }) => to);
  const idle = nodes.filter(({ id, facts }) => facts?.kind === 'merge' && into.get(id)?.length === 1);
  let kept = edges;
  for (const { id } of idle) {
    const to = kept.find(({ from }) => from === id)?.to ?? id;
    kept = kept.filter(({ from }) => from !== id).map((edge) => (edge.to === id ? { ...edge, to } : edge));
  }
  return { nodes: nodes.filter((node) => !idle.includes(node)), edges: kept };
}

function splitsMerged({ nodes, edges }: Flow): Flow {
  const into = Map.groupBy(edges, ({ to }) => to);
  const merges = new Map<string, FlowNode>();
  for (const { id, kind, facts } of nodes) {
    if (kind !== 'parallelGateway' || facts?.kind === 'join' || (into.get(id)?.length ?? 0) < 2) continue;
    merges.set(id, { id: `${id}.merge`, kind: 'exclusiveGateway', facts: { kind: 'merge' } });
  }
  const led = edges.map((edge): FlowEdge => ({ ...edge, to: merges.get(edge.to)?.id ?? edge.to }));
  const on = [...merges].map(([to, { id }]): FlowEdge => ({ id: `flow.${id}`, from: id, to }));
  return { nodes: [...nodes, ...merges.values()], edges: [...led, ...on] };
}
