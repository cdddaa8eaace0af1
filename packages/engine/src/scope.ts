/** What an expression of a definition can see: forms, the case, checks, answers, parameters, today. */
import { evaluate } from '@aidflow/definition';
import { isDraft } from 'mutative';
import { localDate } from './days.ts';
import { functionsOf } from './functions.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts, Json } from './types.ts';

export type Scope = Record<string, unknown>;

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
  // What is being changed is another thing a moment later.
  if (isDraft(facts)) return build(programme, facts, now, names);
  // One decision asks several times about the same facts.
  const last = made.get(facts);
  const same = last?.programme === programme && last.now === now && last.names === names;
  if (last && same) return { ...last.scope };
  const scope = build(programme, facts, now, names);
  made.set(facts, { programme, now, names, scope });
  return { ...scope };
}

const NAMELESS: Readonly<Record<string, string>> = {};

/** The scope made last of some facts, and for what. */
interface Made {
  programme: Programme;
  now: string;
  names: Readonly<Record<string, string>>;
  scope: Scope;
}

const made = new WeakMap<CaseFacts, Made>();

function build(
  programme: Programme,
  facts: CaseFacts,
  now: string,
  names: Readonly<Record<string, string>>,
): Scope {
  const today = localDate(now, programme.timezone);
  const scope: Scope = {};
  for (const form of Object.keys(programme.forms)) scope[form] = facts.data[form] ?? null;
  return Object.assign(scope, {
    case: caseScope(programme, facts),
    checks: facts.checks,
    answers: facts.answers,
    item: facts.item ?? null,
    parent: facts.parent ?? null,
    items: itemsOf(facts),
    selected: facts.selected ?? {},
    tallies: talliesOf(facts),
    parameters: parametersOn(programme, today),
    today,
    ...functionsOf(programme, programme.definition.language, names),
  });
}

function caseScope(programme: Programme, facts: CaseFacts) {
  return {
    id: facts.id,
    number: facts.number,
    division: facts.division,
    township: facts.division.slice(0, 9),
    county: facts.division.slice(0, 6),
    opened: localDate(facts.opened, programme.timezone),
    applied: localDate(facts.opened, programme.timezone),
    get registered() {
      return Object.values(facts.registers).reduce((sum, entries) => sum + entries.length, 0);
    },
    complaints: facts.complaints,
    changes: facts.changes?.length ?? 0,
    get rounds() {
      return Object.fromEntries(Object.entries(facts.steps).map(([step, { rounds }]) => [step, rounds]));
    },
    get outcomes() {
      return Object.fromEntries(
        Object.entries(facts.steps).flatMap(([step, { outcome }]) =>
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
function itemsOf({ items = {} }: CaseFacts) {
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

function talliesOf({ tallies = {} }: CaseFacts) {
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
