import { formats } from '@aidflow/definition';
import type { Json, JsonObject, JsonSchema, SchemaError, Validate } from '../types.ts';

import { isObject, pointerStep, sameJson } from './pointer.ts';
import type { SchemaReader } from './schema.ts';

type Report = (keyword: string, params: Record<string, unknown>, path?: string) => void;
type Keyword = (schema: JsonSchema, data: Json, report: Report) => void;

const isType = (type: string, data: Json): boolean => {
  if (type === 'integer') return Number.isInteger(data);
  if (type === 'array') return Array.isArray(data);
  if (type === 'object') return isObject(data);
  if (type === 'null') return data === null;
  return typeof data === type;
};

const general: Keyword = (schema, data, report) => {
  if (schema.type !== undefined) {
    const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
    if (!types.some((type) => isType(type, data))) report('type', { type: schema.type });
  }
  if (schema.const !== undefined && !sameJson(schema.const, data)) {
    report('const', { allowedValue: schema.const });
  }
  if (schema.enum !== undefined && !schema.enum.some((value) => sameJson(value, data))) {
    report('enum', { allowedValues: schema.enum });
  }
};

const patterns = new Map<string, RegExp>();
const patternOf = (source: string): RegExp => {
  const known = patterns.get(source) ?? new RegExp(source, 'u');
  patterns.set(source, known);
  return known;
};

/** Two repetitions, or alternatives that repeat: matching may take for ever, so such a pattern counts only once it has been looked at. */
export const repeats = /[*+}|].*[*+}]/s;
const sound = new Set<string>();

/** The pattern ends whatever is typed: from now on it is asked. */
export const trustPattern = (source: string): void => {
  sound.add(source);
};

const texts: Keyword = (schema, data, report) => {
  if (typeof data !== 'string') return;
  const length = schema.minLength === undefined && schema.maxLength === undefined ? 0 : [...data].length;
  if (schema.minLength !== undefined && length < schema.minLength)
    report('minLength', { limit: schema.minLength });
  if (schema.maxLength !== undefined && length > schema.maxLength)
    report('maxLength', { limit: schema.maxLength });
  const { pattern } = schema;
  if (
    pattern !== undefined &&
    (sound.has(pattern) || !repeats.test(pattern)) &&
    !patternOf(pattern).test(data)
  )
    report('pattern', { pattern });
  if (schema.format !== undefined && formats[schema.format]?.(data) === false) {
    report('format', { format: schema.format });
  }
};

const numbers: Keyword = (schema, data, report) => {
  if (typeof data !== 'number') return;
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (minimum !== undefined && data < minimum) report('minimum', { comparison: '>=', limit: minimum });
  if (maximum !== undefined && data > maximum) report('maximum', { comparison: '<=', limit: maximum });
  if (exclusiveMinimum !== undefined && data <= exclusiveMinimum) {
    report('exclusiveMinimum', { comparison: '>', limit: exclusiveMinimum });
  }
  if (exclusiveMaximum !== undefined && data >= exclusiveMaximum) {
    report('exclusiveMaximum', { comparison: '<', limit: exclusiveMaximum });
  }
  if (multipleOf !== undefined && !Number.isInteger(data / multipleOf)) report('multipleOf', { multipleOf });
};

const lists: Keyword = (schema, data, report) => {
  if (!Array.isArray(data)) return;
  const { minItems, maxItems } = schema;
  if (minItems !== undefined && data.length < minItems) report('minItems', { limit: minItems });
  if (maxItems !== undefined && data.length > maxItems) report('maxItems', { limit: maxItems });
  if (schema.uniqueItems === true) {
    const twice = data.findIndex((item, index) =>
      data.slice(0, index).some((other) => sameJson(item, other)),
    );
    if (twice >= 0) report('uniqueItems', { i: twice });
  }
};

const objects: Keyword = (schema, data, report) => {
  if (!isObject(data)) return;
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(data, name)) report('required', { missingProperty: name });
  }
  for (const [property, needed] of Object.entries(schema.dependentRequired ?? {})) {
    for (const name of Object.hasOwn(data, property) ? needed : []) {
      if (!Object.hasOwn(data, name)) report('dependentRequired', { property, missingProperty: name });
    }
  }
  const { minProperties, maxProperties } = schema;
  const count = Object.keys(data).length;
  if (minProperties !== undefined && count < minProperties) report('minProperties', { limit: minProperties });
  if (maxProperties !== undefined && count > maxProperties) report('maxProperties', { limit: maxProperties });
};

const keywords = [general, texts, numbers, lists, objects];

/** What of an object or list a schema has looked at: `unevaluatedProperties` and `unevaluatedItems` take the rest. */
class Seen {
  readonly names = new Set<string>();
  /** Positions below this one. */
  items = 0;
  /** Positions of what a list has to contain. */
  readonly contained = new Set<number>();

  take(other: Seen): void {
    for (const name of other.names) this.names.add(name);
    this.items = Math.max(this.items, other.items);
    for (const index of other.contained) this.contained.add(index);
  }
}

/**
 * Checks data by interpreting the schema, for the keywords that forms know, with errors in Ajv's words.
 * It serves where no compiled validator is at hand, and to decide conditional branches.
 */
