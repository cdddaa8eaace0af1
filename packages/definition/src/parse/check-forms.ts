/** Form schemas and layouts beyond their shape. */

import { readFeel } from '../feel/syntax.ts';
import { feelProblem } from '../feel.ts';
import { formats } from '../formats.ts';
import { below, inPlace, pointerKey, pointerKeys, propertyNames, resolve } from '../schema-walk.ts';
import type { JsonSchema, LayoutField, LayoutRule } from '../types.ts';
import { keywords, subschemas } from './keywords.ts';
import { limits } from './limits.ts';
import { patternFault } from './patterns.ts';
import type { FormReading, Reading } from './reading.ts';
import { repetitionFault } from './references.ts';
import { Report } from './report.ts';
import { at } from './source.ts';

export function checkForms({ forms }: Reading): Report[] {
  const seen = new Set<string>();
  return Object.entries(forms).flatMap(([id, form]) => {
    const reports: Report[] = [];
    // Two forms may share one schema: it is checked once.
    if (!seen.has(form.schemaSource.file)) reports.push(checkSchema(id, form));
    seen.add(form.schemaSource.file);
    if (form.layoutSource !== undefined) reports.push(checkLayout(id, form));
    return reports;
  });
}

function checkSchema(form: string, { schema, schemaSource }: FormReading): Report {
  const report = new Report(schemaSource);
  if (schema.type !== 'object') {
    report.add('definition/form-schema', '/type', { form, reason: 'a form is of type object' });
  }
  checkSubschema(schema, '', schema, form, report);
  const fault = repetitionFault(schema);
  if (fault !== undefined)
    report.add('definition/endless-schema', fault.pointer, { form, variant: fault.kind });
  return report;
}

function checkSubschema(
  schema: JsonSchema,
  place: string,
  root: JsonSchema,
  form: string,
  report: Report,
): void {
  for (const [key, value] of Object.entries(schema)) {
    const pointer = place + pointerKey(key);
    if (!keywords.includes(key) && !key.startsWith('x-')) {
      report.addNear('definition/unknown-key', pointer, key, keywords, { key });
    }
    if (key === '$ref' || key === '$dynamicRef') checkReference(String(value), pointer, root, form, report);
    if (key === 'format' && !Object.hasOwn(formats, String(value))) {
      report.addNear('definition/unknown-value', pointer, String(value), Object.keys(formats), {
        key,
        value,
      });
    }
    if (key === 'pattern') checkPattern(String(value), pointer, report);
    if (key === 'x-privacy' && value !== 'masked' && value !== 'sealed') {
      report.addNear('definition/unknown-value', pointer, String(value), ['masked', 'sealed'], {
        key,
        value,
      });
    }
    if (key === 'patternProperties') {
      for (const pattern of Object.keys(value as object)) {
        checkPattern(pattern, pointer + pointerKey(pattern), report);
      }
    }
    for (const [inner, below] of subschemas(key, value)) {
      checkSubschema(inner, pointer + below, root, form, report);
    }
  }
}

function checkReference(
  target: string,
  pointer: string,
  root: JsonSchema,
  form: string,
  report: Report,
): void {
  if (resolve(root, target) !== undefined) return;
  const reason = target.startsWith('#')
    ? `"${target}" leads nowhere`
    : `"${target}" leads out of the file: write "#/$defs/NAME"`;
  report.add('definition/form-schema', pointer, { form, reason });
}

function checkPattern(pattern: string, pointer: string, report: Report): void {
  if (pattern.length > limits.expression) {
    const params = { key: 'pattern', found: pattern.length, limit: limits.expression, variant: 'text' };
    report.add('definition/too-large', pointer, params);
    return;
  }
  const fault = patternFault(pattern);
  if (fault !== undefined) report.add('definition/slow-pattern', pointer, { pattern, variant: fault });
}

function checkLayout(form: string, { schema, layout, layoutSource }: FormReading): Report {
  const report = new Report(layoutSource as NonNullable<typeof layoutSource>);
  const ids = new Set<string>();
  for (const [index, section] of (layout?.sections ?? []).entries()) {
    const place = `/sections/${index}`;
    if (ids.has(section.id)) {
      report.add('definition/duplicate-id', `${place}/id`, { what: { term: 'sectionId' }, id: section.id });
    }
    ids.add(section.id);
    checkFeel(section.when, `${place}/when`, report);
    checkFields(section.fields, `${place}/fields`, inPlace(schema, schema));
  }
  checkRules(layout?.must, '/must', inPlace(schema, schema));
  return report;

  function checkRules(rules: readonly LayoutRule[] = [], place: string, schemas: JsonSchema[]): void {
    for (const [index, { that, at: pointers }] of rules.entries()) {
      checkFeel(that, `${place}/${index}/that`, report);
      for (const [nth, one] of pointers.entries()) follow(one, `${place}/${index}/at/${nth}`, schemas);
    }
  }

  function checkFields(
    fields: readonly (string | LayoutField)[],
    place: string,
    schemas: JsonSchema[],
  ): void {
    for (const [index, one] of fields.entries()) {
      const field: LayoutField = typeof one === 'string' ? { field: one } : one;
      const pointer = typeof one === 'string' ? `${place}/${index}` : `${place}/${index}/field`;
      const found = follow(field.field, pointer, schemas);
      checkFeel(field.when, `${place}/${index}/when`, report);
      checkFeel(field.computed, `${place}/${index}/computed`, report);
      if (found === undefined) continue;
      const items = below(found, '*', schema);
      const inner = items.length > 0 ? items : found;
      if (field.titleField !== undefined) follow(field.titleField, `${place}/${index}/titleField`, inner);
      checkRules(field.must, `${place}/${index}/must`, inner);
      if (field.fields !== undefined) checkFields(field.fields, `${place}/${index}/fields`, inner);
    }
  }

  function follow(path: string, pointer: string, from: JsonSchema[]): JsonSchema[] | undefined {
    let schemas = from;
    for (const key of pointerKeys(path.startsWith('/') ? path : `/${path}`)) {
      const next = below(schemas, key, schema);
      if (next.length === 0) {
        report.addNear('definition/layout-field', pointer, key, propertyNames(schemas), {
          form,
          field: path,
        });
        return undefined;
      }
      schemas = next;
    }
    return schemas;
  }
}

/** What a layout's expressions see depends on where they stand in the form: only their syntax is checked. */
function checkFeel(text: string | undefined, pointer: string, report: Report): void {
  if (text === undefined) return;
  const { fault, references } = readFeel(text);
  if (fault !== undefined) {
    report.problems.push(feelProblem(text, fault.offset, fault.near, at(report.source, pointer)));
  }
  for (const { path, called } of references) {
    if (called && path.length === 1 && (path[0] === 'today' || path[0] === 'now')) {
      report.add('definition/feel-clock', pointer, { function: path[0] });
    }
  }
}
