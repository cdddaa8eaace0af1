/** A kind of case: what is filled in and chosen in each step, taken from a scenario of the programme. */
import type { CountyCaseKind } from '@aidflow/definition';
import {
  type Actor,
  addDays,
  dayNumber,
  type JsonObject,
  localDate,
  type Programme,
  type RecordEntry,
} from '@aidflow/engine';
import { readCaseName } from '../case-names.ts';
import { castOf } from '../cast.ts';
import { recordsOf } from '../given.ts';
import { formOf, isStanding, merged, splitOperation, startsOf } from '../operations.ts';
import type { ConnectorScript, DoStep, Scenario } from '../scenario.ts';
import { parseInstant } from '../span.ts';
import { datedScenario } from './scenario-dates.ts';

/** Data of a form whose dates in the course of the case become those of the day on which it is filled in. */
export type Filling = (today: string) => JsonObject;

export interface ScriptedAct {
  /** The case that it is about, as the scenario names it; empty for the main one. */
  case: string;
  outcome: string;
  fill: Filling | undefined;
  reasons: string | undefined;
  /** Whoever does it: an officer's role at a level, or somebody of the household or the public. */
  by: { kind: 'officer'; role: string; digits: number } | { kind: Exclude<Actor['kind'], 'officer'> };
}

export interface Script {
  programme: Programme;
  /** Name of the programme in the county file. */
  name: string;
  weight: number;
  opening: { step: string; by: ScriptedAct['by']; fill: Filling | undefined; reasons: string | undefined };
  item: JsonObject | undefined;
  /** By step. */
  acts: ReadonlyMap<string, readonly ScriptedAct[]>;
  /** Data by form for steps in which the scenario does nothing. */
  forms: ReadonlyMap<string, Filling>;
  /** By step, outcomes with their weights. */
  outcomes: ReadonlyMap<string, readonly (readonly [outcome: string, weight: number])[]>;
  connectors: Readonly<Record<string, readonly { answer?: Filling; fail?: string }[]>>;
  records: readonly RecordEntry[];
}

/** Opened by the system and not by anybody's act. */
export const BY_ITSELF = 'open';

/**
 * The script of a kind of case, or `undefined` where the scenario opens none. Operations that every case has, and acts
 * that the scenario expects to be refused, are left out.
 */
export function scriptOf(
  programme: Programme,
  name: string,
  scenario: Scenario,
  { share = 1, data = {}, outcomes = {} }: Omit<CountyCaseKind, 'like'>,
  usual: CountyCaseKind['data'] = {},
): Script | undefined {
  const clock = parseInstant(scenario.clock, programme.timezone) ?? 0;
  const first = localDate(new Date(clock).toISOString(), programme.timezone);
  const cast = castOf(scenario);
  const given = { ...usual, ...scenario.given?.data };
  for (const [form, patch] of Object.entries(data)) {
    given[form] = merged(given[form] as JsonObject | undefined, patch as JsonObject) ?? {};
  }
  const filling = (written: unknown, today: string): Filling | undefined =>
    written === undefined ? undefined : fillingOf(written as JsonObject, first, today);

  const acts = new Map<string, ScriptedAct[]>();
  let opening: Script['opening'] | undefined;
  if (scenario.start !== undefined) {
    const step = scenario.start === 'open' ? programme.definition.start : scenario.start;
    opening = { step, by: { kind: 'system' }, fill: undefined, reasons: undefined };
  }
  for (const { step, today } of datedScenario(scenario, programme.timezone)) {
    if (!('do' in step) || step.refused !== undefined || isStanding(step.do)) continue;
    const { step: id, outcome } = splitOperation(step.do);
    const procedure = procedureFor(programme, step);
    const form = formOf(procedure, step.do);
    const written = merged(
      form === undefined ? undefined : (given[form] as JsonObject | undefined),
      merged(
        step.data as JsonObject | undefined,
        form === undefined ? undefined : (data[form] as JsonObject),
      ),
    );
    const actor = cast.get(step.as);
    const by = byOf(actor);
    const fill = filling(written, today);
    if (opening === undefined && step.case === undefined && startsOf(programme).includes(id)) {
      opening = { step: id, by, fill, reasons: step.reasons };
      continue;
    }
    const entry = {
      case: step.case ?? '',
      outcome: outcome ?? onlyOutcome(procedure, id),
      fill,
      reasons: step.reasons,
      by,
    };
    acts.set(id, [...(acts.get(id) ?? []), entry]);
  }
  if (opening === undefined) return undefined;
  return {
    programme,
    name,
    weight: share,
    opening,
    item: scenario.given?.item as JsonObject | undefined,
    acts,
    forms: new Map(
      Object.entries(given).map(([form, value]) => [form, fillingOf(value as JsonObject, first, first)]),
    ),
    outcomes: new Map(
      Object.entries(outcomes).map(([step, weights]) => [
        step,
        Object.entries(weights as Record<string, number>),
      ]),
    ),
    connectors: Object.fromEntries(
      Object.entries(scenario.given?.connectors ?? {}).map(([id, script]) => [
        id,
        [script as ConnectorScript | ConnectorScript[]].flat().map(({ answer, fail }) => ({
          ...(fail === undefined
            ? { answer: fillingOf((answer ?? {}) as JsonObject, first, first) }
            : { fail }),
        })),
      ]),
    ),
    records: recordsOf(programme, scenario, clock),
  };
}

