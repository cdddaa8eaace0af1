import { formats } from '@aidflow/definition';
import type { FieldLayout, JsonSchema, Layout } from '../types.ts';
import { registerStandardWidgets } from '../widgets/standard.ts';
import { widgetFor, widgetNamed } from '../widgets/widget.ts';
import { bareContext } from './bare-context.ts';
import { fieldLayout } from './entries.ts';
import { FieldNode } from './field-node.ts';
import { FormModel } from './form-model.ts';
import type { FormNode } from './form-node.ts';
import { GroupNode } from './group-node.ts';
import { ListNode } from './list-node.ts';
import { isObject, pointerStep } from './pointer.ts';
import { choicesOf, SchemaReader, typeOf } from './schema.ts';
import { unionOf } from './union.ts';

/** Something that a schema or layout asks for and a form cannot show, or cannot show in full. */
export interface Unsupported {
  in: 'schema' | 'layout';
  /** JSON pointer into that document. */
  pointer: string;
  /** The keyword that it is about. */
  keyword: string;
  /**
   * - `any-value`: nothing says what kind of value it is; a line of text is shown
   * - `several-types`: only the first type can be entered
   * - `mixed-choice`: the alternatives are neither constants nor shapes of an object; the first kind can be entered
   * - `open-names`: properties of names that nobody foresaw can be kept but not entered
   * - `more-items`: items after the fixed ones can be kept but not entered
   * - `recursion`: an object holds itself outside of a list
   * - `encoding`: the text would have to be encoded by hand
   * - `format`: a line of text that has to be typed exactly as the format is written; where the format is not one of
   *   this project's, only the validators that the form is given check it
   * - `reference`: refers to something outside of the document or to nothing
   * - `no-such-field`, `no-such-widget`, `no-such-section`: the layout names what there is not
   * - `left-out`: required, and the layout shows it nowhere
   */
  reason:
    | 'any-value'
    | 'several-types'
    | 'mixed-choice'
    | 'open-names'
    | 'more-items'
    | 'recursion'
    | 'encoding'
    | 'format'
    | 'reference'
    | 'no-such-field'
    | 'no-such-widget'
    | 'no-such-section'
    | 'left-out';
}

/** Everything of a schema, and of a layout if there is one, that a form could not show. An empty list is a promise. */
export function unsupported(schema: JsonSchema, layout: Layout | null = null): Unsupported[] {
  registerStandardWidgets();
  const found = new SchemaWalk(schema).found;
  const broken = found.some(({ reason }) => reason === 'reference' || reason === 'recursion');
  return layout === null || broken ? found : [...found, ...inLayout(schema, layout)];
}

/** Keywords of which one has to say what a value is. */
const kinds = [
  'type',
  'enum',
  'const',
  'properties',
  'items',
  'prefixItems',
  'oneOf',
  'anyOf',
  'format',
  'x-widget',
];

const describing = (schema: JsonSchema): boolean =>
  [...kinds, '$ref', '$dynamicRef', 'allOf'].some((key) => schema[key] !== undefined);

/** The schemas that a schema refers to directly. */
const targetsOf = (reader: SchemaReader, { $ref, $dynamicRef }: JsonSchema): JsonSchema[] =>
  [$ref, $dynamicRef].flatMap((ref) => {
    const target = ref === undefined ? undefined : reader.target(ref);
    return typeof target === 'object' ? [target] : [];
  });

/** What one part says about one property. */
interface Told {
  name: string;
  inner: JsonSchema | boolean;
  place: string;
}

/** Formats that are checked, and that no widget helps to write. */
const exact = new Set(['time', 'date-time', 'uuid']);

class SchemaWalk {
  readonly found: Unsupported[] = [];
  readonly #reader: SchemaReader;
  readonly #seen = new Set<unknown>();

  constructor(schema: JsonSchema) {
    this.#reader = new SchemaReader(schema);
    this.#value(schema, '', []);
  }

