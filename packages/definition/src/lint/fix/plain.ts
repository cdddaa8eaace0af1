/** Edits on plain JSON: what the text of a file must read as once it is edited. */
import type { Json } from '../../feel.ts';
import { pointerKeys } from '../../schema-walk.ts';
import type { Change } from './edit.ts';

type Holder = Json[] | { [key: string]: Json };

/** A copy with the change made; undefined when the place is not there. */
export function changedPlain(root: Json, pointer: string, change: Change): Json | undefined {
  const keys = pointerKeys(pointer);
  const last = keys.pop();
  if (last === undefined) return undefined;
  const copy = structuredClone(root);
  const holders = holdersOf(copy, keys);
  const holder = holders.at(-1);
  if (holder === undefined || holders.length !== keys.length + 1) return undefined;
  if ('value' in change) {
    put(holder, last, change.value);
    return copy;
  }
  const there = get(holder, last);
  if (there === undefined) return undefined;
  if ('remove' in change) {
    removeLast(holders, removedKeys(copy, [...keys, last]));
    return copy;
  }
  if ('rename' in change) return rename(holder, last, change.rename) ? copy : undefined;
  if ('before' in change) return move(holder, Number(last), change.before) ? copy : undefined;
  if (typeof there !== 'string') return undefined;
  put(holder, last, replaceWord(there, change.word, change.by));
  return copy;
}

/** The path of what really goes when a place is removed: what would be left empty goes with it. */
export function removedKeys(root: Json, keys: readonly string[]): string[] {
  const holders = holdersOf(root, keys.slice(0, -1));
  let count = keys.length;
  while (count > 1 && sizeOf(holders[count - 1]) === 1) count -= 1;
  return keys.slice(0, count);
}

/** Replaces a whole word: no letter, digit, hyphen or underscore stands beside it. */
export function replaceWord(text: string, word: string, by: string): string {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replaceAll(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'gu'), () => by);
}

function holdersOf(root: Json, keys: readonly string[]): Holder[] {
  const found: Holder[] = [];
  let place: Json | undefined = root;
  for (const key of [...keys, undefined]) {
    if (typeof place !== 'object' || place === null) return found;
    found.push(place);
    if (key !== undefined) place = get(place, key);
  }
  return found;
}

function get(holder: Holder, key: string): Json | undefined {
  if (Array.isArray(holder)) return holder[Number(key)];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function put(holder: Holder, key: string, value: Json): void {
  if (Array.isArray(holder)) holder[key === '-' ? holder.length : Number(key)] = value;
  else holder[key] = value;
}

const sizeOf = (holder: Holder | undefined): number =>
  holder === undefined ? 0 : Object.keys(holder).length;

function removeLast(holders: readonly Holder[], keys: readonly string[]): void {
  const holder = holders[keys.length - 1];
  const key = keys.at(-1);
  if (holder === undefined || key === undefined) return;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function rename(holder: Holder, key: string, name: string): boolean {
  if (Array.isArray(holder) || Object.hasOwn(holder, name)) return false;
  const entries = Object.entries(holder);
  for (const [old] of entries) delete holder[old];
  for (const [old, value] of entries) holder[old === key ? name : old] = value;
  return true;
}

function move(holder: Holder, from: number, before: number): boolean {
  if (!Array.isArray(holder)) return false;
  const [item] = holder.splice(from, 1);
  if (item === undefined) return false;
  holder.splice(from < before ? before - 1 : before, 0, item);
  return true;
}