function procedureFor(programme: Programme, { case: name }: DoStep): Programme {
  if (name === undefined) return programme;
  const read = readCaseName(programme, name);
  return read.ok ? read.procedure : programme;
}

function onlyOutcome(programme: Programme, id: string): string {
  for (const procedure of [programme, ...programme.procedures.values()]) {
    const step = procedure.steps.get(id);
    if (step?.kind === 'task') return Object.keys(step.outcomes)[0] ?? '';
    if (step?.kind === 'wait') return Object.keys(step.events ?? {})[0] ?? '';
    if (step?.kind === 'vote') return 'record';
    if (step?.kind === 'each') return 'enrol';
  }
  return '';
}

function byOf(actor: Actor | undefined): ScriptedAct['by'] {
  if (actor === undefined || actor.kind === 'applicant') return { kind: 'applicant' };
  if (actor.kind !== 'officer') return { kind: actor.kind };
  const [grant] = actor.grants;
  return { kind: 'officer', role: grant?.role ?? '', digits: grant?.division.length ?? 6 };
}

/** In the data of a county file: the day on which the form is filled in. */
const TODAY = 'today';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** So many days before its beginning a scenario's dates belong to the case; earlier ones, such as birthdays, do not. */
const RECENT = 365;

/**
 * Data whose dates are moved: one between the beginning of the scenario (`first`) and the day of the act (`acted`)
 * becomes today; a later one, or one of the year before, lies as far from today as from that day; an earlier one stays.
 */
export function fillingOf(written: JsonObject, first: string, acted: string): Filling {
  const since = addDays(first, -RECENT);
  if (!holdsDate(written, since)) return () => written;
  let kept: { today: string; data: JsonObject } | undefined;
  return (today) => {
    if (kept?.today !== today) {
      const move = (date: string) => {
        if (date === TODAY || (first <= date && date <= acted)) return today;
        return date < since ? date : addDays(today, dayNumber(date) - dayNumber(acted));
      };
      kept = { today, data: moved(written, move) as JsonObject };
    }
    return kept.data;
  };
}

function holdsDate(value: unknown, since: string): boolean {
  if (typeof value === 'string') return value === TODAY || (DATE.test(value) && value >= since);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => holdsDate(part, since));
}

function moved(value: unknown, move: (date: string) => string): unknown {
  if (value === TODAY) return move(TODAY);
  if (typeof value === 'string') return DATE.test(value) ? move(value) : value;
  if (Array.isArray(value)) return value.map((part) => moved(part, move));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, moved(part, move)]));
}
