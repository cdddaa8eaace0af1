import type { FieldNode } from '../model/field-node.ts';
import { choicesOf, typeOf } from '../model/schema.ts';
import type { Json, JsonObject, JsonSchema } from '../types.ts';
import { fieldsOf, modelOf } from './fields.ts';
import type { ServerForm } from './render-form.ts';

/** What a field was filled with, by the texts that were sent under its name. */
function fill(field: FieldNode, texts: readonly string[]): void {
  const [first] = texts;
  const { schema } = field;
  const items = typeOf(schema) === 'array' ? choicesOf((schema.items ?? {}) as JsonSchema) : [];
  const choices = choicesOf(schema);
  const chosen = (list: readonly { value: Json }[]) =>
    texts.flatMap((text) => list[Number(text)]?.value ?? []);
  if (items.length > 0) {
    const values = chosen(items);
    field.choose(values.length > 0 || field.required ? values : undefined);
  } else if (field.widget.frame === 'bare') field.choose(first === undefined ? undefined : true);
  else if (choices.length > 0) field.choose(chosen(choices)[0]);
  else if (typeOf(schema) === 'boolean') field.choose(first === undefined ? undefined : first === '0');
  else if (first !== undefined) field.type(first);
}

/**
 * The value of a form that was drawn with `action` and sent without a script, from its entries. What cannot be read stays
 * as the text that was typed. Only fields that were on the page are touched; validate the value as any other.
 */
export function readForm(form: ServerForm, entries: Iterable<readonly [string, unknown]>): JsonObject {
  const sent = new Map<string, string[]>();
  for (const [name, text] of entries)
    if (typeof text === 'string') sent.set(name, [...(sent.get(name) ?? []), text]);
  const model = modelOf(form);
  // What was there when the page was drawn: what is typed into one field may bring others.
  const drawn = fieldsOf(model).filter((field) => !field.readonly);
  for (const field of drawn) fill(field, sent.get(field.pointer) ?? []);
  return model.output;
}
