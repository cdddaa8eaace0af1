/** Finding one's way in a form schema: which subschemas speak about a place in the data. */
import type { JsonSchema } from './types.ts';

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inPlaceLists = ['allOf', 'anyOf', 'oneOf'] as const;
const inPlaceSchemas = ['if', 'then', 'else'] as const;

/** The schema and all that speak about the same value: references resolved, combinations opened. */
export function inPlace(schema: JsonSchema, root: JsonSchema): JsonSchema[] {
  const found = new Set<JsonSchema>();
  const open = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const target = typeof next.$ref === 'string' ? resolve(root, next.$ref) : undefined;
    const parts: unknown[] = [target, ...inPlaceSchemas.map((key) => next?.[key])];
    for (const key of inPlaceLists) parts.push(...asList(next[key]));
    if (isSchema(next.dependentSchemas)) parts.push(...Object.values(next.dependentSchemas));
    open.push(...parts.filter(isSchema).reverse());
  }
  return [...found];
}

/** The subschemas for a property of an object, or for the item of a list (`index` a number). */
export function below(schemas: readonly JsonSchema[], key: string, root: JsonSchema): JsonSchema[] {
  return schemas
    .flatMap((schema) => [...propertySchemas(schema, key), ...itemSchemas(schema, key)])
    .flatMap((schema) => inPlace(schema, root));
}

/** The subschemas that speak about the place in the data that a JSON Pointer names. */
export function schemasAt(root: JsonSchema, pointer: string): JsonSchema[] {
  return pointerKeys(pointer).reduce((schemas, key) => below(schemas, key, root), inPlace(root, root));
}

/** Names of the properties that any of the schemas declares. */
export const propertyNames = (schemas: readonly JsonSchema[]): string[] => [
  ...new Set(
    schemas.flatMap((schema) => (isSchema(schema.properties) ? Object.keys(schema.properties) : [])),
  ),
];

/** The unescaped keys of a JSON Pointer. */
export const pointerKeys = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** One key as a part of a JSON Pointer, with its slash. */
export const pointerKey = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

function propertySchemas(schema: JsonSchema, key: string): JsonSchema[] {
  const { properties, additionalProperties } = schema;
  if (isSchema(properties) && Object.hasOwn(properties, key)) return [properties[key]].filter(isSchema);
  return [additionalProperties].filter(isSchema);
}

function itemSchemas(schema: JsonSchema, key: string): JsonSchema[] {
  if (!/^(0|[1-9][0-9]*|\*)$/.test(key)) return [];
  const fixed = asList(schema.prefixItems)[Number(key)];
  return [fixed ?? schema.items].filter(isSchema);
}

/** What a reference inside a schema document leads to; undefined when it leads nowhere or out of it. */
export function resolve(root: JsonSchema, reference: string): unknown {
  if (!/^#(?:\/|$)/.test(reference)) return undefined;
  let place: unknown = root;
  for (const key of pointerKeys(decoded(reference.slice(1)))) {
    const here = place;
    place =
      typeof here === 'object' && here !== null && Object.hasOwn(here, key)
        ? Reflect.get(here, key)
        : undefined;
  }
  return place;
}

/** A reference is part of a URI and may be escaped like one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
