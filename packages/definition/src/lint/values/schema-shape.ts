/** What a form schema says that a value may be. */
import { below, inPlace, resolve } from '../../schema-walk.ts';
import type { JsonSchema } from '../../types.ts';
import {
  anything,
  eitherNull,
  type Maybe,
  type Range,
  type Shape,
  type Texts,
  union,
  withNull,
} from './shape.ts';

/** The shape of a form's data. */
export const schemaShape = (schema: JsonSchema): Shape => shapeOf([schema], schema);

/**
 * @param schemas all that speak about the value whatever it is, references not yet followed
 * @param others those that may speak about it, under conditions
 */
function shapeOf(
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  others: readonly JsonSchema[] = [],
): Shape {
  const sure = schemas.flatMap((schema) => unconditional(schema, root));
  const all = [...new Set([...schemas, ...others].flatMap((schema) => inPlace(schema, root)))];
  const kinds = kindsOf(sure);
  if (kinds === undefined)
    return all.some(({ properties }) => properties !== undefined) ? objects(sure, all, root) : anything;
  return kinds
    .map((kind): Shape => {
      switch (kind) {
        case 'null':
          return { null: 'yes' };
        case 'boolean':
          return { null: 'no', booleans: listed(sure, 'boolean') ?? [true, false] };
        case 'integer':
        case 'number':
          return { null: 'no', numbers: rangeOf(sure, kind === 'integer') };
        case 'string':
          return { null: 'no', texts: textsIn(sure) };
        case 'array': {
          const items = below(all, '*', root);
          return { null: 'no', list: items.length > 0 ? shapeOf(items, root) : anything };
        }
        default:
          return objects(sure, all, root);
      }
    })
    .reduce(union);
}

/** A schema and what holds together with it whatever the value is. */
export function unconditional(
  schema: JsonSchema,
  root: JsonSchema,
  seen = new Set<JsonSchema>(),
): JsonSchema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
  const parts = [target, ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
  return [schema, ...parts.filter(isSchema).flatMap((part) => unconditional(part, root, seen))];
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindsOf(schemas: readonly JsonSchema[]): string[] | undefined {
  for (const { type } of schemas) {
    if (typeof type === 'string') return [type];
    if (Array.isArray(type)) return type.map(String);
  }
  const values = enumOf(schemas);
  if (values === undefined) return undefined;
  return [...new Set(values.map((value) => (value === null ? 'null' : typeof value)))];
}

function enumOf(schemas: readonly JsonSchema[]): unknown[] | undefined {
  for (const schema of schemas) {
    if (Object.hasOwn(schema, 'const')) return [schema.const];
    if (Array.isArray(schema.enum)) return schema.enum;
    // Values with titles: a list of constants.
    const choices = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isSchema) : [];
    if (choices.length > 0 && choices.every((choice) => Object.hasOwn(choice, 'const'))) {
      return choices.map((choice) => choice.const);
    }
  }
  return undefined;
}

const listed = <T>(schemas: readonly JsonSchema[], kind: string): T[] | undefined =>
  enumOf(schemas)?.filter((value) => typeof value === kind) as T[] | undefined;

function rangeOf(schemas: readonly JsonSchema[], whole: boolean): Range {
  const bound = (key: string, pick: (...values: number[]) => number): number | undefined => {
    const found = schemas.map((schema) => schema[key]).filter((value) => typeof value === 'number');
    return found.length > 0 ? pick(...found) : undefined;
  };
  const listedHere = listed<number>(schemas, 'number');
  const bounds = listedHere
    ? { min: Math.min(...listedHere), max: Math.max(...listedHere) }
    : {
        min: bound('minimum', Math.max),
        max: bound('maximum', Math.min),
        above: bound('exclusiveMinimum', Math.max),
        under: bound('exclusiveMaximum', Math.min),
      };
  const signed = bounds.min === undefined && !('above' in bounds && bounds.above !== undefined);
  const said = Object.entries(bounds).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...(whole ? { whole } : {}), ...(signed ? { signed } : {}) };
}

function textsIn(schemas: readonly JsonSchema[]): Texts {
  const values = listed<string>(schemas, 'string');
  const dates = schemas.some(({ format }) => format === 'date');
  return { ...(values ? { values } : {}), ...(dates ? { dates } : {}) };
}

function objects(sure: readonly JsonSchema[], all: readonly JsonSchema[], root: JsonSchema): Shape {
  const fields = (name: string): Shape | undefined => {
    const found = below(all, name, root);
    if (found.length === 0) return undefined;
    // What only a condition says narrows nothing, unless nobody else says anything.
    const certain = below(sure, name, root);
    return absent(name, shapeOf(certain.length > 0 ? certain : found, root, found), sure, all);
  };
  return { null: 'no', fields };
}

/** A field that is not required may be left out, which reads as null. */
function absent(name: string, shape: Shape, sure: readonly JsonSchema[], all: readonly JsonSchema[]): Shape {
  const required = (schema: JsonSchema): boolean =>
    Array.isArray(schema.required) && schema.required.includes(name);
  const isNull: Maybe = sure.some(required) ? 'no' : all.some(required) ? 'open' : 'yes';
  return withNull(
    shape,
    isNull === 'no' ? shape.null : isNull === 'yes' ? 'yes' : eitherNull(shape, anything),
  );
}