  #tell(pointer: string, keyword: string, reason: Unsupported['reason']): void {
    this.found.push({ in: 'schema', pointer, keyword, reason });
  }

  /** A schema of a value that a form has to show. `around` are the objects it is in, up to the next list. */
  #value(schema: JsonSchema | boolean, pointer: string, around: readonly JsonSchema[]): void {
    if (schema === false) return;
    if (schema === true) {
      this.#tell(pointer, '', 'any-value');
      return;
    }
    const flat = this.#flat(schema, pointer);
    if (flat === undefined) return;
    const places = [schema, flat, ...targetsOf(this.#reader, schema)];
    if (places.some((place) => around.includes(place))) {
      this.#tell(pointer, '$ref', 'recursion');
      return;
    }
    if (this.#seen.has(flat)) return;
    this.#seen.add(flat);
    if (!kinds.some((key) => flat[key] !== undefined)) {
      this.#tell(pointer, 'type', 'any-value');
      return;
    }
    const types = (Array.isArray(flat.type) ? flat.type : []).filter((type) => type !== 'null');
    if (types.length > 1) this.#tell(pointer, 'type', 'several-types');
    this.#choice(flat, pointer);
    const type = typeOf(flat);
    const hint = flat['x-widget'];
    const named = typeof hint === 'string' && widgetNamed(hint) !== undefined;
    const alone =
      named || (widgetFor(flat, { field: '' }) !== undefined && (type === 'object' || type === 'array'));
    if (alone) return;
    if (type === 'object') this.#object(schema, flat, pointer, [...around, ...places]);
    else if (type === 'array') this.#list(flat, pointer);
    else if (type === 'string') this.#text(flat, pointer);
  }

  #flat(schema: JsonSchema, pointer: string): JsonSchema | undefined {
    try {
      return this.#reader.flatten(schema);
    } catch {
      this.#tell(pointer, '$ref', 'reference');
      return undefined;
    }
  }

  #choice(flat: JsonSchema, pointer: string): void {
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const listed = flat[keyword];
      if (listed === undefined) continue;
      const limits = listed.every(
        (part) => isObject(part) && !kinds.some((key) => part[key] !== undefined) && part.$ref === undefined,
      );
      const shown = choicesOf(flat).length > 0 || unionOf(this.#reader, flat) !== undefined;
      if (!limits && !shown) this.#tell(pointer, keyword, 'mixed-choice');
    }
  }

  /** The properties of an object, those of its parts and branches included. */
  #object(schema: JsonSchema, flat: JsonSchema, pointer: string, around: readonly JsonSchema[]): void {
    for (const keyword of ['additionalProperties', 'unevaluatedProperties', 'patternProperties']) {
      const open = flat[keyword];
      if (isObject(open) && Object.keys(open).length > 0) this.#tell(pointer, keyword, 'open-names');
    }
    const told: Told[] = [];
    this.#parts(schema, pointer, told, new Set());
    // A part that only limits a property says nothing about what it is, as long as another part does.
    for (const { name, inner, place } of told) {
      const describes = (one: JsonSchema | boolean) => typeof one === 'object' && describing(one);
      const others = told.filter((other) => other.name === name && other.inner !== inner);
      if (describes(inner) || !others.some((other) => describes(other.inner)))
        this.#value(inner, place, around);
    }
  }

  #parts(part: JsonSchema | boolean | undefined, pointer: string, told: Told[], visited: Set<unknown>): void {
    if (typeof part !== 'object' || visited.has(part)) return;
    visited.add(part);
    for (const ref of [part.$ref, part.$dynamicRef]) {
      if (ref === undefined) continue;
      const place = ref.startsWith('#/') ? decodeURIComponent(ref.slice(1)) : pointer;
      this.#parts(this.#reader.target(ref), place, told, visited);
    }
    for (const [name, inner] of Object.entries(part.properties ?? {}))
      told.push({ name, inner, place: `${pointer}/properties${pointerStep(name)}` });
    for (const key of ['allOf', 'oneOf', 'anyOf'] as const) {
      for (const [index, inner] of (part[key] ?? []).entries())
        this.#parts(inner, `${pointer}/${key}/${index}`, told, visited);
    }
    for (const key of ['then', 'else'] as const) this.#parts(part[key], `${pointer}/${key}`, told, visited);
    for (const [name, inner] of Object.entries(part.dependentSchemas ?? {}))
      this.#parts(inner, `${pointer}/dependentSchemas${pointerStep(name)}`, told, visited);
  }

  #list(flat: JsonSchema, pointer: string): void {
    const { items, prefixItems, unevaluatedItems } = flat;
    for (const [index, inner] of (prefixItems ?? []).entries())
      this.#value(inner, `${pointer}/prefixItems/${index}`, []);
    if (prefixItems !== undefined) {
      if (isObject(items)) this.#tell(pointer, 'items', 'more-items');
      if (isObject(unevaluatedItems)) this.#tell(pointer, 'unevaluatedItems', 'more-items');
    } else if (items === undefined) this.#tell(pointer, 'items', 'any-value');
    else this.#value(items, `${pointer}/items`, []);
  }

  #text(flat: JsonSchema, pointer: string): void {
    for (const keyword of ['contentEncoding', 'contentMediaType'])
      if (flat[keyword] !== undefined) this.#tell(pointer, keyword, 'encoding');
    if (flat.format !== undefined && (formats[flat.format] === undefined || exact.has(flat.format)))
      this.#tell(pointer, 'format', 'format');
  }
}

