/** What is read before, or without, anybody being able to fill it in. */

import { nearest } from '../../parse/nearest.ts';
import type { FormReading } from '../../parse/reading.ts';
import { below, inPlace, pointerKeys, propertyNames } from '../../schema-walk.ts';
import type { ExpandedStep, JsonSchema, LayoutField } from '../../types.ts';
import type { Context } from '../context.ts';
import { type Finding, finding } from '../finding.ts';
import type { Edit, Fix } from '../fix/edit.ts';
import { formsAt, formsBefore } from '../forms.ts';
import { pathTo } from '../procedures.ts';
import type { ReadExpression } from '../reads.ts';
import { unconditional } from '../values/schema-shape.ts';

export function checkFilled(context: Context): Finding[] {
  return [
    ...neverFilled(context),
    ...fields(context),
    ...Object.entries(context.reading.forms).flatMap(([id, form]) => hidden(id, form)),
  ];
}

/** Rules and letters may serve several steps, and ask whether a form is there: one step at which it may be is enough. */
function neverFilled(context: Context): Finding[] {
  const filled = new Set<string>();
  const empty = new Map<string, Finding>();
  const known = new Map<string, Set<string>>();
  for (const read of context.reads) {
    const procedure = context.procedureOf(read.step);
    const flat = procedure.steps.get(read.step);
    if (flat === undefined || !procedure.reached.has(read.step)) continue;
    const before = known.get(read.step) ?? formsBefore(procedure, read.step);
    known.set(read.step, before);
    const own = formsSeen(read, flat.step, context);
    for (const [form = ''] of read.forms) {
      const place = `${read.source.file} ${read.pointer} ${form}`;
      // Cases of items are opened with what their item says; what else they see is not of this procedure.
      const isThere = procedure.each !== undefined || before.has(form) || own.includes(form);
      if (isThere) filled.add(place);
      else if (!empty.has(place)) {
        const params = { form, step: read.step, expression: read.text };
        const example = pathTo(procedure, read.step);
        empty.set(place, finding('lint/never-filled', read.source, read.pointer, params, { example }));
      }
    }
  }
  return [...empty].flatMap(([place, found]) => (filled.has(place) ? [] : [found]));
}

/**
 * Forms that an expression sees although they are filled in at its own step: a condition on an outcome sees what is
 * written with it, and what the cases of items give back is what was written in them.
 */
function formsSeen({ key }: ReadExpression, step: ExpandedStep, { procedures }: Context): string[] {
  if (key === undefined || key === '/when') return [];
  if (!key.startsWith('/returns/')) return formsAt(step);
  const inner = procedures.find(({ each }) => each === step.id);
  return [...(inner?.steps.values() ?? [])].flatMap((flat) => formsAt(flat.step));
}

function fields(context: Context): Finding[] {
  const told = new Set<string>();
  return context.reads.flatMap((read) =>
    read.forms.flatMap((path) => {
      const [id = '', ...rest] = path;
      const form = context.reading.forms[id];
      const key = `${read.source.file} ${read.pointer} ${path.join('.')}`;
      if (form === undefined || rest.length === 0 || told.has(key)) return [];
      told.add(key);
      return [...undeclared(read, path, form), ...notShown(read, path, form)];
    }),
  );
}

/** A field of an open form that no schema speaks of. Of a closed one reading the programme tells already. */
function undeclared(read: ReadExpression, path: readonly string[], { schema }: FormReading): Finding[] {
  let schemas = inPlace(schema, schema);
  for (const word of path.slice(1)) {
    const items = below(schemas, '*', schema);
    if (items.length > 0) schemas = items;
    const known = propertyNames(schemas);
    const next = below(schemas, word, schema);
    if (next.length > 0) {
      schemas = next;
      continue;
    }
    // What is no object has no fields to declare: dates and texts have parts that FEEL knows.
    if (known.length === 0 || schemas.some(({ additionalProperties }) => additionalProperties === false))
      return [];
    const near = nearest(word, known);
    const params = { expression: read.text, name: path.join('.'), known };
    if (near === undefined) return [finding('lint/field-undeclared', read.source, read.pointer, params)];
    const fix: Fix = {
      title: { en: `Read "${near}" instead`, zh: `改为读取“${near}”` },
      edits: [wordEdit(read, word, near)],
    };
    const told = { ...params, nearest: near, variant: 'nearest' };
    return [finding('lint/field-undeclared', read.source, read.pointer, told, { fix })];
  }
  return [];
}

