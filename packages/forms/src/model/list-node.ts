import type { Json, JsonSchema } from '../types.ts';
import { FieldNode } from './field-node.ts';
import { FormNode } from './form-node.ts';
import { batch } from './subject.ts';

/** Something that was done to the items and can be undone. */
interface Done {
  words: 'removed' | 'moved';
  /** What the item was called, and the place that it has now. */
  params: { title: string; n: number };
  /** Undoes it; answers the item. */
  back(): FormNode;
}

/** More blank items than this are not laid out of themselves, whatever `minItems` says. */
const mostBlank = 20;

/** A repeated group. Items keep their identity when others are removed. */
export class ListNode extends FormNode {
  items: FormNode[] = [];
  /** What was done since the last item was added, the latest last. */
  readonly #done: Done[] = [];

  /** What `undo` takes back. */
  get done(): Done | undefined {
    return this.#done.at(-1);
  }

  /** What was done cannot be undone any more. */
  forgetDone(): void {
    this.#done.length = 0;
  }

  get itemSchema(): JsonSchema {
    return this.model.reader.flatten(this.schema.items);
  }

  override holds(child: FormNode): boolean {
    return this.items.includes(child);
  }

  override keyOf(child: FormNode): string | undefined {
    const index = this.items.indexOf(child);
    return index < 0 ? undefined : String(index);
  }

  /** Makes as many items as the data has. */
  resize(): void {
    const { value } = this;
    const count = Array.isArray(value) ? value.length : 0;
    for (const item of this.items.splice(count)) this.model.discard(item);
    while (this.items.length < count) this.items.push(this.model.build(this.itemSchema, this, ''));
  }

  get canAdd(): boolean {
    return this.items.length < (this.schema.maxItems ?? Number.POSITIVE_INFINITY);
  }

  /** Adds a blank item at the end. */
  add(): FormNode {
    return batch(() => {
      const before = Array.isArray(this.value) ? this.value : [];
      this.forgetDone();
      this.model.put(this, [...before, blank(this.itemSchema)]);
      this.resize();
      const item = this.items.at(-1) as FormNode;
      const filled = item.filled(item.value);
      if (filled !== undefined) this.model.put(item, filled);
      this.model.set(this, this.value);
      this.model.commit();
      return item;
    });
  }

  /** Takes an item out; `undo` puts it back, several in turn, until another is added. */
  remove(item: FormNode): void {
    batch(() => {
      const params = { title: this.headingOf(item), n: 0 };
      const [index, value] = this.#take(item);
      this.#done.push({ words: 'removed', params, back: () => this.#put(item, index, value) });
      this.#renumber();
    });
  }

  /** Puts an item into another place, from 0; `undo` puts it back. */
  move(item: FormNode, to: number): void {
    batch(() => {
      const params = { title: this.headingOf(item), n: to + 1 };
      const [from, value] = this.#take(item);
      const back = () => this.#put(item, from, this.#take(item)[1]);
      this.#done.push({ words: 'moved', params, back });
      this.#put(item, to, value);
      this.#renumber();
    });
  }

  /** Undoes the latest of what was done; answers the item. */
  undo(): FormNode | undefined {
    return batch(() => {
      const item = this.#done.pop()?.back();
      if (item !== undefined) this.#renumber();
      return item;
    });
  }

  #take(item: FormNode): [index: number, value: Json] {
    const index = this.items.indexOf(item);
    const values = Array.isArray(this.value) ? [...this.value] : [];
    const [value = null] = values.splice(index, 1);
    this.items = this.items.filter((other) => other !== item);
    this.model.discard(item);
    this.model.set(this, values);
    return [index, value];
  }

  #put(item: FormNode, index: number, value: Json): FormNode {
    const values = Array.isArray(this.value) ? this.value : [];
    this.items.splice(index, 0, item);
    this.model.adopt(item);
    this.model.set(this, [...values.slice(0, index), value, ...values.slice(index)]);
    return item;
  }

  /** Items show their position, and errors are kept by position. */
  #renumber(): void {
    for (const item of this.items) item.changed();
    this.model.recheck();
    this.model.commit();
    this.changed();
  }

  /** What one item is. */
  get itemLabel(): string {
    const { title } = this.itemSchema;
    return title === undefined ? this.label : this.model.context.translate(title);
  }

  /** How an item is called: by its number, and by what was entered where the layout says so. */
  headingOf(item: FormNode): string {
    const { t } = this.model.context;
    const numbered = t('itemTitle', { group: this.itemLabel, n: this.items.indexOf(item) + 1 });
    const name = this.namesItem(item)?.text.trim() ?? '';
    return name === '' ? numbered : `${numbered} · ${name}`;
  }

  /** The field that names an item. */
  namesItem(item: FormNode): FieldNode | undefined {
    const { titleField } = this.spec;
    const field = titleField === undefined ? undefined : this.model.find(item, titleField);
    return field instanceof FieldNode ? field : undefined;
  }

  override children(): Iterable<FormNode> {
    return this.items;
  }

  override output(value: Json | undefined): Json | undefined {
    return this.remembered(value, () => this.#output(value));
  }

  #output(value: Json | undefined): Json | undefined {
    const items = (Array.isArray(value) ? value : []).map(
      (inner, index) => this.items[index]?.output(inner) ?? inner,
    );
    return items.length === 0 && !this.required ? undefined : items;
  }

  override filled(value: Json | undefined): Json | undefined {
    const given = value ?? this.schema.default;
    const items = Array.isArray(given) ? [...given] : [];
    const least = this.required || given !== undefined ? (this.schema.minItems ?? 0) : 0;
    while (items.length < Math.min(least, mostBlank)) items.push(blank(this.itemSchema));
    return items.length === 0 ? given : items;
  }
}

const blank = (schema: JsonSchema): Json => (schema.type === 'object' || schema.properties ? {} : '');
