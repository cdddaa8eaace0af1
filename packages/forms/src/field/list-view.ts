import { html, nothing, type TemplateResult } from 'lit';
import { bringMany, many } from '../bring-many.ts';
import { bringMore, more } from '../bring-more.ts';
import type { FormNode } from '../model/form-node.ts';
import type { ListNode } from '../model/list-node.ts';
import { crossIcon, plusIcon, undoIcon } from '../widgets/icons.ts';
import { around } from './around.ts';
import { each } from './each.ts';
import { error, help, optional } from './field-view.ts';
import { focusInside } from './focus.ts';
import { watch } from './watch.ts';

type DrawItem = (item: FormNode) => unknown;

/** A repeated group: its items, a way to add one, and for a while a way to put back the one that was removed. */
export function listView(list: ListNode, drawItem: DrawItem, read: boolean): TemplateResult {
  const fixed = read || list.readonly;
  const table = list.spec.presentation === 'table';
  return html`<fieldset
    class="list ${table ? 'rows' : ''} ${list.invalid ? 'invalid' : ''}"
    part="list"
    id=${read ? nothing : list.id}
    aria-describedby=${read ? nothing : list.describedBy || nothing}
  >
    <legend class="group-title" part="group-title">${list.label}${read ? nothing : optional(list)}</legend>
    ${read ? nothing : html`${help(list)}${error(list)}`}
    ${list.items.length === 0 ? html`<p class="empty">${emptyWords(list, fixed)}</p>` : nothing}
    ${(table && read ? readRows : rows)(
      list,
      // Inside a template of its own: a directive that is itself the item would not hear that it was taken away.
      (item) => html`${watch(item, () => itemView(list, item, drawItem, fixed))}`,
    )}
    ${
      fixed
        ? nothing
        : html`<div role="status" class="removed-place">${list.done === undefined ? nothing : doneView(list)}</div>
          ${addView(list)}`
    }
  </fieldset>`;
}

/** More rows than these are drawn only near the screen. */
const most = 100;

/** All rows, or of many those near the screen; until what does so is there, the first ones. */
function rows(list: ListNode, draw: DrawItem): unknown {
  const { items } = list;
  if (items.length <= most) return each(items, draw);
  return many()?.rowsInWindow(list, draw) ?? each(items.slice(0, most), afterwards(bringMany, list, draw));
}

/** The rows of a table that is only read; as groups until what makes a table is there. */
function readRows(list: ListNode, draw: DrawItem): unknown {
  const part = more();
  return part ? (part.answerTable(list) ?? rows(list, draw)) : rows(list, afterwards(bringMore, list, draw));
}

/** Draws the list again when the part has come. */
function afterwards(bring: () => Promise<unknown>, list: ListNode, draw: DrawItem): DrawItem {
  bring().then(
    () => list.changed(),
    () => undefined,
  );
  return draw;
}

const emptyWords = (list: ListNode, fixed: boolean): string =>
  fixed ? list.model.context.t('nothing') : list.model.context.t('empty', { group: list.label });

function itemView(list: ListNode, item: FormNode, drawItem: DrawItem, fixed: boolean): TemplateResult {
  const { context } = list.model;
  return html`<fieldset class="item" part="item" id=${item.id}>
    <legend class="item-title" part="item-title" id=${`${item.id}-title`}>
      ${watch(list.namesItem(item) ?? item, () => list.headingOf(item))}
    </legend>
    ${fixed || list.spec.ordered === undefined ? nothing : more()?.moveView(list, item)}
    ${
      fixed
        ? nothing
        : html`<button
          type="button"
          class="button quiet remove"
          part="button"
          aria-labelledby="${item.id}-remove ${item.id}-title"
          ?disabled=${context.disabled}
          @click=${(event: Event) => remove(list, item, event)}
        >
          ${crossIcon}<span id=${`${item.id}-remove`}>${context.t('remove')}</span>
        </button>`
    }
    ${drawItem(item)}
  </fieldset>`;
}

function addView(list: ListNode): TemplateResult {
  const { context } = list.model;
  if (!list.canAdd)
    return html`<p class="note">${context.t('most', { limit: list.schema.maxItems ?? 0 })}</p>`;
  return html`<button
    type="button"
    class="button add"
    part="button"
    ?disabled=${context.disabled}
    aria-describedby=${list.invalid ? `${list.id}-error` : nothing}
    @click=${(event: Event) => add(list, event)}
  >
    ${plusIcon}${context.t(list.items.length === 0 ? 'add' : 'addNth', { group: list.itemLabel })}
  </button>`;
}

function doneView(list: ListNode): TemplateResult {
  const { t } = list.model.context;
  return html`<div class="removed">
    <span>${list.done === undefined ? nothing : t(list.done.words, list.done.params)}</span>
    <button type="button" class="button quiet undo" @click=${(event: Event) => undo(list, event)}>
      ${undoIcon}${t('undo')}
    </button>
  </div>`;
}

const boxOf = (event: Event): HTMLElement =>
  around(event.currentTarget as HTMLElement, 'list') as HTMLElement;

/** What is drawn follows a change at once, so that focus can go there right away. */
function add(list: ListNode, event: Event): void {
  const box = boxOf(event);
  const item = list.add();
  many()?.revealRow(item);
  focusInside(box.querySelector(`#${item.id}`));
}

function remove(list: ListNode, item: FormNode, event: Event): void {
  const box = boxOf(event);
  // It knows the keys that take this back.
  bringMore().catch(() => undefined);
  list.remove(item);
  box.querySelector<HTMLElement>('.undo')?.focus();
}

function undo(list: ListNode, event: Event): void {
  const box = boxOf(event);
  const item = list.undo();
  if (item === undefined) return;
  many()?.revealRow(item);
  focusInside(box.querySelector(`#${item.id}`));
}
