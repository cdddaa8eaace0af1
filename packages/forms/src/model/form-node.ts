import { messageOf } from '../texts/messages.ts';
import type { FieldLayout, Json, JsonSchema, SchemaError } from '../types.ts';
import type { FormModel } from './form-model.ts';
import { hasContent, pointerStep } from './pointer.ts';
import type { SectionNode } from './section-node.ts';
import { Subject } from './subject.ts';

/** Why a place is not right: a violated keyword, or words from elsewhere. */
export type FieldError = SchemaError | { readonly text: string };

/** A place in the data. Whoever draws it watches it. */
export abstract class FormNode extends Subject {
  readonly model: FormModel;
  readonly parent: FormNode | null;
  /** What the schema document says about the place, references followed. */
  readonly schema: JsonSchema;
  /** The same as it stands there. */
  source: JsonSchema | undefined;
  readonly spec: FieldLayout;
  /** Unique in its form; controls and messages derive their ids from it. */
  readonly id: string;
  readonly #key: string;
  #revision = -1;
  #before: Json | undefined;
  #made: Json | undefined;

  /** The section that shows it, when it is at the top of one. */
  section: SectionNode | null = null;
  /** The present shape of the parent has it. */
  active = true;
  /** Its `when` holds. */
  shown = true;
  required = false;
  /** Its value follows from a choice: there is nothing to ask. */
  implied = false;
  /** The layout shows it somewhere. */
  placed = false;
  error: FieldError | undefined;
  /** A server's words about the value as it was; gone with the next change. */
  told: string | undefined;
  touched = false;
  /** An error has been shown: from now on it is checked while it is typed. */
  live = false;

  constructor(model: FormModel, parent: FormNode | null, key: string, schema: JsonSchema, spec: FieldLayout) {
    super();
    this.model = model;
    this.parent = parent;
    this.#key = key;
    this.schema = schema;
    this.spec = spec;
    this.id = model.nextId();
    model.know(this);
  }

  /** Property name, or the present position in a list. */
  get key(): string {
    return this.parent === null ? '' : (this.parent.keyOf(this) ?? this.#key);
  }

  /** The key of a child that has none of its own. */
  keyOf(_child: FormNode): string | undefined {
    return undefined;
  }

  /** Whether it still has its place in the form: what was removed from a list may yet be written to. */
  get attached(): boolean {
    return this.parent === null || (this.parent.holds(this) && this.parent.attached);
  }

  /** The name of a child whose schema has no title. */
  labelOf(_child: FormNode): string | undefined {
    return undefined;
  }

  holds(_child: FormNode): boolean {
    return true;
  }

  get path(): string[] {
    return this.parent === null ? [] : [...this.parent.path, this.key];
  }

  get pointer(): string {
    return this.parent === null ? '' : this.parent.pointer + pointerStep(this.key);
  }

  /** Whether it exists, given the data of the form. */
  get present(): boolean {
    return this.active && this.shown && (this.section?.shown ?? true) && (this.parent?.present ?? true);
  }

  /** Whether it has to be there as things are: the parts of an object that may be left out may be left out with it. */
  get needed(): boolean {
    return this.required && (this.parent?.demands ?? true);
  }

  /** Whether what it requires is really required: once there is something in it, or where it must be there itself. */
  get demands(): boolean {
    return (this.required && (this.parent?.demands ?? true)) || hasContent(this.value);
  }

  get value(): Json | undefined {
    return this.model.valueOf(this);
  }

  /** The title in the reader's language. */
  get label(): string {
    const { title } = this.schema;
    return title === undefined
      ? (this.parent?.labelOf(this) ?? this.key)
      : this.model.context.translate(title);
  }

  get help(): string {
    const text = this.spec.help ?? this.schema.description ?? '';
    return text === '' ? '' : this.model.context.translate(text);
  }

  get readonly(): boolean {
    return this.model.context.readonly || this.schema.readOnly === true || (this.parent?.readonly ?? false);
  }

  /** The message in the reader's language, or nothing. */
  get message(): string {
    return this.told ?? (this.error === undefined ? '' : messageOf(this.error, this));
  }

  /** Ids of what describes the place. */
  get describedBy(): string {
    return [this.help === '' ? '' : `${this.id}-help`, this.invalid ? `${this.id}-error` : '']
      .filter(Boolean)
      .join(' ');
  }

  /** Whether the place shows a message. */
  get invalid(): boolean {
    return this.error !== undefined || this.told !== undefined;
  }

  /** Takes the place of a node that was drawn in another way. */
  inherit(before: FormNode): void {
    const { shown, section, error, told, touched, live } = before;
    Object.assign(this, { shown, section, error, told, touched, live });
    for (const inner of this.walk()) inner.placed = before.placed;
  }

  abstract children(): Iterable<FormNode>;

  /** Every node from here downwards. */
  *walk(): Generator<FormNode> {
    yield this;
    for (const child of this.children()) yield* child.walk();
  }

  /** The value without what does not exist; undefined where nothing is left. */
  abstract output(value: Json | undefined): Json | undefined;

  /** What `make` makes of the value, made anew only when the value or what exists has changed: most has not. */
  protected remembered(value: Json | undefined, make: () => Json | undefined): Json | undefined {
    const { revision } = this.model;
    if (this.#revision !== revision || this.#before !== value) this.#made = make();
    this.#revision = revision;
    this.#before = value;
    return this.#made;
  }

  /** The value with the defaults of the schema where nothing is. */
  abstract filled(value: Json | undefined): Json | undefined;
}
