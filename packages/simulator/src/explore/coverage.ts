/** What has been reached of a programme, and what there is. */
import { type CaseEvent, type CaseState, type Programme, procedureOf } from '@aidflow/engine';
import { outcomesOf } from '../operations.ts';

export const coveredKinds = ['steps', 'outcomes', 'rows', 'clocks', 'letters'] as const;
export type CoveredKind = (typeof coveredKinds)[number];

export interface CoverageOf {
  all: string[];
  /** How often each was reached, by id; what was never reached is not there. */
  reached: Record<string, number>;
}

/** Counts by kind; `problems` has no list of all: whatever the engine refused with. */
export interface Coverage extends Record<CoveredKind, CoverageOf> {
  problems: Record<string, number>;
}

/** Nothing reached yet. Outcomes are `STEP.OUTCOME`, rows `RULE/ROW`, clocks `CLOCK started|stopped|breached`. */
export function emptyCoverage(programme: Programme): Coverage {
  const steps = [...programme.steps.values()].filter(({ kind }) => kind !== 'parallel');
  const outcomes = steps.flatMap((step) => {
    if (step.kind === 'task') return Object.keys(outcomesOf(step)).map((id) => `${step.id}.${id}`);
    return step.kind === 'check' ? ['pass', 'fail', 'unknown'].map((id) => `${step.id}.${id}`) : [];
  });
  const asked = new Set(steps.flatMap((step) => (step.kind === 'check' && step.rule ? [step.rule] : [])));
  const rows = Object.entries(programme.rules).flatMap(([rule, { rows: all }]) =>
    asked.has(rule) ? all.map(({ id }) => `${rule}/${id}`) : [],
  );
  const clocks = Object.keys(programme.clocks).flatMap((id) =>
    ['started', 'stopped', 'breached'].map((what) => `${id} ${what}`),
  );
  const of = (all: string[]): CoverageOf => ({ all, reached: {} });
  return {
    steps: of(steps.map(({ id }) => id)),
    outcomes: of(outcomes),
    rows: of(rows),
    clocks: of(clocks),
    letters: of(Object.keys(programme.letters)),
    problems: {},
  };
}

/** Books what a move reached; tells whether any of it is new. */
export function book(
  coverage: Coverage,
  programme: Programme,
  state: CaseState,
  events: readonly CaseEvent[],
): boolean {
  let fresh = false;
  const hit = ({ reached }: CoverageOf, id: string) => {
    if (reached[id] === undefined) fresh = true;
    reached[id] = (reached[id] ?? 0) + 1;
  };
  const own = procedureOf(programme, state);
  for (const { type, detail } of events) {
    if (coverage.outcomes.all.includes(type)) hit(coverage.outcomes, type);
    for (const { id } of detail?.letters ?? []) hit(coverage.letters, id);
    const { rule, row, rows } = detail?.rule ?? {};
    for (const one of rows ?? row?.split(' ') ?? []) hit(coverage.rows, `${rule}/${one}`);
  }
  for (const id of Object.keys(state.steps))
    if (own.steps.get(id)?.kind !== 'parallel') hit(coverage.steps, id);
  for (const [id, clock] of Object.entries(state.clocks)) {
    hit(coverage.clocks, `${id} started`);
    if (clock.stopped !== undefined) hit(coverage.clocks, `${id} stopped`);
    if (clock.breached !== undefined) hit(coverage.clocks, `${id} breached`);
  }
  return fresh;
}

/** What there is and was never reached. */
export function unreached({ all, reached }: CoverageOf): string[] {
  return all.filter((id) => reached[id] === undefined);
}
