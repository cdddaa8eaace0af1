/** Data made from a form's schema: what satisfies it, everything that lies one change away, and what just fails it. */

import type { JsonSchema } from '@aidflow/definition';
import { schemasBelow, schemasInPlace, type Validate } from '@aidflow/definition';
import { type Actor, addDays, type Json, type JsonObject } from '@aidflow/engine';
import { textFor } from './pattern.ts';

/** What data depends on besides its schema. */
export interface Around {
  /** ISO date. */
  today: string;
  /** ISO date on which the case was opened. */
  opened: string;
  /** Village of the case. */
  division: string;
  /** Numbers at which a rule or a condition of the programme may turn. */
  numbers: readonly number[];
}

/** A value at a place; without a value the place is left out. A date is told in days from today. */
export interface Change {
  /** JSON Pointer without escapes: its keys. */
  at: readonly string[];
  to?: Json | { days: number } | { opened: number } | undefined;
}

/**
 * What people have written: by form, and by check what other systems have answered. Dates stand as `{ days }` from the day
 * on which they were written.
 */
export interface Samples {
  data: Readonly<Record<string, readonly JsonObject[]>>;
  answers: Readonly<Record<string, readonly JsonObject[]>>;
  /** Ways of whole cases. */
  ways: readonly (readonly WayStep[])[];
}

/** One step of a way that somebody has written down: a choice of somebody, an answer of another system, or time. */
export type WayStep =
  | { do: string; kind: Actor['kind']; role?: string; form?: string; data?: JsonObject; reasons?: string }
  | { step: string; answer?: JsonObject; fail?: string }
  | { time: true };

/** Changes to the plainest data of a form, in order. */
export type Recipe = readonly Change[];

