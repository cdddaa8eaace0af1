/** What a form schema asks that a form cannot show, or not in full. */
import { pointerKey, pointerKeys, resolve } from '../schema-walk.ts';
import type { JsonSchema } from '../types.ts';

/**
 * - `any-value`: nothing says what kind of value it is
 * - `several-types`: only the first of several kinds can be entered
 * - `mixed-choice`: the alternatives are neither constants nor shapes of an object
 * - `open-names`: properties of names that nobody foresaw
 * - `more-items`: items after the fixed ones
 * - `encoding`: a text that would have to be encoded by hand
 * - `format`: a text that has to be typed exactly as the format is written
 */
export type NotShownReason =
  | 'any-value'
  | 'several-types'
  | 'mixed-choice'
  | 'open-names'
  | 'more-items'
  | 'encoding'
  | 'format';

export interface NotShown {
  /** JSON Pointer to the schema of the value. */
  pointer: string;
  keyword: string;
  reason: NotShownReason;
}

/** One of the schemas that speak of a value, and where it stands. */
interface Part {
  schema: JsonSchema;
  pointer: string;
}

/** Keywords of which one has to say what a value is. */
const kinds = [
  'type',
  'enum',
  'const',
  'properties',
  'items',
  'prefixItems',
  'oneOf',
  'anyOf',
  'format',
  'x-widget',
];

/** Formats that are checked, and that nothing helps to write. */
const exact = new Set<unknown>(['time', 'date-time', 'uuid']);

/** Everything that a form could not show of its schema. */
export function notShown(root: JsonSchema): NotShown[] {
  const found: NotShown[] = [];
  const seen = new Set<JsonSchema>();
  const tell = (pointer: string, keyword: string, reason: NotShownReason) => {
    if (!found.some((one) => one.pointer === pointer && one.keyword === keyword))
      found.push({ pointer, keyword, reason });
  };

  const value = (given: readonly Part[], pointer: string) => {
    if (given.length > 0 && given.every(({ schema }) => seen.has(schema))) return;
    for (const { schema } of given) seen.add(schema);
    const all = given.flatMap((part) => partsOf(part, root));
    if (!all.some(says)) return tell(pointer, 'type', 'any-value');
    // A widget of the programme's own choice knows what to do with it.
    if (all.some(({ schema }) => schema['x-widget'] !== undefined)) return;
    const types = all.map(({ schema }) => schema.type).filter((type) => type !== undefined);
    const several = types.every((type) => Array.isArray(type) && withoutNull(type).length > 1);
    if (types.length > 0 && several) tell(pointer, 'type', 'several-types');
    for (const part of all) choice(part, pointer);
    const type = typeOf(all);
    if (type === 'object') object(all, pointer);
    else if (type === 'array') list(all, pointer);
    else if (type === 'string') text(all, pointer);
  };

  const choice = ({ schema, pointer: at }: Part, pointer: string) => {
    for (const keyword of ['oneOf', 'anyOf']) {
      const listed = schema[keyword];
      if (!Array.isArray(listed)) continue;
      const alternatives = listed
        .filter((one) => !isNull(one))
        .map((one) => (isSchema(one) ? partsOf({ schema: one, pointer: at }, root) : []));
      const every = (holds: (schema: JsonSchema) => boolean) =>
        alternatives.every((parts) => parts.some((part) => holds(part.schema)));
      const limits = alternatives.every((parts) => parts.length > 0 && !parts.some(says));
      const constants = every((one) => one.const !== undefined || one.enum !== undefined);
      const shapes = every((one) => one.properties !== undefined || one.type === 'object');
      if (alternatives.length > 1 && !limits && !constants && !shapes) tell(pointer, keyword, 'mixed-choice');
    }
  };

  const object = (all: readonly Part[], pointer: string) => {
    const named = new Map<string, Part[]>();
    for (const { schema, pointer: at } of all) {
      for (const keyword of ['additionalProperties', 'unevaluatedProperties', 'patternProperties']) {
        const open = schema[keyword];
        if (isSchema(open) && Object.keys(open).length > 0) tell(pointer, keyword, 'open-names');
      }
      for (const [name, inner] of Object.entries(isSchema(schema.properties) ? schema.properties : {})) {
        if (inner === false) continue;
        const part = { schema: isSchema(inner) ? inner : {}, pointer: `${at}/properties${pointerKey(name)}` };
        named.set(name, [...(named.get(name) ?? []), part]);
      }
    }
    // An object with the fingerprint of a file is one.
    if (named.has('sha256')) return;
    for (const parts of named.values()) value(parts, parts[0]?.pointer ?? pointer);
  };

  const list = (all: readonly Part[], pointer: string) => {
    const fixed = all.filter(({ schema }) => Array.isArray(schema.prefixItems));
    for (const { schema, pointer: at } of fixed) {
      for (const [index, inner] of (schema.prefixItems as unknown[]).entries())
        if (inner !== false) below(inner, `${at}/prefixItems/${index}`);
      for (const keyword of ['items', 'unevaluatedItems'])
        if (isSchema(schema[keyword])) tell(pointer, keyword, 'more-items');
    }
    if (fixed.length > 0) return;
    const items = all.filter(({ schema }) => schema.items !== undefined);
    if (items.length === 0) tell(pointer, 'items', 'any-value');
    for (const { schema, pointer: at } of items) below(schema.items, `${at}/items`);
  };

  const below = (inner: unknown, pointer: string) =>
    value([{ schema: isSchema(inner) ? inner : {}, pointer }], pointer);

  const text = (all: readonly Part[], pointer: string) => {
    for (const { schema } of all) {
      for (const keyword of ['contentEncoding', 'contentMediaType'])
        if (schema[keyword] !== undefined) tell(pointer, keyword, 'encoding');
      if (exact.has(schema.format)) tell(pointer, 'format', 'format');
    }
  };

  value([{ schema: root, pointer: '' }], '');
  return found;
}

