/** How a case moved to another version, in the words of both. */
import { activeSteps } from '../evolve.ts';
import { type Programme, procedureOf } from '../programme.ts';
import type { CaseEvent, CaseState } from '../types.ts';
import type { ExplainedMove, ExplainedVersion, Renamed } from './explanation.ts';

export function versionOf({ definition, title, hash }: Programme): ExplainedVersion {
  return { version: definition.version, title, hash };
}

/** Nothing for an event that is no move. `from` is the version before it, as `before` is the state. */
export function explainMove(
  event: CaseEvent,
  from: Programme,
  before: CaseState,
  to: Programme,
  state: CaseState,
): ExplainedMove | undefined {
  const migration = event.detail?.migration;
  if (!migration) return undefined;
  const there = procedureOf(to, state).clocks;
  const clockTitle = (id: string) => there[id]?.title ?? id;
  return {
    from: versionOf(from),
    to: versionOf(to),
    stood: activeSteps(from, before).map((id) => stepTitle(from, id)),
    stands: activeSteps(to, state).map((id) => stepTitle(to, id)),
    steps: renamed(
      migration.map.steps,
      (id) => stepTitle(from, id),
      (id) => stepTitle(to, id),
    ),
    clocks: renamed(migration.clocks, (id) => procedureOf(from, before).clocks[id]?.title ?? id, clockTitle),
    started: Object.entries(migration.started).map(([id, { started }]) => ({
      title: clockTitle(id),
      date: started,
    })),
  };
}

function renamed(
  names: Readonly<Record<string, string | null>>,
  titleBefore: (id: string) => string,
  titleAfter: (id: string) => string,
): Renamed[] {
  return Object.entries(names).map(([id, target]) => ({
    from: { id, title: titleBefore(id) },
    to: target === null ? null : { id: target, title: titleAfter(target) },
  }));
}

/** Of a step of any of its procedures: a map speaks of all. */
function stepTitle(programme: Programme, id: string): string {
  const known = [programme, ...programme.procedures.values()].map(({ steps }) => steps.get(id)?.title);
  return known.find((title) => title !== undefined) ?? id;
}
