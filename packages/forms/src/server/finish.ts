import { fieldsOf, modelOf } from './fields.ts';
import { plainForm, sendable } from './plain-form.ts';
import type { ServerForm } from './render-form.ts';
import { escaped } from './text.ts';

/**
 * What is a property in a browser and has no attribute that is spelled alike: the text of a text area, and a box that
 * is not ticked; and what a form takes that is to be sent without a script. Inside of tags and texts every quote and
 * bracket of the data is escaped.
 */
export function finish(html: string, form: ServerForm): string {
  const boxes = html.replaceAll(/\schecked="false"/g, '').replaceAll(/\schecked="true"/g, ' checked');
  if (!boxes.includes('</textarea>') && form.action === undefined) return boxes;
  const fields = new Map(fieldsOf(modelOf(form)).map((field) => [field.control, field]));
  const whole = boxes.replace(
    /(<textarea\s+id="([^"]*)"[^>]*>)(<\/textarea>)/g,
    // A parser drops the first line break.
    (_, start, id, end) => `${start}\n${escaped(fields.get(id)?.text ?? '')}${end}`,
  );
  return form.action === undefined ? whole : `${plainForm(form)}${sendable(whole, fields)}`;
}
