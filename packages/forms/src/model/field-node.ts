import type { TextKey } from '../texts/texts.ts';
import type { FieldLayout, Json, JsonSchema } from '../types.ts';
import type { Widget } from '../widgets/widget.ts';
import type { FormModel } from './form-model.ts';
import { FormNode } from './form-node.ts';
import { sameJson } from './pointer.ts';
import { isNullable } from './schema.ts';
import { batch } from './subject.ts';

/** A value that one widget shows. This is also what a widget is handed to draw. */
export class FieldNode extends FormNode {
  readonly widget: Widget;
  /** What the host says about the value, where it is asked; empty for nothing. */
  asked = '';
  /** What was typed, as long as it stands for the value. */
  #typed: string | undefined;
  #memory: unknown;

  constructor(
    model: FormModel,
    parent: FormNode | null,
    key: string,
    schema: JsonSchema,
    spec: FieldLayout,
    widget: Widget,
  ) {
    super(model, parent, key, schema, spec);
    this.widget = widget;
  }

  /** Id of the control that the label names. */
  get control(): string {
    return `${this.id}-control`;
  }

  override get describedBy(): string {
    const note = this.note === '' ? '' : `${this.id}-note`;
    const asked = this.spec.check === undefined ? '' : `${this.id}-asked`;
    return [super.describedBy, note, asked].filter(Boolean).join(' ');
  }

  /** What the widget says about the present value, such as the birth date in an id number. */
  get note(): string {
    return this.widget.note?.(this) ?? '';
  }

  get disabled(): boolean {
    return this.model.context.disabled;
  }

  get lang(): string {
    return this.model.context.lang;
  }

  t(key: TextKey, params?: Record<string, string | number>): string {
    return this.model.context.t(key, params);
  }

  translate(text: string): string {
    return this.model.context.translate(text);
  }

  /** The text in the control. */
  get text(): string {
    const { value } = this;
    if (this.#typed !== undefined) return this.#typed;
    if (value === undefined || value === null) return '';
    return typeof value === 'string' && !this.widget.write ? value : this.#write(value);
  }

  #write(value: Json): string {
    return (
      this.widget.write?.(value, this) ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
    );
  }

  /** Takes what was typed. The text stays in the control as it is, whatever it stands for. */
  type(text: string, composing = false): void {
    batch(() => {
      this.#typed = text;
      const value = this.#read(text);
      this.model.fillFrom(this, value);
      this.model.set(this, value, composing);
    });
  }

  #read(text: string): Json | undefined {
    if (text.trim() === '') return undefined;
    return this.widget.read ? this.widget.read(text, this) : text;
  }

  /** Takes a value that was chosen, undefined for none. */
  choose(value: Json | undefined): void {
    batch(() => {
      this.#typed = undefined;
      this.model.set(this, value);
      this.model.leave(this);
    });
  }

  /** The person has left the field: it is checked and its text tidied. */
  leave(): void {
    batch(() => {
      this.tidy();
      this.model.leave(this);
    });
  }

  /** Shows the value in its usual spelling, unless something would be lost by it. */
  tidy(): void {
    if (this.#typed === undefined) return;
    const { value } = this;
    const usual = value === undefined ? '' : this.#write(value);
    if (!sameJson(this.#read(usual), value)) return;
    this.#typed = undefined;
    this.changed();
  }

  override inherit(before: FormNode): void {
    super.inherit(before);
    if (before instanceof FieldNode && before.widget === this.widget) this.#typed = before.#typed;
  }

  /** The value was changed from outside. */
  forget(): void {
    this.#typed = undefined;
  }

  /** What the widget keeps for this field, such as a running upload. */
  memory<T>(initial: () => T): T {
    this.#memory ??= initial();
    return this.#memory as T;
  }

  override children(): Iterable<FormNode> {
    return [];
  }

  override output(value: Json | undefined): Json | undefined {
    if (value !== undefined || !this.required) return value;
    const { fixed } = this;
    return fixed === undefined && isNullable(this.schema) ? null : fixed;
  }

  /** The only value there can be, where it is not one to agree to. */
  get fixed(): Json | undefined {
    const { const: value } = this.schema;
    return value === true ? undefined : value;
  }

  override filled(value: Json | undefined): Json | undefined {
    const { fixed } = this;
    if (fixed !== undefined && this.required && value === undefined) return fixed;
    return value === undefined ? this.schema.default : value;
  }
}
