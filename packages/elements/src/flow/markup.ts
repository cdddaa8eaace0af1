/** A drawing as text, where there is no page to put it into. */
import { nothing } from 'lit';

interface Template {
  strings: TemplateStringsArray;
  values: unknown[];
}

const isTemplate = (value: unknown): value is Template =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * The markup of a template that holds texts, numbers, attributes and other templates. Listeners, properties and boolean
 * attributes are not markup; the pictures have none.
 */
export function markup(value: unknown): string {
  if (value === nothing || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(markup).join('');
  if (!isTemplate(value)) return escaped(String(value));
  return value.strings.reduce((text, part, index) => {
    const inner = markup(value.values[index - 1]);
    // An attribute without quotes would end at the first blank.
    return `${text}${text.endsWith('=') ? `"${inner}"` : inner}${part}`;
  });
}
