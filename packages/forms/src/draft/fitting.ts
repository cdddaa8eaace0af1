import { FieldNode } from '../model/field-node.ts';
import { FormModel } from '../model/form-model.ts';
import type { FormNode } from '../model/form-node.ts';
import { GroupNode } from '../model/group-node.ts';
import { ListNode } from '../model/list-node.ts';
import { hasContent, isObject, pointerStep, sameJson, valueAt } from '../model/pointer.ts';
import { choicesOf, typeOf } from '../model/schema.ts';
import type { Json, JsonObject, JsonSchema } from '../types.ts';

/** The pointer with `*` for every item. */
export const placeOf = (pointer: string): string => pointer.replace(/\/\d+(?=\/|$)/g, '/*');

/** What the fields with an answer are called, by place. */
export function namesIn(model: FormModel): Record<string, string> {
  const names: Record<string, string> = {};
  for (const node of model.root.walk())
    if (node instanceof FieldNode && hasContent(node.value)) names[placeOf(node.pointer)] = node.label;
  return names;
}

/**
 * What of an earlier form's data has a place in this form, and the pointers of what has none. Text in place of a
 * number stays: somebody was still typing it. What the host gave stays, too, whether it is shown or not.
 */
export function fitting(
  { reader, context }: FormModel,
  draft: JsonObject,
  given: JsonObject,
): { value: JsonObject; dropped: string[] } {
  const dropped: string[] = [];
  const { root } = new FormModel({
    schema: reader.root,
    layout: null,
    value: draft,
    validate: () => true,
    context,
    fill: false,
  });
  const drop = (value: Json, pointer: string) => {
    if (hasContent(value) && value !== '') dropped.push(pointer);
    return undefined;
  };
  const fit = (node: FormNode, value: Json, pointer: string): Json | undefined => {
    if (value === null) return value;
    if (node instanceof FieldNode) return fits(node, value) ? value : drop(value, pointer);
    if (node instanceof ListNode) {
      if (!Array.isArray(value)) return drop(value, pointer);
      const items = value.map((item, index) => {
        const inner = node.items[index];
        return inner === undefined ? undefined : fit(inner, item, `${pointer}/${index}`);
      });
      return items.filter((item) => item !== undefined);
    }
    if (!(node instanceof GroupNode)) return value;
    if (!isObject(value)) return drop(value, pointer);
    const kept: JsonObject = {};
    for (const [name, inner] of Object.entries(value)) {
      const child = node.properties.get(name);
      const at = pointer + pointerStep(name);
      const own = valueAt(given, [...node.path, name]) !== undefined;
      const next = child === undefined ? (own ? inner : drop(inner, at)) : fit(child, inner, at);
      if (next !== undefined) kept[name] = next;
    }
    return kept;
  };
  return { value: (fit(root, draft, '') ?? {}) as JsonObject, dropped };
}

/** Whether a widget can show the value: a choice that is no more offered would be there unseen. */
function fits({ schema }: FieldNode, value: Json): boolean {
  const several = typeOf(schema) === 'array';
  const choices = choicesOf(several ? ((schema.items ?? {}) as JsonSchema) : schema);
  if (choices.length > 0) {
    return [value].flat().every((one) => choices.some((choice) => sameJson(choice.value, one as Json)));
  }
  return several === Array.isArray(value) && (typeOf(schema) === 'object') === isObject(value);
}