type Fields = readonly (string | FieldLayout)[];

function inLayout(schema: JsonSchema, layout: Layout): Unsupported[] {
  const found: Unsupported[] = [];
  const tell = (pointer: string, keyword: string, reason: Unsupported['reason']) =>
    found.push({ in: 'layout', pointer, keyword, reason });
  const withoutUnknown = (fields: Fields, pointer: string): FieldLayout[] =>
    fields.map((given, index) => {
      const { widget, fields: inner, ...spec } = fieldLayout(given);
      const here = `${pointer}/${index}`;
      const known = widget === undefined || widgetNamed(widget) !== undefined;
      if (!known) tell(here, 'widget', 'no-such-widget');
      return {
        ...spec,
        ...(known && widget !== undefined && { widget }),
        ...(inner !== undefined && { fields: withoutUnknown(inner, `${here}/fields`) }),
      };
    });
  const sections = layout.sections.map((section, index) => ({
    ...section,
    fields: withoutUnknown(section.fields, `/sections/${index}/fields`),
  }));
  const model = new FormModel({
    schema,
    layout: { ...layout, sections },
    value: {},
    validate: null,
    context: bareContext(),
    fill: true,
  });
  for (const node of [...model.root.walk()])
    if (node instanceof ListNode && node.items.length === 0 && node.canAdd) node.add();
  const look = (from: FormNode, fields: Fields, pointer: string) => {
    for (const [index, { field, fields: inner }] of fields.map(fieldLayout).entries()) {
      const here = `${pointer}/${index}`;
      const node = model.find(from, field);
      if (node === undefined || node === from) tell(here, 'field', 'no-such-field');
      else if (inner !== undefined) {
        const place = node instanceof ListNode ? node.items[0] : node;
        if (place instanceof GroupNode) look(place, inner, `${here}/fields`);
      }
    }
  };
  const ids = new Set(sections.map(({ id }) => id));
  for (const [at, step] of (Array.isArray(layout.steps) ? layout.steps : []).entries()) {
    for (const [index, id] of step.sections.entries())
      if (!ids.has(id)) tell(`/steps/${at}/sections/${index}`, 'sections', 'no-such-section');
  }
  for (const [index, section] of sections.entries())
    look(model.root, section.fields, `/sections/${index}/fields`);
  for (const node of model.root.walk()) {
    const given = node.schema.default ?? (node instanceof FieldNode ? node.fixed : undefined);
    if (
      node instanceof FieldNode &&
      node.required &&
      node.parent === model.root &&
      !node.placed &&
      given === undefined
    )
      tell(`/sections`, node.key, 'left-out');
  }
  return found;
}
