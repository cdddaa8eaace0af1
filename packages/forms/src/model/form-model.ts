import type { Json, JsonObject, JsonSchema, Layout, Validate } from '../types.ts';
import { buildNode } from './build.ts';
import type { FormContext } from './context.ts';
import { entriesOf } from './entries.ts';
import { errorsByPointer, errorsOfChosen } from './errors.ts';
import { FieldNode } from './field-node.ts';
import type { FieldError, FormNode } from './form-node.ts';
import { GroupNode } from './group-node.ts';
import { ListNode } from './list-node.ts';
import { isObject, parsePointer, sameJson, valueAt, withValueAt } from './pointer.ts';
import { FormFault, SchemaReader, typeOf } from './schema.ts';
import { SectionNode } from './section-node.ts';
import { type Evaluate, settle } from './settle.ts';
import { batch, Subject } from './subject.ts';
import { TupleNode } from './tuple-node.ts';
import { createCheck, createValidator } from './validator.ts';

/** How many models each form has had: it counts for itself, so that a server and a browser come to the same ids. */
const counts = new WeakMap<FormContext, number>();

export interface FormModelOptions {
  schema: JsonSchema;
  layout: Layout | null;
  value: JsonObject;
  validate: Validate | null;
  context: FormContext;
  /** Whether blank items and defaults are filled in. */
  fill: boolean;
}

/** The state of a form without its looks: data, what exists, what is wrong. It is changed through its nodes. */
export class FormModel {
  readonly reader: SchemaReader;
  readonly context: FormContext;
  readonly root: GroupNode;
  readonly sections: SectionNode[];
  /** Told after each change of the data, with the node that changed. */
  readonly data = new Subject();
  /** Told when a person is done with a change: a field was left, something chosen, added or removed. */
  readonly committed = new Subject();
  /** Told when the list of all errors may have changed. */
  readonly summary = new Subject();
  /** Told when a section has come or gone. */
  readonly outline = new Subject();
  /** Nodes and sections that FEEL decides about. */
  readonly ruled = new Set<FormNode | SectionNode>();
  readonly groups = new Set<GroupNode>();
  /** What may be written only. */
  readonly secret = new Set<FormNode>();
  /** Counts how often something came into being or went. */
  revision = 0;
  /** What is still on its way, such as uploads, and where to. */
  readonly busy = new Map<object, FormNode>();
  validate: Validate;
  evaluate: Evaluate | undefined;
  lastChanged: FormNode | undefined;
  /** Errors of the whole form by pointer, whether shown or not. */
  errors: ReadonlyMap<string, FieldError> = new Map();
  /** What else finds something wrong, besides the schema: by pointer, what it says. */
  readonly judges: (() => Iterable<[string, FieldError]>)[] = [];

  #value: JsonObject;
  #output: JsonObject | undefined;
  readonly #fill: boolean;
  readonly #check;
  readonly #number: number;
  #ids = 0;
  /** Every node of the form, by the number in its id. */
  readonly #nodes: FormNode[] = [];
  #uncommitted = false;
  #checked = false;

