import type { Entry } from '../model/entries.ts';
import { hasContent } from '../model/pointer.ts';

/** Whether an entry has something to read. A fault of the layout has: it must be seen. */
export const answered = (entry: Entry): boolean =>
  !('node' in entry) || (entry.node.present && entry.node.value !== '' && hasContent(entry.node.value));
