/** Where a case stands, in the words in which a scenario expects it. */
import {
  type Award,
  type Calendar,
  type CaseEvent,
  type CaseState,
  type ClockView,
  clocks,
  type Json,
  type JsonObject,
  type Programme,
  type Tally,
  tasks,
} from '@aidflow/engine';

export interface Standing {
  /** Instant, with the offset of the programme's zone. */
  now: string;
  /** Steps the case is in, a parallel's branches each for itself; empty before it is opened. */
  step: string[];
  /** Parallel steps around them. */
  within: string[];
  status: 'unopened' | 'active' | 'ended';
  outcome: string | null;
  award: Award | null;
  letters: string[];
  clocks: Record<string, { state: ClockView['state']; due?: string; left: number; started: string }>;
  notices: number;
  registered: number;
  tasks: { step: string; role: string; division: string }[];
  checks: Record<string, JsonObject>;
  /** What was chosen from lists, by step. */
  selected: Record<string, { chosen: Json[]; reserve: Json[]; rest: Json[] }>;
  /** What votes came to, by step; null while they are not counted. */
  tally: Record<string, Tally | null>;
  /** Authority of the last act of a person. */
  authority: {
    basis: string;
    role: string;
    division: string;
    document?: string;
    for?: string;
  } | null;
}

/** Where `state` stands at `now` (instant with offset), after `events`; `programme` is the procedure that the case runs. */
export function standingOf(
  programme: Programme,
  state: CaseState | undefined,
  events: readonly CaseEvent[],
  calendar: Calendar,
  now: string,
): Standing {
  if (state === undefined) return { ...UNOPENED, now };
  const places = placesOf(state.value);
  const end = state.status === 'ended' ? programme.steps.get(places.step[0] ?? '') : undefined;
  return {
    now,
    ...places,
    status: state.status,
    outcome: state.status === 'active' ? null : end?.kind === 'end' ? end.outcome : 'withdrawn',
    award: state.award,
    letters: state.letters.map(({ id }) => id),
    clocks: Object.fromEntries(
      clocks(programme, state, calendar, now).map(({ clock, state: is, due, left, started }) => [
        clock,
        { state: is, ...(due === undefined ? {} : { due }), left, started },
      ]),
    ),
    notices: state.notices.length,
    registered: Object.values(state.registers).reduce((sum, entries) => sum + entries.length, 0),
    tasks: tasks(programme, state).map(({ step, role, division }) => ({ step, role, division })),
    checks: state.checks,
    selected: state.selected ?? {},
    tally: Object.fromEntries(
      Object.entries(state.tallies ?? {}).map(([step, { result = null }]) => [step, result]),
    ),
    authority: authorityOf(events),
  };
}

const UNOPENED: Omit<Standing, 'now'> = {
  step: [],
  within: [],
  status: 'unopened',
  outcome: null,
  award: null,
  letters: [],
  clocks: {},
  notices: 0,
  registered: 0,
  tasks: [],
  checks: {},
  selected: {},
  tally: {},
  authority: null,
};

/** A machine's value nests as step -> branch -> step; a branch that is over says `done`. */
function placesOf(value: CaseState['value']): { step: string[]; within: string[] } {
  if (typeof value === 'string') return { step: value === 'done' ? [] : [value], within: [] };
  const step: string[] = [];
  const within: string[] = [];
  for (const [parallel, branches] of Object.entries(value)) {
    within.push(parallel);
    if (branches === undefined || typeof branches === 'string') continue;
    for (const inner of Object.values(branches)) {
      if (inner === undefined) continue;
      const places = placesOf(inner);
      step.push(...places.step);
      within.push(...places.within);
    }
  }
  return { step, within };
}

function authorityOf(events: readonly CaseEvent[]): Standing['authority'] {
  const act = events.findLast(({ by, authority }) => by.kind !== 'system' && authority !== undefined);
  if (act?.authority === undefined) return null;
  const { basis, role, division, delegation, for: absent } = act.authority;
  return {
    basis,
    role,
    division,
    ...(delegation === undefined ? {} : { document: delegation.document }),
    ...(absent === undefined ? {} : { for: absent }),
  };
}