/** The name of everybody whose name is personal: long enough that a mask hides something. */
export const NAME = '张小兰';
/** Reference digits of the resident identity number (GB 11643). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid resident identity number of somebody born on 1 January 1980; another for each `index`. */
export function residentNumber(index: number): string {
  const body = `62082119800101${String(2 + index).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + '10X98765432'[sum % 11];
}

/** Data that a schema asks for at least, in the plainest way. */
export function plainest(root: JsonSchema, around: Around, accepts?: Validate): JsonObject {
  const data = plain(schemasInPlace(root, root), root, around, [], 0) as JsonObject;
  return accepts ? repaired(data, root, around, accepts) : data;
}

/** Adds what conditional parts of the schema ask for besides: the validator names it. */
function repaired(data: JsonObject, root: JsonSchema, around: Around, accepts: Validate): JsonObject {
  let found = data;
  for (let round = 0; round < 20 && !accepts(found); round++) {
    const missing = (accepts.errors ?? []).find(({ keyword }) => keyword === 'required');
    if (!missing) break;
    const at = [...missing.instancePath.split('/').slice(1), String(missing.params.missingProperty)];
    found = changed(found, { at, to: plain(schemasAlong(root, at), root, around, at, 0) }, around);
  }
  return found;
}

const schemasAlong = (root: JsonSchema, at: readonly string[]): JsonSchema[] =>
  at.reduce<JsonSchema[]>(
    (schemas, key) => [...schemasBelow(schemas, key, root)],
    [...schemasInPlace(root, root)],
  );

const first = <T>(schemas: readonly JsonSchema[], key: string): T | undefined =>
  schemas.map((schema) => schema[key]).find((value) => value !== undefined) as T | undefined;

function choices(schemas: readonly JsonSchema[]): Json[] | undefined {
  // The options themselves are among the schemas, too: the list of them comes first.
  const options = first<JsonSchema[]>(schemas, 'oneOf') ?? first<JsonSchema[]>(schemas, 'anyOf');
  if (options?.every((option) => 'const' in option)) return options.map((option) => option.const as Json);
  const listed = first<Json[]>(schemas, 'enum');
  if (listed) return listed;
  const constant = schemas.find((schema) => 'const' in schema);
  return constant ? [constant.const as Json] : undefined;
}

function typeOf(schemas: readonly JsonSchema[]): string {
  const said = schemas.map(({ type }) => type).find((type) => type !== undefined);
  if (Array.isArray(said)) return String(said[0]);
  if (said !== undefined) return String(said);
  return schemas.some(({ properties }) => properties !== undefined) ? 'object' : 'string';
}

function plain(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  around: Around,
  at: readonly string[],
  index: number,
): Json {
  const chosen = choices(schemas);
  if (chosen) return chosen[0] ?? null;
  switch (typeOf(schemas)) {
    case 'object': {
      const required = [...new Set(schemas.flatMap((one) => (one.required as string[] | undefined) ?? []))];
      return Object.fromEntries(
        required.map((key) => [
          key,
          plain([...schemasBelow(schemas, key, root)], root, around, [...at, key], index),
        ]),
      );
    }
    case 'array': {
      const count = first<number>(schemas, 'minItems') ?? 0;
      return Array.from({ length: count }, (_, item) => plainItem(schemas, root, around, at, item));
    }
    case 'integer':
    case 'number':
      if (isYear(schemas)) return Number(around.today.slice(0, 4)) - 1;
      return first<number>(schemas, 'minimum') ?? (first<number>(schemas, 'exclusiveMinimum') ?? -1) + 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return plainText(schemas, around, index);
  }
}

/** A number that can only be a year. What is told of a year is told when it is over. */
const isYear = (schemas: readonly JsonSchema[]): boolean =>
  (first<number>(schemas, 'minimum') ?? 0) >= 1900 && (first<number>(schemas, 'maximum') ?? 0) <= 2200;

const plainItem = (
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  around: Around,
  at: readonly string[],
  item: number,
): Json => plain([...schemasBelow(schemas, String(item), root)], root, around, [...at, String(item)], item);

function plainText(schemas: readonly JsonSchema[], around: Around, index: number): string {
  const made = madeText(schemas, around, index);
  const least = first<number>(schemas, 'minLength') ?? 0;
  return made.length >= least
    ? made
    : made.padEnd(least, first(schemas, 'pattern') === undefined ? '示' : (made.at(-1) ?? '示'));
}

function madeText(schemas: readonly JsonSchema[], around: Around, index: number): string {
  switch (first<string>(schemas, 'format')) {
    case 'date':
      return around.today;
    case 'date-time':
      return `${around.today}T09:00:00Z`;
    case 'resident-id':
      return residentNumber(index);
    case 'mobile-cn':
      return `138000000${String(10 + index)}`;
    case 'bank-card':
      return '6217000000000000012';
    case 'division-code':
      return around.division;
    case 'credit-code':
      return '91350100M000100Y43';
    case 'email':
      return 'a@example.org';
  }
  const pattern = first<string>(schemas, 'pattern');
  if (pattern !== undefined) return textFor(pattern);
  if (first<string>(schemas, 'x-privacy') !== undefined) return index === 0 ? NAME : `${NAME}${index}`;
  return '示例';
}

/** Every change that leads from data to other data at one place, in the order of the schema. */
export function changesOf(root: JsonSchema, data: JsonObject, around: Around): Change[] {
  return changesAt([...schemasInPlace(root, root)], root, data, around, []);
}

function changesAt(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  value: Json | undefined,
  around: Around,
  at: readonly string[],
): Change[] {
  const chosen = choices(schemas);
  if (chosen) return chosen.filter((one) => one !== value).map((to) => ({ at, to }));
  switch (typeOf(schemas)) {
    case 'object':
      return changesInside(schemas, root, value, around, at);
    case 'array':
      return changesInList(schemas, root, value, around, at);
    case 'integer':
    case 'number': {
      const least = first<number>(schemas, 'minimum') ?? Number.NEGATIVE_INFINITY;
      const most = first<number>(schemas, 'maximum') ?? Number.POSITIVE_INFINITY;
      const bounds = [least, most].filter(Number.isFinite);
      const numbers = [...new Set([...bounds, ...around.numbers])];
      return numbers.filter((one) => one >= least && one <= most && one !== value).map((to) => ({ at, to }));
    }
    case 'boolean':
      return [{ at, to: value !== true }];
    default:
      if (first<string>(schemas, 'format') !== 'date') return [];
      return [{ days: -1 }, { days: 1 }, { opened: 0 }, { opened: -1 }].map((to) => ({ at, to }));
  }
}

function changesInside(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  value: Json | undefined,
  around: Around,
  at: readonly string[],
): Change[] {
  const object = (
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
  ) as JsonObject;
  const required = schemas.flatMap((one) => (one.required as string[] | undefined) ?? []);
  const keys = [
    ...new Set(schemas.flatMap((one) => Object.keys((one.properties as object | undefined) ?? {}))),
  ];
  return keys.flatMap((key): Change[] => {
    const inner = [...schemasBelow(schemas, key, root)];
    const place = [...at, key];
    if (object[key] !== undefined) {
      const gone: Change[] = required.includes(key) ? [] : [{ at: place }];
      return [...gone, ...changesAt(inner, root, object[key], around, place)];
    }
    // What is not there yet comes in its plainest form, and in each form that lies one change away from it.
    const made = plain(inner, root, around, place, Number(at.at(-1)) || 0);
    const others = typeof made === 'object' ? [] : changesAt(inner, root, made, around, place);
    return [{ at: place, to: made }, ...others];
  });
}

function changesInList(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  value: Json | undefined,
  around: Around,
  at: readonly string[],
): Change[] {
  const list = Array.isArray(value) ? value : [];
  const least = first<number>(schemas, 'minItems') ?? 0;
  const most = first<number>(schemas, 'maxItems') ?? Number.POSITIVE_INFINITY;
  const inner = list.flatMap((item, index) => {
    const place = [...at, String(index)];
    return changesAt([...schemasBelow(schemas, String(index), root)], root, item, around, place);
  });
  const longer: Change[] =
    list.length < Math.min(most, 3)
      ? [{ at, to: [...list, plainItem(schemas, root, around, at, list.length)] }]
      : [];
  const shorter: Change[] = list.length > least ? [{ at, to: list.slice(0, -1) }] : [];
  return [...inner, ...longer, ...shorter];
}

/** The data of a recipe. */
export function cooked(base: JsonObject, recipe: Recipe, around: Around): JsonObject {
  return recipe.reduce((data, change) => changed(data, change, around), base);
}

function changed(data: JsonObject, { at, to }: Change, around: Around): JsonObject {
  // In place of all data stands what somebody has written.
  if (at.length === 0) return writtenOn(to as JsonObject, around) as JsonObject;
  return put(data, at, to === undefined ? undefined : dated(to, around)) as JsonObject;
}

/** A sample with the dates that it would have if it was written today. */
export function writtenOn(sample: Json, around: Around): Json {
  if (typeof sample !== 'object' || sample === null) return sample;
  if (Array.isArray(sample)) return sample.map((item) => writtenOn(item, around));
  const date = dated(sample, around);
  if (date !== sample) return date;
  return Object.fromEntries(Object.entries(sample).map(([key, part]) => [key, writtenOn(part, around)]));
}

function dated(to: Json | { days: number } | { opened: number }, { today, opened }: Around): Json {
  if (typeof to !== 'object' || to === null || Array.isArray(to)) return to;
  if (Object.keys(to).length !== 1) return to as JsonObject;
  const { days, opened: since } = to as { days?: number; opened?: number };
  if (typeof days === 'number') return addDays(today, days);
  return typeof since === 'number' ? addDays(opened, since) : (to as JsonObject);
}

function put(
  value: Json | undefined,
  [key, ...rest]: readonly string[],
  to: Json | undefined,
): Json | undefined {
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    return value.map((item, index) => (String(index) === key ? (put(item, rest, to) as Json) : item));
  }
  const object = { ...((value ?? {}) as JsonObject) };
  const inner = put(object[key], rest, to);
  if (inner === undefined) delete object[key];
  else object[key] = inner;
  return object;
}

/** Data that just fails a schema: each breaks one constraint of good data. */
export function failing(
  root: JsonSchema,
  data: JsonObject,
): { at: string; keyword: string; data: JsonObject }[] {
  return brokenAt([...schemasInPlace(root, root)], root, data, []).map(({ at, keyword, to }) => ({
    at: `/${at.join('/')}`,
    keyword,
    data: put(data, at, to) as JsonObject,
  }));
}

interface Broken {
  at: readonly string[];
  keyword: string;
  to: Json | undefined;
}

function brokenAt(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  value: Json,
  at: readonly string[],
): Broken[] {
  const broken: Broken[] = [];
  const one = (keyword: string, to: Json | undefined) => broken.push({ at, keyword, to });
  if (choices(schemas)) one('enum', 'no such choice');
  const bound = (keyword: string) => first<number>(schemas, keyword);
  if (typeof value === 'number') {
    const [least, most] = [bound('minimum'), bound('maximum')];
    if (least !== undefined) one('minimum', least - 1);
    if (most !== undefined) one('maximum', most + 1);
    one('type', String(value));
  } else if (typeof value === 'string' && !choices(schemas)) {
    const [least, most] = [bound('minLength'), bound('maxLength')];
    if (least !== undefined && least > 0) one('minLength', value.slice(0, least - 1));
    if (most !== undefined) one('maxLength', value.padEnd(most + 1, '示'));
    if (first(schemas, 'format') !== undefined || first(schemas, 'pattern') !== undefined)
      one('format', `${value}!`);
  } else if (Array.isArray(value)) {
    const [least, most] = [bound('minItems'), bound('maxItems')];
    if (least !== undefined && least > 0) one('minItems', value.slice(0, least - 1));
    const [item] = value;
    if (most !== undefined && item !== undefined)
      one(
        'maxItems',
        Array.from({ length: most + 1 }, () => item),
      );
    for (const [index, inner] of value.entries()) {
      const place = [...at, String(index)];
      broken.push(...brokenAt([...schemasBelow(schemas, String(index), root)], root, inner, place));
    }
  } else if (typeof value === 'object' && value !== null) {
    const required = schemas.flatMap((schema) => (schema.required as string[] | undefined) ?? []);
    if (schemas.some((schema) => schema.additionalProperties === false)) {
      broken.push({ at: [...at, 'nobody-knows-it'], keyword: 'additionalProperties', to: true });
    }
    for (const [key, inner] of Object.entries(value)) {
      if (required.includes(key)) broken.push({ at: [...at, key], keyword: 'required', to: undefined });
      broken.push(...brokenAt([...schemasBelow(schemas, key, root)], root, inner, [...at, key]));
    }
  }
  return broken;
}
