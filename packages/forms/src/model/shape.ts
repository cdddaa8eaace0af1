import type { Json, JsonSchema } from '../types.ts';
import { isObject } from './pointer.ts';
import type { SchemaReader } from './schema.ts';
import { type Union, unionOf } from './union.ts';

/** Whether `data` satisfies `schema`. */
export type Satisfies = (schema: JsonSchema | boolean, data: Json) => boolean;

/** What an object has and needs, given its data. */
export interface Shape {
  /** By name, everything that the schema says about the property as things are. */
  names: Map<string, JsonSchema[]>;
  required: Set<string>;
  /** The choices between shapes that there are. */
  unions: Set<Union>;
  /** Properties whose value follows from a choice. */
  implied: Set<string>;
}

const parts = (schema: JsonSchema) =>
  (schema.allOf ?? []).filter((part): part is JsonSchema => typeof part === 'object');

/** The parts that hold for some data only. */
const branches = (reader: SchemaReader, flat: JsonSchema) => [
  ...(flat.if === undefined ? [] : [flat.then, flat.else]),
  ...Object.values(flat.dependentSchemas ?? {}),
  ...(unionOf(reader, flat)?.alternatives ?? []),
];

/** Every property that an object can have, and every choice between shapes, those of its branches included. */
export function everything(
  reader: SchemaReader,
  schema: JsonSchema,
): { properties: Map<string, JsonSchema>; unions: Union[] } {
  const properties = new Map<string, JsonSchema>();
  const unions: Union[] = [];
  const collect = (part: JsonSchema | boolean | undefined) => {
    const flat = reader.flatten(part);
    for (const [name, inner] of Object.entries(flat.properties ?? {})) {
      if (typeof inner === 'object' && !properties.has(name)) properties.set(name, inner);
    }
    for (const inner of parts(flat)) collect(inner);
    const union = unionOf(reader, flat);
    if (union !== undefined) unions.push(union);
    for (const branch of branches(reader, flat)) if (branch !== undefined) collect(branch);
  };
  collect(schema);
  return { properties, unions };
}

/** Whether the shape of the object depends on its data. */
export function isConditional(reader: SchemaReader, schema: JsonSchema): boolean {
  const flat = reader.flatten(schema);
  return (
    flat.dependentRequired !== undefined ||
    branches(reader, flat).length > 0 ||
    parts(flat).some((part) => isConditional(reader, part))
  );
}

/**
 * The properties an object has and needs, given its data. A branch that says `false` takes a property away. `chosen`
 * tells which shape of a union the data has, if any.
 */
export function shapeOf(
  reader: SchemaReader,
  schema: JsonSchema,
  data: Json,
  satisfies: Satisfies,
  chosen: (union: Union) => number | undefined,
): Shape {
  const shape: Shape = { names: new Map(), required: new Set(), unions: new Set(), implied: new Set() };
  const away = new Set<string>();
  const has = (name: string) => isObject(data) && data[name] !== undefined;
  const apply = (part: JsonSchema | boolean | undefined) => {
    const flat = reader.flatten(part);
    for (const [name, inner] of Object.entries(flat.properties ?? {})) {
      if (inner === false) away.add(name);
      else if (typeof inner === 'object') shape.names.set(name, [...(shape.names.get(name) ?? []), inner]);
    }
    for (const name of flat.required ?? []) shape.required.add(name);
    for (const [name, needed] of Object.entries(flat.dependentRequired ?? {})) {
      if (has(name)) for (const other of needed) shape.required.add(other);
    }
    for (const [name, branch] of Object.entries(flat.dependentSchemas ?? {})) if (has(name)) apply(branch);
    for (const inner of parts(flat)) apply(inner);
    if (flat.if !== undefined) apply(satisfies(flat.if, data) ? flat.then : flat.else);
    const union = unionOf(reader, flat);
    if (union === undefined) return;
    shape.unions.add(union);
    const alternative = union.alternatives[chosen(union) ?? -1];
    if (alternative === undefined) return;
    const before = new Set(shape.names.keys());
    apply(alternative);
    for (const name of Object.keys(union.constants(alternative)))
      if (!before.has(name)) shape.implied.add(name);
  };
  apply(schema);
  for (const name of away) shape.names.delete(name);
  return shape;
}

/** Keywords that say how a place looks; a part with none of them only limits what another part describes. */
const looks = ['type', 'enum', 'oneOf', 'anyOf', '$ref', '$dynamicRef', 'properties', 'items', 'prefixItems'];
const words = ['format', 'title', 'description'];

const draws = (part: JsonSchema): boolean =>
  [...looks, ...words].some((key) => part[key] !== undefined) ||
  Object.keys(part).some((key) => key.startsWith('x-'));

/** What several parts say about one property, as one schema; mere limits are left to the check. */
export function effective(all: readonly JsonSchema[]): JsonSchema {
  const drawn = all.filter(draws);
  const [only = {}, ...others] = drawn.length > 0 ? drawn : all;
  return others.length === 0 ? only : { allOf: drawn };
}

const limits = new Set([
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'uniqueItems',
  'not',
  'default',
]);

/** A schema without what changes nothing about how it is drawn. */
export const drawing = (schema: JsonSchema): Json =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !limits.has(key))) as Json;
