import type { CaseState } from '@aidflow/engine';
import type { Graph } from './graph.ts';

export type Place = 'past' | 'present' | 'future' | 'never' | 'plain';

/** Step ids that a machine value is in: leaves, and the parallel steps around them. */
export function currentSteps(value: unknown, known: ReadonlySet<string>): string[] {
  if (typeof value === 'string') return known.has(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([id, inner]) => [
    ...(known.has(id) ? [id] : []),
    ...currentSteps(inner, known),
  ]);
}

const idsOf = (graph: Graph) => new Set(graph.nodes.map((node) => node.id));

/** Steps in which a case is or may still come to be; all of them without a case, none when it has ended. */
export function openSteps(graph: Graph, state: CaseState | undefined): Set<string> {
  if (state === undefined) return idsOf(graph);
  const open = new Set<string>();
  const out = Map.groupBy(graph.edges, (edge) => edge.from);
  const visit = (id: string) => {
    if (open.has(id)) return;
    open.add(id);
    for (const edge of out.get(id) ?? []) visit(edge.to);
  };
  if (state.status === 'active') for (const id of currentSteps(state.value, idsOf(graph))) visit(id);
  return open;
}

/** Where a case stands on each node; without a case every node is plain. */
export function placesOf(graph: Graph, state: CaseState | undefined): Map<string, Place> {
  if (state === undefined) return new Map(graph.nodes.map((node) => [node.id, 'plain']));
  const here = currentSteps(state.value, idsOf(graph));
  const open = openSteps(graph, state);
  return new Map(
    graph.nodes.map((node): [string, Place] => {
      if (here.includes(node.id)) return [node.id, 'present'];
      // Branches have met when the step that opened them has been left.
      const opener = node.step === undefined ? node.id.replace(/:join$/, '') : undefined;
      if (opener !== undefined && state.steps[opener]?.leftAt !== undefined && !here.includes(opener))
        return [node.id, 'past'];
      if ((state.steps[node.id]?.rounds ?? 0) > 0) return [node.id, 'past'];
      return [node.id, open.has(node.id) ? 'future' : 'never'];
    }),
  );
}

/**
 * Steps that a case went past without entering them, because their condition did not hold: those with a condition on
 * a way from a step that was left to one that was entered.
 */
export function skippedSteps(graph: Graph, places: ReadonlyMap<string, Place>): Set<string> {
  const entered = (id: string) => places.get(id) === 'past' || places.get(id) === 'present';
  const candidates = new Map(
    graph.nodes.flatMap((node) =>
      node.step?.when !== undefined && !entered(node.id)
        ? [[node.id, node.step.otherwise ?? node.step.next]]
        : [],
    ),
  );
  const leadsOn = (id: string, seen: Set<string>): boolean => {
    const next = candidates.get(id);
    if (next === undefined || seen.has(id)) return false;
    return entered(next) || leadsOn(next, seen.add(id));
  };
  const skipped = new Set<string>();
  const spread = (id: string) => {
    if (skipped.has(id) || !leadsOn(id, new Set())) return;
    skipped.add(id);
    const next = candidates.get(id);
    if (next !== undefined) spread(next);
  };
  for (const edge of graph.edges) if (places.get(edge.from) === 'past') spread(edge.to);
  return skipped;
}
