/** The keywords of JSON Schema 2020-12 that a form may use, by what they hold. */
import { pointerKey } from '../schema-walk.ts';
import type { JsonSchema } from '../types.ts';

/** Hold one schema. */
export const schemaPlaces = new Set([
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Hold a list of schemas. */
export const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);

/** Hold schemas by name. */
export const schemaMaps = new Set(['$defs', 'dependentSchemas', 'patternProperties', 'properties']);

const others = [
  '$anchor',
  '$comment',
  '$dynamicAnchor',
  '$dynamicRef',
  '$id',
  '$ref',
  '$schema',
  'const',
  'contentEncoding',
  'contentMediaType',
  'default',
  'dependentRequired',
  'deprecated',
  'description',
  'discriminator',
  'enum',
  'examples',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxContains',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minContains',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'readOnly',
  'required',
  'title',
  'type',
  'uniqueItems',
  'writeOnly',
];

export const keywords: readonly string[] = [...schemaPlaces, ...schemaLists, ...schemaMaps, ...others].sort();

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schemas below a keyword, each with its JSON Pointer below it. */
export function subschemas(key: string, value: unknown): [JsonSchema, string][] {
  if (schemaPlaces.has(key)) return isSchema(value) ? [[value, '']] : [];
  if (schemaLists.has(key) && Array.isArray(value)) {
    return value.flatMap((part, index) => (isSchema(part) ? [[part, `/${index}`]] : []));
  }
  if (schemaMaps.has(key) && isSchema(value)) {
    return Object.entries(value).flatMap(([name, part]) =>
      isSchema(part) ? [[part, pointerKey(name)]] : [],
    );
  }
  return [];
}
