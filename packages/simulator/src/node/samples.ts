/** What the scenarios of a programme show: data that people have written, answers of other systems, and what they reach. */
import {
  addDays,
  type CaseEvent,
  type Json,
  type JsonObject,
  localDate,
  type Programme,
} from '@aidflow/engine';
import { book, type Coverage, emptyCoverage } from '../explore/coverage.ts';
import type { Samples, WayStep } from '../explore/data.ts';
import { scenarioFiles } from './files.ts';
import { scenarioRunner } from './runner.ts';

/** Dates that lie further from the day than this mean something by themselves: a birth, a beginning of a rule. */
const NEAR = 400;

/** Runs every scenario of the programme in `folder`; what cannot be run shows nothing. */
export async function shownByScenarios(
  folder: string,
  programme: Programme,
): Promise<{ samples: Samples; coverage: Coverage; scenarios: number }> {
  const data = new Map<string, Map<string, JsonObject>>();
  const answers = new Map<string, Map<string, JsonObject>>();
  const ways: WayStep[][] = [];
  const coverage = emptyCoverage(programme);
  const files = scenarioFiles(folder);
  const runner = scenarioRunner();
  for (const file of files) {
    const { events, state, cases } = await runner.run(file);
    if (state?.programme === programme.id) ways.push(events.flatMap((one) => wayStep(one, programme)));
    for (const one of [{ events, state }, ...Object.values(cases)]) {
      if (one.state?.programme !== programme.id) continue;
      book(coverage, programme, one.state, one.events);
      for (const event of one.events) {
        const day = localDate(event.at, programme.timezone);
        const { answer } = event.detail ?? {};
        if (event.form !== undefined && event.data) keep(data, event.form, movable(event.data, day));
        if (answer) keep(answers, stepOf(event), movable(answer, day));
      }
    }
  }
  return {
    samples: { data: listed(data), answers: listed(answers), ways },
    coverage,
    scenarios: files.length,
  };
}

/** What made an event happen; nothing for what follows by itself. */
function wayStep(
  { type, at, by, authority, form, data, reasons, detail }: CaseEvent,
  programme: Programme,
): WayStep[] {
  const day = localDate(at, programme.timezone);
  if (by.kind !== 'system') {
    const written = data && (movable(data, day) as JsonObject);
    return [
      {
        do: type,
        kind: by.kind,
        ...(authority ? { role: authority.role } : {}),
        ...(form === undefined ? {} : { form }),
        ...(written ? { data: written } : {}),
        ...(reasons === undefined ? {} : { reasons }),
      },
    ];
  }
  const step = type.slice(0, type.indexOf('.'));
  if (detail?.answer) return [{ step, answer: movable(detail.answer, day) as JsonObject }];
  if (type.endsWith('.unknown') && !detail?.rule && reasons !== undefined) return [{ step, fail: reasons }];
  return detail?.timer === undefined ? [] : [{ time: true }];
}

const stepOf = ({ type }: CaseEvent): string => type.slice(0, type.indexOf('.'));

function keep(all: Map<string, Map<string, JsonObject>>, name: string, sample: Json): void {
  const known = all.get(name) ?? new Map<string, JsonObject>();
  all.set(name, known.set(JSON.stringify(sample), sample as JsonObject));
}

const listed = (all: Map<string, Map<string, JsonObject>>) =>
  Object.fromEntries([...all].map(([name, known]) => [name, [...known.values()]]));

/** The data with its dates told in days from the day on which it was written. */
function movable(value: Json, day: string): Json {
  if (typeof value === 'string') return daysFrom(value, day) ?? value;
  if (Array.isArray(value)) return value.map((item) => movable(item, day));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, movable(part, day)]));
}

function daysFrom(text: string, day: string): JsonObject | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const days = Math.round((Date.parse(text) - Date.parse(day)) / 86_400_000);
  return Math.abs(days) <= NEAR && addDays(day, days) === text ? { days } : undefined;
}
