import type { Entry } from '../model/entries.ts';
import { hasContent } from '../model/pointer.ts';

/** Whether an entry has something to read. A fault of the layout has: it must be seen. */
export function answered(entry: Entry): boolean {
  if ('wrong' in entry) return true;
  if ('union' in entry) return entry.group.present && entry.group.chosen(entry.union) !== undefined;
  const { node } = entry;
  return node.present && !node.implied && node.value !== '' && hasContent(node.value);
}
