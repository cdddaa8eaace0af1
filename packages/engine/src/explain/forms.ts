/** Form data as a reader sees it: titles of fields in the order of the form, words in place of codes. */
import {
  type JsonSchema,
  propertyNames,
  schemasBelow,
  schemasInPlace,
  type ValueUnit,
} from '@aidflow/definition';
import type { Programme } from '../programme.ts';
import type { Json, JsonObject } from '../types.ts';
import type { ExplainedField, ExplainedForm } from './explanation.ts';

/** The forms of a case, in the order of the definition; what was not filled in is left out. */
export function explainForms(programme: Programme, data: Record<string, JsonObject>): ExplainedForm[] {
  return Object.entries(programme.forms).flatMap(([id, { title, schema }]) => {
    const given = data[id];
    if (given === undefined) return [];
    const fields: ExplainedField[] = [];
    walk(given, schemasInPlace(schema, schema), schema, [], fields);
    return fields.length === 0 ? [] : [{ id, title, fields }];
  });
}

function walk(
  value: Json,
  schemas: readonly JsonSchema[],
  root: JsonSchema,
  path: string[],
  fields: ExplainedField[],
): void {
  if (value === null || value === '') return;
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    for (const [index, item] of value.entries()) {
      walk(item, schemasBelow(schemas, String(index), root), root, [...path, String(index + 1)], fields);
    }
    return;
  }
  if (typeof value === 'object' && !Array.isArray(value)) {
    const names = propertyNames(schemas).filter((name) => Object.hasOwn(value, name));
    for (const name of new Set([...names, ...Object.keys(value)])) {
      const inner = schemasBelow(schemas, name, root);
      walk(value[name] ?? null, inner, root, [...path, titleOf(inner) ?? name], fields);
    }
    return;
  }
  const unit = schemas.some((schema) => schema['x-unit'] === 'fen') ? { unit: 'fen' as ValueUnit } : {};
  fields.push({ path, value: spoken(value, schemas, root), ...unit, ...formatOf(schemas) });
}

function formatOf(schemas: readonly JsonSchema[]): Pick<ExplainedField, 'format'> {
  const formats = schemas.flatMap(({ format, 'x-widget': widget }) => [format, widget]);
  if (formats.includes('date')) return { format: 'date' };
  return formats.includes('division') || formats.includes('division-code') ? { format: 'division' } : {};
}

function titleOf(schemas: readonly JsonSchema[]): string | undefined {
  return schemas.map(({ title }) => title).find((title) => typeof title === 'string');
}

/** A code by what the form calls it. */
function spoken(value: Json, schemas: readonly JsonSchema[], root: JsonSchema): Json {
  if (Array.isArray(value)) {
    return value.map((item, index) => spoken(item, schemasBelow(schemas, String(index), root), root));
  }
  for (const schema of schemas) {
    // A box that must be ticked is called by its field; a choice by itself.
    if (schema.const === value && value !== true && typeof schema.title === 'string') return schema.title;
    const titles = schema['x-enum-titles'];
    const place = Array.isArray(schema.enum) ? schema.enum.indexOf(value) : -1;
    if (Array.isArray(titles) && typeof titles[place] === 'string') return titles[place];
  }
  return value;
}
