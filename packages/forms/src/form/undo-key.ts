import { many } from '../bring-many.ts';
import { around } from '../field/around.ts';
import { focusInside } from '../field/focus.ts';
import type { FormModel } from '../model/form-model.ts';
import { ListNode } from '../model/list-node.ts';

/** Whether the control has an undo of its own, of what is typed in it. */
const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['checkbox', 'radio', 'file', 'button'].includes(target.type));

/**
 * Ctrl+Z, or the command key's, where the focus is in no text: takes back what was done last to the list that has the
 * focus, else to any, and goes to the item that it was about.
 */
export function undoByKey(event: KeyboardEvent, model: FormModel): void {
  const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (!asked || writes(event.target)) return;
  const nearest = around(event.target as Element, 'list')?.id;
  const lists = [...model.root.walk()].filter(
    (node): node is ListNode => node instanceof ListNode && node.done !== undefined,
  );
  const list = lists.find(({ id }) => id === nearest) ?? lists.at(-1);
  if (list === undefined) return;
  event.preventDefault();
  const root = event.currentTarget as HTMLElement;
  const item = list.undo();
  if (item === undefined) return;
  many()?.revealRow(item);
  focusInside(root.querySelector(`#${item.id}`));
}
