/**
 * Canonical JSON by RFC 8785. Numbers and texts are written by ECMAScript's own serialisation, on which the standard
 * rests; what is left is the order of keys. Every event's hash goes through here, and this way is several times as fast
 * as the library that does all of it by itself, which is the oracle in the test.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const source = value as Record<string, unknown>;
  let text = '';
  for (const key of Object.keys(source).sort()) {
    const part = source[key];
    if (part === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(part)}`;
  }
  return `{${text}}`;
}

/** The same few hundred keys come again and again. */
const quotes = new Map<string, string>();

function quoted(key: string): string {
  let text = quotes.get(key);
  if (text === undefined) {
    text = JSON.stringify(key);
    if (quotes.size > 10_000) quotes.clear();
    quotes.set(key, text);
  }
  return text;
}
