/**
 * Choosing from a list, so that anybody can choose again: what was drawn from is hashed, the seed and the way are kept.
 * Lots are the SHA-256 of seed, draw and member; the members with the smallest lots are drawn.
 */
import { holds, ProblemError, problem, type SelectStep, valueIn } from '@aidflow/definition';
import { canonical } from './canonical.ts';
import { sha256Hex } from './chain.ts';
import type { Scope } from './scope.ts';
import type { Json, Selection } from './types.ts';

/** Name and version of the way in which lots are made. */
const ALGORITHM = 'sha256-lots/1';

/**
 * Filters, then draws or ranks. `draw` tells this draw from every other with the same seed.
 * A share is rounded up; `minimum` holds as far as the list goes; each stratum is drawn from by itself.
 * Throws `select/no-number` where a number that the step names is none.
 */
export function choose(step: SelectStep, scope: Scope, seed: string, draw: string): Selection {
  const list = valueIn(step.from, scope);
  const members: Json[] = (Array.isArray(list) ? list : []).filter((member) => {
    const seen = { ...scope, each: member };
    if (step.where !== undefined && !holds(step.where, seen)) return false;
    return step.exclude === undefined || !holds(step.exclude, seen);
  });
  const found = parts(step, members, scope, (member) => sha256Hex(`${seed}\n${draw}\n${canonical(member)}`));
  return {
    method: step.method,
    algorithm: ALGORITHM,
    seed,
    pool: sha256Hex(canonical(members)),
    size: members.length,
    ...found,
  };
}

type Parts = Pick<Selection, 'chosen' | 'reserve' | 'rest'>;
type Lot = (member: Json) => string;

function parts(step: SelectStep, members: Json[], scope: Scope, lot: Lot): Parts {
  switch (step.method) {
    case 'filter':
      return { chosen: members, reserve: [], rest: [] };
    case 'sample':
      return sample(step, members, scope, lot);
    case 'rank':
      return rank(step, members, scope, lot);
  }
}

function sample(step: SelectStep, members: Json[], scope: Scope, lot: Lot): Parts {
  const groups = new Map<string, Json[]>();
  for (const member of members) {
    const key = step.strata ? canonical(valueIn(step.strata, { ...scope, each: member })) : '';
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  const drawn = [...groups.values()].map((group) => {
    const size = drawSize(step, group.length, scope);
    const ordered = byLot(group, lot);
    return { chosen: ordered.slice(0, size), left: ordered.slice(size) };
  });
  const left = drawn.flatMap((part) => part.left);
  const reserve = whole(step.reserve, scope) ?? 0;
  return {
    chosen: drawn.flatMap((part) => part.chosen),
    reserve: left.slice(0, reserve),
    rest: left.slice(reserve),
  };
}

function drawSize(step: SelectStep, size: number, scope: Scope): number {
  const share = number(step.share, scope);
  // The share of a whole number is a whole number: 0.07 * 100 must not become 8.
  const wanted =
    whole(step.count, scope) ?? (share === undefined ? 0 : Math.ceil(Number((share * size).toFixed(9))));
  return Math.min(size, Math.max(wanted, whole(step.minimum, scope) ?? 0));
}

function rank(step: SelectStep, members: Json[], scope: Scope, lot: Lot): Parts {
  const keyed = members.map((member, place) => {
    const seen = { ...scope, each: member };
    return { member, place, keys: (step.keys ?? []).map(({ value }) => valueIn(value, seen)) };
  });
  type Keyed = (typeof keyed)[number];
  const byKeys = (a: Keyed, b: Keyed): number => {
    for (const [index, { order }] of (step.keys ?? []).entries()) {
      const way = compare(a.keys[index] ?? null, b.keys[index] ?? null);
      if (way !== 0)
        return order === 'descending' && a.keys[index] !== null && b.keys[index] !== null ? -way : way;
    }
    return 0;
  };
  const lots = new Map<Keyed, string>();
  const lotOf = (one: Keyed): string => {
    const found = lots.get(one) ?? lot(one.member);
    lots.set(one, found);
    return found;
  };
  const last = (a: Keyed, b: Keyed): number =>
    (step.ties === 'draw' ? compare(lotOf(a), lotOf(b)) : 0) || a.place - b.place;
  const ordered = keyed.sort((a, b) => byKeys(a, b) || last(a, b));
  let size = Math.min(whole(step.quota, scope) ?? ordered.length, ordered.length);
  const edge = ordered[size - 1];
  if (step.ties === 'include-all' && edge) {
    while (size < ordered.length && byKeys(edge, ordered[size] as Keyed) === 0) size++;
  }
  const reserve = whole(step.reserve, scope) ?? 0;
  const all = ordered.map(({ member }) => member);
  return {
    chosen: all.slice(0, size),
    reserve: all.slice(size, size + reserve),
    rest: all.slice(size + reserve),
  };
}

function byLot(members: Json[], lot: Lot): Json[] {
  return members
    .map((member, place) => ({ member, place, lot: lot(member) }))
    .sort((a, b) => compare(a.lot, b.lot) || a.place - b.place)
    .map(({ member }) => member);
}

/** Numbers by size, texts by code points; whoever has no value comes last whatever the order. */
function compare(a: Json, b: Json): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a), String(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Throws `select/no-number` for what is not known: a missing quota must not choose everybody. */
function number(expression: string | undefined, scope: Scope): number | undefined {
  if (expression === undefined) return undefined;
  const found = valueIn(expression, scope);
  if (typeof found === 'number') return found;
  throw new ProblemError(problem('select/no-number', { expression, found }));
}

/** So many members: none where it comes out below zero, and no part of one. */
function whole(expression: string | undefined, scope: Scope): number | undefined {
  const found = number(expression, scope);
  return found === undefined ? undefined : Math.max(0, Math.floor(Number(found.toFixed(9))));
}