  constructor({ schema, layout, value, validate, context, fill }: FormModelOptions) {
    if (!isObject(schema)) throw new FormFault('form/schema', 'The schema is not a JSON Schema object.');
    this.reader = new SchemaReader(schema);
    this.#check = createCheck(this.reader);
    this.context = context;
    this.#number = (counts.get(context) ?? 0) + 1;
    counts.set(context, this.#number);
    this.#value = value;
    this.#fill = fill;
    const fields = layout?.sections?.flatMap((section) => section.fields);
    if (typeOf(this.reader.flatten(schema)) !== 'object') {
      throw new FormFault('form/schema', 'The schema has to describe an object with properties.');
    }
    const root = buildNode(this, schema, null, '', fields) as GroupNode;
    this.root = root;
    this.validate = validate ?? createValidator(this.reader);
    this.sections = layout
      ? layout.sections.map((spec) => new SectionNode(this.nextId(), spec, entriesOf(root, spec.fields)))
      : [new SectionNode(this.nextId(), undefined, root.entries)];
    for (const section of this.sections) if (section.spec?.when !== undefined) this.ruled.add(section);
    this.load(value);
  }

  nextId(): string {
    this.#ids += 1;
    return `aid${this.#number}-${this.#ids}`;
  }

  /** The node of that id, as long as it has its place in the form. */
  nodeOf(id: string): FormNode | undefined {
    const node = this.#nodes[numberIn(id)];
    return node?.id === id ? node : undefined;
  }

  /** All data as typed, that of places that do not exist included. */
  get value(): JsonObject {
    return this.#value;
  }

  /** All data as typed but what may be written only: that is kept nowhere. */
  get draft(): JsonObject {
    let draft: JsonObject = this.#value;
    for (const node of this.secret)
      if (node.attached) draft = (withValueAt(draft, node.path, undefined) ?? {}) as JsonObject;
    return draft;
  }

  /** The data of what exists: this is what is checked, handed out and sent. */
  get output(): JsonObject {
    this.#output ??= (this.root.output(this.#value) ?? {}) as JsonObject;
    return this.#output;
  }

  /** Whether the data branch of a schema holds. */
  readonly satisfies = (schema: JsonSchema | boolean, data: Json): boolean =>
    this.#check(schema, data).length === 0;

  /** Takes other data as a whole. */
  load(value: JsonObject): void {
    batch(() => {
      this.lastChanged = undefined;
      this.#value = value;
      this.reveal();
      if (this.#fill) this.put(this.root, this.root.filled(value));
      this.#sync(this.root);
      for (const node of this.root.walk()) {
        if (node instanceof FieldNode) node.forget();
        node.error = undefined;
        node.told = undefined;
        node.touched = false;
        node.live = false;
        node.changed();
      }
      settle(this);
      this.summary.changed();
      this.data.changed();
    });
  }

  /** Gives a node that came into being later what the others had from the beginning. */
  enter(node: FormNode): void {
    const filled = this.#fill ? node.filled(node.value) : undefined;
    if (filled !== undefined) this.put(node, filled);
    this.#sync(node);
  }

  #sync(node: FormNode): void {
    if (node instanceof GroupNode) node.forgetChoices();
    if (node instanceof ListNode) {
      node.forgetDone();
      node.resize();
      if (this.#fill) for (const item of node.items) this.put(item, item.filled(item.value));
    }
    for (const child of node.children()) this.#sync(child);
  }

  build(schema: JsonSchema, parent: FormNode, key: string): FormNode {
    return buildNode(this, schema, parent, key);
  }

  valueOf(node: FormNode): Json | undefined {
    return valueAt(this.#value, node.path);
  }

  /** Whether the form has to wait before it can be sent. */
  get waiting(): boolean {
    return [...this.busy.values()].some((node) => node.attached && node.present);
  }

  /** Writes a value without any of its consequences. */
  put(node: FormNode, value: Json | undefined): void {
    const { parent } = node;
    if (parent instanceof TupleNode && !Array.isArray(parent.value)) this.put(parent, []);
    this.#value = (withValueAt(this.#value, node.path, value) ?? {}) as JsonObject;
    this.#output = undefined;
  }

  /** The output has to be made anew: something came into being or went. */
  reveal(): void {
    this.revision += 1;
    this.#output = undefined;
  }

  /** Writes a value, or takes note of one that was put, and lets what depends on it follow. While `composing`, no message changes. */
  set(node: FormNode, value: Json | undefined, composing = false): void {
    if (!node.attached) return;
    batch(() => {
      const optional = optionalAround(node);
      const before = optional.map((group) => group.demands);
      if (!sameJson(node.value, value)) this.put(node, value);
      for (const [index, group] of optional.entries()) {
        if (group.demands !== before[index]) for (const inner of group.walk()) inner.changed();
      }
      node.told = undefined;
      this.lastChanged = node;
      this.#uncommitted = true;
      node.changed();
      settle(this, node);
      if (node.live && !composing) this.recheck();
      this.data.changed();
    });
  }

  /** Fills other fields from what is entered in this one, where a layout asks for that. */
  fillFrom: (field: FieldNode, value: Json | undefined) => void = () => undefined;

  /** A person has left the node: from now on its error shows. */
  leave(node: FormNode): void {
    node.touched = true;
    this.recheck(node);
    this.commit();
  }

  /** A change is done. */
  commit(): void {
    if (this.#uncommitted) this.committed.changed();
    this.#uncommitted = false;
  }

  /**
   * A field that has to be filled in and is not. It makes the form wrong, and is found without checking everything.
   * Once that was done, it is done again at once: what a validator costs is its first run.
   */
  get missing(): FieldNode | undefined {
    if (this.#checked) return undefined;
    for (const node of this.root.walk()) {
      const empty = node instanceof FieldNode && node.present && node.output(node.value) === undefined;
      if (empty && node.needed) return node;
    }
    return undefined;
  }

  /** Checks everything and shows nothing. */
  findErrors(): ReadonlyMap<string, FieldError> {
    this.#checked = true;
    const valid = this.validate(this.output) === true;
    const errors: Map<string, FieldError> = valid
      ? new Map()
      : errorsByPointer(this, errorsOfChosen(this, this.validate.errors ?? [], this.#check));
    for (const judge of this.judges)
      for (const [pointer, error] of judge()) if (!errors.has(pointer)) errors.set(pointer, error);
    this.errors = errors;
    return errors;
  }

  /** Has `evaluate` decide what exists from now on. */
  follow(evaluate: Evaluate): void {
    batch(() => {
      this.evaluate = evaluate;
      settle(this);
      this.data.changed();
    });
  }

  /** FEEL could not be loaded: better to ask too much than to hide what is needed. */
  showEverything(): void {
    this.follow(() => true);
  }

  /** Checks everything; a message shows where the person has been. Says whether all is well. */
  recheck(left?: FormNode): boolean {
    const valid = this.findErrors().size === 0;
    batch(() => {
      for (const node of this.root.walk()) {
        const showing = node === left || node.live;
        const error = showing && node.touched && node.present ? this.errors.get(node.pointer) : undefined;
        if (error !== undefined) node.live = true;
        if (!sameJson(error as Json | undefined, node.error as Json | undefined)) {
          node.error = error;
          node.changed();
        }
      }
      this.summary.changed();
    });
    return valid;
  }

  /** Shows every error there is. Says whether all is well. */
  showAll(): boolean {
    for (const node of this.root.walk()) {
      node.touched = true;
      node.live = true;
    }
    return this.recheck();
  }

  /** Shows the errors of some places. Says whether there is none. */
  show(nodes: Iterable<FormNode>): boolean {
    const all = [...nodes];
    for (const node of all) {
      node.touched = true;
      node.live = true;
    }
    this.recheck();
    return !all.some((node) => node.present && node.invalid);
  }

  /** The node at `pointer` below `from`; undefined where the schema has none. */
  find(from: FormNode, pointer: string): FormNode | undefined {
    let here: FormNode | undefined = from;
    for (const key of parsePointer(pointer)) {
      if (here instanceof GroupNode) here = here.properties.get(key);
      else if (here instanceof ListNode) here = here.items[Number(key)];
      else return undefined;
    }
    return here;
  }

  /** Takes note of a node that came into being. */
  know(node: FormNode): void {
    this.#nodes[numberIn(node.id)] = node;
    if (node.schema.writeOnly === true) this.secret.add(node);
  }

  /** Takes a node out of what FEEL decides about. */
  discard(node: FormNode): void {
    for (const inner of node.walk()) {
      this.ruled.delete(inner);
      delete this.#nodes[numberIn(inner.id)];
      this.secret.delete(inner);
      if (inner instanceof GroupNode) this.groups.delete(inner);
    }
  }

  /** Has FEEL decide about a node and what is below it. */
  adopt(node: FormNode): void {
    for (const inner of node.walk()) {
      this.know(inner);
      if (inner.spec.when !== undefined || inner.spec.computed !== undefined) this.ruled.add(inner);
      if (inner instanceof GroupNode && inner.conditional) this.groups.add(inner);
    }
  }
}

const numberIn = (id: string): number => Number(id.slice(id.indexOf('-') + 1));

/** The objects around a node that may be left out as long as nothing is in them. */
function optionalAround(node: FormNode): FormNode[] {
  const found: FormNode[] = [];
  for (let here = node.parent; here !== null; here = here.parent) if (!here.required) found.push(here);
  return found;
}
