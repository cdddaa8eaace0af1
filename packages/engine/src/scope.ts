/** What an expression of a definition can see: forms, the case, checks, answers, parameters, today. */
import { evaluate } from '@aidflow/definition';
import { localDate, longDate, longMonth, monthAfter } from './days.ts';
import { yuan, yuanWords } from './money.ts';
import { parametersOn } from './parameters.ts';
import type { Programme } from './programme.ts';
import type { CaseFacts, Json } from './types.ts';

export type Scope = Record<string, unknown>;

/**
 * The scope of a case at an instant; parameters are those of that day.
 * `names` are those of divisions, for `name(code)`; without them a code stands for itself.
 */
export function scopeOf(
  programme: Programme,
  facts: CaseFacts,
  now: string,
  names: Readonly<Record<string, string>> = {},
): Scope {
  const today = localDate(now, programme.timezone);
  const scope: Scope = {};
  for (const form of Object.keys(programme.forms)) scope[form] = facts.data[form] ?? null;
  return {
    ...scope,
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
    ...helpers(programme.definition.language, names),
  };
}

/** Functions for texts: amounts, dates and names as people of that language read them. */
export function helpers(language: string, names: Readonly<Record<string, string>>): Scope {
  return {
    yuan: (fen: number) => yuan(fen),
    yuanWords: (fen: number) => yuanWords(fen),
    longDate: (iso: string) => longDate(iso, language),
    longMonth: (month: string) => longMonth(month, language),
    monthAfter: (iso: string) => monthAfter(iso),
    name: (code: unknown) => names[String(code)] ?? String(code),
  };
}

function caseScope(programme: Programme, facts: CaseFacts) {
  const rounds: Record<string, number> = {};
  const outcomes: Record<string, string> = {};
  for (const [step, record] of Object.entries(facts.steps)) {
    rounds[step] = record.rounds;
    if (record.outcome !== undefined) outcomes[step] = record.outcome;
  }
  return {
    id: facts.id,
    number: facts.number,
    division: facts.division,
    township: facts.division.slice(0, 9),
    county: facts.division.slice(0, 6),
    opened: localDate(facts.opened, programme.timezone),
    applied: localDate(facts.opened, programme.timezone),
    registered: Object.values(facts.registers).reduce((sum, entries) => sum + entries.length, 0),
    complaints: facts.complaints,
    changes: facts.changes?.length ?? 0,
    rounds,
    outcomes,
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
