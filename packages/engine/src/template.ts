/**
 * Texts with `{{ FEEL }}` and `{{#if FEEL}} ... {{/if}}`, read once and filled often. A mark that belongs to nothing stays
 * as it was written.
 */
import { holds, valueIn } from '@aidflow/definition';
import type { Scope } from './scope.ts';

type Part = string | { value: string } | { condition: string; parts: Part[] };

const MARK = /\{\{(?:#if\s+([\s\S]+?)|(\/if)|\s*([^#/}\s][\s\S]*?)\s*)\}\}/g;

/** Texts of a few hundred letters; strangers' texts do not make it grow. */
const KEPT = 2_000;
const read = new Map<string, Part[]>();

/** The text with its places filled by what `show` makes of each value. */
export function fillTemplate(source: string, scope: Scope, show: (value: unknown) => string): string {
  let parts = read.get(source);
  if (!parts) {
    parts = parse(source);
    if (read.size >= KEPT) read.clear();
    read.set(source, parts);
  }
  return fill(parts, scope, show);
}

function fill(parts: readonly Part[], scope: Scope, show: (value: unknown) => string): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('value' in part) text += show(valueIn(part.value, scope));
    else if (holds(part.condition, scope)) text += fill(part.parts, scope, show);
  }
  return text;
}

function parse(source: string): Part[] {
  const top: Part[] = [];
  const open: { mark: string; condition: string; parts: Part[] }[] = [];
  const here = () => open.at(-1)?.parts ?? top;
  let end = 0;
  for (const { 0: mark, 1: condition, 2: closing, 3: value, index } of source.matchAll(MARK)) {
    here().push(source.slice(end, index));
    end = index + mark.length;
    if (condition !== undefined) open.push({ mark, condition, parts: [] });
    else if (value !== undefined) here().push({ value });
    else if (closing !== undefined) {
      const block = open.pop();
      here().push(block ? { condition: block.condition, parts: block.parts } : mark);
    }
  }
  here().push(source.slice(end));
  // What was never closed is no block: its mark and its parts stand where they were.
  while (open.length > 0) {
    const block = open.pop();
    if (block) here().push(block.mark, ...block.parts);
  }
  return top;
}
