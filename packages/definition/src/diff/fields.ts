/** The fields of a form schema, flat: what each asks for, whatever the schema is put together of. */
import { pointerKey, resolve } from '../schema-walk.ts';
import type { JsonSchema } from '../types.ts';
import { canonical } from './equal.ts';
import { isPlain, type Plain } from './targets.ts';

export interface Field {
  /** Pointer into the data; `*` for any entry of a list. Empty for the form itself. */
  path: string;
  /** Pointer into the schema. */
  at: string;
  /** Titles from the outermost field in. */
  titles: string[];
  required: boolean;
  /** Choices by value, where they are listed. */
  choices?: Map<string, string>;
  /** Everything else that is said of the value itself. */
  says: Plain;
}

export interface FormFields {
  fields: Map<string, Field>;
  /** Rules between fields and combinations, as canonical JSON with the path of the object that has them. */
  conditions: Map<string, { path: string; condition: unknown; at: string }>;
}

/** Deeper than this a schema refers to itself. */
const DEEPEST = 12;

export function fieldsOf(schema: JsonSchema): FormFields {
  const found: FormFields = { fields: new Map(), conditions: new Map() };
  const root = { path: '', at: '', titles: [], required: true };
  walk(schema, schema, root, found, 0);
  return found;
}

type Place = Pick<Field, 'path' | 'at' | 'titles' | 'required'>;

function walk(schema: JsonSchema, root: JsonSchema, place: Place, found: FormFields, depth: number): void {
  if (depth > DEEPEST || found.fields.has(place.path)) return;
  const parts = together(schema, root);
  const says: Plain = {};
  for (const part of [...parts].reverse()) {
    for (const [key, value] of Object.entries(part)) if (!structure.has(key)) says[key] = value;
  }
  const choices = choicesOf(parts);
  found.fields.set(place.path, { ...place, ...(choices ? { choices } : {}), says });
  for (const part of parts) {
    for (const condition of conditionsOf(part)) {
      const key = `${place.path} ${canonical(condition)}`;
      found.conditions.set(key, { path: place.path, condition, at: place.at });
    }
  }
  const required = new Set(parts.flatMap((part) => (Array.isArray(part.required) ? part.required : [])));
  for (const part of parts) {
    for (const [name, property] of Object.entries(isPlain(part.properties) ? part.properties : {})) {
      if (!isPlain(property)) continue;
      const inner: Place = {
        path: `${place.path}${pointerKey(name)}`,
        at: part === schema ? `${place.at}/properties${pointerKey(name)}` : place.at,
        titles: [...place.titles, titleOf(property, root) ?? name],
        required: required.has(name),
      };
      walk(property, root, inner, found, depth + 1);
    }
    if (isPlain(part.items)) {
      const inner: Place = {
        path: `${place.path}/*`,
        at: part === schema ? `${place.at}/items` : place.at,
        titles: place.titles,
        required: true,
      };
      walk(part.items, root, inner, found, depth + 1);
    }
  }
}

/** Keys that say how a schema is put together; `$comment` and the like say nothing. */
const structure = new Set([
  ...['$ref', '$defs', '$schema', '$id', '$comment', 'properties', 'required', 'items', 'allOf'],
  ...['if', 'then', 'else', 'anyOf', 'oneOf', 'not', 'enum', 'dependentRequired', 'dependentSchemas'],
]);

/** The schema, what it refers to and what it adds without a condition; what stands nearer comes first. */
function together(schema: JsonSchema, root: JsonSchema, seen = new Set<JsonSchema>()): JsonSchema[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
  const all = Array.isArray(schema.allOf) ? schema.allOf : [];
  const parts = [target, ...all.filter((part) => isPlain(part) && !('if' in part))].filter(isPlain);
  return [schema, ...parts.flatMap((part) => together(part, root, seen))];
}

/** Rules that hold between fields, each as a schema of its own. */
function conditionsOf(schema: JsonSchema): unknown[] {
  const { if: condition, then, else: otherwise } = schema;
  const found: unknown[] = condition === undefined ? [] : [{ if: condition, then, else: otherwise }];
  for (const part of Array.isArray(schema.allOf) ? schema.allOf : [])
    if (isPlain(part) && 'if' in part) found.push(part);
  for (const key of ['anyOf', 'not', 'dependentRequired', 'dependentSchemas']) {
    if (schema[key] !== undefined) found.push({ [key]: schema[key] });
  }
  if (Array.isArray(schema.oneOf) && listed(schema.oneOf) === undefined) found.push({ oneOf: schema.oneOf });
  return found;
}

function choicesOf(schemas: readonly JsonSchema[]): Map<string, string> | undefined {
  for (const { enum: values, oneOf } of schemas) {
    if (Array.isArray(values)) return new Map(values.map((value) => [String(value), String(value)]));
    const choices = Array.isArray(oneOf) ? listed(oneOf) : undefined;
    if (choices) return choices;
  }
  return undefined;
}

/** `oneOf` as a list of choices: each a constant with its title. */
function listed(oneOf: readonly unknown[]): Map<string, string> | undefined {
  const choices = oneOf.filter(isPlain).filter((choice) => 'const' in choice);
  if (choices.length === 0 || choices.length < oneOf.length) return undefined;
  return new Map(choices.map(({ const: value, title }) => [String(value), String(title ?? value)]));
}

const titleOf = (schema: JsonSchema, root: JsonSchema): string | undefined =>
  together(schema, root)
    .map(({ title }) => title)
    .find((title) => typeof title === 'string');
