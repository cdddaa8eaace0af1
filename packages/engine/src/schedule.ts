/**
 * Cases that open by themselves: on days of the year or month, every so many days, once some days after something, on the
 * dates of a table; for the programme, or for each active record. Runs have ids, so that each is made once; one that was
 * missed is still made and says that it is late.
 */
import {
  holds,
  OUTER,
  type Period,
  type Problem,
  ProblemError,
  problem,
  type Schedule,
  valueIn,
} from '@aidflow/definition';
import { addDays, dayNumber, endOfDay } from './days.ts';
import { daysBetween, dueDate, type Span } from './due-date.ts';
import { functionsOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import type { Scope } from './scope.ts';
import type { Calendar, Command, JsonObject } from './types.ts';

/** A long-lived register entry as a schedule sees it. */
export interface ScheduledRecord {
  type: string;
  key: string;
  state: string;
  data: JsonObject;
  /** ISO dates. */
  created: string;
  validTo?: string | undefined;
  division: string;
}

export interface Run {
  /** Same for the same schedule, record and day: the case is opened once. */
  id: string;
  schedule: string;
  record?: string;
  /** ISO date. */
  due: string;
  /** It is made on a later day than it was due. */
  late: boolean;
  command: Command;
}

/** Hears why the runs of one schedule, or of one record of it, cannot be known. */
export type ScheduleProblem = (problem: Problem, about: { schedule: string; record?: string }) => void;

const refuse: ScheduleProblem = (problem) => {
  throw new ProblemError(problem);
};

/**
 * The runs that fall due after the ISO date `after`, up to and including `until`, earliest first.
 * `division` opens cases of schedules that name none and have no record. What is wrong with one record, such as a date
 * that is none, goes to `onProblem`, and the others have their runs; it is thrown where nobody listens.
 */
export function scheduledRuns(
  programme: Programme,
  records: readonly ScheduledRecord[],
  { after, until, division }: { after: string; until: string; division: string },
  calendar: Calendar,
  onProblem: ScheduleProblem = refuse,
): Run[] {
  const runs: Run[] = [];
  for (const schedule of programme.definition.schedules ?? []) {
    for (const record of subjects(programme, schedule, records)) {
      try {
        const found = daysOf(programme, schedule, record, { after, until }, calendar);
        runs.push(...found.map((due) => runOf(programme, schedule, record, { due, until, division })));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const about = { schedule: schedule.id, ...(record === undefined ? {} : { record: record.key }) };
        onProblem(error.problem, about);
      }
    }
  }
  return runs.sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}

/** The records that a schedule is about, or nothing in particular. */
function subjects(
  programme: Programme,
  schedule: Schedule,
  records: readonly ScheduledRecord[],
): (ScheduledRecord | undefined)[] {
  const type = schedule['for-each'];
  if (type === undefined) return [undefined];
  const states = programme.definition.records?.[type]?.states;
  return records.filter((record) => record.type === type && !states?.[record.state]?.closed);
}

function scopeFor(programme: Programme, record: ScheduledRecord | undefined, today: string): Scope {
  return {
    [OUTER]: functionsOf(programme, programme.definition.language, {}),
    record: record ?? null,
    parameters: parametersOn(programme, today),
    today,
  };
}

function daysOf(
  programme: Programme,
  schedule: Schedule,
  record: ScheduledRecord | undefined,
  { after, until }: { after: string; until: string },
  calendar: Calendar,
): string[] {
  const scope = scopeFor(programme, record, until);
  if (schedule.where !== undefined && !holds(schedule.where, scope)) return [];
  // On that day the record must have been in force.
  const inForce = (day: string) =>
    after < day &&
    day <= until &&
    (record === undefined ||
      (record.created <= day && (record.validTo === undefined || day <= record.validTo)));
  if (schedule.dates !== undefined) return datesIn(schedule.dates, scope).filter(inForce);
  if (schedule.yearly || schedule.monthly) return calendarDays(schedule, after, until).filter(inForce);
  const since = schedule.since === undefined ? (record?.created ?? null) : valueIn(schedule.since, scope);
  if (typeof since !== 'string') return [];
  const spanOf = (period: Period): Span => ({ days: lengthOf(period, scope), unit: period.unit });
  if (schedule.after) return dayAfter(since, spanOf(schedule.after), until, calendar).filter(inForce);
  if (!schedule.every) return [];
  return daysOfEvery(since, spanOf(schedule.every), { after, until }, calendar).filter(inForce);
}

/** Each date once. Throws `clock/invalid-date`. */
function datesIn(dates: string, scope: Scope): string[] {
  const found = valueIn(dates, scope);
  const texts = (Array.isArray(found) ? found : []).filter((date) => typeof date === 'string');
  for (const date of texts) dayNumber(date);
  return [...new Set(texts)];
}

/**
 * The day so long after another, if it is not later than `until`. One that lies in a year whose days off are not known
 * yet does not concern a span that ends before that year. Throws `clock/unknown-year` where it does.
 */
function dayAfter(from: string, span: Span, until: string, calendar: Calendar): string[] {
  try {
    const day = dueDate(from, span, calendar);
    return day === undefined || day > until ? [] : [day];
  } catch (error) {
    const { code, params } = error instanceof ProblemError ? error.problem : {};
    if (code === 'clock/unknown-year' && String(params?.year) > until.slice(0, 4)) return [];
    throw error;
  }
}

/** Every so many days: those before `after`, which may be thousands, are left out at once. */
function daysOfEvery(
  since: string,
  span: Span,
  { after, until }: { after: string; until: string },
  calendar: Calendar,
): string[] {
  const passed = since < after ? daysBetween(since, after, span.unit, calendar) : 0;
  const days = passed - (passed % span.days);
  const found: string[] = [];
  let [day] =
    span.unit === 'calendar-day'
      ? [addDays(since, days)]
      : dayAfter(since, { ...span, days }, until, calendar);
  while (day !== undefined) {
    [day] = dayAfter(day, span, until, calendar);
    if (day !== undefined) found.push(day);
  }
  return found;
}

function lengthOf({ days }: Period, scope: Scope): number {
  const found = typeof days === 'number' ? days : valueIn(days, scope);
  if (typeof found === 'number' && Number.isInteger(found) && found > 0) return found;
  throw new ProblemError(problem('clock/no-period', { expression: days, found }));
}

/** The days of a year or month in the span; a day that a month does not have is its last. */
function calendarDays({ yearly, monthly }: Schedule, after: string, until: string): string[] {
  const day = (yearly ?? monthly)?.day ?? 1;
  const found: string[] = [];
  for (let month = after.slice(0, 7); month <= until.slice(0, 7); month = following(month)) {
    if (yearly && Number(month.slice(5)) !== yearly.month) continue;
    const last = dayNumber(`${following(month)}-01`) - dayNumber(`${month}-01`);
    found.push(`${month}-${String(Math.min(day, last)).padStart(2, '0')}`);
  }
  return found;
}

function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function runOf(
  programme: Programme,
  schedule: Schedule,
  record: ScheduledRecord | undefined,
  { due, until, division }: { due: string; until: string; division: string },
): Run {
  const scope = scopeFor(programme, record, due);
  const named = schedule.division === undefined ? null : valueIn(schedule.division, scope);
  const key = record === undefined ? '' : `~${record.key}`;
  const id = `${programme.id}~${schedule.id}${key}~${due}`;
  const late = due < until;
  const item = Object.fromEntries(
    Object.entries(schedule.item ?? {}).map(([name, expression]) => [name, valueIn(expression, scope)]),
  );
  return {
    id,
    schedule: schedule.id,
    ...(record === undefined ? {} : { record: record.key }),
    due,
    late,
    command: {
      do: 'open',
      actor: { id: 'system', kind: 'system', name: 'system', grants: [] },
      open: {
        id,
        number: `${due.replaceAll('-', '')}${record === undefined ? '' : `-${record.key}`}`,
        division: typeof named === 'string' ? named : (record?.division ?? division),
        ...(schedule.start === undefined || schedule.start === programme.definition.start
          ? {}
          : { procedure: schedule.start }),
        item: { ...(record === undefined ? {} : { record: record.key }), ...item },
        schedule: { id: schedule.id, ...(record === undefined ? {} : { record: record.key }), due, late },
      },
    },
  };
}

/** The instant at which a run of a day is made: when that day begins. */
export function runInstant(programme: Programme, due: string): string {
  return endOfDay(addDays(due, -1), programme.timezone);
}
