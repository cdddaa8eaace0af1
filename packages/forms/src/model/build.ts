import type { FieldLayout, JsonSchema } from '../types.ts';
import { widgetFor, widgetNamed } from '../widgets/widget.ts';
import { FieldNode } from './field-node.ts';
import type { FormModel } from './form-model.ts';
import type { FormNode } from './form-node.ts';
import { GroupNode } from './group-node.ts';
import { ListNode } from './list-node.ts';
import { pointerStep } from './pointer.ts';
import { FormFault, typeOf } from './schema.ts';
import { TupleNode } from './tuple-node.ts';

/** A schema may nest objects this deep; one that contains itself would go on for ever. */
const deepest = 16;

/** Where a layout says nothing. Hundreds of places share it. */
const unsaid: FieldLayout = { field: '/' };

/** What the layout says about the child `key` of `parent`; pointers start at the form or at the item. */
function specOf(parent: FormNode, key: string): FieldLayout {
  let pointer = pointerStep(key);
  for (let node: FormNode | null = parent; node !== null; node = node.parent) {
    if (node instanceof GroupNode && node.specs !== undefined) return node.specs.get(pointer) ?? unsaid;
    pointer = pointerStep(node.key) + pointer;
  }
  return unsaid;
}

function depthOf(node: FormNode | null): number {
  return node === null ? 0 : 1 + depthOf(node.parent);
}

/** Makes the node for a schema: a field where a widget takes it, else a group, a list, or plain text. */
export function buildNode(
  model: FormModel,
  schema: JsonSchema,
  parent: FormNode | null,
  key: string,
  fields?: FieldLayout['fields'],
): FormNode {
  const flat = withFlatItems(model, model.reader.flatten(schema));
  const isItem = parent instanceof ListNode;
  const given = isItem ? parent.spec.fields : fields;
  const spec: FieldLayout =
    parent === null || isItem ? { field: '', ...(given && { fields: given }) } : specOf(parent, key);
  if (depthOf(parent) > deepest) {
    throw new FormFault(
      'form/schema',
      `The schema nests objects more than ${deepest} deep at ${parent?.pointer}.`,
    );
  }
  const node = make(model, flat, parent, key, spec);
  node.source = schema;
  if (isItem) node.required = true;
  if (spec.when !== undefined || spec.computed !== undefined) model.ruled.add(node);
  if (node instanceof GroupNode && node.conditional) model.groups.add(node);
  return node;
}

function make(
  model: FormModel,
  schema: JsonSchema,
  parent: FormNode | null,
  key: string,
  spec: FieldLayout,
): FormNode {
  if (parent !== null) {
    const named = spec.computed === undefined ? spec.widget : 'computed';
    const widget = named === undefined ? (hinted(schema) ?? widgetFor(schema, spec)) : widgetNamed(named);
    if (widget !== undefined) return new FieldNode(model, parent, key, schema, spec, widget);
    if (named !== undefined) {
      throw new FormFault(
        'form/layout',
        `The layout asks for the widget "${named}", which is not registered.`,
      );
    }
  }
  const type = typeOf(schema);
  if (type === 'object') return new GroupNode(model, parent, key, schema, spec);
  if (type === 'array' && schema.prefixItems !== undefined)
    return new TupleNode(model, parent, key, schema, spec);
  if (type === 'array') return new ListNode(model, parent, key, schema, spec);
  throw new FormFault(
    'form/schema',
    `No widget fits the type "${type}" of ${(parent?.pointer ?? '') + key || 'the form'}.`,
  );
}

/** The widget that the schema itself suggests; a hint that no widget answers is passed over. */
const hinted = (schema: JsonSchema) =>
  typeof schema['x-widget'] === 'string' ? widgetNamed(schema['x-widget']) : undefined;

/** Widgets of whole lists look at what is in them. */
function withFlatItems(model: FormModel, schema: JsonSchema): JsonSchema {
  const { items } = schema;
  if (typeof items !== 'object' || (items.$ref === undefined && items.allOf === undefined)) return schema;
  return { ...schema, items: model.reader.flatten(items) };
}
