/**
 * Edits on the text of a YAML or JSON file that leave every other character as it is. The document tells where things
 * stand; writing the document anew would rewrap lines that nobody touched.
 */
import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Json } from '../../feel.ts';
import type { Change } from './edit.ts';
import { replaceWord } from './plain.ts';

/** A part of a text: where it begins and where it has ended. */
type Span = [from: number, to: number];

type Collection = YAMLMap | YAMLSeq;

/** The text with a change at a path of keys; undefined where this way of editing does not reach. */
export function splice(
  text: string,
  keys: readonly string[],
  change: Change,
  json: boolean,
): string | undefined {
  const document = parseDocument(text);
  const holder = collectionAt(document, keys.slice(0, -1));
  const key = keys.at(-1);
  if (holder === undefined || key === undefined) return undefined;
  return new Splice(text, holder, key, json).apply(change);
}

function collectionAt(document: Document, keys: readonly string[]): Collection | undefined {
  const node = keys.length === 0 ? document.contents : document.getIn(keys, true);
  return isMap(node) || isSeq(node) ? node : undefined;
}

class Splice {
  readonly #text: string;
  readonly #holder: Collection;
  readonly #json: boolean;
  readonly #items: readonly unknown[];
  readonly #index: number;
  readonly #key: string;

  constructor(text: string, holder: Collection, key: string, json: boolean) {
    this.#text = text;
    this.#holder = holder;
    this.#json = json;
    this.#items = holder.items;
    this.#key = key;
    this.#index = isSeq(holder)
      ? Number(key)
      : holder.items.findIndex((pair) => isScalar(pair.key) && String(pair.key.value) === key);
  }

  apply(change: Change): string | undefined {
    const item = this.#items[this.#index];
    if ('value' in change)
      return item === undefined ? this.#add(change.value) : this.#set(item, change.value);
    if (item === undefined) return undefined;
    if ('remove' in change) return this.#remove(item);
    if ('rename' in change) return this.#rename(item, change.rename);
    if ('before' in change) return this.#move(item, change.before);
    const span = spanOf(heldBy(item));
    return span && this.#replaced(span, replaceWord(this.#text.slice(...span), change.word, change.by));
  }

  #replaced([from, to]: Span, by: string): string {
    return this.#text.slice(0, from) + by + this.#text.slice(to);
  }

  #set(item: unknown, value: Json): string | undefined {
    const node = heldBy(item);
    const span = spanOf(node);
    if (span === undefined || !isScalar(node)) return undefined;
    const block = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
    return this.#replaced(span, this.#written(value, node) + (block ? '\n' : ''));
  }

  #rename(item: unknown, name: string): string | undefined {
    const key = isPair(item) ? item.key : undefined;
    const span = spanOf(key);
    return span && isScalar(key) ? this.#replaced(span, this.#written(name, key)) : undefined;
  }

  #remove(item: unknown): string | undefined {
    const span = this.#span(item);
    if (span === undefined) return undefined;
    if (!this.#holder.flow) {
      const lines = this.#lines(span);
      return lines && this.#replaced(lines, '');
    }
    const next = this.#span(this.#items[this.#index + 1]);
    if (next !== undefined) return this.#replaced([span[0], next[0]], '');
    const before = this.#span(this.#items[this.#index - 1]);
    return this.#replaced([before?.[1] ?? span[0], span[1]], '');
  }

  #add(value: Json): string | undefined {
    const last = this.#span(this.#items.at(-1));
    if (last === undefined) return undefined;
    const written = isSeq(this.#holder)
      ? this.#inline(value)
      : `${this.#inline(this.#key)}: ${this.#inline(value)}`;
    const start = this.#lineStart(last[0]);
    const indent = this.#text.slice(start, last[0]);
    if (this.#holder.flow) {
      // An item that begins its line is followed by one that does so, too.
      const gap = /^\s*$/.test(indent) && this.#text.slice(start - 1, start) === '\n' ? `\n${indent}` : ' ';
      return this.#replaced([last[1], last[1]], `,${gap}${written}`);
    }
    // In a list of lists or of maps the dashes of several stand on one line: that is for the document to write.
    if (!/^ *(?:- +)?$/.test(indent)) return undefined;
    const lead = isSeq(this.#holder) ? indent : indent.replaceAll('-', ' ');
    const end = this.#lineEnd(last[1]);
    const fresh = this.#text.slice(0, end).endsWith('\n') ? '' : '\n';
    return this.#replaced([end, end], `${fresh}${lead}${written}\n`);
  }

  #move(item: unknown, before: number): string | undefined {
    const from = this.#spanWithComments(item);
    const to = this.#spanWithComments(this.#items[before]);
    if (this.#holder.flow || from === undefined || to === undefined || from[0] < to[0]) return undefined;
    const moved = this.#text.slice(...from);
    const line = moved.endsWith('\n') ? moved : `${moved}\n`;
    return this.#text.slice(0, to[0]) + line + this.#text.slice(to[0], from[0]) + this.#text.slice(from[1]);
  }

  #span(item: unknown): Span | undefined {
    const first = spanOf(isPair(item) ? item.key : item);
    const last = spanOf(heldBy(item)) ?? first;
    return first && last && [first[0], last[1]];
  }

  /** The whole lines of an item of a block; undefined where it shares its first line with something else. */
  #lines(span: Span): Span | undefined {
    const start = this.#lineStart(span[0]);
    const lead = this.#text.slice(start, span[0]);
    const alone = isSeq(this.#holder) ? /^ *- +$/ : /^ *$/;
    return alone.test(lead) ? [start, this.#lineEnd(span[1])] : undefined;
  }

  /** With the lines above that are comments: they speak about the item. */
  #spanWithComments(item: unknown): Span | undefined {
    const span = this.#span(item);
    const lines = span && this.#lines(span);
    if (lines === undefined) return undefined;
    let [start] = lines;
    while (start > 0) {
      const above = this.#lineStart(start - 1);
      if (!/^ *#/.test(this.#text.slice(above, start))) break;
      start = above;
    }
    return [start, lines[1]];
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the next line begins. A block scalar ends there already. */
  #lineEnd(offset: number): number {
    if (this.#text[offset - 1] === '\n') return offset;
    const end = this.#text.indexOf('\n', offset);
    return end < 0 ? this.#text.length : end + 1;
  }

  /** A scalar in the manner of the one that stood there. */
  #written(value: Json, old: Scalar): string {
    if (typeof value !== 'string' || this.#json) return this.#inline(value);
    if (old.type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`;
    return old.type === 'PLAIN' && typeof old.value === 'string'
      ? this.#inline(value)
      : JSON.stringify(value);
  }

  #inline(value: Json): string {
    if (this.#json) return spaced(value, JSON.stringify);
    return spaced(value, (text) => (isPlain(text) ? text : JSON.stringify(text)));
  }
}

/** Whether a text reads as itself without quotes, within braces, too. */
function isPlain(text: string): boolean {
  const read = parseDocument(`[${text}]`);
  const items = isSeq(read.contents) ? read.contents.items : [];
  return read.errors.length === 0 && items.length === 1 && isScalar(items[0]) && items[0].value === text;
}

/** JSON, or YAML in braces, on one line with blanks inside of braces. */
function spaced(value: Json, write: (text: string) => string): string {
  if (typeof value === 'string') return write(value);
  if (Array.isArray(value)) return `[${value.map((item) => spaced(item, write)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${write(key)}: ${spaced(item, write)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const heldBy = (item: unknown): unknown => (isPair(item) ? (item as Pair).value : item);

function spanOf(node: unknown): Span | undefined {
  const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