const says = ({ schema }: Part): boolean => kinds.some((key) => schema[key] !== undefined);

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNull = (part: unknown): boolean => isSchema(part) && (part.type === 'null' || part.const === null);

const withoutNull = (types: readonly unknown[]): unknown[] => types.filter((type) => type !== 'null');

/** The kind of value that a form takes it for. */
function typeOf(all: readonly Part[]): unknown {
  const named = all.flatMap(({ schema: { type } }) =>
    withoutNull(Array.isArray(type) ? type : type === undefined ? [] : [type]),
  );
  if (named.length > 0) return named[0];
  const has = (key: string) => all.some(({ schema }) => schema[key] !== undefined);
  if (has('properties')) return 'object';
  return has('items') || has('prefixItems') ? 'array' : 'string';
}

/** The schema and all that speak of the same value. What an `if` asks is no part of it: it describes nothing. */
function partsOf(first: Part, root: JsonSchema): Part[] {
  const found = new Map<JsonSchema, Part>();
  const take = (schema: unknown, pointer: string) => {
    if (!isSchema(schema) || found.has(schema)) return;
    found.set(schema, { schema, pointer });
    if (typeof schema.$ref === 'string')
      take(
        resolve(root, schema.$ref),
        pointerKeys(decodeURI(schema.$ref.slice(1)))
          .map(pointerKey)
          .join(''),
      );
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const listed = schema[keyword];
      if (Array.isArray(listed))
        for (const [index, inner] of listed.entries()) take(inner, `${pointer}/${keyword}/${index}`);
    }
    for (const keyword of ['then', 'else']) take(schema[keyword], `${pointer}/${keyword}`);
    for (const [name, inner] of Object.entries(
      isSchema(schema.dependentSchemas) ? schema.dependentSchemas : {},
    ))
      take(inner, `${pointer}/dependentSchemas${pointerKey(name)}`);
  };
  take(first.schema, first.pointer);
  return [...found.values()];
}
