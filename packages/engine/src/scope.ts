/** What an expression of a definition can see: forms, the case, checks, answers, parameters, today. */
import { evaluate, OUTER, type Scope } from '@aidflow/definition';
import { localDate } from './days.ts';
import { functionsOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts, Json } from './types.ts';

export type { Scope };

/**
 * The scope of a case at an instant; parameters are those of that day. The caller may add to it.
 * `names` are those of divisions, for `name(code)`; without them a code stands for itself.
 */
export function scopeOf(
  programme: Programme,
  facts: CaseFacts,
  now: string,
  names: Readonly<Record<string, string>> = NAMELESS,
): Scope {
  // One decision asks several times about the same facts.
  const same =
    latest?.facts === facts && latest.programme === programme && latest.now === now && latest.names === names;
  if (!latest || !same) latest = { facts, programme, now, names, scope: build(programme, facts, now, names) };
  return { [OUTER]: latest.scope };
}

const NAMELESS: Readonly<Record<string, string>> = {};

/** The scope made last, and for what. No more are kept: each holds a whole case. */
let latest:
  | {
      facts: CaseFacts;
      programme: Programme;
      now: string;
      names: Readonly<Record<string, string>>;
      scope: Scope;
    }
  | undefined;

/** The same of facts that are being changed: they are another thing a moment later. */
export function scopeOfChanging(programme: Programme, facts: CaseFacts, now: string): Scope {
  return build(programme, facts, now, NAMELESS);
}

function build(
  programme: Programme,
  facts: CaseFacts,
  now: string,
  names: Readonly<Record<string, string>>,
): Scope {
  let seen: ReturnType<typeof caseScope> | undefined;
  return {
    [OUTER]: sameForAll(programme, localDate(now, programme.timezone), names),
    ...facts.data,
    // Few expressions ask for the case itself.
    get case() {
      seen ??= caseScope(programme, facts);
      return seen;
    },
    checks: facts.checks,
    answers: facts.answers,
    item: facts.item ?? null,
    parent: facts.parent ?? null,
    items: facts.items ? itemsOf(facts.items) : {},
    selected: facts.selected ?? {},
    tallies: facts.tallies ? talliesOf(facts.tallies) : {},
  };
}

/** What every case of a programme sees on a day: functions, parameters, and forms that are not filled in. */
function sameForAll(programme: Programme, today: string, names: Readonly<Record<string, string>>): Scope {
  const functions = functionsOf(programme, programme.definition.language, names);
  const byDay = days.get(functions) ?? new Map<string, Scope>();
  days.set(functions, byDay);
  const known = byDay.get(today);
  if (known) return known;
  const forms = Object.fromEntries(Object.keys(programme.forms).map((form) => [form, null]));
  const scope: Scope = { [OUTER]: functions, ...forms, parameters: parametersOn(programme, today), today };
  if (byDay.size > MOST_DAYS) byDay.clear();
  byDay.set(today, scope);
  return scope;
}

/** The functions are those of one programme, and go when it goes. */
const days = new WeakMap<Scope, Map<string, Scope>>();
/** A decade; whoever simulates longer begins anew. */
const MOST_DAYS = 3_660;

function caseScope(programme: Programme, facts: CaseFacts) {
  const opened = localDate(facts.opened, programme.timezone);
  const { steps } = facts;
  return {
    id: facts.id,
    number: facts.number,
    division: facts.division,
    township: facts.division.slice(0, 9),
    county: facts.division.slice(0, 6),
    opened,
    applied: opened,
    get registered() {
      return Object.values(facts.registers).reduce((sum, entries) => sum + entries.length, 0);
    },
    complaints: facts.complaints,
    changes: facts.changes?.length ?? 0,
    get rounds() {
      return Object.fromEntries(Object.entries(steps).map(([step, { rounds }]) => [step, rounds]));
    },
    get outcomes() {
      return Object.fromEntries(
        Object.entries(steps).flatMap(([step, { outcome }]) =>
          outcome === undefined ? [] : [[step, outcome]],
        ),
      );
    },
    delegated: facts.decided?.authority?.delegation !== undefined,
    outcome: facts.decided?.outcome ?? null,
    decided: facts.decided ? localDate(facts.decided.at, programme.timezone) : null,
    award: facts.award,
  };
}

/** What came of the cases of items: the item, how its case ended, and what it gave back. */
function itemsOf(items: NonNullable<CaseFacts['items']>) {
  return Object.fromEntries(
    Object.entries(items).map(([step, record]) => [
      step,
      record.items.map(({ index, case: id, item, outcome = null, returns }) => ({
        ...returns,
        index,
        case: id,
        item,
        outcome,
      })),
    ]),
  );
}

function talliesOf(tallies: NonNullable<CaseFacts['tallies']>) {
  return Object.fromEntries(Object.entries(tallies).map(([step, { result }]) => [step, result ?? null]));
}

/** A condition: true only when the expression says `true`; null and unknown do not. */
export function holds(expression: string, scope: Scope): boolean {
  return evaluate(expression, scope).value === true;
}

/** A value as JSON; what JSON cannot say (a function, a range, infinity) is null. */
export function jsonOf(expression: string, scope: Scope): Json {
  return evaluate(expression, scope).value as Json;
}
