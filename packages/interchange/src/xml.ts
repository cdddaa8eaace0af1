/** Writing XML by hand, for the one format here that has no model of its own. */

export interface Element {
  name: string;
  /** Attributes that are undefined are left out. */
  attributes?: Record<string, string | undefined>;
  children?: Element[];
}

/** A document of one element, indented. */
export function document(root: Element): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root).join('\n')}\n`;
}

function lines({ name, attributes = {}, children = [] }: Element): string[] {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  const open = `<${name}${written.join('')}`;
  if (children.length === 0) return [`${open}/>`];
  return [`${open}>`, ...children.flatMap(lines).map((line) => `  ${line}`), `</${name}>`];
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}
