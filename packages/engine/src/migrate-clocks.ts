/** The clocks of a case that moves: kept as they began, dropped where the later version knows none. */
import { ProblemError, problem } from '@aidflow/definition';
import { localDate } from './days.ts';
import { splitType } from './facts.ts';
import { suspendedSince } from './operations/suspension.ts';
import { dateIn, periodIn } from './period.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts, CaseState, ClockRecord } from './types.ts';

/** Where a clock goes: deadlines of steps are clocks named after them and follow their step. */
export type ClockNames = Readonly<Record<string, string | null>>;

/**
 * The clocks under their names in the later version. Beginning, pauses, extension and breach stay; the limit is that of
 * the later version from the instant `at` on, and so is in which of the open steps a clock stands.
 */
export function movedClocks(
  to: Programme,
  facts: CaseFacts,
  clocks: Readonly<Record<string, ClockRecord>>,
  open: readonly string[],
  at: string,
): Record<string, ClockRecord> {
  const today = localDate(at, to.timezone);
  const kept: Record<string, ClockRecord> = {};
  for (const [id, record] of Object.entries(clocks)) {
    const definition = Object.hasOwn(to.clocks, id) ? to.clocks[id] : undefined;
    if (!definition) continue;
    const { days, ...rest } = record;
    const length = lengthOf(to, facts, id, days, at);
    kept[id] = {
      ...rest,
      pauses:
        record.stopped === undefined
          ? pausesIn(definition['pauses-in'] ?? [], record, open, today)
          : record.pauses,
      ...(length === undefined ? {} : { days: length }),
    };
  }
  return kept;
}

/** A computed length was fixed when the clock began; one that is computed only now is fixed now. */
function lengthOf(
  to: Programme,
  facts: CaseFacts,
  clock: string,
  days: number | undefined,
  at: string,
): number | undefined {
  const limit = to.clocks[clock]?.limit;
  if (!limit || typeof limit.days === 'number') return undefined;
  return days ?? periodIn(to, facts, limit, at).days;
}

/** A running clock stands from today on in the open steps that pause it, and no longer in those that do not. */
function pausesIn(
  steps: readonly string[],
  { pauses }: ClockRecord,
  open: readonly string[],
  today: string,
): ClockRecord['pauses'] {
  const standing = pauses.map((pause) => {
    const over = pause.to === undefined && pause.cause === undefined && !steps.includes(pause.step);
    return over ? { ...pause, to: today } : pause;
  });
  const begun = open.filter(
    (step) =>
      steps.includes(step) && !standing.some((pause) => pause.step === step && pause.to === undefined),
  );
  return [...standing, ...begun.map((step) => ({ from: today, step }))];
}

/**
 * Clocks that begin because the map says so: from the day on which what starts them happened.
 * Throws `migrate/clock-not-started` where that has not happened, or the clock would have stopped again since.
 */
export function begunClocks(
  to: Programme,
  state: CaseState,
  clocks: readonly string[],
  at: string,
): Record<string, ClockRecord> {
  return Object.fromEntries(
    clocks
      .filter((clock) => state.clocks[clock]?.stopped !== undefined || !state.clocks[clock])
      .map((clock) => [clock, begun(to, state, clock, at)]),
  );
}

function begun(to: Programme, state: CaseState, clock: string, at: string): ClockRecord {
  const definition = to.clocks[clock];
  const own = definition?.starts.length === 0 ? state.steps[clock] : undefined;
  const started = own && own.leftAt === undefined ? own.enteredAt : latest(state, definition?.starts ?? []);
  const stopped = latest(state, definition?.stops ?? []);
  if (!definition || started === undefined || (stopped !== undefined && stopped >= started)) {
    const params = { clock: definition?.title ?? clock };
    throw new ProblemError(problem('migrate/clock-not-started', params, { pointer: '/startClocks' }));
  }
  const days = lengthOf(to, state, clock, undefined, at);
  const since = definition.since === undefined ? undefined : dateIn(to, state, definition.since, at);
  const day = since ?? localDate(started, to.timezone);
  return {
    started: day,
    pauses: suspendedSince(state, day, to.timezone),
    ...(days === undefined ? {} : { days }),
  };
}

/** When one of these events happened last, as far as the steps still tell. */
function latest(state: CaseFacts, events: readonly string[]): string | undefined {
  return events
    .flatMap((event) => {
      const { step, outcome } = splitType(event);
      const record = state.steps[step];
      return record?.outcome === outcome && record.leftAt !== undefined ? [record.leftAt] : [];
    })
    .sort()
    .at(-1);
}
