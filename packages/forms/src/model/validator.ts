import type { Json, JsonSchema, SchemaError, Validate } from '../types.ts';
import { formats } from '../values/formats.ts';
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

const texts: Keyword = (schema, data, report) => {
  if (typeof data !== 'string') return;
  const length = schema.minLength === undefined && schema.maxLength === undefined ? 0 : [...data].length;
  if (schema.minLength !== undefined && length < schema.minLength)
    report('minLength', { limit: schema.minLength });
  if (schema.maxLength !== undefined && length > schema.maxLength)
    report('maxLength', { limit: schema.maxLength });
  if (schema.pattern !== undefined && !patternOf(schema.pattern).test(data)) {
    report('pattern', { pattern: schema.pattern });
  }
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
  if (schema.additionalProperties === false) {
    for (const name of Object.keys(data)) {
      if (schema.properties === undefined || !Object.hasOwn(schema.properties, name)) {
        report('additionalProperties', { additionalProperty: name });
      }
    }
  }
};

const keywords = [general, texts, numbers, lists, objects];

/**
 * Checks data by interpreting the schema, for the keywords that forms know, with errors in Ajv's words.
 * It serves where no compiled validator is at hand, and to decide conditional branches.
 */
export function createCheck(reader: SchemaReader) {
  const check = (schema: JsonSchema | boolean | undefined, data: Json, path = ''): SchemaError[] => {
    if (schema === undefined || schema === true) return [];
    if (schema === false) return [{ keyword: 'false schema', instancePath: path, params: {} }];
    const errors: SchemaError[] = [];
    const report: Report = (keyword, params) => errors.push({ keyword, instancePath: path, params });
    const passes = (part: JsonSchema | boolean) => check(part, data, path).length === 0;
    if (schema.$ref !== undefined) errors.push(...check(reader.target(schema.$ref), data, path));
    for (const keyword of keywords) keyword(schema, data, report);
    if (isObject(data)) {
      for (const [name, inner] of Object.entries(schema.properties ?? {})) {
        const value = Object.hasOwn(data, name) ? data[name] : undefined;
        if (value !== undefined) errors.push(...check(inner, value, path + pointerStep(name)));
      }
    }
    if (Array.isArray(data) && schema.items !== undefined) {
      for (const [index, item] of data.entries())
        errors.push(...check(schema.items, item, `${path}/${index}`));
    }
    for (const part of schema.allOf ?? []) errors.push(...check(part, data, path));
    if (schema.anyOf !== undefined && !schema.anyOf.some(passes)) report('anyOf', {});
    if (schema.oneOf !== undefined && schema.oneOf.filter(passes).length !== 1) report('oneOf', {});
    if (schema.not !== undefined && passes(schema.not)) report('not', {});
    if (schema.if !== undefined)
      errors.push(...check(passes(schema.if) ? schema.then : schema.else, data, path));
    return errors;
  };
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
