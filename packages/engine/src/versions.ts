/** The versions of its programme that a case has run on, and which of its events happened on which. */
import { ProblemError, problem } from '@aidflow/definition';
import { evolve } from './evolve.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { CaseEvent, CaseState } from './types.ts';

/** Every version of a programme by its content hash. */
export type Versions = ReadonlyMap<string, Programme>;

/**
 * The version on which an event is applied, from the state before it.
 * Throws `migrate/no-definition` when it is not among those given.
 */
export function versionAt(versions: Versions, state: CaseState | undefined, event: CaseEvent): Programme {
  const { migration, open } = event.detail ?? {};
  return given(versions, migration?.to ?? state?.definition ?? open?.definition ?? '', event);
}

/** Which programme an event is applied on, given the state before it. */
export type Applying = (state: CaseState | undefined, event: CaseEvent) => Programme;

/** One programme for a case that never moved, or all of one that may have. */
export const applying = (programmes: Programme | Versions): Applying =>
  'hash' in programmes ? () => programmes : (state, event) => versionAt(programmes, state, event);

function given(versions: Versions, hash: string, event: CaseEvent): Programme {
  const programme = versions.get(hash);
  if (programme) return programme;
  throw new ProblemError(problem('migrate/no-definition', { case: event.case, seq: event.seq, hash }));
}

/**
 * The state after all events of a case that may have moved between versions.
 * Throws `migrate/no-definition` when one that it has run on is missing.
 */
export function replayAcross(versions: Versions, events: readonly CaseEvent[]): CaseState | undefined {
  let state: CaseState | undefined;
  for (const event of events) state = evolve(versionAt(versions, state, event), state, event);
  return state;
}

/** Content hashes of the versions that a case has run on, in that order, each once. */
export function versionsIn(events: readonly CaseEvent[]): string[] {
  const hashes = events.flatMap(({ detail }) => detail?.migration?.to ?? detail?.open?.definition ?? []);
  return [...new Set(hashes)];
}

/**
 * For each event of a case, from the first, the procedure on which it happened: its steps are what the event speaks of.
 * Throws `migrate/no-definition` when a version is missing.
 */
export function proceduresAcross(versions: Versions, events: readonly CaseEvent[]): Programme[] {
  let hash = '';
  let procedure: string | undefined;
  return events.map((event) => {
    const { open, migration } = event.detail ?? {};
    if (open) {
      hash = open.definition;
      procedure = open.procedure;
    }
    if (migration) {
      hash = migration.to;
      if (procedure !== undefined) procedure = migration.map.steps[procedure] ?? procedure;
    }
    return procedureOf(given(versions, hash, event), { procedure });
  });
}