/** Letters have lines, the rest has pointers. */
function wordEdit({ source, pointer, letter }: ReadExpression, word: string, by: string): Edit {
  const { file } = source;
  return letter === undefined ? { file, pointer, word, by } : { file, line: source.line(pointer), word, by };
}

function notShown(read: ReadExpression, path: readonly string[], form: FormReading): Finding[] {
  const [id = '', ...rest] = path;
  const shown = shownFields(form);
  if (shown === undefined || isShown(rest, shown) || isGiven(rest, form.schema)) return [];
  if (below(inPlace(form.schema, form.schema), rest[0] ?? '', form.schema).length === 0) return [];
  const params = { form: id, expression: read.text, name: path.join('.'), field: rest.join('/') };
  const fix = form.layoutSource === undefined ? undefined : showing(form.layoutSource.file, rest, form);
  return [finding('lint/field-not-shown', read.source, read.pointer, params, { fix })];
}

function hidden(id: string, form: FormReading): Finding[] {
  const shown = shownFields(form);
  if (shown === undefined || form.layoutSource === undefined) return [];
  const { required = [] } = form.schema as { required?: string[] };
  const { layoutSource } = form;
  return required.flatMap((field) => {
    if (isShown([field], shown) || isGiven([field], form.schema)) return [];
    const fix = showing(layoutSource.file, [field], form);
    return [finding('lint/field-hidden', layoutSource, '/sections', { form: id, field }, { fix })];
  });
}

/** Adds a field to the last section. */
function showing(file: string, path: readonly string[], { layout, schema }: FormReading): Fix | undefined {
  const last = (layout?.sections.length ?? 0) - 1;
  const [field = ''] = path;
  const isList = below(below(inPlace(schema, schema), field, schema), '*', schema).length > 0;
  const name = isList ? field : path.join('/');
  if (last < 0) return undefined;
  return {
    title: { en: `Add "${name}" to the layout`, zh: `在布局中加入“${name}”` },
    edits: [{ file, pointer: `/sections/${last}/fields/-`, value: name }],
  };
}

/** The fields that a layout shows, as paths; those below a field without fields of its own are shown with it. */
function shownFields({ layout }: FormReading): { path: string[]; whole: boolean }[] | undefined {
  if (layout === null) return undefined;
  const walk = (
    list: readonly (string | LayoutField)[],
    above: string[],
  ): { path: string[]; whole: boolean }[] =>
    list.flatMap((one) => {
      const { field, fields: inner } = typeof one === 'string' ? { field: one, fields: undefined } : one;
      const path = [...above, ...pointerKeys(field.startsWith('/') ? field : `/${field}`)];
      return [{ path, whole: inner === undefined }, ...(inner === undefined ? [] : walk(inner, path))];
    });
  return layout.sections.flatMap((section) => walk(section.fields, []));
}

/** Whether a field is shown itself, within something shown as a whole, or in part. */
function isShown(path: readonly string[], shown: readonly { path: string[]; whole: boolean }[]): boolean {
  const agrees = (one: readonly string[], other: readonly string[]) =>
    one.every((word, index) => other[index] === word);
  return shown.some((one) => agrees(path, one.path) || (one.whole && agrees(one.path, path)));
}

/** The schemas that speak of a property by its name; the values that it may have are not among them. */
function declared(above: readonly JsonSchema[], field: string): JsonSchema[] {
  return above.flatMap(({ properties }) => {
    const found =
      typeof properties === 'object' && properties !== null ? Reflect.get(properties, field) : undefined;
    return typeof found === 'object' && found !== null ? [found as JsonSchema] : [];
  });
}

/** Whether the schema itself says what the value is, so that nobody needs to fill it in. */
function isGiven(path: readonly string[], root: JsonSchema): boolean {
  const [field = ''] = path.slice(-1);
  const above = path.slice(0, -1).reduce((here, word) => below(here, word, root), inPlace(root, root));
  const schemas = declared(above, field);
  const sure = schemas.flatMap((schema) => unconditional(schema, root));
  return sure.some((schema) => ['const', 'default', 'readOnly'].some((key) => Object.hasOwn(schema, key)));
}
