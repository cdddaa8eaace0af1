/** Making the edits of a fix. */
import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Json } from '../../feel.ts';
import type { Files } from '../../parse/reading.ts';
import { pointerKeys } from '../../schema-walk.ts';
import type { Change, Edit, Fix } from './edit.ts';
import { changedPlain, removedKeys, replaceWord } from './plain.ts';
import { splice } from './splice.ts';

/**
 * The files with a fix made. Comments stay, and so does every line that the fix does not touch.
 * An edit whose place is not there (any more) changes nothing.
 */
export function applyFix(files: Files, { edits }: Pick<Fix, 'edits'>): Files {
  const edited: Record<string, string> = { ...files };
  for (const edit of edits) {
    const text = edited[edit.file];
    if (text !== undefined) edited[edit.file] = editText(text, edit);
  }
  return edited;
}

function editText(text: string, edit: Edit): string {
  if ('pointer' in edit) return editAt(text, edit.pointer, edit, edit.file.endsWith('.json'));
  const lines = text.split('\n');
  const { line, word, by } = edit;
  return lines.map((one, index) => (index === line - 1 ? replaceWord(one, word, by) : one)).join('\n');
}

function editAt(text: string, pointer: string, change: Change, json: boolean): string {
  const root = plainOf(text);
  const wanted = root === undefined ? undefined : changedPlain(root, pointer, change);
  if (root === undefined || wanted === undefined) return text;
  const keys = 'remove' in change ? removedKeys(root, pointerKeys(pointer)) : pointerKeys(pointer);
  const spliced = splice(text, keys, change, json);
  // Text is edited by its looks: only what reads as it should is taken.
  if (spliced !== undefined && same(plainOf(spliced), wanted)) return spliced;
  return json ? `${JSON.stringify(wanted, null, 2)}\n` : written(text, keys, change, wanted);
}

function plainOf(text: string): Json | undefined {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : (document.toJS() as Json);
}

/** The same values, and keys in the same order. */
const same = (one: Json | undefined, other: Json): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The document written anew: comments stay, the layout may change. */
function written(text: string, keys: readonly string[], change: Change, wanted: Json): string {
  const document = parseDocument(text);
  const holder = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
  const key = keys.at(-1);
  if ('remove' in change) document.deleteIn(keys);
  else if ('rename' in change && isMap(holder)) {
    const pair = holder.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key,
    );
    if (pair !== undefined) pair.key = document.createNode(change.rename);
  } else if ('before' in change && isSeq(holder)) {
    const [item] = holder.items.splice(Number(key), 1);
    holder.items.splice(Number(key) < change.before ? change.before - 1 : change.before, 0, item);
  } else document.setIn(keys, document.createNode(at(wanted, keys)));
  return document.toString({ lineWidth: 110 });
}

const at = (root: Json, keys: readonly string[]): Json =>
  keys.reduce<Json>((value, key) => (value as Record<string, Json>)[key] ?? null, root);
