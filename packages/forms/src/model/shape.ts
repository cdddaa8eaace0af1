import type { Json, JsonSchema } from '../types.ts';
import { isObject } from './pointer.ts';
import type { SchemaReader } from './schema.ts';

/** Whether `data` satisfies `schema`. */
export type Satisfies = (schema: JsonSchema | boolean, data: Json) => boolean;

export interface Shape {
  names: Set<string>;
  required: Set<string>;
}

const parts = (schema: JsonSchema) =>
  (schema.allOf ?? []).filter((part): part is JsonSchema => typeof part === 'object');

/** Every property that an object can have, those of its conditional branches included. */
export function allProperties(reader: SchemaReader, schema: JsonSchema): Map<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  const collect = (part: JsonSchema | boolean | undefined) => {
    const flat = reader.flatten(part);
    for (const [name, inner] of Object.entries(flat.properties ?? {})) {
      if (typeof inner === 'object' && !found.has(name)) found.set(name, inner);
    }
    for (const inner of parts(flat)) collect(inner);
    collectBranches(flat);
  };
  const collectBranches = (flat: JsonSchema) => {
    if (flat.if === undefined) return;
    for (const branch of [flat.then, flat.else]) if (branch !== undefined) collect(branch);
  };
  collect(schema);
  return found;
}

/** Whether the shape of the object depends on its data. */
export function isConditional(reader: SchemaReader, schema: JsonSchema): boolean {
  const flat = reader.flatten(schema);
  return (
    flat.if !== undefined ||
    flat.dependentRequired !== undefined ||
    parts(flat).some((part) => isConditional(reader, part))
  );
}

/** The properties an object has and needs, given its data. A branch that says `false` takes a property away. */
export function shapeOf(reader: SchemaReader, schema: JsonSchema, data: Json, satisfies: Satisfies): Shape {
  const shape: Shape = { names: new Set(), required: new Set() };
  const away = new Set<string>();
  const apply = (part: JsonSchema | boolean | undefined) => {
    const flat = reader.flatten(part);
    for (const [name, inner] of Object.entries(flat.properties ?? {})) {
      if (inner === false) away.add(name);
      else shape.names.add(name);
    }
    for (const name of flat.required ?? []) shape.required.add(name);
    for (const [name, needed] of Object.entries(flat.dependentRequired ?? {})) {
      if (isObject(data) && data[name] !== undefined) for (const other of needed) shape.required.add(other);
    }
    for (const inner of parts(flat)) apply(inner);
    if (flat.if !== undefined) apply(satisfies(flat.if, data) ? flat.then : flat.else);
  };
  apply(schema);
  for (const name of away) shape.names.delete(name);
  return shape;
}
