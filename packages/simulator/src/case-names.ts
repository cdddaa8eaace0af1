/**
 * How a scenario names a case besides its main one: `hazards/1` is the first item of the each step `hazards`,
 * `inspect/2/hazards/1` an item of an item, `yearly/F1` the latest case that the schedule `yearly` opened for the record
 * `F1`, `yearly/F1/2026-03-01` that of a day, `yearly/F1/hazards/1` an item of it.
 */
import { type Programme, procedureOf } from '@aidflow/engine';

export interface CasePath {
  /** The schedule that opened the case at the top; absent for the main case. */
  scheduled?: { schedule: string; key?: string; date?: string };
  /** From the top down. */
  items: { step: string; index: number }[];
}

export type ReadName =
  | { ok: true; path: CasePath /** What that case runs. */; procedure: Programme }
  | { ok: false /** What cannot be. */; part: string /** What could stand there. */; known: string[] };

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the name of a case of `programme`. */
export function readCaseName(programme: Programme, name: string): ReadName {
  const parts = name.split('/');
  const schedules = programme.definition.schedules ?? [];
  const schedule = schedules.find(({ id }) => id === parts[0]);
  const path: CasePath = { items: [] };
  if (schedule) {
    parts.shift();
    const key = schedule['for-each'] === undefined ? undefined : parts.shift();
    const date = DATE.test(parts[0] ?? '') ? parts.shift() : undefined;
    path.scheduled = {
      schedule: schedule.id,
      ...(key === undefined ? {} : { key }),
      ...(date === undefined ? {} : { date }),
    };
  }
  let procedure = programme;
  for (let step = parts.shift(); step !== undefined; step = parts.shift()) {
    const index = Number(parts.shift());
    const steps = eachSteps(procedure);
    if (!steps.includes(step) || !Number.isInteger(index) || index < 1) {
      const first = procedure === programme && !schedule ? schedules.map(({ id }) => id) : [];
      return { ok: false, part: step, known: [...steps, ...first] };
    }
    path.items.push({ step, index });
    procedure = procedureOf(programme, { procedure: step });
  }
  return { ok: true, path, procedure };
}

function eachSteps({ steps }: Programme): string[] {
  return [...steps.values()].flatMap(({ id, kind }) => (kind === 'each' ? [id] : []));
}
