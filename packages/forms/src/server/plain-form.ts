import type { FieldNode } from '../model/field-node.ts';
import type { ServerForm } from './render-form.ts';
import { attribute, escaped } from './text.ts';

/** The id of the form that sends what was typed where no script comes. It stands in the shadow root, beside the controls. */
const owner = 'aid-plain';

/** The empty form that the controls belong to until the script takes over. Nothing is nested in it. */
export const plainForm = ({ action = '', hidden = {} }: ServerForm): string => {
  const entries = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<form id="${owner}" method="post"${attribute('action', action)}>${entries.join('')}</form>`;
};

/** Gives every control its owner and a name, the JSON pointer of its place; a choice is sent as its number. */
export function sendable(html: string, fields: ReadonlyMap<string, FieldNode>): string {
  return html
    .replace(
      /<(input|select|textarea)(\s[^>]*?)(\/?>)/g,
      (tag, name: string, attributes: string, end: string) => {
        const [, id = '', index = '0'] = /\sid="(aid\d+-\d+-control)(?:-(\d+))?"/.exec(attributes) ?? [];
        const field = fields.get(id);
        if (field === undefined) return tag;
        const box = /\stype="(?:radio|checkbox)"/.test(attributes);
        const rest = attributes.replace(/\sname="[^"]*"/, '');
        const sent = `${attribute('name', field.pointer)}${box ? attribute('value', index) : ''}`;
        return `<${name}${rest}${sent}${attribute('form', owner)} ${end}`;
      },
    )
    .replace(
      /<button(\s[^>]*?)type="button"([^>]*\sclass="button primary submit"[^>]*)>/g,
      (_, before: string, after: string) =>
        `<button${before}type="submit"${attribute('form', owner)}${after}>`,
    );
}
