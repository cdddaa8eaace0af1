/**
 * Cases that open by themselves: on days of the year or month, every so many days, once some days after something, on the
 * dates of a table; for the programme, or for each active record. Runs have ids, so that each is made once; one that was
 * missed is still made and says that it is late.
 */
import { type Period, ProblemError, problem, type Schedule } from '@aidflow/definition';
import { addDays, dayNumber, endOfDay } from './days.ts';
import { dueDate } from './due-date.ts';
import { functionsOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import { holds, jsonOf, type Scope } from './scope.ts';
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

/** A day of `every` that lies further from its beginning than this is a mistake in a definition. */
const MOST_RUNS = 5_000;

/**
 * The runs that fall due after the ISO date `after`, up to and including `until`, earliest first.
 * `division` opens cases of schedules that name none and have no record.
 */
export function scheduledRuns(
  programme: Programme,
  records: readonly ScheduledRecord[],
  { after, until, division }: { after: string; until: string; division: string },
  calendar: Calendar,
): Run[] {
  const runs: Run[] = [];
  for (const schedule of programme.definition.schedules ?? []) {
    for (const record of subjects(programme, schedule, records, until)) {
      for (const due of daysOf(programme, schedule, record, { after, until }, calendar)) {
        runs.push(runOf(programme, schedule, record, { due, until, division }));
      }
    }
  }
  return runs.sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id));
}

/** The records that are in force and fit, or nothing in particular. */
function subjects(
  programme: Programme,
  schedule: Schedule,
  records: readonly ScheduledRecord[],
  today: string,
): (ScheduledRecord | undefined)[] {
  const type = schedule['for-each'];
  if (type === undefined) return [undefined];
  const states = programme.definition.records?.[type]?.states;
  return records.filter(
    (record) =>
      record.type === type &&
      !states?.[record.state]?.closed &&
      (record.validTo === undefined || today <= record.validTo) &&
      (schedule.where === undefined || holds(schedule.where, scopeFor(programme, record, today))),
  );
}

function scopeFor(programme: Programme, record: ScheduledRecord | undefined, today: string): Scope {
  return {
    record: record ?? null,
    parameters: parametersOn(programme, today),
    today,
    ...functionsOf(programme, programme.definition.language, {}),
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
  const within = (day: string) =>
    after < day && day <= until && (record === undefined || record.created <= day);
  if (schedule.dates !== undefined) {
    const dates = jsonOf(schedule.dates, scope);
    return (Array.isArray(dates) ? dates : []).map(String).filter(within);
  }
  if (schedule.yearly || schedule.monthly) return calendarDays(schedule, after, until).filter(within);
  const since = schedule.since === undefined ? (record?.created ?? null) : jsonOf(schedule.since, scope);
  if (typeof since !== 'string') return [];
  const next = (from: string, period: Period): string | undefined =>
    dueDate(from, { days: lengthOf(period, scope), unit: period.unit }, calendar);
  if (schedule.after) return [next(since, schedule.after)].filter((day) => day !== undefined).filter(within);
  const found: string[] = [];
  let day: string | undefined = since;
  for (let runs = 0; schedule.every && runs < MOST_RUNS; runs++) {
    day = next(day, schedule.every);
    if (day === undefined || day > until) break;
    if (within(day)) found.push(day);
  }
  return found;
}

function lengthOf({ days }: Period, scope: Scope): number {
  const found = typeof days === 'number' ? days : jsonOf(days, scope);
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
  const named = schedule.division === undefined ? null : jsonOf(schedule.division, scope);
  const key = record === undefined ? '' : `~${record.key}`;
  const id = `${programme.id}~${schedule.id}${key}~${due}`;
  const late = due < until;
  const item = Object.fromEntries(
    Object.entries(schedule.item ?? {}).map(([name, expression]) => [name, jsonOf(expression, scope)]),
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
