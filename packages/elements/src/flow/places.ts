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

/** Where a case stands on each node; without a case every node is plain. */
export function placesOf(graph: Graph, state: CaseState | undefined): Map<string, Place> {
  if (state === undefined) return new Map(graph.nodes.map((node) => [node.id, 'plain']));
  const known = new Set(graph.nodes.map((node) => node.id));
  const here = currentSteps(state.value, known);
  const ended = state.status === 'ended';
  const out = Map.groupBy(graph.edges, (edge) => edge.from);
  const reachable = new Set<string>();
  const visit = (id: string) => {
    for (const edge of out.get(id) ?? []) {
      if (reachable.has(edge.to)) continue;
      reachable.add(edge.to);
      visit(edge.to);
    }
  };
  if (!ended) for (const id of here) visit(id);
  return new Map(
    graph.nodes.map((node): [string, Place] => {
      if (here.includes(node.id)) return [node.id, 'present'];
      // Branches have met when the step that opened them has been left.
      const opener = node.step === undefined ? node.id.replace(/:join$/, '') : undefined;
      if (opener !== undefined && state.steps[opener]?.leftAt !== undefined && !here.includes(opener))
        return [node.id, 'past'];
      if ((state.steps[node.id]?.rounds ?? 0) > 0) return [node.id, 'past'];
      return [node.id, reachable.has(node.id) ? 'future' : 'never'];
    }),
  );
}
