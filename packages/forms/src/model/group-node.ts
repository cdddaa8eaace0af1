import type { FieldLayout, Json, JsonObject, JsonSchema } from '../types.ts';
import { type Entry, entriesOf, specMap } from './entries.ts';
import type { FormModel } from './form-model.ts';
import { FormNode } from './form-node.ts';
import { hasContent, isObject } from './pointer.ts';
import { allProperties, isConditional, shapeOf } from './shape.ts';

/** An object: the whole form, a nested object, or an item of a repeated group. */
export class GroupNode extends FormNode {
  readonly properties = new Map<string, FormNode>();
  readonly conditional: boolean;
  /** Field layouts by pointer, where pointers start: at the form and at each item. */
  readonly specs: ReadonlyMap<string, FieldLayout> | undefined;
  #entries: Entry[] | undefined;

  constructor(model: FormModel, parent: FormNode | null, key: string, schema: JsonSchema, spec: FieldLayout) {
    super(model, parent, key, schema, spec);
    const { reader } = model;
    if (spec.field === '') {
      // The form itself and the items of a list are there, whatever is in them.
      this.required = true;
      this.specs = specMap(spec.fields);
    }
    this.conditional = isConditional(reader, schema);
    const required = new Set(schema.required);
    for (const [name, inner] of allProperties(reader, schema)) {
      const child = model.build(inner, this, name);
      child.required = required.has(name);
      this.properties.set(name, child);
    }
  }

  /** What the layout shows of it, or everything. */
  get entries(): Entry[] {
    this.#entries ??= entriesOf(
      this,
      this.spec.fields ?? [...this.properties.keys()].map((name) => `/${name}`),
    );
    return this.#entries;
  }

  /** Finds out which properties exist and which are needed; says whether any of that changed. */
  reshape(value: Json | undefined): boolean {
    const shape = shapeOf(this.model.reader, this.schema, value ?? {}, this.model.satisfies);
    let changed = false;
    for (const [name, child] of this.properties) {
      const active = shape.names.has(name);
      const required = shape.required.has(name);
      if (active === child.active && required === child.required) continue;
      child.active = active;
      child.required = required;
      child.changed();
      changed = true;
    }
    return changed;
  }

  override children(): Iterable<FormNode> {
    return this.properties.values();
  }

  override output(value: Json | undefined): Json | undefined {
    const source = isObject(value) ? value : {};
    const result: JsonObject = {};
    const take = (name: string, inner: Json | undefined) => {
      if (inner !== undefined) result[name] = inner;
    };
    for (const [name, inner] of Object.entries(source)) {
      const child = this.properties.get(name);
      if (child === undefined) take(name, inner);
      else if (child.active && child.shown && (child.section?.shown ?? true)) take(name, child.output(inner));
    }
    for (const [name, child] of this.properties) {
      if (!Object.hasOwn(source, name) && child.required && child.present)
        take(name, child.output(undefined));
    }
    return this.required || hasContent(result) ? result : undefined;
  }

  override filled(value: Json | undefined): Json | undefined {
    const given = value ?? this.schema.default;
    const result: JsonObject = isObject(given) ? { ...given } : {};
    for (const [name, child] of this.properties) {
      const inner = child.filled(result[name]);
      if (inner !== undefined) result[name] = inner;
    }
    return this.required || value !== undefined || hasContent(result) ? result : undefined;
  }
}
