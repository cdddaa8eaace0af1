const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As text in HTML or in an attribute between double quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

/** Data as the text of a script element that is no script: nothing in it ends the element. */
export const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** ` name="value"`. Throws a TypeError for a name that HTML would read as something else. */
export function attribute(name: string, value: string | true): string {
  if (!/^[a-z][\w-]*$/.test(name)) throw new TypeError(`"${name}" is no name of an attribute.`);
  return value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`;
}
