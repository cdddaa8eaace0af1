/** The state of a case on another version, from its state on the one before and the event by which it moved. */
import { ProblemError, problem, type StepMap } from '@aidflow/definition';
import { enterStep } from './facts.ts';
import { movedClocks } from './migrate-clocks.ts';
import { type Moved, move, positionOf } from './migrate-position.ts';
import { type Programme, procedureOf } from './programme.ts';
import type { CaseEvent, CaseFacts, CaseState, ClockRecord, StepRecord } from './types.ts';

/**
 * The state after the event `migrate`, on the programme to which it leads. Nothing but the state, the event and that
 * programme has a part in it, so replaying gives the same bytes.
 * Throws `engine/other-definition` when the event leads from another version or to another programme than these.
 */
export function migrated(whole: Programme, state: CaseState, event: CaseEvent): CaseState {
  const migration = event.detail?.migration;
  if (!migration || migration.from !== state.definition || migration.to !== whole.hash) {
    const params = { case: state.id, pinned: state.definition, given: whole.hash };
    throw new ProblemError(problem('engine/other-definition', params));
  }
  if (event.seq !== state.version + 1 || state.status === 'ended') {
    const params = { type: event.type, seq: event.seq, case: event.case };
    throw new ProblemError(problem('engine/event-unknown', params));
  }
  const { map, clocks, started } = migration;
  const procedure =
    state.procedure === undefined ? undefined : (map.steps[state.procedure] ?? state.procedure);
  const to = procedureOf(whole, { procedure });
  const moved = move(to, state.value, map);
  const { value: before, status: _, ...facts } = state;
  const open = [...moved.position.steps, ...moved.position.parallels];
  const renamed = underNewNames(facts, map, open);
  const next: CaseFacts = {
    ...renamed,
    ...(procedure === undefined ? {} : { procedure }),
    definition: whole.hash,
    version: event.seq,
    head: event.hash,
    updated: event.at,
  };
  const entered = entering(to, closed(next, before, map, open, event.at), moved, event.at);
  const kept: Record<string, ClockRecord> = {};
  for (const [id, record] of Object.entries(entered.clocks)) {
    const name = Object.hasOwn(clocks, id) ? clocks[id] : id;
    if (name !== null && name !== undefined) kept[name] = record;
  }
  return {
    ...entered,
    ...branchEnds(to, entered, moved),
    clocks: movedClocks(to, entered, { ...kept, ...started }, open, event.at),
    value: moved.value,
    status: 'active',
  };
}

/** Everything that is kept by step, under the new ids; what the later version does not know keeps its own. */
function underNewNames(facts: CaseFacts, map: StepMap, open: readonly string[]): CaseFacts {
  const to = (id: string): string => map.steps[id] ?? id;
  const by = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [to(id), value]));
  const { tallies, selected, items, branches, questions, decided } = facts;
  return {
    ...facts,
    steps: records(facts.steps, to, open),
    checks: by(facts.checks),
    answers: by(facts.answers),
    clocks: Object.fromEntries(
      Object.entries(facts.clocks).map(([id, clock]) => [
        id,
        { ...clock, pauses: clock.pauses.map((pause) => ({ ...pause, step: pause.step && to(pause.step) })) },
      ]),
    ),
    ...(tallies ? { tallies: by(tallies) } : {}),
    ...(selected ? { selected: by(selected) } : {}),
    ...(items ? { items: by(items) } : {}),
    ...(branches ? { branches: by(branches) } : {}),
    ...(questions ? { questions: questions.map((one) => ({ ...one, step: to(one.step) })) } : {}),
    decided: decided?.step === undefined ? decided : { ...decided, step: to(decided.step) },
  };
}

/**
 * Records of steps under their new ids. Where two steps become one, the rounds are added up, and the record of the one
 * that is open, or was left last, stands: a case that goes back to a step has been there once more.
 */
function records(
  steps: CaseFacts['steps'],
  to: (id: string) => string,
  open: readonly string[],
): CaseFacts['steps'] {
  const found: CaseFacts['steps'] = {};
  for (const [id, record] of Object.entries(steps)) {
    const name = to(id);
    const other = found[name];
    found[name] = other ? merged(other, record, open.includes(name)) : record;
  }
  return found;
}

function merged(one: StepRecord, other: StepRecord, open: boolean): StepRecord {
  const lasting =
    open && one.leftAt === undefined ? one : (one.leftAt ?? '') > (other.leftAt ?? '~') ? one : other;
  return {
    ...lasting,
    rounds: one.rounds + other.rounds,
    actors: [...new Set([...one.actors, ...other.actors])],
  };
}

/** Parallel steps that the case stood in and no longer does are left. */
function closed(
  facts: CaseFacts,
  before: CaseState['value'],
  map: StepMap,
  open: readonly string[],
  at: string,
): CaseFacts {
  const steps = { ...facts.steps };
  for (const id of positionOf(before).parallels) {
    const name = map.steps[id] ?? id;
    const record = steps[name];
    if (record && !open.includes(name)) steps[name] = { ...record, leftAt: at };
  }
  return { ...facts, steps };
}

/** Steps in which the case stands now and has no open record of: they are entered. */
function entering(to: Programme, facts: CaseFacts, { position }: Moved, at: string): CaseFacts {
  let entered = facts;
  for (const id of [...position.parallels, ...position.steps]) {
    const record = entered.steps[id];
    if (!record || record.leftAt !== undefined) entered = enterStep(to, entered, id, at);
    else entered = fixed(to, entered, id, at);
  }
  return entered;
}

/**
 * A date or length that the definition computes was fixed when the step began. One that only the later version computes
 * is fixed now, and one that it does not compute is its own.
 */
function fixed(to: Programme, facts: CaseFacts, id: string, at: string): CaseFacts {
  const record = facts.steps[id];
  const begun = enterStep(to, facts, id, at).steps[id];
  if (!record || !begun) return facts;
  const { until: _, days: __, ...rest } = record;
  const until = begun.until === undefined ? undefined : (record.until ?? begun.until);
  const days = begun.days === undefined ? undefined : (record.days ?? begun.days);
  const kept: StepRecord = {
    ...rest,
    ...(until === undefined ? {} : { until }),
    ...(days === undefined ? {} : { days }),
  };
  return { ...facts, steps: { ...facts.steps, [id]: kept } };
}

/** How branches have ended is kept only where the join looks at it. */
function branchEnds(to: Programme, facts: CaseFacts, { position }: Moved): Pick<CaseFacts, 'branches'> {
  const branches = { ...facts.branches };
  for (const id of position.parallels) {
    const step = to.steps.get(id);
    if (step?.kind !== 'parallel') continue;
    if (step.join === 'all') delete branches[id];
    else {
      const ended = position.ended.filter(({ parallel }) => parallel === id);
      branches[id] = Object.fromEntries(ended.map(({ branch, how }) => [branch, how]));
    }
  }
  return facts.branches === undefined && Object.keys(branches).length === 0 ? {} : { branches };
}