export function createCheck(reader: SchemaReader) {
  const check = (
    schema: JsonSchema | boolean | undefined,
    data: Json,
    path = '',
    seen: Seen = new Seen(),
  ): SchemaError[] => {
    if (schema === undefined || schema === true) return [];
    if (schema === false) return [{ keyword: 'false schema', instancePath: path, params: {} }];
    const errors: SchemaError[] = [];
    const report: Report = (keyword, params) => errors.push({ keyword, instancePath: path, params });
    /** What a part finds; what it has looked at counts only where it holds. */
    const attempt = (part: JsonSchema | boolean): SchemaError[] => {
      const looked = new Seen();
      const found = check(part, data, path, looked);
      if (found.length === 0) seen.take(looked);
      return found;
    };
    const passes = (part: JsonSchema | boolean) => attempt(part).length === 0;
    for (const ref of [schema.$ref, schema.$dynamicRef])
      if (ref !== undefined) errors.push(...attempt(reader.target(ref)));
    for (const keyword of keywords) keyword(schema, data, report);
    for (const part of schema.allOf ?? []) errors.push(...attempt(part));
    if (schema.anyOf !== undefined && schema.anyOf.filter(passes).length === 0) report('anyOf', {});
    if (schema.oneOf !== undefined && schema.oneOf.filter(passes).length !== 1) report('oneOf', {});
    if (schema.not !== undefined && check(schema.not, data).length === 0) report('not', {});
    if (schema.if !== undefined) {
      const branch = passes(schema.if) ? schema.then : schema.else;
      if (branch !== undefined) errors.push(...attempt(branch));
    }
    if (isObject(data)) inObject(schema, data, path, seen, errors, attempt);
    if (Array.isArray(data)) inList(schema, data, path, seen, errors, report);
    return errors;
  };

  /** What is inside an object. */
  function inObject(
    schema: JsonSchema,
    data: JsonObject,
    path: string,
    seen: Seen,
    errors: SchemaError[],
    attempt: (part: JsonSchema | boolean) => SchemaError[],
  ): void {
    const look = (name: string, inner: JsonSchema | boolean) => {
      seen.names.add(name);
      errors.push(...check(inner, data[name] as Json, path + pointerStep(name)));
    };
    const report = (keyword: string, params: Record<string, unknown>) =>
      errors.push({ keyword, instancePath: path, params });
    for (const [name, branch] of Object.entries(schema.dependentSchemas ?? {}))
      if (Object.hasOwn(data, name)) errors.push(...attempt(branch));
    const names = Object.keys(data);
    if (schema.propertyNames !== undefined) {
      for (const name of names)
        if (check(schema.propertyNames, name).length > 0) report('propertyNames', { propertyName: name });
    }
    for (const name of names) {
      let named = false;
      const own = schema.properties !== undefined && Object.hasOwn(schema.properties, name);
      if (own) {
        named = true;
        look(name, schema.properties?.[name] ?? true);
      }
      for (const [pattern, inner] of Object.entries(schema.patternProperties ?? {})) {
        if (!patternOf(pattern).test(name)) continue;
        named = true;
        look(name, inner);
      }
      const { additionalProperties } = schema;
      if (named || additionalProperties === undefined) continue;
      seen.names.add(name);
      if (additionalProperties === false) report('additionalProperties', { additionalProperty: name });
      else look(name, additionalProperties);
    }
    const { unevaluatedProperties } = schema;
    if (unevaluatedProperties === undefined) return;
    for (const name of names.filter((one) => !seen.names.has(one))) {
      if (unevaluatedProperties === false) report('unevaluatedProperties', { unevaluatedProperty: name });
      else look(name, unevaluatedProperties);
    }
  }

  /** What is inside a list. */
  function inList(
    schema: JsonSchema,
    data: Json[],
    path: string,
    seen: Seen,
    errors: SchemaError[],
    report: Report,
  ): void {
    const { prefixItems = [], items, contains, minContains = 1, maxContains, unevaluatedItems } = schema;
    for (const [index, item] of data.entries()) {
      const rest = items === false ? undefined : items;
      const inner = index < prefixItems.length ? prefixItems[index] : rest;
      if (inner !== undefined) errors.push(...check(inner, item, `${path}/${index}`));
    }
    if (items === false && data.length > prefixItems.length) report('items', { limit: prefixItems.length });
    seen.items = Math.max(seen.items, items === undefined ? prefixItems.length : data.length);
    if (contains !== undefined) {
      const contained = [...data.keys()].filter((index) => check(contains, data[index] as Json).length === 0);
      for (const index of contained) seen.contained.add(index);
      if (contained.length < minContains || contained.length > (maxContains ?? data.length))
        report('contains', { minContains, ...(maxContains !== undefined && { maxContains }) });
    }
    if (unevaluatedItems === undefined) return;
    const rest = [...data.keys()].filter((index) => index >= seen.items && !seen.contained.has(index));
    if (unevaluatedItems === false && rest.length > 0) report('unevaluatedItems', { limit: seen.items });
    else
      for (const index of rest)
        errors.push(...check(unevaluatedItems, data[index] as Json, `${path}/${index}`));
    seen.items = data.length;
  }

  return check;
}

/** A validator of the whole document, in the form of Ajv's standalone code. */
export function createValidator(reader: SchemaReader): Validate {
  const check = createCheck(reader);
  const validate: Validate = (data) => {
    validate.errors = check(reader.root, data as Json);
    return validate.errors.length === 0;
  };
  return validate;
}
