/** What happens by itself: ends of waits, deadlines of tasks, clocks running out. Derived, so a restart loses none. */
import { ProblemError } from '@aidflow/definition';
import { clockEnd, dueDate } from './clocks.ts';
import { endOfDay, localDate } from './days.ts';
import { activeSteps } from './evolve.ts';
import type { Programme } from './programme.ts';
import type { Calendar, CaseState, Timer } from './types.ts';

/**
 * The timers of a case, earliest first. A clock or wait that reaches into a year which the calendar does not know has
 * none until it is known; `clocks` shows the problem.
 */
export function timers(programme: Programme, state: CaseState, calendar: Calendar): Timer[] {
  if (state.status === 'ended') return [];
  const found: Timer[] = [];
  for (const id of activeSteps(programme, state)) {
    const timer = stepTimer(programme, state, id, calendar);
    if (timer) found.push(timer);
  }
  for (const [clock, record] of Object.entries(state.clocks)) {
    if (record.stopped !== undefined || record.breached !== undefined) continue;
    const due = known(() => clockEnd(programme, clock, record, calendar));
    if (due) found.push({ id: `clock:${clock}:${due.slice(0, 10)}`, clock, due });
  }
  return found.sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}

function stepTimer(
  programme: Programme,
  state: CaseState,
  id: string,
  calendar: Calendar,
): Timer | undefined {
  const step = programme.steps.get(id);
  const record = state.steps[id];
  if (!record) return undefined;
  const span =
    step?.kind === 'wait'
      ? step.for
      : step?.kind === 'task' && step.within?.['on-overdue']
        ? step.within
        : undefined;
  if (!span) return undefined;
  const from = localDate(record.enteredAt, programme.timezone);
  // A person's deadline moves off a holiday; the period of a public notice does not.
  const last = known(() => dueDate(from, span, calendar, { roll: step?.kind === 'task' }));
  if (!last) return undefined;
  return { id: `step:${id}:${record.rounds}`, step: id, due: endOfDay(last, programme.timezone) };
}

/** What `find` gives, or nothing where it needs a year that the calendar does not know. */
export function known<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'clock/unknown-year') return undefined;
    throw error;
  }
}
