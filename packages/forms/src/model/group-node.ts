import type { FieldLayout, Json, JsonObject, JsonSchema } from '../types.ts';
import { type Entry, entriesOf, specMap } from './entries.ts';
import type { FormModel } from './form-model.ts';
import { FormNode } from './form-node.ts';
import { hasContent, isObject, sameJson } from './pointer.ts';
import { isNullable } from './schema.ts';
import { drawing, effective, everything, isConditional, shapeOf } from './shape.ts';
import { batch } from './subject.ts';
import { decided, recognised, type Union } from './union.ts';

const none: ReadonlySet<Union> = new Set();

/** An object: the whole form, a nested object, or an item of a repeated group. */
export class GroupNode extends FormNode {
  readonly properties = new Map<string, FormNode>();
  readonly conditional: boolean;
  /** Every choice between shapes that the schema has somewhere. */
  readonly unions: readonly Union[];
  /** Field layouts by pointer, where pointers start: at the form and at each item. */
  readonly specs: ReadonlyMap<string, FieldLayout> | undefined;
  /** The choices that there are as things are. */
  #open = none;
  // Most groups are never asked: what is kept of choices is made when one is.
  #chosen: Map<Union, number> | undefined;
  /** What was typed in the alternatives that are not chosen at present. */
  #kept: Map<JsonSchema, JsonObject> | undefined;
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
    const { properties, unions } = everything(reader, schema);
    this.unions = unions;
    const required = new Set(schema.required);
    for (const [name, inner] of this.members(properties)) {
      const child = model.build(inner, this, name);
      child.required = required.has(name);
      this.properties.set(name, child);
    }
  }

  /** The places inside. */
  protected members(properties: Map<string, JsonSchema>): Map<string, JsonSchema> {
    return properties;
  }

  /** What the layout shows of it, or everything. */
  get entries(): Entry[] {
    this.#entries ??= entriesOf(
      this,
      this.spec.fields ?? [...this.properties.keys()].map((name) => `/${name}`),
    );
    return this.#entries;
  }

  override get demands(): boolean {
    return isNullable(this.schema) ? hasContent(this.value) : super.demands;
  }

  /** Whether the choice is there as things are. */
  open(union: Union): boolean {
    return this.#open.has(union);
  }

  /** Whether a person chooses between the alternatives as things are: nothing else decides. */
  asks(union: Union): boolean {
    return this.#open.has(union) && union.by === undefined;
  }

  /** Which alternative the data has; undefined as long as none was chosen. */
  readonly chosen = (union: Union): number | undefined => {
    const { satisfies } = this.model;
    const value = this.value ?? null;
    const at =
      decided(union, value, satisfies) ??
      this.#chosen?.get(union) ??
      (union.by === undefined ? recognised(union, value, satisfies) : undefined);
    if (at !== undefined && union.by === undefined) this.#choose(union, at);
    return at;
  };

  #choose(union: Union, index: number): void {
    this.#chosen ??= new Map();
    this.#chosen.set(union, index);
  }

  /** Takes another alternative. What was typed in the one before comes back with it. */
  choose(union: Union, index: number): void {
    const before = union.alternatives[this.chosen(union) ?? -1];
    const next = union.alternatives[index];
    if (next === undefined || next === before) return;
    batch(() => {
      const value: JsonObject = isObject(this.value) ? { ...this.value } : {};
      const outside = new Set(Object.keys(this.schema.properties ?? {}));
      const kept: JsonObject = {};
      for (const [name, inner] of Object.entries(before?.properties ?? {})) {
        if (outside.has(name)) continue;
        if (value[name] !== undefined) kept[name] = value[name];
        const other = next.properties?.[name];
        if (other !== undefined && !sameJson(other as Json, inner as Json)) delete value[name];
      }
      this.#kept ??= new Map();
      if (before !== undefined) this.#kept.set(before, kept);
      this.#choose(union, index);
      this.model.put(this, { ...value, ...this.#kept.get(next), ...union.constants(next) });
      this.model.set(this, this.value);
      this.model.leave(this);
    });
  }

  /** Forgets what was chosen: the data tells it. */
  forgetChoices(): void {
    this.#chosen = undefined;
    this.#kept = undefined;
  }

  /** Finds out which properties exist and which are needed; says whether any of that changed. */
  reshape(value: Json | undefined): boolean {
    const { reader, satisfies } = this.model;
    const shape = shapeOf(reader, this.schema, value ?? {}, satisfies, this.chosen);
    let changed =
      [...shape.unions].some((union) => !this.#open.has(union)) || shape.unions.size !== this.#open.size;
    this.#open = shape.unions;
    for (const [name, before] of this.properties) {
      const said = shape.names.get(name);
      const child = said === undefined ? before : this.#redraw(name, before, effective(said));
      const active = said !== undefined;
      const required = shape.required.has(name);
      const implied = shape.implied.has(name);
      const same = child === before && active === child.active && implied === child.implied;
      if (same && required === child.required) continue;
      child.active = active;
      child.required = required;
      child.implied = implied;
      child.changed();
      changed = true;
    }
    return changed;
  }

  /** The node of a property, another one where it has to be drawn in another way now. */
  #redraw(name: string, before: FormNode, schema: JsonSchema): FormNode {
    const { model } = this;
    if (schema === before.source || sameJson(drawing(model.reader.flatten(schema)), drawing(before.schema)))
      return before;
    model.discard(before);
    const next = model.build(schema, this, name);
    this.properties.set(name, next);
    model.enter(next);
    next.inherit(before);
    return next;
  }

  override children(): Iterable<FormNode> {
    return this.properties.values();
  }

  override output(value: Json | undefined): Json | undefined {
    return this.remembered(value, () => this.#output(value));
  }

  #output(value: Json | undefined): Json | undefined {
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
    if (hasContent(result)) return result;
    if (isNullable(this.schema)) return this.required ? null : undefined;
    return this.required ? result : undefined;
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
