import { bareContext } from '../model/bare-context.ts';
import { FieldNode } from '../model/field-node.ts';
import { FormModel } from '../model/form-model.ts';
import type { ServerForm } from './render-form.ts';
import { escaped } from './text.ts';

/** The fields of a form by the id of their control. A form counts its ids for itself: another model has the same. */
function fieldsOf({ schema, layout, value, lang, readonly }: ServerForm): ReadonlyMap<string, FieldNode> {
  const model = new FormModel({
    schema,
    layout: layout ?? null,
    value: value ?? {},
    validate: null,
    context: bareContext(lang),
    fill: readonly !== true,
  });
  const fields = [...model.root.walk()].filter((node) => node instanceof FieldNode);
  return new Map(fields.map((field) => [field.control, field]));
}

/**
 * What is a property in a browser and has no attribute that is spelled alike: the text of a text area, and a box that
 * is not ticked. Inside of tags and texts every quote and bracket of the data is escaped.
 */
export function finish(html: string, form: ServerForm): string {
  const boxes = html.replaceAll(/\schecked="false"/g, '').replaceAll(/\schecked="true"/g, ' checked');
  if (!boxes.includes('</textarea>')) return boxes;
  const fields = fieldsOf(form);
  return boxes.replace(
    /(<textarea\s+id="([^"]*)"[^>]*>)(<\/textarea>)/g,
    // A parser drops the first line break.
    (_, start, id, end) => `${start}\n${escaped(fields.get(id)?.text ?? '')}${end}`,
  );
}
